"""The belt: one notch for each outing of any length, and what they add up to."""

from collections.abc import Iterable
from dataclasses import dataclass

from leaving_tui.domain.duration import in_words
from leaving_tui.domain.lookback.line import Line
from leaving_tui.domain.outing import Outing
from leaving_tui.domain.past import as_past

NOTCHES = ((1, "▮"), (10, "■"), (100, "◆"), (1000, "●"))
"""How many outings a notch stands for, and how it looks; the bigger ones come when the small do not fit."""
PLAIN_NOTCHES = ((1, "#"), (10, "X"), (100, "C"), (1000, "M"))
"""The same in ASCII."""
_GROUP = 5


@dataclass(frozen=True, slots=True)
class Totals:
    """What the record adds up to; it only grows as outings are added (T7.8). Lengths are in minutes."""

    outings: int = 0
    trials: int = 0
    minutes: int = 0
    longest: int = 0

    @property
    def lines(self) -> tuple[Line, ...]:
        """The sentences that are true of these totals; with no outing yet, one that invites (T7.12)."""
        if not self.outings:
            return (Line("belt.none"),)
        said = [Line("belt.outings", {"count": self.outings})]
        if self.trials:
            said.append(Line("belt.trials", {"count": self.trials}))
        if self.minutes:
            said.append(
                Line("belt.time", {"total": in_words(self.minutes), "longest": in_words(self.longest)})
            )
        return tuple(said)


def totals(outings: Iterable[Outing]) -> Totals:
    """The number of outings, trial runs among them, the time out in all and the longest one."""
    known = as_past(outings).known
    return Totals(len(known.ids), sum(known.trials), sum(known.minutes), max(known.minutes, default=0))


@dataclass(frozen=True, slots=True)
class Notches:
    """Notches that look alike: how many there are, and how many outings each stands for."""

    mark: str
    each: int
    count: int


@dataclass(frozen=True, slots=True)
class Belt:
    """The belt as drawn; every outing is on it."""

    rows: tuple[str, ...]
    notches: tuple[Notches, ...]

    @property
    def outings(self) -> int:
        """How many outings the drawn notches stand for."""
        return sum(notches.count * notches.each for notches in self.notches)

    @property
    def lines(self) -> tuple[Line, ...]:
        """What each bigger notch stands for."""
        bigger = (notches for notches in self.notches if notches.each > 1)
        return tuple(Line("belt.bigger", {"mark": notches.mark, "each": notches.each}) for notches in bigger)


def belt(outings: int, width: int, rows: int = 3, *, plain: bool = False) -> Belt:
    """A belt of `outings` notches in fives, at most `width` wide and `rows` high; `plain` keeps to ASCII.

    Where single notches do not fit, bigger ones stand for 10, 100 and 1000. From 38 columns and two rows on
    there is room for 20,000 outings; where there is none, the belt is as short as it can be.
    """
    kinds = PLAIN_NOTCHES if plain else NOTCHES
    for sizes in range(1, len(kinds) + 1):
        notches = _shared_out(outings, kinds[:sizes])
        drawn = Belt(_rows(notches, width), notches)
        if len(drawn.rows) <= rows:
            break
    return drawn


def _shared_out(outings: int, kinds: tuple[tuple[int, str], ...]) -> tuple[Notches, ...]:
    shared = []
    for each, mark in reversed(kinds):
        count, outings = divmod(outings, each)
        if count:
            shared.append(Notches(mark, each, count))
    return tuple(shared)


def _rows(notches: Iterable[Notches], width: int) -> tuple[str, ...]:
    size = max(1, min(_GROUP, width))
    in_row = max(1, (width + 1) // (size + 1))
    groups = [
        kind.mark * min(size, kind.count - start) for kind in notches for start in range(0, kind.count, size)
    ]
    return tuple(" ".join(groups[start : start + in_row]) for start in range(0, len(groups), in_row))
