"""The layout of a journal file: JSON that any TinyDB reads, one document per line, with checksums it ignores.

    {"_meta": {"1": {"crc": "0f3a…", "app": "leaving_tui", "v": 1}},
    "outings": {
    "<id>": {…},
    "<id>": {…}
    },
    "_sums": {"1": {"outings": {"<id>": "77e2…", "<id>": "9b01…"}}}}

The first checksum covers every byte after it, and the bytes before it are always the same, so any changed bit
shows. The sums at the end tell which lines are still as they were written.
"""

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from leaving_tui.storage.errors import DamagedError, NewerError
from leaving_tui.storage.line import Line, as_text, crc

VERSION = 1
"""The version of this layout."""

Table = dict[str, Line]
Tables = dict[str, Table]

META, SUMS = "_meta", "_sums"
_HEAD = b'{"_meta": {"1": {"crc": "'
_BODY = len(_HEAD) + 8
_TAIL = b'\n"_sums": '
_HEADER = re.compile(rb'", "app": "leaving_tui", "v": (\d{1,9})\}\},\n')
_KEY = rb'("(?:[^"\\]|\\.)*"): '
_ROW = re.compile(_KEY + rb"(\{.*\}),?")
_OPENING = _KEY + rb"\{"
FIRST_LINE = re.compile(
    rb'\{"_meta": \{"1": \{"crc": "(?P<crc>[0-9a-f]{8})", "app": "leaving_tui", "v": %d\}\},\n(?=")' % VERSION
)
"""How a file of this version begins; its checksum is of all that follows it."""


class Sheet(NamedTuple):
    """What a file holds."""

    tables: Tables
    checked: bool = True
    """Whether it carried our checksum, and it fitted."""
    rewritten: bool = False
    """Whether another program has rewritten a file of ours."""
    empty: bool = False
    """Whether there is no file at all."""


def render(tables: Mapping[str, Mapping[str, Any]]) -> bytes:
    """The bytes of a file that holds `tables`."""
    sums: dict[str, dict[str, str]] = {}
    parts = [f'", "app": "leaving_tui", "v": {VERSION}}}}},\n'.encode()]
    for name, table in tables.items():
        if name in (META, SUMS):
            continue
        sums[name] = {}
        rows = []
        for key, document in table.items():
            text = document.text() if isinstance(document, Line) else as_text(document)
            row = b"%s: %s" % (
                b'"%s"' % key.encode() if key.isascii() and key.isalnum() else as_text(key),
                text,
            )
            sums[name][key] = crc(row)
            rows.append(row)
        parts.append(b"%s: {\n%s\n},\n" % (as_text(name), b",\n".join(rows)))
    parts.append(b'"_sums": %s}\n' % as_text({"1": sums}))
    body = b"".join(parts)
    return _HEAD + crc(body).encode() + body


def parse(data: bytes, name: str) -> Sheet:
    """What `data`, the content of the file `name`, holds.

    A file without our checksum, or one that another program has rewritten, is taken if it is whole JSON.

    Raises:
        DamagedError: it is not as it was written.
        NewerError: a newer version of the app wrote it.
    """
    if not _is_ours(data):
        # Another program wrote it; ours is read by its lines.
        from leaving_tui.storage.loose import parse_loosely

        tables = parse_loosely(data)
        rewritten = META in tables
        return Sheet(
            {key: table for key, table in tables.items() if key not in (META, SUMS)}, False, rewritten
        )
    header = _HEADER.match(data, _BODY)
    fits = data.startswith(_HEAD) and data[len(_HEAD) : _BODY] == crc(memoryview(data)[_BODY:]).encode()
    if header and int(header[1]) > VERSION and (fits or not _fits_as_ours(data, header)):
        raise NewerError(name)
    if not fits or not header:
        raise DamagedError(name)
    return Sheet(_rows(data[header.end() :]))


def salvage(data: bytes) -> tuple[Tables, Tables]:
    """What can be read of damaged `data`: documents surely as written, and those that may not be."""
    if not _is_ours(data):
        return {}, _scattered(data.decode("utf-8", "replace"))
    sums = _sums(data)
    sure: Tables = {}
    unsure: Tables = {}
    current = ""
    for line in data.split(b"\n"):
        if opening := re.fullmatch(_OPENING, line):
            current = _name(opening[1])
        elif row := _ROW.fullmatch(line):
            key, found = _name(row[1]), crc(line.removesuffix(b","))
            if key in (META, SUMS):
                continue
            table = next((name for name, known in sums.items() if known.get(key) == found), None)
            into = unsure if table is None else sure
            into.setdefault(table or current, {})[key] = Line(row[2])
    return sure, unsure


def _scattered(text: str) -> Tables:
    from leaving_tui.storage.loose import documents

    tables: Tables = {}
    for table, key, start, end in documents(text):
        if table not in (META, SUMS):
            raw = text[text.index("{", start) : end]
            tables.setdefault(table, {})[key] = Line(as_text(json.loads(raw)))
    return tables


def _is_ours(data: bytes) -> bool:
    """Whether `data` is in our layout, or was before it was damaged.

    Two marks far apart say so; one flipped bit can spoil only one of them. Another program that rewrites the
    file puts it all on one line, or indents it.
    """
    second = data.find(b"\n") + 1
    third = data.find(b"\n", second) + 1
    if not any(start and data.startswith(b'"', start) for start in (second, third)):
        return False
    return data.startswith(_HEAD) or _TAIL in data


def _fits_as_ours(data: bytes, header: re.Match[bytes]) -> bool:
    ours = data[_BODY : header.start(1)] + str(VERSION).encode() + data[header.end(1) :]
    return data[len(_HEAD) : _BODY] == crc(ours).encode()


def _rows(body: bytes) -> Tables:
    tables: Tables = {}
    table: Table = {}
    # The last line holds the sums.
    for line in body.rstrip().split(b"\n")[:-1]:
        if line.endswith(b": {"):
            table = tables.setdefault(_name(line[:-3]), {})
        elif row := _ROW.fullmatch(line):
            table[_name(row[1])] = Line(row[2])
    return tables


def document(line: bytes) -> Line | None:
    """The document that a line of a table holds; `None` if it holds none."""
    row = _ROW.fullmatch(line)
    return Line(row[2]) if row else None


def _name(quoted: bytes) -> str:
    return str(json.loads(quoted)) if b"\\" in quoted else quoted[1:-1].decode("ascii", "replace")


def _sums(data: bytes) -> dict[str, dict[str, str]]:
    _, found, tail = data.rpartition(_TAIL)
    if not found:
        return {}
    try:
        tables = json.loads(tail.rstrip().removesuffix(b"}"))["1"]
        return {name: {str(k): str(v) for k, v in table.items()} for name, table in tables.items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}
