"""The time left until a planned return, computed from two wall-clock moments and nothing else."""

from datetime import datetime, timedelta
from math import ceil
from typing import NamedTuple

from leaving_tui.domain.duration import in_words

_MINUTE = timedelta(minutes=1)
_HOURS = 100
"""Minutes from which hours are told."""


class Countdown(NamedTuple):
    """How an outing stands between leaving and the planned return."""

    left_at: datetime
    due_at: datetime
    now: datetime

    @property
    def left(self) -> timedelta:
        """Time to go; negative past the plan."""
        return self.due_at - self.now

    @property
    def past(self) -> bool:
        """Whether the planned return has passed."""
        return self.left <= timedelta(0)

    @property
    def seconds(self) -> int:
        """Whole seconds to go, rounded up; past the plan, whole seconds since."""
        seconds = self.left.total_seconds()
        return ceil(seconds) if seconds > 0 else int(-seconds)

    @property
    def minutes(self) -> int:
        """Whole minutes to go, rounded up; past the plan, whole minutes since."""
        return ceil(self.seconds / 60) if not self.past else self.seconds // 60

    @property
    def gone(self) -> float:
        """The share of the way that is behind, 0.0 to 1.0, whatever the clock was set to."""
        whole = self.due_at - self.left_at
        if whole <= timedelta(0):
            return 1.0
        return min(1.0, max(0.0, (self.now - self.left_at) / whole))


def clock_digits(seconds: int) -> str:
    """`M:SS`, or `H:MM:SS` from an hour on."""
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


def minute_digits(minutes: int) -> str:
    """Minutes as `23`, or as `H:MM` from 100 minutes on, where a bare number stops being easy to read."""
    return str(minutes) if minutes < _HOURS else f"{minutes // 60}:{minutes % 60:02}"


def minute_words(minutes: int) -> str:
    """The same in words: `23 min`, and from 100 minutes on `6 h 30 min`."""
    return f"{minutes} min" if minutes < _HOURS else in_words(minutes)
