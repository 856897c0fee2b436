"""What there is to say after the answer: all of it optional, in the order in which it may come to mind."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input

from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library
from leaving_tui.domain.duration import in_words
from leaving_tui.domain.outing import Felt, Happened, Outing, Reflection
from leaving_tui.telling.after import put_off, response
from leaving_tui.telling.format import clock_time
from leaving_tui.ui.widgets.rating import RatingRow
from leaving_tui.ui.widgets.steady import SteadyTile
from leaving_tui.ui.widgets.tile import Tile, Tiles
from leaving_tui.ui.widgets.words import Words

NOTES = ("found_out", "reunion")
"""The two lines a person may write."""


class AfterAnswer(VerticalScroll):
    """What was saved, the prediction, the worst moment, two lines to write, and when it was."""

    def __init__(self, library: Library, *, id: str | None = None) -> None:
        super().__init__(id=id, can_focus=False)
        self._library = library

    def compose(self) -> ComposeResult:
        """One block below the other."""
        say = self._library.say
        yield Words(id="saved")
        yield Words(id="response")
        yield from self._offer()
        yield from self._about_the_fear()
        yield Words(id="later")
        yield from self._own_words()
        with Horizontal(id="home"):
            yield Words(id="home-at")
            moves = ((-5, "earlier"), (5, "later"))
            yield Tiles(
                [SteadyTile(say(f"back.{name}"), f"screen.move({minutes})") for minutes, name in moves],
                width=16,
            )

    def _offer(self) -> ComposeResult:
        words = self._library.more_than_nerves
        with Vertical(id="offer"):
            yield Words(words.offer)
            yield Tiles(
                [
                    Tile(words.offer_yes, "app.open('help')"),
                    Tile(words.offer_not_now, "screen.not_now"),
                ]
            )

    def _about_the_fear(self) -> ComposeResult:
        library, say = self._library, self._library.say
        with Vertical(id="prediction"):
            yield Words(id="predicted")
            happened = (
                SteadyTile(say(f"back.key_happened_{how}"), f"screen.happened('{how}')", id=f"happened-{how}")
                for how in Happened
            )
            yield Tiles(happened, width=11)
        with Vertical(id="worst"):
            yield Words(f"{library.rating.worst} {library.rating.worst_note}")
            yield RatingRow(library)

    def _own_words(self) -> ComposeResult:
        library, say = self._library, self._library.say
        yield Words(library.home.found_out_question)
        yield Input(placeholder=say("back.optional"), id="found_out")
        yield Words(say("back.reunion"))
        yield Input(placeholder=say("back.optional"), id="reunion")
        yield Words(say("back.typing_hint"), classes="quiet -narrow-only")

    def show(self, snapshot: Snapshot, outing: Outing) -> None:
        """Show the answer to `outing` and what was said since; of an outing without one, only the time."""
        if outing.home_at:
            at, length = clock_time(outing.home_at), in_words(outing.minutes_out)
            self.query_one("#home-at", Words).show(self._library.say("back.home_at", at=at, length=length))
        if outing.reflection is None:
            return
        self._show_answer(outing.reflection, outing.plan.prediction)
        self.query_one("#response", Words).show(response(snapshot, outing, self._library))
        later = self.query_one("#later", Words)
        later.show(put_off(outing, self._library))
        later.display = bool(put_off(outing, self._library))

    def _show_answer(self, reflection: Reflection, predicted: str | None) -> None:
        self.query_one("#saved", Words).show(self._library.say(f"back.saved_{reflection.felt}"))
        self.query_one("#worst").display = reflection.felt is not Felt.WRONG
        self.query_one(RatingRow).value = reflection.worst
        self.query_one("#prediction").display = bool(predicted)
        if predicted:
            self.query_one("#predicted", Words).show(self._library.say("back.predicted", text=predicted))
        for how in Happened:
            self.query_one(f"#happened-{how}").set_class(reflection.happened is how, "-chosen")

    def fill_in(self, reflection: Reflection) -> None:
        """Put what was written before into the two lines."""
        for name, text in _lines(reflection).items():
            self.query_one(f"#{name}", Input).value = text

    def written(self, reflection: Reflection) -> dict[str, str]:
        """What was written in the two lines since `reflection`."""
        known = _lines(reflection)
        typed = {name: self.query_one(f"#{name}", Input).value.strip() for name in NOTES}
        return {name: text for name, text in typed.items() if text != known[name]}


def _lines(reflection: Reflection) -> dict[str, str]:
    """The two notes, each on one line, as a field holds one."""
    return {name: getattr(reflection, name).replace("\n", " ") for name in NOTES}
