"""When a past outing began and ended, changed to what the person typed."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from leaving_tui.domain.duration import parse_span
from leaving_tui.domain.errors import PlanError
from leaving_tui.domain.outing import Outing
from leaving_tui.domain.when import TO_COME, names_day, read_when

_LEFT_FIRST = "Please give the time you left first."
_AFTER_HOME = (
    "That is after you came home. Please give an earlier time, or change the time you came home first."
)
_BEFORE_LEFT = "That is before you left. Please give a later time."
_TOO_LONG = "That is more than two weeks after you left. Please look at the day again."
_OVERNIGHT = timedelta(hours=12)
"""How long after leaving a clock time on the next day may be; beyond it, it was more likely mistyped."""
_LONGEST = timedelta(days=14)
_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)

Changes = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """What was typed, when, and in which zone (`None` for the machine's own)."""

    text: str
    now: datetime
    zone: tzinfo | None = None

    def day(self, moment: datetime) -> date:
        """The local day of `moment`."""
        return moment.astimezone(self.zone).date()


def left_at(outing: Outing, told: Told) -> Changes:
    """What changes with the time of leaving; on another day the whole outing moves there.

    Raises:
        PlanError: it cannot be read, is still to come, or is after coming home.
    """
    old = outing.left_at
    left = read_when(told.text, told.now, told.day(old or told.now), told.zone)
    if old is not None and told.day(old) != told.day(left):
        return _moved(outing, left - old, told.now)
    if outing.home_at is not None and left > outing.home_at:
        raise PlanError(_AFTER_HOME)
    return {"left_at": left, **_plan_kept(outing, left, outing.home_at)}


def home_at(outing: Outing, told: Told) -> Changes:
    """What changes with the real end, given as a time or as a length such as `45m`.

    Raises:
        PlanError: it cannot be read, is still to come, or does not fit the time of leaving.
    """
    left = outing.left_at
    if left is None:
        raise PlanError(_LEFT_FIRST)
    home = _end(left, told)
    if home > told.now:
        raise PlanError(TO_COME)
    if home < left:
        raise PlanError(_BEFORE_LEFT)
    if home - left > _LONGEST:
        raise PlanError(_TOO_LONG)
    return {"home_at": home, **_plan_kept(outing, left, home)}


def _end(left: datetime, told: Told) -> datetime:
    length = _length(told)
    if length is not None:
        return left + length
    home = read_when(told.text, told.now, told.day(left), told.zone)
    next_day = home + _DAY
    if home < left and not names_day(told.text) and next_day <= min(told.now, left + _OVERNIGHT):
        return next_day
    return home


def _length(told: Told) -> timedelta | None:
    with suppress(PlanError):
        span = parse_span(told.text, told.now, told.zone)
        return None if span.due_at else span.minutes * _MINUTE
    return None


def _moved(outing: Outing, by: timedelta, now: datetime) -> Changes:
    """The whole outing on another day, as long as it was."""
    changes: Changes = {
        name: at + by
        for name in ("left_at", "due_at", "home_at")
        if (at := getattr(outing, name)) is not None
    }
    if changes.get("home_at", now) > now:
        raise PlanError(TO_COME)
    if not _from_memory(outing):
        changes["prepared_at"] = outing.prepared_at + by
    changes["plan"] = outing.plan._replace(check_ins=tuple(at + by for at in outing.plan.check_ins))
    changes["moments"] = tuple(moment._replace(at=moment.at + by) for moment in outing.moments)
    return changes


def _plan_kept(outing: Outing, left: datetime, home: datetime | None) -> Changes:
    """What else must change so that the plan still fits; one that nobody made is what happened."""
    if not _from_memory(outing):
        changes: Changes = {"prepared_at": min(outing.prepared_at, left)}
        if outing.due_at is not None:
            changes["due_at"] = max(outing.due_at, left + _MINUTE)
        return changes
    if home is None:
        return {}
    return {"due_at": home, "plan": outing.plan._replace(minutes=round((home - left) / _MINUTE))}


def _from_memory(outing: Outing) -> bool:
    """Whether it was written down afterwards: it was got ready after it had begun."""
    return outing.left_at is None or outing.prepared_at > outing.left_at
