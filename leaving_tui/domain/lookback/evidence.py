"""What the person's own outings say while they are out: plain counts with the number they rest on."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from leaving_tui.domain.lookback.answers import Answers, answers
from leaving_tui.domain.lookback.line import Line
from leaving_tui.domain.lookback.past import began, finished, went_wrong
from leaving_tui.domain.outing import Kind, Outing

ENOUGH = 4
"""Outings from which anything is said at all; our number, no study behind it."""
RECENT = 8
_STARTS = (0, 10, 20, 30, 60)
"""Minutes after leaving at which each stretch of an outing begins."""


@dataclass(frozen=True, slots=True)
class HardPart:
    """The minutes that held the highest rating in `agree` of `outings` outings; the last have no `until`."""

    start: int
    until: int | None
    agree: int
    outings: int

    @property
    def line(self) -> Line:
        """The count as a sentence."""
        key = "first" if self.start == 0 else "late" if self.until is None else "between"
        values = {"start": self.start, "until": self.until, "agree": self.agree, "n": self.outings}
        return Line(f"evidence.hard_{key}", values)


@dataclass(frozen=True, slots=True)
class Urges:
    """Urges to check: waited out or not. One that began with a new fact was no mere urge and stands apart."""

    waited: int = 0
    checked: int = 0
    new_fact: int = 0

    @property
    def count(self) -> int:
        """The urges that the count rests on."""
        return self.waited + self.checked

    @property
    def line(self) -> Line | None:
        """The count as a sentence; `None` where there was no urge."""
        return Line("evidence.urges", {"count": self.count, "waited": self.waited}) if self.count else None


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Something the person found out, as they wrote it, and when that outing began (UTC)."""

    text: str
    at: datetime
    outing: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that may be shown; `answers` are of the newest outings."""

    answers: Answers
    hard_part: HardPart | None
    urges: Urges
    words: tuple[OwnWords, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """The counts as sentences, the one on easier outings first."""
        key = "easier" if self.answers.mostly_easier else "mixed"
        said = [Line(f"evidence.{key}", self.answers.values), *self.answers.apart]
        if self.hard_part is not None:
            said.append(self.hard_part.line)
        if self.urges.line is not None:
            said.append(self.urges.line)
        return tuple(said)


def evidence(outings: Iterable[Outing]) -> Evidence | None:
    """What the record supports, or `None` with fewer than four outings to rest on.

    Outings in which something really went wrong are left out of everything, and the count says so.
    """
    past = finished(outings)
    calm = tuple(outing for outing in past if not went_wrong(outing))
    if len(calm) < ENOUGH:
        return None
    return Evidence(answers(past, RECENT), _hard_part(calm), _urges(calm), _words(calm))


def _hard_part(past: Iterable[Outing]) -> HardPart | None:
    # An outing that ended within the first stretch could not have had its hard part later.
    peaks = [_peak(outing) for outing in past if outing.minutes_out > _STARTS[1]]
    starts = Counter(_start(minutes) for minutes in peaks if minutes is not None)
    if starts.total() < ENOUGH:
        return None
    start, agree = starts.most_common(1)[0]
    if 2 * agree <= starts.total():
        return None
    later = [other for other in _STARTS if other > start]
    return HardPart(start, later[0] if later else None, agree, starts.total())


def _peak(outing: Outing) -> float | None:
    """Minutes after leaving of the first highest rating given while out."""
    left, home = began(outing), outing.home_at
    while_out = [m for m in outing.moments if m.rating is not None and home and left <= m.at <= home]
    if not while_out:
        return None
    highest = max(while_out, key=lambda moment: (moment.rating or 0, left - moment.at))
    return (highest.at - left) / timedelta(minutes=1)


def _start(minutes: float) -> int:
    return max(start for start in _STARTS if start <= minutes)


def _urges(past: Iterable[Outing]) -> Urges:
    moments = (moment for outing in past for moment in outing.moments if moment.kind == Kind.URGE)
    ends = [moment.detail.get("outcome") for moment in moments]
    return Urges(ends.count("waited"), ends.count("checked"), ends.count("new_fact"))


def _words(past: Iterable[Outing]) -> tuple[OwnWords, ...]:
    told = [(outing, outing.reflection.found_out) for outing in past if outing.reflection]
    return tuple(OwnWords(text, began(outing), outing.id) for outing, text in reversed(told) if text)
