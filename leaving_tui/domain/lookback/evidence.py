"""What the person's own outings say while they are out: plain counts with the number they rest on."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from leaving_tui.domain.lookback.answers import Answers, answers
from leaving_tui.domain.lookback.line import Line
from leaving_tui.domain.lookback.past import began
from leaving_tui.domain.outing import Felt, Kind, Outing
from leaving_tui.domain.past import as_past

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
    """All that may be shown; `answers` are of the newest outings, and so are `words`, the newest first."""

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
    past = as_past(outings)
    calm = [felt is not Felt.WRONG for felt in past.known.felt]
    if sum(calm) < ENOUGH:
        return None
    seen = _Seen()
    for outing in past.where(calm):
        seen.look_at(outing)
    ends = seen.ends
    urges = Urges(ends["waited"], ends["checked"], ends["new_fact"])
    return Evidence(answers(past, RECENT), _hard_part(seen.starts), urges, tuple(seen.words))


class _Seen:
    """What is counted while going through the outings once, the newest first."""

    def __init__(self) -> None:
        self.starts: Counter[int] = Counter()
        self.ends: Counter[object] = Counter()
        self.words: list[OwnWords] = []

    def look_at(self, outing: Outing) -> None:
        """One more outing."""
        # One that ended within the first stretch could not have had its hard part later.
        minutes = _peak(outing) if outing.minutes_out > _STARTS[1] else None
        if minutes is not None:
            self.starts[max(start for start in _STARTS if start <= minutes)] += 1
        ends = (moment.detail.get("outcome") for moment in outing.moments if moment.kind == Kind.URGE)
        self.ends.update(end for end in ends if isinstance(end, str))
        if len(self.words) < RECENT and outing.reflection and outing.reflection.found_out:
            self.words.append(OwnWords(outing.reflection.found_out, began(outing), outing.id))


def _hard_part(starts: Counter[int]) -> HardPart | None:
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
