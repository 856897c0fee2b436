"""What the clock brings while out, told once, as its moment passes."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from leaving_tui.content.library import Library
from leaving_tui.domain.outing import Outing, Stage
from leaving_tui.telling.format import clock_time

FIVE = timedelta(minutes=5)
LONG_ENOUGH = timedelta(minutes=20)
"""Outings from this length on have a half-way worth a word."""


def passed(outing: Outing | None, since: datetime, now: datetime, library: Library) -> Iterator[str]:
    """What has come after `since`, up to `now`."""
    if outing is None or outing.stage is not Stage.AWAY or not outing.left_at or not outing.due_at:
        return
    home_by = clock_time(outing.due_at)
    coming = [(at, "plain.away.check_in", clock_time(at)) for at in outing.plan.check_ins]
    if outing.due_at - outing.left_at >= LONG_ENOUGH:
        half = outing.left_at + (outing.due_at - outing.left_at) / 2
        coming += [(half, "plain.away.half", home_by), (outing.due_at - FIVE, "plain.away.five", home_by)]
    coming.append((outing.due_at, "away.past_now", home_by))
    for at, key, told in sorted(coming):
        if since < at <= now:
            yield library.say(key, at=told)
