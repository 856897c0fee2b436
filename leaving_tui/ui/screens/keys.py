"""Keys: what each one does, on the screen the person comes from and everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen

from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.widgets.tile import Foot, Tile
from leaving_tui.ui.widgets.words import Words

GLYPHS = {
    "left": "←",
    "right": "→",
    "question_mark": "?",
    "slash": "/",
    "plus": "+",
    "minus": "-",
    "escape": "esc",
    "equals_sign": "=",
}
PALETTE = "command_palette"
"""Textual's own list of everything, which has no id."""


class KeysScreen(Scene):
    """A list of keys: those of the screen below, as they are at this moment, then those of everywhere."""

    AUTO_FOCUS = "#panel"
    AFRESH = True
    BINDINGS = [Binding("escape", "app.back", "Close", id="close")]

    def __init__(self, library: Library, snapshot: Snapshot, now: datetime) -> None:
        super().__init__(library, snapshot, now)
        # By the time this one is composed, it may have taken the place of the other.
        self._groups = list(_keys(self.app.screen))

    def compose(self) -> ComposeResult:
        """Two short lists and the way out."""
        with VerticalScroll(id="panel"):
            for name, keys in zip(("here", "everywhere"), self._groups, strict=True):
                yield Words(self.say(f"keys.{name}"), classes="title")
                yield Words(Content("\n").join(map(self._row, keys)))
            yield Words(self.say("keys.rating"), classes="quiet gap")
            yield Words(self.say("keys.taps"), classes="quiet")
        yield Foot([Tile(self.say("common.close"), "app.back")])

    def _row(self, binding: Binding) -> Content:
        does = self.say("keys.palette") if binding.action == PALETTE else binding.description
        return Content.assemble((f"{_glyph(binding):<8}", "$primary"), does)


def _keys(screen: Screen[object]) -> Iterator[list[Binding]]:
    """The keys of `screen` that do something now, then those of the app that mean nothing else there."""
    taken = set[str]()
    # Not `active_bindings`: there a list with the focus hides the arrows that it passes on.
    for node, bindings in screen._modal_binding_chain:  # noqa: SLF001 - the one place with keys as they were changed
        if node not in (screen, screen.app):
            continue
        known = dict[str, Binding]()
        for key, binding in bindings:
            if key not in taken and _told(binding) and _works(binding, node):
                known[binding.action] = min(known.pop(binding.action, binding), binding, key=_length)
        yield list(known.values())
        taken |= set(bindings.key_to_bindings)


def _told(binding: Binding) -> bool:
    return bool(binding.description and (binding.show or binding.id or binding.action == PALETTE))


def _works(binding: Binding, node: DOMNode) -> bool:
    name = binding.action.partition("(")[0]
    return node.check_action(name, ()) is not False


def _glyph(binding: Binding) -> str:
    return GLYPHS.get(binding.key, binding.key)


def _length(binding: Binding) -> int:
    """Of several keys for one thing, the shortest one is told."""
    return len(_glyph(binding))
