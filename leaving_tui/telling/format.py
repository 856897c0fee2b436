"""Moments in UTC as people read them: local time, in the machine's zone, in the hours the locale prefers."""

import os
from datetime import datetime, tzinfo

twelve_hours = False
"""Whether clock times are written as `3:30 pm`; set once at start, from the config or the locale."""


def prefer(clock: str) -> None:
    """Write clock times as the setting `clock` says: `12`, `24`, or `auto` for what the locale prefers."""
    global twelve_hours
    twelve_hours = clock == "12" or (clock == "auto" and _locale_prefers_twelve())


def _locale_prefers_twelve() -> bool:
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_TIME", "LANG"))
    if next(filter(None, named), "C").partition(".")[0] in ("C", "POSIX"):
        # Nothing to ask for, and asking takes a prompt a millisecond.
        return False
    import locale

    try:
        locale.setlocale(locale.LC_TIME, "")
        return any(part in locale.nl_langinfo(locale.T_FMT) for part in ("%p", "%r", "%I"))
    except (locale.Error, AttributeError):
        return False
    finally:
        # The names of days and months stay those of our words.
        locale.setlocale(locale.LC_TIME, "C")


def local(moment: datetime, zone: tzinfo | None = None) -> datetime:
    """`moment` on the wall clock of `zone`, or of the machine, with that day's summer time."""
    return moment.astimezone(zone)


def clock_time(moment: datetime, zone: tzinfo | None = None) -> str:
    """`15:30`, or `3:30 pm`."""
    wall = local(moment, zone)
    if not twelve_hours:
        return wall.strftime("%H:%M")
    return f"{wall.hour % 12 or 12}:{wall.minute:02} {'am' if wall.hour < 12 else 'pm'}"


def day(moment: datetime, zone: tzinfo | None = None) -> str:
    """`Sat 21 Nov`."""
    wall = local(moment, zone)
    return f"{wall:%a} {wall.day} {wall:%b}"


def short_day(moment: datetime, zone: tzinfo | None = None) -> str:
    """`21 Nov`."""
    wall = local(moment, zone)
    return f"{wall.day} {wall:%b}"
