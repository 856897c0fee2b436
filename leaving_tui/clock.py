"""The only reader of the real clock and of the machine's time zone."""

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Gives the present moment as an aware `datetime` in UTC."""


def system_clock() -> datetime:
    """The present moment in UTC."""
    return datetime.now(UTC)


def zone_name() -> str:
    """The name of the local time zone, such as `Europe/Berlin`, or its abbreviation."""
    named = os.environ.get("TZ", "").lstrip(":")
    if named:
        return named
    try:
        target = os.readlink("/etc/localtime")  # noqa: PTH115 - what only asks for the time does without pathlib
    except OSError:
        target = ""
    _, found, name = target.partition("zoneinfo/")
    return name if found else time.tzname[0]
