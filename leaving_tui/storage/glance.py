"""Reading over a large journal file: every byte is checked, but its outings are made only when asked for."""

import os
from contextlib import suppress
from zlib import crc32

from leaving_tui.domain.errors import RecordError
from leaving_tui.storage.checked import FIRST_LINE, document
from leaving_tui.storage.disk import Disk
from leaving_tui.storage.filed import Filed
from leaving_tui.storage.shape import up_to_date
from leaving_tui.storage.shelf import OUTINGS_TABLE, finished_outing

_CHUNK = 256 * 1024
_OURS, _OPENING, _SUMS = f'"{OUTINGS_TABLE}": {{', ": {", '"_sums": '


class _UnlikeError(Exception):
    """Something in the file asks for a closer look than this."""


def glance(disk: Disk, fd: int) -> Filed | None:
    """The outings of the open file; `None` if something in it asks for a closer look.

    That is: it is not as it was written, another version or another program wrote it, or it holds what is no
    outing, or two of one id.

    Raises:
        OSError: it cannot be read.
    """
    if not up_to_date() or not hasattr(os, "pread"):
        return None
    with suppress(_UnlikeError, RecordError, ValueError, RecursionError):
        filed = Filed(disk, fd)
        _read(disk, fd, filed)
        return filed
    return None


def _read(disk: Disk, fd: int, filed: Filed) -> None:
    chunk = disk.read_some(fd, _CHUNK)
    header = FIRST_LINE.match(chunk)
    if header is None:
        raise _UnlikeError
    start, sum_ = header.end(), crc32(memoryview(chunk)[header.end("crc") :])
    text, table, ends = chunk[start:].decode("ascii"), "", 0
    while chunk:
        if table != _SUMS:
            at, table = _lines(filed, text, start, table)
            start, text = start + at, text[at:]
        if table == _SUMS:
            ends, text = ends + text.count("\n"), text[-1:]
        chunk = disk.read_some(fd, _CHUNK)
        sum_, text = crc32(chunk, sum_), text + chunk.decode("ascii")
    if int(header["crc"], 16) != sum_ or (ends, text) != (1, "\n"):
        raise _UnlikeError


def _lines(filed: Filed, text: str, start: int, table: str) -> tuple[int, str]:
    """Take in the whole lines of `text`: how far they go, and in which table that is."""
    at = 0
    while True:
        if table == _OURS:
            at = filed.take(text, at, start)
        if text.startswith(_SUMS, at):
            return at, _SUMS
        end = text.find("\n", at)
        if end < 0:
            return at, table
        line, at = text[at:end], end + 1
        if line.endswith(_OPENING):
            table = line
        elif table == _OURS:
            _take_one(filed, line)


def _take_one(filed: Filed, line: str) -> None:
    """Take in a line that does not have our shape; a newer version may have added fields to it."""
    row = document(line.encode("ascii"))
    if row is not None and not filed.add(finished_outing(row)):
        raise _UnlikeError
