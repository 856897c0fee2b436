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
        self._generation = 0
        self._good: bytes | None = None
        self.forget = False

    def load(self) -> Sheet | None:
        """What the file holds; `None` when there is nothing at all, not even a backup.

        Raises:
            DamagedError: the file is not as it was written, or only its backup is left.
            NewerError: a newer version of the app wrote it.
            JournalError: it cannot be read.
        """
        self._good = None
        data = self._folder.read(self._name)
        if data is None:
            if self._folder.stamp(self._name + BACKUP) is not None:
                raise DamagedError(self._name)
            self._generation = 0
            return None
        sheet = parse(data, self._name)
        self._good, self._generation = data, sheet.generation
        return sheet

    def fetch(self) -> dict[str, dict[str, Any]] | None:
        """All tables from the file."""
        sheet = self.load()
        return None if sheet is None else {name: {**table} for name, table in sheet.tables.items()}

    def store(self, data: Content) -> None:
        """Write all tables. Only a file that was read and found good becomes the backup.

        With `forget` set, the backup does not keep what the change removes.
        """
        new = render(data, self._generation + 1)
        if self.forget or self._good is None:
            self._folder.replace(self._name + BACKUP, new)
        else:
            self._folder.back_up(self._name, self._good)
        self._folder.replace(self._name, new)
        self._good, self._generation = new, self._generation + 1
