"""A birth date as a parent types it."""

from datetime import date, datetime, tzinfo

from leaving_tui.domain.errors import PlanError
from leaving_tui.domain.when import read_day

HOW = "Please give a day such as 14 Mar 2026 or 2026-03-14."
OLDEST = 18
"""Years; beyond it the year was surely mistyped."""


def read_birthday(text: str, now: datetime, zone: tzinfo | None = None) -> date | None:
    """The day that `text` names, or `None` where it is empty; a day without a year is the last such day.

    Raises:
        PlanError: it cannot be read, is still to come, or is too long ago for a child.
    """
    if not text.strip():
        return None
    try:
        day = read_day(text, now, zone)
    except PlanError:
        raise PlanError(HOW) from None
    today = now.astimezone(zone).date()
    if day > today:
        raise PlanError("That day is still to come. Please check the date, or leave it empty for now.")
    if today.year - day.year > OLDEST:
        raise PlanError("That was a long time ago. Please check the year.")
    return day
