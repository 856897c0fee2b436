"""Keys: what each one does, on the screen the person comes from and everywhere."""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content

from leaving_tui.ui.scene import Scene
from leaving_tui.ui.widgets.tile import Tile, Tiles
from leaving_tui.ui.widgets.words import Words

GLYPHS = {
    "left": "←",
    "right": "→",
    "question_mark": "?",
    "plus": "+",
    "minus": "-",
    "escape": "esc",
    "equals_sign": "=",
}


class KeysScreen(Scene):
    """A list of keys; any of them works from here too."""

    BINDINGS = [Binding("escape", "app.back", "Close", id="close")]

    def compose(self) -> ComposeResult:
        """Two short lists and the way out."""
        under = self.app.screen_stack[0]
        with VerticalScroll(id="panel"):
            yield Words(self.say("keys.here"), classes="title")
            yield Words(Content("\n").join(self._rows(under.BINDINGS)))
            yield Words(self.say("keys.everywhere"), classes="title")
            yield Words(Content("\n").join(self._rows(self.app.BINDINGS)))
            yield Words(self.say("keys.rating"), classes="quiet")
            yield Words(self.say("keys.taps"), classes="quiet")
        with Vertical(id="foot"):
            yield Tiles([Tile(self.say("common.close"), "app.back")])

    def _rows(self, bindings: Sequence[object]) -> Iterator[Content]:
        for binding in bindings:
            if isinstance(binding, Binding) and binding.description and (binding.show or binding.id):
                key = binding.key.split(",")[0]
                yield Content.assemble((f"{GLYPHS.get(key, key):<8}", "$primary"), binding.description)
