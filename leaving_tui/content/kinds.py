"""The kinds of words that a person may add to or replace with their own."""

from dataclasses import dataclass, field

from leaving_tui.content.entries import LINES, among


@dataclass(frozen=True, slots=True)
class Script:
    """A goodbye: what to say to the baby, what to do, and a note for the parent; ages in whole months."""

    id: str
    name: str
    say: str = field(metadata=LINES)
    do: str = field(default="", metadata=LINES)
    note: str = field(default="", metadata=LINES)
    from_months: int = 0
    to_months: int | None = None
    tears: bool = False
    """The shortest one, for tears at the door."""
    sources: tuple[str, ...] = ()
    own: bool = False

    def suits(self, months: int) -> bool:
        """Whether it is meant for a baby of so many months."""
        return self.from_months <= months and (self.to_months is None or months <= self.to_months)


@dataclass(frozen=True, slots=True)
class Exercise:
    """A grounding exercise, one step after another; `minutes` is how long it takes, in words."""

    id: str
    name: str
    minutes: str
    purpose: str
    steps: tuple[str, ...]
    care: str | None = None
    asks_first: bool = False
    """Begins with "a new fact, or a worry?" (T2.6)."""
    keeps_worry: bool = False
    """A worry may be written down at its first step, to be looked at at home."""
    extra: bool = False
    """A thinking tool, listed after the exercises."""
    sources: tuple[str, ...] = ()
    own: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A kind line; `places` are `door`, `away`, `home` or `any`, `needs` the facts it speaks of."""

    id: str
    text: str
    places: tuple[str, ...] = field(default=("any",), metadata=among("any", "door", "away", "home"))
    needs: tuple[str, ...] = field(default=(), metadata=among("plan", "carer", "checkin", "early"))
    sources: tuple[str, ...] = ()
    own: bool = False

    def fits(self, place: str, facts: frozenset[str] = frozenset()) -> bool:
        """Whether it can be said at `place` when only `facts` are known."""
        here = "any" in self.places or place in self.places
        return here and facts.issuperset(self.needs)


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the ladder: `minutes` is the length to start with, the texts say it in words."""

    id: str
    name: str
    minutes: int
    time: str
    plan_first: str = ""
    check_in: str = ""
    check_ins: int = 0
    """How many check-ins to agree, unless the person changes it."""
    trial: bool = False
    """The parent stays at home all the while."""
    sources: tuple[str, ...] = ()
    own: bool = False
