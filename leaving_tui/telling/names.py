"""The names that fill a goodbye or a kind line, as far as the person gave them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library
from leaving_tui.content.names import plain_words
from leaving_tui.domain.agreement import is_past, waited_for
from leaving_tui.domain.outing import Outing, Plan, Stage
from leaving_tui.domain.text import line_in
from leaving_tui.telling.format import clock_time, day, local

_MORNING = 5
"""The hour from which a parent says "tomorrow"; our own number."""

_SOON = 30
"""Minutes of a plan up to which a parent says "soon"; our own number."""


def names(snapshot: Snapshot, plan: Plan, now: datetime | None = None) -> dict[str, str]:
    """What stands for `{baby}` and the others, seen at `now` or the last change; unknown ones are empty."""
    baby = snapshot.notes.get("baby", {})
    check_in = _to_come(snapshot.outing, plan, now)
    return {
        "baby": baby_name(snapshot.notes),
        "me": str(baby.get("me", "")),
        "carer": plan.carer,
        "place": plan.place,
        "back": plan.cue or _usual_cue(snapshot.outing, now),
        "activity": str(baby.get("activity", "")),
        "checkin": clock_time(check_in) if check_in else "",
    }


def baby_name(notes: Mapping[str, Mapping[str, Any]]) -> str:
    """What the baby is called; where only the care notes have a name, the first word of the full one."""
    given, full = line_in(notes.get("baby", {}), "name"), line_in(notes.get("sheet", {}), "baby_name")
    return given or full.partition(" ")[0]


def _to_come(outing: Outing | None, plan: Plan, now: datetime | None) -> datetime | None:
    """The next check-in; of one that is past, nothing is told as if it were to come."""
    if outing is None or outing.left_at is None:
        return min(plan.check_ins, default=None)
    check_in = waited_for(outing, now or outing.updated_at)
    return None if is_past(check_in, now or outing.updated_at) else check_in


def _usual_cue(outing: Outing | None, now: datetime | None) -> str:
    if outing is None or outing.home_at is not None:
        return ""
    seen = now or outing.updated_at
    return usual_cue(outing.plan.minutes, outing.planned_return(seen), seen)


def usual_cue(minutes: int, due_at: datetime, now: datetime) -> str:
    """When they are back, in words that fit a plan of `minutes`; for where the person chose none."""
    if minutes <= _SOON:
        return plain_words("{back} soon")
    due = local(due_at)
    days = (due.date() - local(now).date()).days
    if days < 1:
        return plain_words("{back}")
    in_the_night = days == 1 and due.hour < _MORNING
    return plain_words("{back} in the night" if in_the_night else "{back} another day")


def company(plan: Plan) -> str:
    """`Grandma · coffee`, with whatever of it is known."""
    return " · ".join(part for part in (plan.carer, plan.place) if part)


def when_back(due_at: datetime, now: datetime, library: Library) -> str:
    """`15:30`, with the day where that is not today."""
    days = (local(due_at).date() - local(now).date()).days
    at = clock_time(due_at)
    if days == 1:
        return library.say("common.tomorrow", at=at)
    return library.say("common.on_day", at=at, day=day(due_at)) if days else at


def home_by(snapshot: Snapshot, now: datetime, library: Library) -> str:
    """`Home by 15:30` while out, nothing else."""
    outing = snapshot.outing
    if outing is None or outing.due_at is None or outing.stage is not Stage.AWAY:
        return ""
    return library.say("away.home_by", at=when_back(outing.due_at, now, library))
