"""Facts that the app shows: each names the sources it rests on (T8.8)."""

from dataclasses import dataclass
from datetime import date, timedelta

YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Source:
    """Where a fact comes from. `mark`: A official or the paper, B a copy of one, C weak, K not looked up."""

    id: str
    what: str
    where: str
    mark: str
    note: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Fact:
    """One sentence or two, and the ids of its sources."""

    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AgeCard:
    """What many babies do at an age; ages in whole months, `to_months` included."""

    id: str
    name: str
    from_months: int
    lines: tuple[Fact, ...]
    to_months: int | None = None

    def suits(self, months: int) -> bool:
        """Whether it is about babies of so many months."""
        return self.from_months <= months and (self.to_months is None or months <= self.to_months)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class HelpLine:
    """A number to call or text, as seen on `checked_on`; only those with status `verified` are shown."""

    name: str
    number: str
    hours: str
    source: tuple[str, ...]
    checked_on: date
    status: str
    note: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Region:
    """The help lines of one country, or of everywhere; `also` are other country codes that it serves."""

    id: str
    name: str
    lines: tuple[HelpLine, ...] = ()
    danger: HelpLine | None = None
    poison: tuple[HelpLine, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def checked_on(self) -> date:
        """The day of the oldest check among its lines."""
        danger = (self.danger,) if self.danger else ()
        days: list[date] = [line.checked_on for line in (*danger, *self.lines, *self.poison)]
        return min(days)

    def stale(self, today: date) -> bool:
        """Whether some line was last checked more than twelve months ago (T6.5)."""
        return today - self.checked_on > YEAR
