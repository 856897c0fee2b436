"""The check-in that was agreed, in one sentence: who sends it and when, or that it is late (T3.8)."""

from datetime import datetime

from leaving_tui.content.library import Library
from leaving_tui.domain.agreement import Agreement, Sender, is_late, next_check_in
from leaving_tui.domain.outing import Kind, Outing
from leaving_tui.telling.format import clock_time


def agreed(outing: Outing, now: datetime, library: Library) -> str:
    """What to expect next; empty once all that was agreed has come."""
    agreement = Agreement.of(outing.plan)
    if not agreement.at:
        return library.say("prepare.agreement.none")
    came = [m.at for m in outing.moments if m.kind == Kind.CHECK_IN and m.detail.get("planned") is True]
    coming = next_check_in(agreement.at, now, came)
    if coming is None:
        return ""
    at, carer = clock_time(coming), outing.plan.carer
    if is_late(coming, now):
        return library.say("prepare.agreement.late", at=at)
    if agreement.sender is Sender.ME:
        return library.say("prepare.agreement.me", at=at)
    key = "carer" if carer else "carer_unnamed"
    return library.say(f"prepare.agreement.{key}", carer=carer, at=at)
