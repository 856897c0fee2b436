"""Ratings over time, *before* and *worst* apart, for each step and over all (T7.2-T7.6, T7.9, T7.10).

A number from before is only ever put beside other numbers from before, and a worst moment beside other
worst moments. Nothing here compares before with after: being home again is no result (T7.4).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from leaving_tui.domain.lookback.line import Line
from leaving_tui.domain.lookback.past import began, went_wrong
from leaving_tui.domain.outing import SCALE, Outing
from leaving_tui.domain.past import as_past

ENOUGH = 4
"""Ratings at a step from which words may be used (T7.5); our number, no study behind it."""
NOISE = 1
"""Points of 10 within which two medians are about the same (T7.5)."""


class Measure(StrEnum):
    """What was rated: anxious before leaving, or the worst moment as remembered at home."""

    BEFORE = "before"
    WORST = "worst"


class Change(StrEnum):
    """The only words for a trend."""

    LOWER = "lower"
    SAME = "same"
    HIGHER = "higher"


@dataclass(frozen=True, slots=True)
class Point:
    """One real outing; a rating of `None` was skipped and is a gap."""

    outing: str
    at: datetime
    step: str | None
    rating: int | None


@dataclass(frozen=True, slots=True)
class Series:
    """The points of one measure on one scale, oldest first."""

    measure: Measure
    points: tuple[Point, ...]

    @property
    def ratings(self) -> tuple[int | None, ...]:
        """What a chart draws: 0-10, `None` for a gap."""
        return tuple(point.rating for point in self.points)

    @property
    def rated(self) -> tuple[int, ...]:
        """The ratings that were given."""
        return tuple(rating for rating in self.ratings if rating is not None)

    @property
    def change(self) -> Change | None:
        """How the last half's median stands to the first half's; `None` with too few ratings."""
        return change(self.rated)

    @property
    def line(self) -> Line | None:
        """The sentence for these ratings; `None` where there are none."""
        if not self.rated:
            return None
        word = self.change or "few"
        return Line(f"trend.{self.measure}_{word}", {"count": len(self.rated), "n": len(self.rated)})


@dataclass(frozen=True, slots=True)
class Trend:
    """Outings on one scale: at one step, or over all of them; `left_out` went wrong and are not drawn."""

    step: str | None
    scale: str
    before: Series
    worst: Series
    left_out: int = 0

    @property
    def went(self) -> int:
        """The outings in it, rated or not."""
        return len(self.before.points)

    @property
    def marks(self) -> tuple[int, ...]:
        """The places of the points at which another step begins (T7.9)."""
        steps = pairwise(point.step for point in self.before.points)
        return tuple(place for place, (old, new) in enumerate(steps, 1) if old != new)

    @property
    def lines(self) -> tuple[Line, ...]:
        """What may be said of it; words for a change only where all outings are at one step."""
        said = self._words() if self.step is not None else []
        if all(point.step is None for point in self.before.points):
            said.append(Line("trend.no_step", {"count": self.went}))
        if self.scale != SCALE:
            said.append(Line("trend.other_scale", {"scale": self.scale}))
        if self.marks:
            said.append(Line("trend.step_change", {"count": len(self.marks)}))
        if self.left_out:
            said.append(Line("trend.left_out", {"count": self.left_out}))
        return tuple(said)

    def _words(self) -> list[Line]:
        both = (self.before, self.worst)
        said = [series.line for series in both if series.line is not None]
        if any(series.change in (Change.SAME, Change.HIGHER) for series in both):
            said.append(Line("trend.still", {"count": self.went}))
        return said


def change(rated: Sequence[int]) -> Change | None:
    """Lower, about the same (within a point) or higher, by the medians of the first and the last half.

    Of an odd number the middle one is in neither half. Fewer than four ratings have no word (T7.5).
    """
    if len(rated) < ENOUGH:
        return None
    half = len(rated) // 2
    moved = median(rated[-half:]) - median(rated[:half])
    if abs(moved) <= NOISE:
        return Change.SAME
    return Change.LOWER if moved < 0 else Change.HIGHER


def trends(outings: Iterable[Outing]) -> tuple[Trend, ...]:
    """One trend for each step and scale with a rating, the step of the newest outing first.

    Outings without a step have one of their own: drawn, but not compared, for they are not alike.
    """
    return _grouped(map(_go, as_past(outings)), _at_step)


def over_time(outings: Iterable[Outing]) -> tuple[Trend, ...]:
    """All outings in order, whatever their step, one trend for each scale; step changes are its `marks`."""
    return _grouped(map(_go, as_past(outings)), _at_any)


def every_trend(outings: Iterable[Outing]) -> tuple[Trend, ...]:
    """Those of `trends`, and where there is more than one, those of `over_time` after them."""
    goes = [_go(outing) for outing in as_past(outings)]
    each = _grouped(goes, _at_step)
    return (*each, *_grouped(goes, _at_any)) if len(each) > 1 else each


class _Go(NamedTuple):
    """What the numbers need of one outing."""

    id: str
    at: datetime
    step: str | None
    scale: str
    before: int | None
    worst: int | None
    wrong: bool


def _go(outing: Outing) -> _Go:
    told = outing.reflection
    worst = None if told is None else told.worst
    return _Go(
        outing.id,
        began(outing),
        outing.step,
        outing.before.scale,
        outing.before.rating,
        worst,
        went_wrong(outing),
    )


def _at_step(go: _Go) -> tuple[str | None, str]:
    return go.step, go.scale


def _at_any(go: _Go) -> tuple[str | None, str]:
    return None, go.scale


def _grouped(goes: Iterable[_Go], key: Callable[[_Go], tuple[str | None, str]]) -> tuple[Trend, ...]:
    groups: dict[tuple[str | None, str], list[_Go]] = {}
    for go in goes:
        groups.setdefault(key(go), []).append(go)
    every = (_trend(group[::-1], *of) for of, group in groups.items())
    return tuple(trend for trend in every if _has_points(trend))


def _trend(past: list[_Go], step: str | None, scale: str) -> Trend:
    drawn = [go for go in past if not go.wrong]
    before = tuple(Point(go.id, go.at, go.step, go.before) for go in drawn)
    worst = tuple(Point(go.id, go.at, go.step, go.worst) for go in drawn)
    series = Series(Measure.BEFORE, before), Series(Measure.WORST, worst)
    return Trend(step, scale, *series, left_out=len(past) - len(drawn))


def _has_points(trend: Trend) -> bool:
    return bool(trend.before.rated or trend.worst.rated)
