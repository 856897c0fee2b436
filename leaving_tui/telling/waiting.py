"""The wait with an urge that was begun on this outing."""

from datetime import datetime, timedelta

from leaving_tui.domain.bounds import kept_moment
from leaving_tui.domain.text import whole_in
from leaving_tui.snapshot import Snapshot

LONGEST = 120
"""Minutes of the longest wait."""


def wait_until(snapshot: Snapshot) -> datetime | None:
    """The end of a wait that was begun on this outing; one of an earlier outing is over with that."""
    outing = snapshot.outing
    until = kept_moment(snapshot.notes.get("choices", {}).get("urge_until"))
    if until is None or outing is None or outing.left_at is None:
        return None
    return until if until > outing.left_at else None


def minutes_left(snapshot: Snapshot, now: datetime) -> int | None:
    """Minutes to go, a begun one counted whole; 0 once the wait is over, `None` where there is none."""
    until = wait_until(snapshot)
    return None if until is None else max(0, -((now - until) // timedelta(minutes=1)))


def minutes_waited(snapshot: Snapshot) -> int:
    """How long a wait was meant to be, in minutes."""
    return whole_in(snapshot.notes.get("choices", {}), "urge_minutes", 0, LONGEST) or 0
