"""A TinyDB storage that cannot be half written: the file is checked, backed up and replaced whole."""

from pathlib import Path
from typing import Any

from leaving_tui.clock import system_clock
from leaving_tui.storage.batch import BatchStorage, Content
from leaving_tui.storage.checked import Sheet, parse, render
from leaving_tui.storage.errors import DamagedError
from leaving_tui.storage.folder import BACKUP, Folder


class CheckedStorage(BatchStorage):
    """Keeps TinyDB tables in one checked file. Several processes must share a lock around read and write.

    Stock tables may be put on it: `TinyDB(path, storage=CheckedStorage)`.
    """

    def __init__(self, path: Path | str, folder: Folder | None = None) -> None:
        whole = Path(path)
        self._folder = folder or Folder(whole.parent, system_clock)
        self._name = whole.name
        self._good: bytes | None = None
        self.forget = False

    def look(self) -> Sheet | None:
        """What the file holds; `None` when there is nothing at all, not even a backup. Any thread may look.

        Raises:
            DamagedError: the file is not as it was written, or only its backup is left.
            NewerError: a newer version of the app wrote it.
            JournalError: it cannot be read.
        """
        data = self._folder.read(self._name)
        return None if self._absent(data) else parse(data or b"", self._name)

    def load(self) -> Sheet:
        """What the file holds, to be changed now: needs the lock, and raises what `look` raises."""
        self._good = None
        data = self._folder.read(self._name)
        if self._absent(data):
            return Sheet()
        sheet = parse(data or b"", self._name)
        self._good = data
        return sheet

    def _absent(self, data: bytes | None) -> bool:
        if data is None and self._folder.stamp(self._name + BACKUP) is not None:
            raise DamagedError(self._name)
        return data is None

    def fetch(self) -> dict[str, dict[str, Any]] | None:
        """All tables from the file."""
        tables = self.load().tables
        return {name: {**table} for name, table in tables.items()} if self._good is not None else None

    def store(self, data: Content) -> None:
        """Write all tables. Only a file that was read and found good becomes the backup.

        With `forget` set, the backup does not keep what the change removes.
        """
        old, new = self._good, render(data)
        if new == old:
            return
        if self.forget:
            self._folder.replace(self._name + BACKUP, new)
        elif old is not None:
            self._folder.back_up(self._name, old)
        self._folder.replace(self._name, new)
        if old is None:
            self._folder.replace(self._name + BACKUP, new)
        self._good = new
