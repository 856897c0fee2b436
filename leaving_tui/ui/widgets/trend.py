"""The numbers at one step: *before* and *worst* apart, each point a real outing, the axis always 0-10."""

import re
from collections.abc import Iterator, Mapping, Sequence

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content

from leaving_tui.content.library import Library
from leaving_tui.domain.lookback.charts import HEIGHT, SCREEN, chart, drawn
from leaving_tui.domain.lookback.trends import Series, Trend
from leaving_tui.telling.format import local, short_day
from leaving_tui.telling.sentences import sentence
from leaving_tui.ui.widgets.drawn import Drawn, beside, wrapped
from leaving_tui.ui.widgets.words import Words

_SIDE_BY_SIDE = 64
_GAP = 4
_WIDEST = 56
"""Columns of a chart at most; wider ones only move the points apart."""
_POINT = re.compile(f"[{SCREEN.point}{SCREEN.upper}{SCREEN.lower}]")
_ABOVE = 3
"""Rows over a chart: which step, a blank one, which number."""


class TrendPanel(Drawn):
    """One step, or all of them: its charts, and the only words that may be said of them (T7.5)."""

    _low = False

    def __init__(self, trend: Trend, title: str, library: Library) -> None:
        super().__init__()
        self._trend = trend
        self._title = title
        self._library = library

    def fit(self, rows: int) -> None:
        """Draw charts that can be seen whole in so many rows."""
        low = rows < HEIGHT + _ABOVE
        if low is not self._low:
            self._low = low
            self.redraw()

    def draw(self, width: int) -> Sequence[Content]:
        """The title, the charts side by side where there is room, the words."""
        series = [one for one in (self._trend.before, self._trend.worst) if one.rated]
        if width < _SIDE_BY_SIDE:
            charts = [line for one in series for line in self._chart(one, min(width, _WIDEST))]
        else:
            half = min((width - _GAP) // 2, _WIDEST)
            first, *second = ([*self._chart(one, half)] for one in series)
            charts = beside(first, second[0] if second else [], half + _GAP)
        said = [line for text in self._said() for line in wrapped(text, width)]
        return [*wrapped(self._title, width, "bold"), Content(""), *charts, *said]

    def _chart(self, series: Series, width: int) -> Iterator[Content]:
        marks = self._trend.marks
        yield Content(self._library.say(f"lookback.trend.{series.measure}"))
        for line in chart(series.ratings, width, marks, low=self._low):
            yield Content.styled(line, "$quiet").highlight_regex(_POINT, style="bold $primary")
        shown, n = drawn(series.ratings, width, marks), len(series.ratings)
        first, last = (
            f"{short_day(at)} {local(at).year}" for at in (series.points[-shown].at, series.points[-1].at)
        )
        yield from wrapped(self._library.say("lookback.trend.span", first=first, last=last), width, "$quiet")
        if shown < n:
            yield from wrapped(self._library.say("lookback.trend.newest", shown=shown, n=n), width, "$quiet")
        yield Content("")

    def _said(self) -> Iterator[str]:
        for line in self._trend.lines:
            yield sentence(line, self._library)
        if any(None in series.ratings for series in (self._trend.before, self._trend.worst) if series.rated):
            yield self._library.say("lookback.trend.gap")


class NumbersPart(VerticalScroll):
    """A panel for each step, the newest one first, and one for all steps."""

    def __init__(self, library: Library, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._library = library

    def on_resize(self, event: events.Resize) -> None:
        """As high as there is room for."""
        for panel in self.query(TrendPanel):
            panel.fit(event.size.height)

    def show(self, every: Sequence[Trend], names: Mapping[str, str]) -> None:
        """Draw these; `names` are those of the steps. With no number yet it invites (T7.12)."""
        self.remove_children()
        panels = [TrendPanel(trend, self._title(trend, names), self._library) for trend in every]
        for panel in panels:
            panel.fit(self.size.height)
        self.mount_all(panels or [Words(self._library.say("lookback.trend.none"))])

    def _title(self, trend: Trend, names: Mapping[str, str]) -> str:
        if trend.step is not None:
            return self._library.say("lookback.trend.at_step", step=names.get(trend.step, trend.step))
        steps = any(point.step for point in trend.before.points)
        return self._library.say(f"lookback.trend.{'all_steps' if steps else 'without_step'}")
