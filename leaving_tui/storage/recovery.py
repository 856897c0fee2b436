"""Bringing together what can still be read of a damaged file, its backup and what lies beside."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from leaving_tui.storage.checked import Tables, parse, salvage
from leaving_tui.storage.errors import DamagedError
from leaving_tui.storage.line import Line

Valid = Callable[[str, Line], bool]
"""Whether a line of a table can be one of its documents."""


@dataclass(frozen=True)
class Found:
    """What was brought together."""

    tables: Tables
    unsure: int = 0
    """Documents whose checksum is lost or wrong, and of which there is no better copy."""


def recover(name: str, copies: Iterable[bytes], tables: Tables, valid: Valid) -> Found:
    """The newest sure version of each document in `copies` and `tables`; an unsure one if it is all there is.

    Raises:
        NewerError: a newer version of the app wrote one of the copies.
    """
    doubtful: Tables = {}
    for data in copies:
        try:
            sure = parse(data, name).tables
        except DamagedError:
            sure, unsure = salvage(data)
            _merge(doubtful, unsure, valid)
        _merge(tables, sure, valid)
    count = 0
    for table, lines in doubtful.items():
        known = tables.setdefault(table, {})
        missing = {key: line for key, line in lines.items() if key not in known}
        known.update(missing)
        count += len(missing)
    return Found(tables, count)


def _merge(into: Tables, tables: Tables, valid: Valid) -> None:
    for table, lines in tables.items():
        known = into.setdefault(table, {})
        for key, line in lines.items():
            if _whole(line) and valid(table, line) and (key not in known or _age(line) > _age(known[key])):
                known[key] = line


def _age(line: Line) -> str:
    return str(line.get("updated_at", ""))


def _whole(line: Line) -> bool:
    try:
        return isinstance(json.loads(line.raw), dict)
    except (ValueError, RecursionError):
        return False
