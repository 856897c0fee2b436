"""Keys: what each one does, on the screen the person comes from and everywhere; a tap on one does it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.dom import DOMNode
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library
from leaving_tui.ui.known_keys import PALETTE, glyph, known_keys
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.widgets.tile import Foot, Tile


class KeysScreen(Scene):
    """A list of keys: those of the screen below, as they are at this moment, then those of everywhere."""

    AUTO_FOCUS = "#panel"
    AFRESH = True
    BINDINGS = [Binding("escape", "app.back", "Close", id="close")]

    def __init__(self, library: Library, snapshot: Snapshot, now: datetime) -> None:
        super().__init__(library, snapshot, now)
        # By the time this one is composed, it may have taken the place of the other.
        self._below = self.app.screen
        self._groups = known_keys(self._below)
        self._actions: list[tuple[DOMNode, str]] = []

    def compose(self) -> ComposeResult:
        """Two short lists to tap, and the way out."""
        yield OptionList(*self._rows(), id="panel", markup=False)
        yield Foot([Tile(self.say("common.close"), "app.back")])

    def _rows(self) -> Iterator[Option]:
        # On a phone, a row is two rows high, for a thumb.
        end = "\n" if self.has_class("-narrow") else ""
        for name, keys in zip(("here", "everywhere"), self._groups, strict=True):
            gap = "\n" if name == "everywhere" and not end else ""
            yield _told_only(gap + self.say(f"keys.{name}") + end)
            for where, binding in keys:
                self._actions.append((where, binding.action))
                yield Option(self._row(binding, end), id=str(len(self._actions) - 1))
        yield _told_only(f"\n{self.say('keys.rating')}\n{self.say('keys.taps')}")

    def _row(self, binding: Binding, end: str) -> Content:
        does = self.say("keys.palette") if binding.action == PALETTE else binding.description
        return Content.assemble((f"{glyph(binding):<8}", "$primary"), does, end)

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """A tap does what the key does: this page goes, and it is done where one comes from."""
        if message.option_id:
            self.app.call_later(self._do, *self._actions[int(message.option_id)])

    async def _do(self, where: DOMNode, action: str) -> None:
        if not self.is_current:
            return
        self.app.pop_screen()
        if where is self.app or where.screen is self.app.screen:
            await self.app.run_action(action, where)


def _told_only(text: str) -> Option:
    return Option(Content.styled(text, "$quiet"), disabled=True)
