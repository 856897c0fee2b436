"""The check-in that was agreed, in one sentence: who sends it and when, or that it is late (T3.8)."""

from datetime import datetime

from leaving_tui.content.library import Library
from leaving_tui.domain.agreement import Agreement, Sender, came, is_late, next_check_in
from leaving_tui.domain.outing import Outing
from leaving_tui.telling.format import clock_time


def agreed(outing: Outing, now: datetime, library: Library) -> str:
    """What to expect next; or that all that was agreed has come."""
    agreement = Agreement.of(outing.plan)
    if not agreement.at:
        return library.say("prepare.agreement.none")
    coming = next_check_in(agreement.at, now, came(outing))
    if coming is None:
        one = len(agreement.at) == 1
        return library.say("prepare.agreement.came" if one else "prepare.agreement.all_came")
    at, carer = clock_time(coming), outing.plan.carer
    if is_late(coming, now):
        return library.say("prepare.agreement.late", at=at)
    if agreement.sender is Sender.ME:
        return library.say("prepare.agreement.me", at=at)
    key = "carer" if carer else "carer_unnamed"
    return library.say(f"prepare.agreement.{key}", carer=carer, at=at)
