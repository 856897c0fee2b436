"""A TinyDB storage that cannot be half written: the file is checked, backed up and replaced whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from leaving_tui.clock import system_clock
from leaving_tui.storage.batch import BatchStorage, Content
from leaving_tui.storage.checked import Sheet, parse, render
from leaving_tui.storage.errors import DamagedError
from leaving_tui.storage.folder import Folder
from leaving_tui.storage.line import Line
from leaving_tui.storage.names import BACKUP

if TYPE_CHECKING:
    from leaving_tui.storage.filed import Filed

LARGE = 128 * 1024
"""Bytes of a file from which it is quicker to read over it than to make every outing."""


class CheckedStorage(BatchStorage):
    """Keeps TinyDB tables in one checked file. Several processes must share a lock around read and write.

    Stock tables may be put on it: `TinyDB(path, storage=CheckedStorage)`.
    """

    def __init__(self, path: Path | str, folder: Folder | None = None, table: str = "") -> None:
        """`table` is the one without which the file is not ours, once there is a backup."""
        whole = Path(path)
        self._folder = folder or Folder(whole.parent, system_clock)
        self._name = whole.name
        self._table = table
        self._loaded: tuple[object, Sheet] | None = None
        self.forget = False
        self._folder.lock.after.append(self._let_go)

    def look(self) -> Sheet:
        """What the file holds. Any thread may look.

        Raises:
            DamagedError: the file is not as it was written, or only its backup is left.
            NewerError: a newer version of the app wrote it.
            JournalError, OSError: it cannot be read.
        """
        data = self._folder.read(self._name)
        sheet = Sheet({}, empty=True) if data is None else parse(data, self._name)
        emptied = not sheet.checked and self._table and not sheet.tables.get(self._table)
        if (sheet.empty or emptied) and self._folder.stamp(self._name + BACKUP) is not None:
            # Gone, or put in its place by another program: what was there must not be lost to that.
            raise DamagedError(self._name)
        return sheet

    def glance(self) -> Filed | None:
        """The outings of a large file, none of them made yet; `None` if it has to be read line by line.

        Raises:
            JournalError, OSError: it cannot be read.
        """
        stamp = self._folder.stamp(self._name)
        if stamp is None or stamp.size < LARGE:
            return None
        # The first screen does without, and a small journal for ever.
        from leaving_tui.storage.glance import glance

        with self._folder.opened(self._name) as fd:
            return None if fd is None else glance(self._folder.disk, fd)

    def load(self) -> Sheet:
        """What the file holds, to be changed now; raises what `look` raises. Read once while locked."""
        turn = self._folder.lock.turn
        if self._loaded is None or turn is None or self._loaded[0] is not turn:
            self._loaded = None
            self._loaded = turn, self.look()
        return self._loaded[1]

    def _let_go(self) -> None:
        self._loaded = None

    def fetch(self) -> dict[str, dict[str, Any]] | None:
        """All tables from the file."""
        sheet = self.load()
        if sheet.empty:
            return None
        return {
            name: {key: Line(line.raw) for key, line in table.items()} for name, table in sheet.tables.items()
        }

    def store(self, data: Content) -> None:
        """Write all tables. Only a file that was read and found good becomes the backup.

        With `forget` set, the backup does not keep what the change removes.
        """
        good = self._loaded is not None and not self._loaded[1].empty
        old = self._folder.read(self._name) if good else None
        new = render(data)
        if new == old:
            return
        self._loaded = None
        if self.forget:
            self._folder.replace(self._name + BACKUP, new)
        elif old is not None:
            self._folder.back_up(self._name, old)
        self._folder.replace(self._name, new)
        if old is None:
            self._folder.replace(self._name + BACKUP, new)
