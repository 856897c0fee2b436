"""The outing in progress on disk, and in memory for as long as the disk says no."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from leaving_tui.domain.outing import Moment, Outing
from leaving_tui.domain.record import Record, document_id, to_record
from leaving_tui.storage.desk import Desk, desk_of, in_common
from leaving_tui.storage.errors import JournalError, cause
from leaving_tui.storage.folder import Folder
from leaving_tui.storage.line import become
from leaving_tui.storage.log import TABLE, Log, LogStorage
from leaving_tui.storage.names import LAST, LIVE

if TYPE_CHECKING:
    from tinydb.table import Table

Step = Callable[[Desk], Desk]


class Live:
    """What lies on the desk. All but `look` needs the journal's lock."""

    def __init__(self, folder: Folder, tell: Callable[[str], None]) -> None:
        self._folder = folder
        self._tell = tell
        self._storage = LogStorage(folder, LIVE)
        self._seen: tuple[Log, Desk] | None = None
        self._before: Desk = {}
        self._put_before: tuple[Sequence[Moment], Sequence[Record]] = (), ()
        self._waiting: list[tuple[Step, Desk]] = []
        self.unsaved: str | None = None

    @cached_property
    def _table(self) -> Table:
        # With the first change; looking does without.
        from tinydb import TinyDB

        return TinyDB(storage=lambda: self._storage).table(TABLE, cache_size=0)

    def look(self) -> Desk:
        """The desk as it is now; costs one look at the file's stamp.

        Raises:
            JournalError, OSError: the file cannot be read, and never could be.
        """
        if self._waiting:
            return self._waiting[-1][1]
        try:
            return self._on_disk()
        except (OSError, JournalError):
            if self._seen is None:
                raise
            return self._seen[1]

    def change(self, step: Step) -> None:
        """Take `step` on the newest desk and save it; if that fails, go on in memory.

        Raises:
            JournalError, OSError: the newest desk could not be read; `step` was not taken.
        """
        desk = self._sound()
        after = step(self._caught_up(desk))
        try:
            self._write(desk, after)
        except OSError as problem:
            self._keep_in_mind(step, after, desk, problem)
        else:
            self._waiting.clear()
            self.unsaved = None

    def change_in_mind(self, step: Step, problem: Exception) -> None:
        """Take `step` in memory only, since the disk could not even be asked."""
        desk = self.look()
        self._keep_in_mind(step, step(desk), desk, problem)

    def mend(self) -> None:
        """Set damaged lines aside, if there are any."""
        self._sound()

    def clear(self, ids: set[str]) -> None:
        """Take outings off the desk that lie safely elsewhere."""
        self.change(lambda desk: {key: outing for key, outing in desk.items() if key not in ids})

    def empty(self) -> None:
        """Take everything off the desk, and keep the file as a second copy of the newest change."""
        self._storage.put_away(LAST)

    def _keep_in_mind(self, step: Step, after: Desk, desk: Desk, problem: Exception) -> None:
        if not self._waiting:
            if after == desk:
                return
            self._before = desk
        self._waiting.append((step, after))
        self.unsaved = f"Not saved yet: {cause(problem)}. It is kept here, and saving is tried again."

    def _caught_up(self, desk: Desk) -> Desk:
        """`desk` with the steps that wait; one that reached the disk after all is not taken twice."""
        if not self._waiting:
            return desk
        if desk == self._before or any(desk == after for _, after in self._waiting):
            return self._waiting[-1][1]
        for step, _ in self._waiting:
            desk = step(desk)
        return desk

    def _on_disk(self) -> Desk:
        log = self._storage.load()
        if self._seen is None or self._seen[0] is not log:
            self._seen = log, desk_of(log, LIVE)
        return self._seen[1]

    def _sound(self) -> Desk:
        """The desk on disk, after damaged lines have been set aside as far as the disk allows."""
        log = self._storage.load()
        if log.torn or log.bad:
            try:
                kept = self._folder.set_aside(LIVE, self._folder.read(LIVE) or b"")
                self._storage.renew()
            except OSError:
                # The bad lines can stay where they are: good ones are added behind them.
                return self._on_disk()
            said = "A part of the outing in progress was damaged; what is whole goes on."
            if not log.bad:
                said = "The last thing noted was cut short while it was being saved; all before it is there."
            self._tell(f"{said} The file as it was is kept at {kept}.")
        return self._on_disk()

    def _write(self, desk: Desk, after: Desk) -> None:
        with self._storage.together():
            self._table.remove(doc_ids=[document_id(key) for key in desk.keys() - after.keys()])
            for key, outing in after.items():
                if desk.get(key) != outing:
                    self._put(outing)
        self._seen = self._storage.load(), after

    def _put(self, outing: Outing) -> None:
        from tinydb.table import Document

        moments, records = self._put_before
        record = to_record(outing, records[: in_common(moments, outing.moments)])
        self._put_before = outing.moments, record["moments"]
        key = document_id(outing.id)
        if not self._table.update(lambda document: become(document, record), doc_ids=[key]):
            self._table.insert(Document(record, key))
