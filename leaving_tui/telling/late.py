"""Running late: a message ready to send, from when the return was moved later."""

from datetime import datetime, timedelta
from math import ceil

from leaving_tui.content.library import Library
from leaving_tui.domain.outing import Outing
from leaving_tui.telling.names import when_back

_MINUTE = timedelta(minutes=1)


def late_message(outing: Outing, now: datetime, library: Library) -> str:
    """What to send for an `outing` that is planned to end later than it was at the door; else empty."""
    if outing.left_at is None or outing.due_at is None:
        return ""
    late = ceil((outing.due_at - outing.left_at) / _MINUTE) - outing.plan.minutes
    if late <= 0:
        return ""
    return library.say("away.late_message", count=late, at=when_back(outing.due_at, now, library))
