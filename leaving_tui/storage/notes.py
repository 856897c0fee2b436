"""Small things a person has set down once, kept as safely as their outings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leaving_tui.clock import Clock, system_clock
from leaving_tui.domain.record import stamp
from leaving_tui.storage.checked import Sheet
from leaving_tui.storage.disk import Disk
from leaving_tui.storage.errors import BusyError, DamagedError, JournalError, cannot, cause
from leaving_tui.storage.file import CheckedStorage
from leaving_tui.storage.folder import Folder, Stamp
from leaving_tui.storage.line import Line, become
from leaving_tui.storage.names import BACKUP, NOTES

if TYPE_CHECKING:
    from tinydb.table import Table

TABLE = "notes"
Values = dict[str, Any]


class Notes:
    """Named notes, each a JSON object, shared by any number of windows. Opening them reads nothing."""

    def __init__(self, folder: Path, clock: Clock = system_clock, disk: Disk | None = None) -> None:
        """Make the folder if need be.

        Raises:
            JournalError: it is not a folder, or cannot be made.
        """
        self._folder = Folder(folder, clock, disk)
        self._folder.make()
        self._storage = CheckedStorage(folder / NOTES, self._folder, TABLE)
        self._known: tuple[Stamp | None, dict[str, Values]] | None = None
        self._waiting: dict[str, Values] = {}
        self.unsaved: str | None = None
        """While the disk says no: one sentence about it."""
        self.notices: list[str] = []
        """What the person should know once, in plain sentences."""

    @cached_property
    def _table(self) -> Table:
        # With the first change; looking does without.
        from tinydb import TinyDB

        return TinyDB(storage=lambda: self._storage).table(TABLE, cache_size=0)

    def load(self, name: str) -> Values:
        """The note `name`, empty if there is none; read again only if the file has changed.

        Raises:
            JournalError: it cannot be read, and never could be.
        """
        return deepcopy(dict(self.all().get(name, {})))

    def all(self) -> Mapping[str, Mapping[str, Any]]:
        """Every note by its name, to look at; costs one look at the file's stamp.

        Raises:
            JournalError: they cannot be read, and never could be.
        """
        try:
            known = self._newest()
        except JournalError:
            if self._known is None:
                raise
            known = self._known[1]
        return {**known, **self._waiting} if self._waiting else known

    def save(self, name: str, value: Mapping[str, Any]) -> None:
        """Keep the note `name`; it is on disk when this returns, or `unsaved` says why not.

        Raises:
            JournalError: the notes cannot be read.
        """
        self.change(name, lambda _: value)

    def change(self, name: str, change: Callable[[Values], Mapping[str, Any]]) -> Values:
        """Change the newest version of the note `name`; the same again writes nothing.

        It is on disk when this returns, or `unsaved` says why not. `change` must be pure: it may run twice.

        Raises:
            JournalError: the notes cannot be read.
        """
        before = self.load(name)
        value = dict(change(deepcopy(before)))
        if value == before and name not in self._waiting:
            return value
        try:
            with self._folder.lock:
                known = self._waiting.get(name) or self._sound().get(name, {})
                value = dict(change(deepcopy(known)))
                self._write({**self._waiting, name: value})
        except (OSError, BusyError) as problem:
            self._waiting[name] = value
            self.unsaved = f"Not saved yet: {cause(problem)}. It is kept here, and saving is tried again."
        return value

    def retry(self) -> bool:
        """Try again to save what waits; whether all is on disk now."""
        for name in list(self._waiting)[:1]:
            self.change(name, lambda value: value)
        return self.unsaved is None

    def _newest(self) -> dict[str, Values]:
        with self._telling("read"):
            seen = self._folder.stamp(NOTES)
            if self._known is None or self._known[0] != seen:
                self._known = seen, self._values()
        return self._known[1]

    def _write(self, values: Mapping[str, Values]) -> None:
        known = self._sound()
        with self._storage.together():
            for name, value in values.items():
                self._put({"name": name, "updated_at": stamp(self._folder.clock()), "value": value})
        # No stamp, so that it is read again, as soon as that can be.
        self._known = None, {**known, **values}
        self._waiting, self.unsaved = {}, None

    def _put(self, note: Values) -> None:
        from tinydb.table import Document

        # An id made from the name: TinyDB's own counter does not know what another window has added.
        key = _key(note["name"])
        if not self._table.update(lambda document: become(document, note), doc_ids=[key]):
            self._table.insert(Document(note, key))

    def _values(self) -> dict[str, Values]:
        try:
            sheet = self._storage.look()
        except DamagedError:
            with self._folder.lock:
                return self._sound()
        return _by_name(sheet)

    def _sound(self) -> dict[str, Values]:
        try:
            return _by_name(self._storage.load())
        except DamagedError:
            return _by_name(self._mended())

    def _mended(self) -> Sheet:
        from leaving_tui.storage.recovery import recover

        damaged = self._folder.read(NOTES)
        backup = self._folder.read(NOTES + BACKUP)
        found = recover(NOTES, [data for data in (damaged, backup) if data is not None], {}, _identify)
        said = "The file of your plans and notes was damaged; what could be read was brought back."
        try:
            if damaged is not None:
                said += f" The damaged file is kept at {self._folder.set_aside(NOTES, damaged)}."
            self._storage.store(found.tables)
        except OSError as problem:
            said += f" It could not be written yet: {cause(problem)}."
        self.notices.append(said)
        return Sheet(found.tables)

    @contextmanager
    def _telling(self, verb: str) -> Iterator[None]:
        try:
            yield
        except OSError as problem:
            raise cannot(verb, self._folder.path / NOTES, problem) from problem


def _by_name(sheet: Sheet) -> dict[str, Values]:
    lines = [
        Line(line.raw) for key, line in sheet.tables.get(TABLE, {}).items() if _identify(TABLE, key, line)
    ]
    return {line["name"]: line["value"] for line in lines}


def _key(name: str) -> int:
    return int.from_bytes(b"\x01" + name.encode("utf-8", "surrogatepass"))


def _identify(table: str, key: str, line: Line) -> str | None:
    if table != TABLE:
        return key
    note = Line(line.raw)
    whole = isinstance(note.get("name"), str) and isinstance(note.get("value"), dict)
    return str(_key(note["name"])) if whole else None
