"""An app that breaks calmly: in one sentence, and only if there is somebody whom it could harm."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.app import App
from textual.css.query import NoMatches
from textual.dom import DOMNode

from leaving_tui.ui.scene import Scene

if TYPE_CHECKING:
    from textual.actions import ActionParseResult


class CalmApp(App[None]):
    """Textual's own report of a crash would print private words."""

    last_words = ""
    """What is said after a crash."""

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do what a key or a tile asks for; what a screen cannot show yet, or any more, it need not show."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except NoMatches:
            if isinstance(default_namespace, Scene) and not default_namespace.is_there:
                return False
            raise

    def panic(self, *_: object) -> None:
        """A crash outside of any screen, such as in what reads the keyboard, is told as any other."""
        self._fatal_error()

    def _handle_exception(self, error: Exception) -> None:
        """A crash, unless the app is on its way out: a screen that is no longer made harms nobody."""
        if not self._exit:
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Say it, and go."""
        self._return_code = 1
        self.bell()
        self._exit_renderables.append(self.last_words)
        self._close_messages_no_wait()
