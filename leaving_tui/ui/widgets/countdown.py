"""The countdown in large digits, with the words beside it."""

from textual.app import ComposeResult
from textual.containers import Center, Horizontal, Vertical
from textual.widgets import Digits

from leaving_tui.content.library import Library
from leaving_tui.domain.countdown import Countdown, clock_digits, minute_digits, minute_words
from leaving_tui.ui.widgets.bar import Bar
from leaving_tui.ui.widgets.words import Words


def past_words(countdown: Countdown, library: Library) -> str:
    """What there is to say past the plan; nothing before that."""
    past = "past_now" if countdown.minutes < 1 else "past"
    return library.say(f"away.{past}", left=minute_words(countdown.minutes)) if countdown.past else ""


class CountdownPanel(Vertical):
    """Time to go until the planned return: minutes, seconds, or hidden; past the plan it counts up."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._digits = Digits("")
        self._unit = Words(classes="unit")
        self._under = Words(classes="under")
        self._bar = Bar()
        self._width = 0

    def compose(self) -> ComposeResult:
        """Digits with their unit, a line under them, and the bar."""
        with Center(id="clock"), Horizontal():
            yield self._digits
            yield self._unit
        yield self._under
        yield self._bar

    def show(self, countdown: Countdown, face: str) -> None:
        """Show `countdown`; `face` is `minutes`, `seconds` or `hidden`."""
        self.set_class(face == "hidden", "-hidden")
        self.set_class(countdown.past, "-past")
        seconds = face == "seconds"
        digits = clock_digits(countdown.seconds) if seconds else minute_digits(countdown.minutes)
        if face != "hidden" and digits != self._digits.value:
            self._fit(digits)
            self._digits.update(digits)
        hidden = self._library.say("away.hidden") if face == "hidden" else ""
        self._unit.show(hidden or self._unit_words(countdown, seconds=seconds))
        self._under.show(past_words(countdown, self._library))
        self._bar.share = countdown.gone

    def _unit_words(self, countdown: Countdown, *, seconds: bool) -> str:
        unit = "seconds" if seconds else "min" if countdown.minutes < 100 else "hours"
        return self._library.say(f"away.{unit}_{'over' if countdown.past else 'to_go'}")

    def _fit(self, digits: str) -> None:
        # A fixed width, so that a new digit does not lay the whole screen out again.
        width = sum(3 if letter.isdigit() or letter == ":" else 1 for letter in digits)
        if width != self._width:
            self._width = width
            self._digits.styles.width = width
