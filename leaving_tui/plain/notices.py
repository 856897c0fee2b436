"""What the clock brings while out, told once, as its moment passes."""

from collections.abc import Iterator
from datetime import datetime

from leaving_tui.content.library import Library
from leaving_tui.domain.notices import notices_between
from leaving_tui.domain.outing import Stage
from leaving_tui.snapshot import Snapshot
from leaving_tui.telling.format import clock_time
from leaving_tui.telling.waiting import wait_until


def passed(snapshot: Snapshot, since: datetime, now: datetime, library: Library) -> Iterator[str]:
    """What has come after `since`, up to `now`."""
    outing = snapshot.outing
    if outing is None or outing.due_at is None or outing.stage is not Stage.AWAY:
        return
    for notice in notices_between(outing, since, now, wait_until(snapshot)):
        said = "plain.check.over" if notice.key == "wait_over" else f"notices.{notice.key}"
        yield library.say(said, at=clock_time(outing.due_at))
    if since < outing.due_at <= now:
        yield library.say("away.past_now")
