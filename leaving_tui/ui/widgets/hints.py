"""The keys that matter here, in one row that is there with the first frame; each that works can be tapped."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style
from textual.widget import Widget


class Hints(Widget):
    """A row of `key word` pairs; the last ones give way where there is no room for all."""

    def __init__(self, hints: Sequence[tuple[str, str, str]], *, id: str | None = None) -> None:
        """`hints` are (key, word, action), the most needed first."""
        super().__init__(id=id)
        self._hints = hints

    def render(self) -> Content:
        """As many pairs as fit."""
        parts: list[Content] = []
        room = self.content_size.width
        for key, word, action in filter(self._works, self._hints):
            room -= cell_len(key) + 1 + cell_len(word) + (2 if parts else 0)
            if room < 0:
                break
            pair = Content.assemble((key, "$foreground"), " ", word)
            parts.append(pair.stylize(Style.from_meta({"@click": action})))
        return Content("  ").join(parts)

    def _works(self, hint: tuple[str, str, str]) -> bool:
        where, _, action = hint[2].partition("(")[0].partition(".")
        return where != "screen" or self.screen.check_action(action, ()) is not False
