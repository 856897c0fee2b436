"""Answers to "last fed" and "last slept", so that two keys are enough at the door."""

from collections.abc import Callable
from datetime import datetime, timedelta

from leaving_tui.domain.duration import in_words
from leaving_tui.telling.format import clock_time

AGO = (0, 30, 60, 90, 120, 180)
"""Minutes ago to pick from."""


def door_picks(field_id: str, now: datetime, say: Callable[..., str]) -> list[tuple[str, str]]:
    """(what is written down, what is shown) for each time ago."""
    fed = field_id == "last_fed"
    picks = []
    for minutes in AGO:
        at = clock_time(now - timedelta(minutes=minutes))
        key = ("" if fed else "until_") + ("ago" if minutes else "now")
        shown = say(f"notes.{key}", length=in_words(minutes), at=at)
        picks.append((at if fed else say("notes.until", at=at), shown))
    return picks
