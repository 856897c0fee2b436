"""How long, or until when: `30m`, `1h30`, `45`, `15:30` and `3:30pm` read as a plan's length."""

import re
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from leaving_tui.domain.errors import PlanError

LONGEST = timedelta(hours=48)
HOW = "Please give a time such as 30m, 1h30 or 15:30."

_LENGTH = (
    r"(?:(?P<h>\d{1,3})\s*h(?:ours?|rs?)?\s*(?:(?P<hm>\d{1,4})\s*(?:m|min|mins|minutes)?)?"
    r"|(?P<m>\d{1,4})\s*(?:m|min|mins|minutes)?)"
)
_CLOCK = r"(?P<h>\d{1,2})[:.](?P<m>\d{2})\s*(?P<half>[ap]m)?|(?P<oh>\d{1,2})\s*(?P<ohalf>[ap]m)"
_LIKE_A_CLOCK = r"(?<![\d:.])\d{1,2}:\d{2}(?![\d:])(?:\s*[ap]m\b)?|(?<![\d:.])\d{1,2}\s*[ap]m\b"


class Span(NamedTuple):
    """A plan's length in whole minutes; `due_at` (UTC) is set when a clock time was asked for."""

    minutes: int
    due_at: datetime | None = None


def parse_span(text: str, now: datetime, zone: tzinfo | None = None) -> Span:
    """The length that `text` asks for, seen from `now`; clock times are in `zone`, or the machine's own.

    A clock time that has passed today means tomorrow.

    Raises:
        PlanError: it cannot be read, is not above 0, or is longer than 48 hours.
    """
    asked = text.strip().lower()
    if match := re.fullmatch(_LENGTH, asked):
        hours, minutes = int(match["h"] or 0), int(match["hm"] or match["m"] or 0)
        if match["hm"] and minutes >= 60:
            raise PlanError(HOW)
        return Span(_minutes(timedelta(hours=hours, minutes=minutes)))
    if match := re.fullmatch(_CLOCK, asked):
        due = _next_time(_clock_time(match), now, zone)
        return Span(_minutes(due - now), due)
    raise PlanError(HOW)


def past_time(text: str, now: datetime, zone: tzinfo | None = None) -> datetime:
    """The last time the clock showed `text` before `now`, in UTC.

    Raises:
        PlanError: it is no clock time.
    """
    return _next_time(clock_time(text), now - timedelta(days=1), zone)


def clock_time(text: str) -> time:
    """The clock time that `text` names: `15:30`, `9.05`, `3pm`.

    Raises:
        PlanError: it is no clock time.
    """
    match = re.fullmatch(_CLOCK, text.strip().lower())
    if not match:
        raise PlanError("Please give a time such as 15:30.")
    return _clock_time(match)


def check_times(text: str) -> None:
    """See that whatever looks like a clock time among the words of `text` is one.

    Raises:
        PlanError: one is none, such as `25:99`.
    """
    for found in re.finditer(_LIKE_A_CLOCK, text.lower()):
        try:
            clock_time(found[0])
        except PlanError:
            raise PlanError(f"{found[0]} is no clock time. Please give a time such as 13:40.") from None


def in_words(minutes: int) -> str:
    """A length as people write it: `45 min`, `1 h`, `1 h 30 min`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def _clock_time(match: re.Match[str]) -> time:
    hour, half = int(match["h"] or match["oh"]), match["half"] or match["ohalf"]
    if half:
        if not 1 <= hour <= 12:
            raise PlanError(HOW)
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        return time(hour, int(match["m"] or 0))
    except ValueError:
        raise PlanError(HOW) from None


def _next_time(at: time, now: datetime, zone: tzinfo | None) -> datetime:
    today = now.astimezone(zone).date()
    for days in (0, 1, 2):
        wall = datetime.combine(today + timedelta(days=days), at)
        # A naive time is read in the machine's own zone, with that day's summer time.
        due = (wall.replace(tzinfo=zone) if zone else wall).astimezone(UTC)
        if due > now:
            return due
    raise PlanError(HOW)


def _minutes(length: timedelta) -> int:
    if length <= timedelta(0):
        raise PlanError(f"An outing needs to be longer than 0 minutes. {HOW}")
    if length > LONGEST:
        raise PlanError("An outing here can be at most 48 hours long. Please give a shorter time.")
    return max(1, round(length / timedelta(minutes=1)))
