"""What the clock brings while out, told once, as its moment passes."""

from collections.abc import Iterator
from datetime import datetime

from leaving_tui.content.library import Library
from leaving_tui.domain.notices import notices_between
from leaving_tui.domain.outing import Outing, Stage
from leaving_tui.telling.format import clock_time


def passed(outing: Outing | None, since: datetime, now: datetime, library: Library) -> Iterator[str]:
    """What has come after `since`, up to `now`."""
    if outing is None or outing.due_at is None or outing.stage is not Stage.AWAY:
        return
    for notice in notices_between(outing, since, now):
        yield library.say(f"notices.{notice.key}", at=clock_time(outing.due_at))
    if since < outing.due_at <= now:
        yield library.say("away.past_now")
