"""A year at a glance, and the outings of the week that was chosen in it."""

from collections.abc import Sequence
from datetime import date

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll

from leaving_tui.content.library import Library
from leaving_tui.domain.lookback.calendar import outings_of, year
from leaving_tui.domain.outing import Outing
from leaving_tui.ui.widgets.history import HistoryList
from leaving_tui.ui.widgets.words import Words
from leaving_tui.ui.widgets.year import YearHead, YearPanel

_SIDE_BY_SIDE = 100
"""Columns of a window from which the week stands beside the year."""


class YearPart(Vertical):
    """Wide: the year, and the week beside it. Narrow: the week above the year."""

    def __init__(self, library: Library, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._library = library
        self._outings: Sequence[Outing] = ()

    def compose(self) -> ComposeResult:
        """The week and the year; or, with no outing, an invitation (T7.12)."""
        yield Words(self._library.say("lookback.calendar.none"), id="no-year")
        with Vertical(id="week"):
            yield Words(id="week-title", classes="title")
            yield HistoryList(self._library)
        with VerticalScroll(id="calendar", can_focus=False):
            yield YearHead(self._library)
            yield YearPanel(self._library)
            yield Words(self._library.say("lookback.calendar.key"), classes="quiet gap")

    def fit(self, columns: int) -> None:
        """Beside each other in a window of so many columns, if there is room."""
        self.set_class(columns >= _SIDE_BY_SIDE, "-beside")

    def show(self, outings: Sequence[Outing], today: date) -> None:
        """Draw the year up to `today`."""
        self._outings = outings
        shown = year(outings, today, None)
        self.set_class(not shown.outings, "-nothing")
        self.query_one(YearHead).show(shown)
        self.query_one(YearPanel).shown = shown

    def on_year_panel_chosen(self, message: YearPanel.Chosen) -> None:
        """Show the week, and keep it in sight."""
        message.stop()
        first, panel = message.week.first, self.query_one(YearPanel)
        found = tuple(reversed(outings_of(self._outings, first, None)))
        key = "week" if found else "week_none"
        day = f"{first.day} {first:%b} {first.year}"
        self.query_one("#week-title", Words).show(self._library.say(f"lookback.calendar.{key}", date=day))
        self.query_one(HistoryList).outings = found
        self.call_after_refresh(lambda: self._keep_in_sight(panel))

    def _keep_in_sight(self, panel: YearPanel) -> None:
        line = panel.line_of_week()
        # None, if it was closed before the week was drawn.
        for scroll in self.query("#calendar"):
            top, height = int(scroll.scroll_offset.y), scroll.size.height
            if line < top or line >= top + height:
                scroll.scroll_to(y=max(0, line - height // 2), animate=False)
