"""The title of the terminal window: the time left, for a glance from elsewhere."""

from datetime import datetime

from leaving_tui.content.library import Library
from leaving_tui.domain.countdown import Countdown
from leaving_tui.domain.duration import in_words
from leaving_tui.domain.outing import Outing, Stage


def title(outing: Outing | None, now: datetime, library: Library) -> str:
    """`Leaving · 23 min` while out, `Leaving` else."""
    if outing is None or outing.stage is not Stage.AWAY or not outing.left_at or not outing.due_at:
        return library.say("common.title")
    countdown = Countdown(outing.left_at, outing.due_at, now)
    key = "common.title_past" if countdown.past else "common.title_left"
    return library.say(key, left=in_words(countdown.minutes))
