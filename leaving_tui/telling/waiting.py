"""The wait with an urge that was begun on this outing."""

from datetime import datetime, timedelta

from leaving_tui.domain.bounds import kept_moment
from leaving_tui.domain.record import stamp
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


def wait_from(now: datetime, minutes: int) -> dict[str, object]:
    """What is kept of a wait of `minutes` that begins now."""
    return {"urge_until": stamp(now + timedelta(minutes=minutes)), "urge_minutes": minutes}


def minutes_left(snapshot: Snapshot, now: datetime) -> int | None:
    """Minutes to go, a begun one counted whole; 0 once the wait is over, `None` where there is none."""
    until = wait_until(snapshot)
    return None if until is None else max(0, -((now - until) // timedelta(minutes=1)))


def minutes_waited(snapshot: Snapshot, now: datetime) -> int:
    """How long a wait has been at `now`, in whole minutes; no longer than it was meant to be."""
    meant = whole_in(snapshot.notes.get("choices", {}), "urge_minutes", 0, LONGEST) or 0
    return max(0, meant - (minutes_left(snapshot, now) or 0))
