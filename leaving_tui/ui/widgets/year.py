"""A year of outings at a glance: one week a row, as many outings a day as its number says."""

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from leaving_tui.content.library import Library
from leaving_tui.domain.lookback.calendar import Week, Year, calendar, week_at
from leaving_tui.ui.widgets.drawn import Drawn, wrapped

_BLOCK, _GAP = 17, 3
"""Columns of a block of weeks as `calendar` draws it, and between two of them."""


class YearHead(Drawn):
    """How to choose a week, and the letters of the days; they stay where they are while the weeks scroll."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._shown = Year(())

    def show(self, shown: Year) -> None:
        """The days above this year."""
        self._shown = shown
        self.redraw()

    def draw(self, width: int) -> Sequence[Content]:
        """The line on top of each block of weeks, under what can be done."""
        days = calendar(self._shown, width, *_names(self._library))[:1]
        choose = wrapped(self._library.say("lookback.calendar.choose"), width)
        return [line.stylize("$quiet") for line in (*choose, *map(Content, days))]


class YearPanel(Widget, can_focus=True):
    """A tap, or the arrows, choose a week."""

    COMPONENT_CLASSES = {"year--day", "year--none", "year--week"}
    BINDINGS = [
        Binding("up", "step(-1)", "The week before", show=False, id="week_before"),
        Binding("down", "step(1)", "The week after", show=False, id="week_after"),
        Binding("left", "block(-1)", "The weeks to the left", show=False, id="weeks_left"),
        Binding("right", "block(1)", "The weeks to the right", show=False, id="weeks_right"),
        Binding("home", "step(-1000)", show=False),
        Binding("end", "step(1000)", show=False),
    ]

    shown: reactive[Year] = reactive(Year(()), init=False, layout=True)
    week: reactive[int] = reactive(0, init=False)

    class Chosen(Message):
        """The person wants to see this week."""

        def __init__(self, week: Week) -> None:
            super().__init__()
            self.week = week

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._drawn: tuple[Year, int, list[str]] | None = None
        self._names = _names(library)

    def watch_shown(self) -> None:
        """Begin with the newest week that has an outing."""
        weeks = self.shown.weeks
        newest = (place for place in range(len(weeks) - 1, -1, -1) if any(weeks[place].counts))
        self.week = next(newest, max(0, len(weeks) - 1))
        self._choose()

    def watch_week(self) -> None:
        """Show which one is chosen."""
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line for each row of weeks."""
        return len(self._lines(width))

    def line_of_week(self) -> int:
        """The line on which the chosen week stands."""
        lines = range(self.size.height)
        return next((line for line in lines if self._chosen_block(line) is not None), 0)

    def action_step(self, weeks: int) -> None:
        """Earlier or later."""
        self.week = max(0, min(len(self.shown.weeks) - 1, self.week + weeks))
        self._choose()

    def action_block(self, blocks: int) -> None:
        """To the week beside this one."""
        self.action_step(blocks * len(self._lines(self.size.width)))

    def on_click(self, event: events.Click) -> None:
        """A tap on a week chooses it."""
        week = self._week_at(event.y, event.x)
        if week is not None:
            self.week = self.shown.weeks.index(week)
            self._choose()

    def _choose(self) -> None:
        if self.shown.weeks:
            self.post_message(self.Chosen(self.shown.weeks[self.week]))

    def render_line(self, y: int) -> Strip:
        """A row of weeks; the chosen one stands out."""
        width = self.size.width
        lines = self._lines(width)
        if y >= len(lines):
            return Strip.blank(width, self.rich_style)
        chosen = self._chosen_block(y)
        segments = [
            self._segment(mark, chosen=chosen is not None and 0 <= at - chosen * (_BLOCK + _GAP) < _BLOCK)
            for at, mark in enumerate(lines[y])
        ]
        return Strip(Segment.simplify(segments)).adjust_cell_length(width, self.rich_style)

    def _segment(self, mark: str, *, chosen: bool) -> Segment:
        style = self.get_component_rich_style("year--day" if mark.isdigit() or mark == "+" else "year--none")
        return Segment(
            mark, style + self.get_component_rich_style("year--week", partial=True) if chosen else style
        )

    def _chosen_block(self, line: int) -> int | None:
        chosen = self.shown.weeks[self.week] if self.shown.weeks else None
        for block in range((self.size.width + _GAP) // (_BLOCK + _GAP)):
            week = self._week_at(line, block * (_BLOCK + _GAP))
            if week is not None and week is chosen:
                return block
        return None

    def _week_at(self, line: int, column: int) -> Week | None:
        # The first line of a calendar is the one of the days, which stands in the head.
        return week_at(self.shown, self.size.width, line + 1, column)

    def _lines(self, width: int) -> list[str]:
        if self._drawn is None or self._drawn[0] is not self.shown or self._drawn[1] != width:
            self._drawn = self.shown, width, calendar(self.shown, width, *self._names)[1:]
        return self._drawn[2]


def _names(library: Library) -> tuple[list[str], list[str]]:
    """The months, and the days of a week."""
    return library.say("lookback.months").split(), library.say("lookback.weekdays").split()
