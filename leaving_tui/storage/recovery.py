"""Bringing together what can still be read of a damaged file, its backup and what lies beside."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from leaving_tui.storage.checked import Tables, parse, salvage
from leaving_tui.storage.errors import DamagedError, NewerError
from leaving_tui.storage.line import Line

Identify = Callable[[str, str, Line], str | None]
"""For a line under some id in some table: the id it must have, or `None` if it cannot be a document of it."""


class Found(NamedTuple):
    """What was brought together."""

    tables: Tables
    unsure: int = 0
    """Documents whose checksum is lost or wrong, and of which there is no better copy."""


def recover(name: str, copies: Iterable[bytes], tables: Tables, identify: Identify) -> Found:
    """The newest sure version of each document in `copies` and `tables`; an unsure one if it is all there is.

    Raises:
        NewerError: a newer version of the app wrote one of the copies.
    """
    doubtful: list[tuple[str, str, Line]] = []
    for data in copies:
        try:
            sure = parse(data, name).tables
        except DamagedError:
            sure, unsure = salvage(data)
            doubtful += _each(unsure)
        for table, key, line in _each(sure):
            known = tables.setdefault(table, {})
            own = _own(table, key, line, identify)
            if own is not None and (own not in known or _age(line) > _age(known[own])):
                known[own] = line
    count = 0
    for table, key, line in doubtful:
        known = tables.setdefault(table, {})
        own = _own(table, key, line, identify)
        # Either of its two ids may be the spoilt one.
        if own is not None and not {own, key} & known.keys():
            known[own] = line
            count += 1
    return Found(tables, count)


def sound(data: bytes) -> bool:
    """Whether a file with this content is one of ours and as it was written."""
    try:
        return parse(data, "").checked
    except (DamagedError, NewerError):
        return False


def _each(tables: Tables) -> Iterator[tuple[str, str, Line]]:
    return ((table, key, line) for table, lines in tables.items() for key, line in lines.items())


def _own(table: str, key: str, line: Line, identify: Identify) -> str | None:
    return identify(table, key, line) if _whole(line) else None


def _age(line: Line) -> str:
    return str(line.get("updated_at", ""))


def _whole(line: Line) -> bool:
    try:
        return isinstance(json.loads(line.raw), dict)
    except (ValueError, RecursionError):
        return False
