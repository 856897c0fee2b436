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


class Reader:
    """Makes outings of lines, and remembers them for as long as the line stays the same."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._known: dict[str, tuple[bytes, Outing]] = {}

    def shelf(self, sheet: Sheet) -> Shelf:
        """What `sheet` holds.

        Raises:
            NewerError: an outing cannot be read because a newer version of the app wrote it.
        """
        with undisturbed(len(sheet.tables.get(OUTINGS_TABLE, ())) - len(self._known)):
            return self._shelf(sheet)

    def _shelf(self, sheet: Sheet) -> Shelf:
        known: dict[str, tuple[bytes, Outing]] = {}
        outings: dict[str, Outing] = {}
        bad: dict[str, Line] = {}
        for key, line in sheet.tables.get(OUTINGS_TABLE, {}).items():
            outing = self._outing(key, line)
            if outing is None:
                bad[key] = line
                continue
            known[key] = line.raw, outing
            outings[outing.id] = later(outing, outings[outing.id]) if outing.id in outings else outing
        self._known = known
        deleted = dict(filter(None, map(tombstone, sheet.tables.get(DELETED_TABLE, {}).values())))
        return Shelf(outings, deleted, bad, sheet.empty, sheet.checked, sheet.rewritten)

    def _outing(self, key: str, line: Line) -> Outing | None:
        raw, outing = self._known.get(key, (b"", None))
        if outing is not None and raw == line.raw:
            return outing
        record = Line(line.raw)
        try:
            return finished_outing(record)
        except RecordError:
            version = record.get("v")
            if isinstance(version, int) and version > VERSION:
                raise NewerError(self._name) from None
            return None


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
