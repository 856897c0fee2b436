"""A day and a time as people type them: `15:30`, `yesterday 9:05`, `Sat 3pm`, `21 Nov 15:30`."""

import re
from datetime import UTC, date, datetime, timedelta, tzinfo

from leaving_tui.domain.duration import clock_time
from leaving_tui.domain.errors import PlanError

HOW = "Please give a time such as 15:30, or with the day: 21 Nov 15:30."
HOW_DAY = "Please give a day such as 21 Nov or 2026-11-21."
TO_COME = "That time is still to come. Please give one that has passed."

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_PARTS = r"(?:(?P<day>.*\S)[\s,]+)?(?P<clock>\d{1,2}[:.]\d{2}(?:\s*[ap]m)?|\d{1,2}\s*[ap]m)"
_WEEKDAY = rf"(?P<name>{'|'.join(_WEEKDAYS)})[a-z]*"
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*"
_DATES = (
    r"(?P<year>\d{4})-(?P<number>\d{1,2})-(?P<day>\d{1,2})",
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH}(?: (?P<year>\d{{4}}))?",
    rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: (?P<year>\d{{4}}))?",
)


def read_when(text: str, now: datetime, on: date, zone: tzinfo | None = None) -> datetime:
    """The past moment that `text` names, in UTC; a time without a day is on the day `on`.

    Clock times are in `zone`, or the machine's own. A day without a year is the last such day before `now`.

    Raises:
        PlanError: it cannot be read, or is still to come.
    """
    match = re.fullmatch(_PARTS, text.strip().lower())
    if not match:
        raise PlanError(HOW)
    day = read_day(match["day"], now, zone) if match["day"] else on
    wall = datetime.combine(day, clock_time(match["clock"]))
    # A naive time is read in the machine's own zone, with that day's summer time.
    moment = (wall.replace(tzinfo=zone) if zone else wall).astimezone(UTC)
    if moment > now:
        raise PlanError(TO_COME)
    return moment


def names_day(text: str) -> bool:
    """Whether `text` names a day beside its time."""
    match = re.fullmatch(_PARTS, text.strip().lower())
    return match is not None and match["day"] is not None


def read_day(text: str, now: datetime, zone: tzinfo | None = None) -> date:
    """The day that `text` names, seen from `now`: `today`, `Sat`, `21 Nov`, `2026-11-21`.

    Raises:
        PlanError: it cannot be read, or there is no such day.
    """
    today = now.astimezone(zone).date()
    asked = " ".join(re.sub(r"[,.]", " ", text.lower()).split())
    if asked in ("today", "yesterday"):
        return today - timedelta(days=asked == "yesterday")
    if weekday := re.fullmatch(_WEEKDAY, asked):
        return today - timedelta(days=(today.weekday() - _WEEKDAYS.index(weekday["name"])) % 7)
    dated = re.sub(rf"^{_WEEKDAY} ", "", asked)
    for pattern in _DATES:
        if match := re.fullmatch(pattern, dated):
            return _dated(match, today)
    raise PlanError(HOW_DAY)


def _dated(match: re.Match[str], today: date) -> date:
    named = match.groupdict()
    month = int(named["number"]) if "number" in named else _MONTHS.index(named["month"]) + 1
    years = [int(named["year"])] if named["year"] else range(today.year, today.year - 8, -1)
    for year in years:
        try:
            day = date(year, month, int(named["day"]))
        except ValueError:
            continue  # 29 February is not in every year
        if day <= today or named["year"]:
            return day
    raise PlanError(HOW_DAY)
