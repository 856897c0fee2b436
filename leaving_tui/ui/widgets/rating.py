"""A rating from 0 to 10, by digits, arrows or a tap, with words for what the numbers mean."""

from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from leaving_tui.content.library import Library

TEN = 10


class RatingRow(Widget, can_focus=True):
    """Eleven numbers in a row and the words of the chosen one under them; nothing is chosen until it is."""

    COMPONENT_CLASSES = {"rating--number", "rating--chosen", "rating--words"}
    BINDINGS = [
        *(Binding(str(number), f"rate({number})", show=False) for number in range(TEN)),
        Binding("t", f"rate({TEN})", show=False),
        Binding("s", "skip", show=False),
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
        Binding("enter", "confirm", show=False),
    ]

    value: reactive[int | None] = reactive(None)

    class Rated(Message):
        """A number was given, or `None` for a skip."""

        def __init__(self, row: "RatingRow", rating: int | None) -> None:
            super().__init__()
            self.row = row
            self.rating = rating

        @property
        def control(self) -> "RatingRow":
            """The row that was rated on."""
            return self.row

    def __init__(self, library: Library, value: int | None = None, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._library = library
        self.set_reactive(RatingRow.value, value)

    @property
    def _pitch(self) -> int:
        return max(3, min(5, self.size.width // (TEN + 1)))

    def action_rate(self, number: int) -> None:
        """This number."""
        self.value = number
        self.post_message(self.Rated(self, number))

    def action_skip(self) -> None:
        """No number; it is stored as missing."""
        self.value = None
        self.post_message(self.Rated(self, None))

    def action_step(self, by: int) -> None:
        """The next number, not yet given."""
        self.value = 5 if self.value is None else max(0, min(TEN, self.value + by))

    def action_confirm(self) -> None:
        """Give the number the arrows reached."""
        if self.value is not None:
            self.action_rate(self.value)

    def on_click(self, event: events.Click) -> None:
        """A tap on a number gives it."""
        number = event.x // self._pitch
        if number <= TEN:
            self.action_rate(number)

    def render_line(self, y: int) -> Strip:
        """Numbers in the middle row of three, their words below."""
        width, blank = self.size.width, self.rich_style
        if y == self.size.height - 1:
            words = Segment(self._words(), self.get_component_rich_style("rating--words"))
            return Strip([words]).adjust_cell_length(width, blank)
        number = self.get_component_rich_style("rating--number")
        chosen = self.get_component_rich_style("rating--chosen")
        row = (self._number(at, y) for at in range(TEN + 1))
        segments = [Segment(text, chosen if at == self.value else number) for at, text in enumerate(row)]
        return Strip(segments).adjust_cell_length(width, blank)

    def _number(self, number: int, y: int) -> str:
        return (str(number) if y == 1 else "").center(self._pitch)

    def _words(self) -> str:
        if self.value is None:
            return self._library.say(
                "rate.ends", least=self._library.rating.words(0), most=self._library.rating.words(TEN)
            )
        return self._library.say("rate.words", n=self.value, words=self._library.rating.words(self.value))
