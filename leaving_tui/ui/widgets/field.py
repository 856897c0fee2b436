"""One field to fill: what it is, why it is asked, and every way to answer it."""

from __future__ import annotations

from dataclasses import replace

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import TextArea

from leaving_tui.content.library import Library
from leaving_tui.telling.field import Field
from leaving_tui.ui.widgets.line import Line
from leaving_tui.ui.widgets.picks import Picks
from leaving_tui.ui.widgets.rating import RatingRow
from leaving_tui.ui.widgets.tile import Tile, Tiles
from leaving_tui.ui.widgets.words import Words


class FieldPage(Vertical):
    """The field that takes the place of the list."""

    class Answered(Message):
        """A ready answer was given."""

        def __init__(self, value: str) -> None:
            super().__init__()
            self.value = value

    def __init__(self, library: Library, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._library = library
        self._field = Field("", "")

    def compose(self) -> ComposeResult:
        """Everything that a field may need; most of it is out of sight at any time."""
        yield Words(id="field-label", classes="headline")
        yield Words(id="field-why", classes="quiet")
        yield Line(self._give, self._to_answers, id="field-value")
        yield TextArea(id="field-lines", highlight_cursor_line=False, show_line_numbers=False)
        yield RatingRow(self._library, id="field-rating")
        yield Words(id="field-problem")
        yield Picks(self._type_own, id="field-picks")
        yield Tiles(
            [
                Tile(self._library.say("form.save"), "screen.keep", id="field-keep", classes="-main"),
                Tile(self._library.say("form.next"), "screen.next_field", id="field-next"),
            ]
        )

    def open(self, field: Field, text: str | None = None, problem: str = "", *, last: bool) -> None:
        """Show `field`; `text` is what was typed before and could not be kept; the `last` one has no next."""
        if "\n" in field.value:
            # Written in another place, with room for lines; an Input would paint the break as it is.
            field = replace(field, lines=True)
        self._field = field
        self.query_one("#field-label", Words).show(field.label)
        self.query_one("#field-why", Words).show(field.why)
        self.query_one("#field-next").display = not last
        self.show_problem(problem)
        line, lines, row, picks = self._line, self._lines, self.query_one(RatingRow), self._picks
        line.display = field.typed and not field.lines and not field.rating
        lines.display, row.display = field.lines, field.rating
        line.placeholder = field.hint
        line.fresh = bool(field.picks) and not field.typed_first
        line.begin("" if field.lines else field.value if text is None else text, anew=field.anew)
        lines.text = field.value if field.lines else ""
        lines.move_cursor(lines.document.end)
        row.value = int(field.value) if field.rating and field.value else None
        numbered = not (field.typed_first or field.rating)
        picks.offer(self._answers(field), field.value, typing=line.display, numbered=numbered)
        self.take_up()

    def take_up(self) -> None:
        """Go to where it is answered."""
        self._first(self._field).focus()

    def _answers(self, field: Field) -> list[tuple[str, str]]:
        """The ready ones; where something stands and none of them empties it, one that does."""
        emptied = not field.value or not field.typed or not field.picks or "" in dict(field.picks)
        return [*field.picks, *([] if emptied else [("", self._library.say("form.clear"))])]

    def _first(self, field: Field) -> Line | TextArea | RatingRow | Picks:
        if field.rating:
            return self.query_one(RatingRow)
        if field.lines:
            return self._lines
        return self._line if field.typed else self._picks

    @property
    def value(self) -> str:
        """What has been typed, or stood there."""
        if self._field.lines:
            return self._lines.text.strip()
        return self._line.value.strip() if self._line.display else self._field.value

    @property
    def marked(self) -> str | None:
        """The answer that arrows have led to, where it still waits to be given."""
        row = self.query_one(RatingRow)
        if row.has_focus:
            return "" if row.value is None else str(row.value)
        return None if self._field.acts else self._picks.marked

    def show_problem(self, sentence: str) -> None:
        """Why it cannot be kept as it is."""
        self.query_one("#field-problem", Words).show(sentence)

    def on_picks_given(self, message: Picks.Given) -> None:
        """An answer to tap."""
        message.stop()
        self.post_message(self.Answered(message.value))

    def on_rating_row_rated(self, message: RatingRow.Rated) -> None:
        """A number, or a skip."""
        message.stop()
        self.post_message(self.Answered("" if message.rating is None else str(message.rating)))

    def _give(self, key: str) -> bool:
        return self._picks.give(key)

    def _to_answers(self) -> None:
        if self._picks.display:
            self._picks.reach()

    def on_key(self, event: events.Key) -> None:
        """From the numbers down to the answers below them."""
        if event.key == "down" and self.query_one(RatingRow).has_focus:
            event.stop()
            self._to_answers()

    def _type_own(self, text: str) -> None:
        """The first letter of an own answer takes the place of a ready one."""
        self._line.focus()
        if text:
            self._line.begin(text)

    @property
    def _line(self) -> Line:
        return self.query_one(Line)

    @property
    def _lines(self) -> TextArea:
        return self.query_one("#field-lines", TextArea)

    @property
    def _picks(self) -> Picks:
        return self.query_one(Picks)
