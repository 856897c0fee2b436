"""After the breath: how one is now, and once more, longer or otherwise."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical

from leaving_tui.content.library import Library
from leaving_tui.ui.widgets.rating import RatingRow
from leaving_tui.ui.widgets.tile import Tile, Tiles
from leaving_tui.ui.widgets.words import Words


class AfterBreath(Vertical):
    """A rating, never asked for twice; the ways on; and the rest of the caution, the first time."""

    def __init__(self, library: Library, minutes: Sequence[int], caution: str) -> None:
        super().__init__(id="after")
        self._library = library
        self._minutes = minutes
        self._caution = caution

    def compose(self) -> ComposeResult:
        """From the number down to the small print."""
        say = self._library.say
        again = [
            Tile(say("breathe.minutes", n=n), f"screen.minutes({n})", classes="again") for n in self._minutes
        ]
        yield Words(self._library.breathing.closer, id="closer", classes="headline")
        yield RatingRow(self._library)
        yield Tiles(
            [
                *again,
                Tile(say("breathe.pattern"), "screen.pattern"),
                Tile(say("away.ground"), "app.open('ground')"),
                Tile(say("common.done"), "app.back", classes="-main"),
            ]
        )
        yield Words(id="name")
        yield Words(self._caution, id="more-caution")
