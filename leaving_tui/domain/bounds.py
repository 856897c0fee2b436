"""Bounds for values that come from a file: nothing in it may be too deep, too long or impossible to keep."""

from collections.abc import Mapping
from datetime import UTC, datetime
from math import isfinite
from typing import Any

from leaving_tui.domain.errors import RecordError
from leaving_tui.domain.text import clean

DEEPEST = 12
"""Levels of nesting in the fields that a newer version added."""
MOST_MOMENTS = 10_000
LONGEST_PLAN = 366 * 24 * 60
"""Minutes; far above any real plan, far below what a date can hold."""
_YEARS = range(1970, 2200)


def moment_in_time(value: object, name: str) -> datetime:
    """The moment that RFC 3339 text stands for.

    Raises:
        RecordError: it is no such text, has no zone, or lies outside of any parent's life.
    """
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
        if moment is not None and moment.tzinfo is not None and moment.year in _YEARS:
            return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise RecordError(f"The field {name} must be a time such as 2026-01-31T09:30:00Z.")


def number_within(value: int, low: int, high: int, name: str) -> int:
    """`value`, if it lies from `low` to `high`; raises `RecordError` otherwise."""
    if not low <= value <= high:
        raise RecordError(f"The field {name} must be from {low} to {high}.")
    return value


def kept(value: Any, name: str, depth: int = 0) -> Any:
    """A value of a newer version, unchanged; raises `RecordError` if it could not be written again."""
    if depth > DEEPEST:
        raise RecordError(f"The field {name} is nested too deeply.")
    if isinstance(value, float) and not isfinite(value):
        raise RecordError(f"The field {name} holds a number that is none.")
    if isinstance(value, Mapping):
        return {key: kept(item, name, depth + 1) for key, item in value.items()}
    if isinstance(value, list):
        return [kept(item, name, depth + 1) for item in value]
    return value


def cleaned(value: Any) -> Any:
    """`value` with all text in it made safe to show."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {clean(key): cleaned(item) for key, item in value.items()}
    if isinstance(value, list):
        return [cleaned(item) for item in value]
    return value


def kept_moment(value: object) -> datetime | None:
    """The moment that a note keeps, or `None` where there is none to be read."""
    try:
        return moment_in_time(value, "moment") if value else None
    except RecordError:
        return None
