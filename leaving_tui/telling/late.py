"""Running late: a message ready to send, once the return was moved later or the plan is past."""

from datetime import datetime, timedelta
from math import ceil

from leaving_tui.content.library import Library
from leaving_tui.domain.outing import Outing
from leaving_tui.telling.names import when_back

_MINUTE = timedelta(minutes=1)


def late_message(outing: Outing, now: datetime, library: Library) -> str:
    """What to send for an `outing` that ends later than was planned at the door; else empty."""
    if outing.left_at is None or outing.due_at is None:
        return ""
    if now - outing.due_at >= _MINUTE:
        past = (now - outing.left_at) // _MINUTE - outing.plan.minutes
        return library.say("away.late_so_far", count=max(1, past))
    late = ceil((outing.due_at - outing.left_at) / _MINUTE) - outing.plan.minutes
    if late <= 0:
        return ""
    return library.say("away.late_message", count=late, at=when_back(outing.due_at, now, library))
