"""The finished outings as they stand in their file: the documents of TinyDB made into outings."""

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from types import MappingProxyType
from typing import Any, NamedTuple

from leaving_tui.domain.bounds import moment_in_time
from leaving_tui.domain.errors import RecordError
from leaving_tui.domain.merge import later
from leaving_tui.domain.outing import Outing
from leaving_tui.domain.record import VERSION, Record, document_id, from_record, to_record
from leaving_tui.storage.checked import Sheet
from leaving_tui.storage.errors import NewerError
from leaving_tui.storage.line import Line

_MANY = 2000
FEW = 150
"""Outings up to which it is quicker to make each one than to look for its shape."""

OUTINGS_TABLE, DELETED_TABLE = "outings", "deleted"

_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Shelf(NamedTuple):
    """Everything on the shelf."""

    outings: Mapping[str, Outing] = _NOTHING
    """The finished outings, by id."""
    deleted: Mapping[str, datetime] = _NOTHING
    """When outings that are no more were deleted, by id."""
    bad: Mapping[str, Line] = _NOTHING
    """Documents that are no outings, by document id."""
    absent: bool = False
    """Whether there is no file yet."""
    checked: bool = True
    rewritten: bool = False
    unwritten: OSError | None = None
    """Why the file could not be mended, if it is damaged and could not."""


class Lines(Mapping[str, Outing]):
    """Outings by their ids, each made of its line when it is asked for."""

    def __init__(self) -> None:
        self._lines: dict[str, Line | Outing] = {}

    def put(self, outing_id: str, line: Line | Outing) -> None:
        """Keep an outing, or a line that surely is one; of two with one id the later version counts."""
        if outing_id in self._lines:
            line = later(_made(line), self[outing_id])
        self._lines[outing_id] = line

    def __getitem__(self, outing_id: str) -> Outing:
        return _made(self._lines[outing_id])

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


class Reader:
    """Knows the outings in lines."""

    def __init__(self, name: str) -> None:
        self._name = name

    def shelf(self, sheet: Sheet) -> Shelf:
        """What `sheet` holds.

        Raises:
            NewerError: an outing cannot be read because a newer version of the app wrote it.
        """
        lines = sheet.tables.get(OUTINGS_TABLE, {})
        with undisturbed(len(lines)):
            outings, bad = self._sorted_out(lines)
        deleted = dict(filter(None, map(tombstone, sheet.tables.get(DELETED_TABLE, {}).values())))
        return Shelf(outings, deleted, bad, sheet.empty, sheet.checked, sheet.rewritten)

    def _sorted_out(self, lines: Mapping[str, Line]) -> tuple[Mapping[str, Outing], Mapping[str, Line]]:
        outings, bad = Lines(), {}
        known = _id_by_shape if len(lines) >= FEW else _unknown
        for key, line in lines.items():
            outing_id = known(line)
            if outing_id is not None:
                outings.put(outing_id, line)
            elif (outing := self._outing(line)) is not None:
                outings.put(outing.id, outing)
            else:
                bad[key] = line
        return outings, bad

    def _outing(self, line: Line) -> Outing | None:
        record = Line(line.raw)
        try:
            return finished_outing(record)
        except RecordError:
            version = record.get("v")
            if isinstance(version, int) and version > VERSION:
                raise NewerError(self._name) from None
            return None


def _id_by_shape(line: Line) -> str | None:
    """The id of an outing that is surely one, by the shape of its line."""
    # A small journal does without.
    from leaving_tui.storage.shape import LONGEST, ROW, up_to_date

    fits = up_to_date() and len(line.raw) <= LONGEST
    found = ROW.fullmatch(line.raw.decode("latin-1")) if fits else None
    return found["id"] if found else None


def _unknown(_line: Line) -> None:
    """No id by the shape alone."""


def _made(line: Line | Outing) -> Outing:
    return from_record(Line(line.raw)) if isinstance(line, Line) else line


def numbered(outings: Iterable[Outing]) -> dict[str, Record]:
    """The records of outings under their own document ids.

    A stock TinyDB counts 1, 2, 3; on two devices that would give two outings one id.
    """
    return {str(document_id(outing.id)): to_record(outing) for outing in outings}


def finished_outing(record: object) -> Outing:
    """The outing a record holds, if it is one that has taken place.

    Raises:
        RecordError: it is not an outing, or it is not over.
    """
    outing = from_record(record)
    if outing.left_at is None or outing.home_at is None:
        raise RecordError("The outing is not over yet.")
    return outing


def tombstone(line: Line) -> tuple[str, datetime] | None:
    """The id of a deleted outing, and when it was deleted; `None` if the line says neither."""
    try:
        return str(line["id"]), moment_in_time(line["deleted_at"], "deleted_at")
    except (KeyError, RecordError):
        return None


@contextmanager
def undisturbed(how_many: int) -> Iterator[None]:
    """Make many lasting objects without the collector looking through all of them again and again.

    With ten thousand outings each of its full rounds would hold up the screen for a tenth of a second.
    """
    if how_many < _MANY or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()
