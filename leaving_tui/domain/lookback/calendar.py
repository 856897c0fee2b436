"""A year at a glance: weeks of seven days with the number of outings on each, and the outings of one week."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from leaving_tui.domain.lookback.past import local_day
from leaving_tui.domain.outing import Outing
from leaving_tui.domain.past import Past, as_past

WEEKS = 53
NONE, MANY = "·", "+"
"""A day with no outing, and one with ten or more."""
_LABEL, _BLOCK, _GAP = 4, 17, 3
"""Columns of a month's name, of a block of weeks, and between two blocks."""


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from the Monday `first`; a count of `None` is a day still to come."""

    first: date
    counts: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """Weeks in order, the last one holding today."""

    weeks: tuple[Week, ...]

    @property
    def outings(self) -> int:
        """How many outings are in it."""
        return sum(count or 0 for week in self.weeks for count in week.counts)


def year(outings: Iterable[Outing], today: date, zone: tzinfo | None, weeks: int = WEEKS) -> Year:
    """The weeks up to the one with `today`; an outing is on the local day on which it began."""
    newest = monday(today)
    firsts = [newest - timedelta(weeks=back) for back in range(weeks - 1, -1, -1)]
    past = as_past(outings)
    shown = _between(past, firsts[0], newest + timedelta(weeks=1), zone)
    counts = Counter(local_day(past.known.began[place], zone) for place in shown)
    return Year(tuple(_week(first, counts, today) for first in firsts))


def monday(day: date) -> date:
    """The first day of that day's week."""
    return day - timedelta(days=day.weekday())


def outings_of(outings: Iterable[Outing], first: date, zone: tzinfo | None) -> tuple[Outing, ...]:
    """The finished outings of the week that begins on `first`, oldest first."""
    past = as_past(outings)
    return tuple(past[place] for place in reversed(_between(past, first, first + timedelta(weeks=1), zone)))


def calendar(shown: Year, width: int, months: Sequence[str], days: Sequence[str]) -> list[str]:
    """The year as lines of equal length within `width`: one week a row, as many blocks as fit side by side.

    `months` are twelve names of three letters, `days` seven of one. Two blocks need 37 columns. A year
    with no outing has no lines: the screen invites instead (T7.12).
    """
    if not shown.outings:
        return []
    blocks, height = _shape(len(shown.weeks), width)
    rows = [" " * _LABEL + " ".join(days)]
    lines = [(" " * _GAP).join(rows * blocks)]
    for row in range(height):
        cells = (
            _cells(shown.weeks, row + block * height, top=row == 0, months=months) for block in range(blocks)
        )
        lines.append((" " * _GAP).join(cells))
    return lines


def week_at(shown: Year, width: int, line: int, column: int) -> Week | None:
    """The week drawn at that line and column of `calendar`, both counted from 0."""
    blocks, height = _shape(len(shown.weeks), width)
    block, within = divmod(column, _BLOCK + _GAP)
    place = block * height + line - 1
    inside = 0 <= block < blocks and 1 <= line <= height and within < _BLOCK and place < len(shown.weeks)
    return shown.weeks[place] if inside else None


def _between(past: Past, first: date, last: date, zone: tzinfo | None) -> list[int]:
    """The places of those from the local midnight of `first` up to that of `last`."""
    # Comparing moments is far quicker than finding the local day of each.
    begin, end = (_midnight(day, zone) for day in (first, last))
    return [place for place, began in enumerate(past.known.began) if begin <= began < end]


def _midnight(day: date, zone: tzinfo | None) -> datetime:
    midnight = datetime.combine(day, time())
    # A naive time is read in the machine's own zone, with that day's summer time.
    return (midnight.replace(tzinfo=zone) if zone else midnight).astimezone(UTC)


def _shape(weeks: int, width: int) -> tuple[int, int]:
    blocks = max(1, min(weeks, (width + _GAP) // (_BLOCK + _GAP)))
    return blocks, -(-weeks // blocks)


def _week(first: date, counts: Counter[date], today: date) -> Week:
    days = (first + timedelta(days=day) for day in range(7))
    return Week(first, tuple(counts[day] if day <= today else None for day in days))


def _cells(weeks: Sequence[Week], place: int, *, top: bool, months: Sequence[str]) -> str:
    if place >= len(weeks):
        return " " * _BLOCK
    week = weeks[place]
    last = week.first + timedelta(days=6)
    named = top or last.day <= 7
    label = months[last.month - 1][: _LABEL - 1] if named else ""
    return label.ljust(_LABEL) + " ".join(map(_cell, week.counts))


def _cell(count: int | None) -> str:
    if count is None:
        return " "
    if count == 0:
        return NONE
    return str(count) if count < 10 else MANY
