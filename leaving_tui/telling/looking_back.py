"""What all finished outings show, each part worked out once for as long as they do not change."""

from datetime import date
from functools import cached_property

from leaving_tui.domain.lookback.belt import Totals, totals
from leaving_tui.domain.lookback.calendar import Year, year
from leaving_tui.domain.lookback.evidence import Evidence, evidence
from leaving_tui.domain.lookback.ledger import Ledger, ledger
from leaving_tui.domain.lookback.trends import Trend, over_time, trends
from leaving_tui.domain.outing import Outing


class LookingBack:
    """Each part is worked out when it is first asked for: a screen pays only for what it shows."""

    def __init__(self, outings: tuple[Outing, ...]) -> None:
        self.outings = outings
        self._year: tuple[date, Year] | None = None

    @cached_property
    def totals(self) -> Totals:
        """What the record adds up to."""
        return totals(self.outings)

    @cached_property
    def ledger(self) -> Ledger:
        """Each prediction beside what happened."""
        return ledger(self.outings)

    @cached_property
    def trends(self) -> tuple[Trend, ...]:
        """The numbers at each step, and over all steps where there is more than one."""
        every = trends(self.outings)
        return (*every, *over_time(self.outings)) if len(every) > 1 else every

    @cached_property
    def evidence(self) -> Evidence | None:
        """What may be said while out."""
        return evidence(self.outings)

    def year(self, today: date) -> Year:
        """The year up to `today`, on the wall clock of the machine."""
        if self._year is None or self._year[0] != today:
            self._year = today, year(self.outings, today, None)
        return self._year[1]


_newest = [LookingBack(())]


def looking_back(outings: tuple[Outing, ...]) -> LookingBack:
    """What `outings` show: the same object for as long as it is asked for the same tuple of them."""
    if _newest[0].outings is not outings:
        _newest[0] = LookingBack(outings)
    return _newest[0]
