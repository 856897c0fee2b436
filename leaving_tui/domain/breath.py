"""A breathing pattern and where in it a person is: computed from elapsed seconds, so that it cannot drift."""

from dataclasses import dataclass
from enum import StrEnum
from math import cos, pi


class Phase(StrEnum):
    """One part of a breath."""

    IN = "in"
    TOP_UP = "top_up"
    HOLD = "hold"
    OUT = "out"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Pattern:
    """Seconds for each part of one breath; a part of 0 seconds does not exist."""

    id: str
    name: str
    breathe_in: float
    hold: float
    breathe_out: float
    rest: float
    top_up: float = 0.0

    @property
    def phases(self) -> tuple[tuple[Phase, float], ...]:
        """The parts that take time, in order."""
        parts = (
            (Phase.IN, self.breathe_in),
            (Phase.TOP_UP, self.top_up),
            (Phase.HOLD, self.hold),
            (Phase.OUT, self.breathe_out),
            (Phase.REST, self.rest),
        )
        return tuple((phase, seconds) for phase, seconds in parts if seconds > 0)

    @property
    def cycle(self) -> float:
        """Seconds of one whole breath."""
        return sum(seconds for _, seconds in self.phases)

    @property
    def holds(self) -> bool:
        """Whether the breath is ever held; such a pattern asks first (T1.2)."""
        return self.hold > 0 or self.rest > 0

    def breaths_in(self, seconds: float) -> int:
        """Whole breaths that best fill `seconds`, one at the fewest; a session ends after an out-breath."""
        return max(1, round(seconds / self.cycle))


@dataclass(frozen=True, slots=True)
class Breath:
    """A moment in a breathing session."""

    phase: Phase
    count: int
    """Second of the phase, from 1, as it is counted aloud."""
    number: int
    """Which breath of the session, from 1."""
    fullness: float
    """0.0 empty to 1.0 full; eased, so that it turns round softly."""
    done: bool


def breath_at(pattern: Pattern, elapsed: float, breaths: int) -> Breath:
    """Where a session of `breaths` breaths is after `elapsed` seconds; done once the last breath is over."""
    elapsed = max(0.0, elapsed)
    number = int(elapsed // pattern.cycle)
    if number >= breaths:
        phase = pattern.phases[-1][0]
        return Breath(phase, 1, breaths, 0.0, done=True)
    within = elapsed - number * pattern.cycle
    start = 0.0
    for phase, seconds in pattern.phases:
        if within < start + seconds or phase is pattern.phases[-1][0]:
            share = min(1.0, (within - start) / seconds)
            return Breath(
                phase, int(within - start) + 1, number + 1, _fullness(pattern, phase, share), done=False
            )
        start += seconds
    raise AssertionError("a pattern has at least one phase")


def _fullness(pattern: Pattern, phase: Phase, share: float) -> float:
    eased = (1 - cos(pi * share)) / 2
    # A top-up breath fills the last quarter.
    first = 0.75 if pattern.top_up else 1.0
    match phase:
        case Phase.IN:
            return first * eased
        case Phase.TOP_UP:
            return first + (1 - first) * eased
        case Phase.HOLD:
            return 1.0
        case Phase.OUT:
            return 1 - eased
        case Phase.REST:
            return 0.0
