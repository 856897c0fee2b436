"""The names that fill a goodbye or a kind line, as far as the person gave them."""

from datetime import datetime

from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library
from leaving_tui.content.names import plain_words
from leaving_tui.domain.agreement import came, unmet
from leaving_tui.domain.outing import Outing, Plan, Stage
from leaving_tui.telling.format import clock_time, day, local

_MORNING = 5
"""The hour from which a parent says "tomorrow"; our own number."""


def names(snapshot: Snapshot, plan: Plan, now: datetime | None = None) -> dict[str, str]:
    """What stands for `{baby}` and the others, seen at `now` or the last change; unknown ones are empty."""
    baby = snapshot.notes.get("baby", {})
    waited_for = unmet(plan.check_ins, came(snapshot.outing) if snapshot.outing else ())
    return {
        "baby": str(baby.get("name", "")),
        "me": str(baby.get("me", "")),
        "carer": plan.carer,
        "place": plan.place,
        "back": plan.cue or _on_another_day(snapshot.outing, now),
        "activity": str(baby.get("activity", "")),
        "checkin": clock_time(waited_for[0]) if waited_for else "",
    }


def _on_another_day(outing: Outing | None, now: datetime | None) -> str:
    """When they are back, unless that is today: then the plain words of any goodbye do."""
    if outing is None or outing.home_at is not None:
        return ""
    seen = now or outing.updated_at
    due = local(outing.planned_return(seen))
    days = (due.date() - local(seen).date()).days
    if days < 1:
        return ""
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
