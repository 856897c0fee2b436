"""The finished outings: TinyDB tables on a checked file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, MutableMapping
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from leaving_tui.domain.outing import Outing
from leaving_tui.domain.record import document_id, stamp, to_record
from leaving_tui.storage.errors import DamagedError
from leaving_tui.storage.file import CheckedStorage
from leaving_tui.storage.folder import Folder
from leaving_tui.storage.line import become
from leaving_tui.storage.log import log_line
from leaving_tui.storage.names import LAST, OUTINGS
from leaving_tui.storage.shelf import DELETED_TABLE, OUTINGS_TABLE, Reader, Shelf, numbered

if TYPE_CHECKING:
    from tinydb.table import Table

    from leaving_tui.storage.checked import Sheet
    from leaving_tui.storage.filed import Filed
    from leaving_tui.storage.mending import Mending


class Archive:
    """Reads finished outings at any time; all but `read` needs the journal's lock."""

    def __init__(self, folder: Folder, tell: Callable[[str], None]) -> None:
        self._folder = folder
        self._storage = CheckedStorage(folder.path / OUTINGS, folder, OUTINGS_TABLE)
        self._tell = tell
        self._reader = Reader(OUTINGS)
        self._known: tuple[Sheet, Shelf] | None = None
        folder.lock.after.append(self._let_go)

    @cached_property
    def _mending(self) -> Mending:
        # With the first damage; a file as it was written does without.
        from leaving_tui.storage.mending import Mending

        return Mending(self._folder, self._storage, self._tell)

    @cached_property
    def _outings(self) -> Table:
        return self._table(OUTINGS_TABLE)

    @cached_property
    def _deleted(self) -> Table:
        return self._table(DELETED_TABLE)

    def _table(self, name: str) -> Table:
        # With the first change; looking does without.
        from tinydb import TinyDB

        return TinyDB(storage=lambda: self._storage).table(name, cache_size=0)

    def glance(self) -> Filed | None:
        """All outings of a large archive, none of them made yet; `None` if `read` has to read it.

        Raises:
            JournalError, OSError: it cannot be read.
        """
        return self._storage.glance()

    def read(self) -> Shelf:
        """All that is there.

        Raises:
            DamagedError: the file is not as it was written.
            NewerError: a newer version of the app wrote it.
            OSError: it cannot be read.
        """
        return self._reader.shelf(self._storage.look())

    def tended(self) -> Shelf:
        """All that is there, after what can be mended was mended; a disk that says no does not hide it."""
        try:
            shelf = self._loaded()
        except DamagedError:
            sheet, problem = self._mending.mend()
            return self._reader.shelf(sheet)._replace(unwritten=problem)
        if shelf.bad or shelf.rewritten:
            return shelf._replace(unwritten=self._mending.put_right(shelf))
        return shelf

    def _loaded(self) -> Shelf:
        sheet = self._storage.load()
        if self._known is None or self._known[0] is not sheet:
            self._known = sheet, self._reader.shelf(sheet)
        return self._known[1]

    def _let_go(self) -> None:
        self._known = None

    def put(self, outings: Iterable[Outing]) -> None:
        """Keep these versions of outings, in the place of any others."""
        from tinydb.table import Document

        records = {document_id(outing.id): to_record(outing) for outing in outings}
        with self._changing():
            known = [key for key in records if self._outings.contains(doc_id=key)]
            self._outings.update(lambda document: become(document, records[_key(document)]), doc_ids=known)
            new = [Document(records[key], key) for key in records.keys() - set(known)]
            self._outings.insert_multiple(new)
            self._deleted.remove(doc_ids=list(records))

    def remember(self, outings: Iterable[Outing]) -> None:
        """Write the newest changes a second time, beside the archive; its backup does not have them yet."""
        lines = (log_line(str(document_id(outing.id)), to_record(outing)) for outing in outings)
        with suppress(OSError):
            self._folder.replace(LAST, b"".join(lines))

    def take_out(self, outing_id: str) -> None:
        """Remove an outing that goes on elsewhere."""
        with self._changing():
            self._outings.remove(doc_ids=[document_id(outing_id)])

    def delete(self, outing_id: str, at: datetime) -> None:
        """Remove an outing for good, its text in the backup too; only its id and the time are kept."""
        from tinydb.table import Document

        self._mending.forget(outing_id)
        key = document_id(outing_id)
        with self._changing(forget=True):
            self._outings.remove(doc_ids=[key])
            self._deleted.upsert(Document({"id": outing_id, "deleted_at": stamp(at)}, key))

    @contextmanager
    def _changing(self, *, forget: bool = False) -> Iterator[None]:
        shelf = self.tended()
        if shelf.unwritten:
            raise shelf.unwritten
        self._storage.forget = forget
        try:
            with self._storage.together():
                if not shelf.checked:
                    tables = self._storage.read() or {}
                    self._storage.write({**tables, OUTINGS_TABLE: numbered(shelf.outings.values())})
                yield
        finally:
            self._storage.forget = False


def _key(document: MutableMapping[str, Any]) -> int:
    return document_id(document["id"])
