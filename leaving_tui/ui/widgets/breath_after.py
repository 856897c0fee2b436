"""After the breath: how one is now, and once more, longer or otherwise."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from leaving_tui.content.library import Library
from leaving_tui.telling.breathing import ChosenBreath
from leaving_tui.ui.widgets.rating import RatingRow
from leaving_tui.ui.widgets.tile import Tile, Tiles
from leaving_tui.ui.widgets.words import Words


class AfterBreath(VerticalScroll):
    """A rating, never asked for twice; the ways on, which stay; and at first the rest of the caution."""

    def __init__(self, library: Library, caution: str) -> None:
        super().__init__(id="after", can_focus=False)
        self._library = library
        self._caution = caution
        self._lengths = sorted({n for words in library.patterns for n in words.minutes})

    def compose(self) -> ComposeResult:
        """From the number down to the small print."""
        say = self._library.say
        yield Words(id="closer", classes="headline")
        yield RatingRow(self._library)
        yield Tiles(
            [
                Tile(say("breathe.again"), "screen.again", classes="again"),
                Tile(say("breathe.pattern"), "screen.pattern"),
                Tile(say("away.ground"), "app.open('ground')"),
                Tile(say("common.done"), "app.back", classes="-main"),
            ],
            width=14,
        )
        lengths = (
            Tile(say("breathe.more", n=n), f"screen.minutes({n})", id=f"min-{n}") for n in self._lengths
        )
        yield Tiles(lengths, width=12, id="lengths")
        yield Words(id="name")
        yield Words(self._caution, id="more-caution")

    def open(self, breath: ChosenBreath, *, rated: bool) -> None:
        """What there is to do after `breath`; it is only `rated` on an outing, which keeps the number."""
        words = self._library.breathing
        self.query_one("#closer", Words).show(words.closer if rated else words.practise)
        self.query_one("#name", Words).show(breath.words.name + " · " + breath.words.about)
        for n in self._lengths:
            tile = self.query_one(f"#min-{n}")
            tile.display = n in breath.words.minutes
            tile.set_class(n == breath.length, "-chosen")
        row = self.query_one(RatingRow)
        row.value, row.display = None, rated
        if rated:
            row.focus(scroll_visible=False)

    def answer(self, rating: int | None, before: int | None) -> None:
        """Say that `rating` was noted; where it went up, the same is not offered again (T1.9)."""
        went_up = rating is not None and before is not None and rating > before
        words, say = self._library.breathing, self._library.say
        noted = say("breathe.skipped") if rating is None else say("breathe.noted", n=rating)
        then = words.went_up if went_up else say("breathe.then")
        self.query_one("#closer", Words).show(f"{noted} {then}")
        self.screen.set_class(went_up, "-went-up")
        # Enter goes on to mean what is said on the screen, and no tile that comes after the row.
        self.screen.set_focus(None)
        self.query_one(RatingRow).display = False
