"""The names that fill a goodbye or a kind line, as far as the person gave them."""

from datetime import datetime

from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library
from leaving_tui.domain.agreement import came, unmet
from leaving_tui.domain.outing import Plan, Stage
from leaving_tui.telling.format import clock_time, day, local


def names(snapshot: Snapshot, plan: Plan) -> dict[str, str]:
    """What stands for `{baby}`, `{carer}` and the others; unknown ones are empty."""
    baby = snapshot.notes.get("baby", {})
    waited_for = unmet(plan.check_ins, came(snapshot.outing) if snapshot.outing else ())
    return {
        "baby": str(baby.get("name", "")),
        "me": str(baby.get("me", "")),
        "carer": plan.carer,
        "place": plan.place,
        "back": plan.cue,
        "activity": str(baby.get("activity", "")),
        "checkin": clock_time(waited_for[0]) if waited_for else "",
    }


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
