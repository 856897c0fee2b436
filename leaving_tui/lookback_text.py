"""Looking back as plain text of at most 80 columns, in an order that reads aloud well."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, tzinfo
from textwrap import wrap
from types import MappingProxyType
from typing import Protocol

from leaving_tui.domain.lookback.belt import belt, totals
from leaving_tui.domain.lookback.charts import PLAIN, chart, drawn
from leaving_tui.domain.lookback.ledger import Ledger, Pair, ledger
from leaving_tui.domain.lookback.line import Line
from leaving_tui.domain.lookback.trends import Series, Trend, over_time, trends
from leaving_tui.domain.outing import Outing

WIDTH = 80
_BELT_ROWS = 3
_NO_NAMES: Mapping[str, str] = MappingProxyType({})


class Say(Protocol):
    """Gives the sentence at a key such as `lookback.belt.none`, with its values put in."""

    def __call__(self, key: str, /, **values: object) -> str:
        """The sentence."""
        ...


def look_back(
    outings: Iterable[Outing],
    say: Say,
    zone: tzinfo | None = None,
    steps: Mapping[str, str] = _NO_NAMES,
    *,
    charts: bool = False,
) -> str:
    """What going out has shown, as lines of at most 80 columns; `steps` names the steps by their ids.

    Every number is in the text, for those who listen to it; with `charts` they are drawn in ASCII as well.
    """
    page = _Page(say, zone, steps, charts=charts)
    told = tuple(outings)
    blocks = [page.belt(told), page.ledger(ledger(told)), *page.trends(told)]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


class _Page:
    """The sections of the page, each as lines."""

    def __init__(self, say: Say, zone: tzinfo | None, steps: Mapping[str, str], *, charts: bool) -> None:
        self._say = say
        self._zone = zone
        self._steps = steps
        self._charts = charts

    def belt(self, outings: tuple[Outing, ...]) -> list[str]:
        """The number of outings in words, then the notches where they are drawn: aloud they say nothing."""
        sums = totals(outings)
        if not self._charts:
            return list(self._lines(sums.lines))
        shown = belt(sums.outings, WIDTH, _BELT_ROWS, plain=True)
        return [*self._lines(sums.lines), *shown.rows, *self._lines(shown.lines)]

    def ledger(self, book: Ledger) -> list[str]:
        """The counts, then each prediction beside what happened."""
        lines = [self._said("ledger.title"), *self._lines(book.lines)]
        for pair in book.pairs:
            lines += ["", *self._pair(pair)]
        return lines

    def trends(self, outings: tuple[Outing, ...]) -> Iterator[list[str]]:
        """The numbers at each step, then over all steps where there is more than one."""
        every = trends(outings)
        if not every:
            yield [self._said("trend.title"), *self._wrapped(self._said("trend.none"))]
            return
        yield [self._said("trend.title")]
        for trend in every:
            name = self._steps.get(trend.step or "", trend.step)
            title = self._said("trend.at_step", step=name) if name else self._said("trend.without_step")
            yield [*self._wrapped(title), *self._trend(trend)]
        for trend in over_time(outings) if len(every) > 1 else ():
            yield [self._said("trend.all_steps"), *self._trend(trend)]

    def _trend(self, trend: Trend) -> Iterator[str]:
        for series in (trend.before, trend.worst):
            if series.rated:
                yield from self._series(series, trend)
        yield from self._lines(trend.lines)

    def _series(self, series: Series, trend: Trend) -> Iterator[str]:
        skipped = self._said("trend.skipped")
        numbers = ", ".join(skipped if rating is None else str(rating) for rating in series.ratings)
        yield from self._wrapped(f"{self._said(f'trend.{series.measure}')}: {numbers}")
        if self._charts:
            yield from (row.rstrip() for row in chart(series.ratings, WIDTH, trend.marks, PLAIN))
            shown, n = drawn(series.ratings, WIDTH, trend.marks), len(series.ratings)
            if shown < n:
                yield self._said("trend.newest", shown=shown, n=n)
            first, last = (self._day(series.points[place].at) for place in (-shown, -1))
            yield self._said("trend.span", first=first, last=last)

    def _pair(self, pair: Pair) -> Iterator[str]:
        yield self._day(pair.at)
        yield from self._lines(pair.lines)

    def _day(self, at: datetime) -> str:
        local = at.astimezone(self._zone)
        month = self._said("months").split()[local.month - 1]
        return self._said("day", day=local.day, month=month, year=local.year)

    def _lines(self, lines: Iterable[Line]) -> Iterator[str]:
        for line in lines:
            yield from self._wrapped(self._said(line.key, **line.values))

    def _said(self, key: str, **values: object) -> str:
        return self._say(f"lookback.{key}", **values)

    def _wrapped(self, text: str) -> list[str]:
        return wrap(text, WIDTH)
