"""Five ways of keeping outings: ours, a stock TinyDB, SQLite, ours without syncing, and a plain model."""

import json
import os
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from tinydb import TinyDB
from tinydb.storages import JSONStorage
from tinydb.table import Document

from leaving_tui.domain.outing import Felt, Kind, Moment, Outing, Plan
from leaving_tui.domain.record import Record, document_id, from_record, to_record
from leaving_tui.storage.disk import Disk
from leaving_tui.storage.journal import Journal, JournalError
from tests.storage.days import finished_outing, now_at, outing_id

PAST = 30
"""Outings that are there before a trial begins."""
STEPS = 12
"""Steps of one outing, from the door to a correction and the deletion of an old one."""
_TEXTS = ("is he fed?", "I could call." * 20, "", "She knows him well." * 8, "x")

Outings = dict[str, Record]


class Keeper(ABC):
    """Keeps outings in a folder. Each step is on disk when `act` returns."""

    name: str

    def __init__(self, folder: Path, *, new: bool = False) -> None:
        self.folder = folder
        if new:
            folder.mkdir(parents=True, mode=0o700)
        self.open()
        if new:
            self.add(finished_outing(-number, now_at(-number)) for number in range(1, PAST + 1))

    @abstractmethod
    def open(self) -> None:
        """Open what is in the folder, or begin it."""

    @abstractmethod
    def get(self, number: int) -> Outing | None:
        """One outing."""

    @abstractmethod
    def put(self, outing: Outing) -> None:
        """Keep an outing, in the place of an earlier version."""

    @abstractmethod
    def drop(self, number: int) -> None:
        """Delete an outing."""

    @abstractmethod
    def found(self) -> Outings:
        """Everything there is, as records by id; any exception means that it cannot be read."""

    @abstractmethod
    def close(self) -> None:
        """Let go of the files."""

    def add(self, outings: Iterable[Outing]) -> None:
        """Keep several outings."""
        for outing in outings:
            self.put(outing)

    def act(self, step: int) -> None:
        """Take one step of an endless row of outings."""
        number, at = divmod(step, STEPS)
        now = now_at(step)
        if at == 0:
            self.put(Outing(outing_id(number), now, now, Plan("Grandma", "shop")).leave(now))
        elif at <= 8:
            self.change(number, lambda outing: outing.note(_moment(step, now)))
        elif at == 9:
            self.change(number, lambda outing: outing.come_home(now).answer(Felt.EASIER, now))
        elif at == 10:
            self.change(number - 1, lambda outing: outing.reflect(now, found_out="He slept.", worst=3))
        else:
            self.drop(number - 5)

    def try_again(self, step: int) -> None:
        """Take a step that was refused once more."""
        self.act(step)

    def change(self, number: int, change: Callable[[Outing], Outing]) -> None:
        """Change an outing, if it is there."""
        outing = self.get(number)
        if outing is not None:
            self.put(change(outing))


def _moment(step: int, now: datetime) -> Moment:
    return Moment(now, Kind.LATER, {"worry": _TEXTS[step % len(_TEXTS)], "step": step})


class Ours(Keeper):
    """The journal of this app."""

    name = "ours"
    disk = Disk()

    def open(self) -> None:
        self._step = 0
        self.journal = Journal(self.folder, lambda: now_at(self._step), self.disk)

    def act(self, step: int) -> None:
        self._step = step
        super().act(step)

    def try_again(self, step: int) -> None:
        if self.journal.unsaved is None:
            self.act(step)
        elif not self.journal.retry():
            raise JournalError(self.journal.unsaved)

    def get(self, number: int) -> Outing | None:
        live = self.journal.live()
        if live is not None and live.id == outing_id(number):
            return live
        return next((known for known in self.journal.outings() if known.id == outing_id(number)), None)

    def put(self, outing: Outing) -> None:
        if outing.reflection is None or self.journal.live() is not None:
            self.journal.change_live(lambda _: outing)
        else:
            self.journal.change(outing.id, lambda _: outing)
        if self.journal.unsaved:
            raise JournalError(self.journal.unsaved)

    def drop(self, number: int) -> None:
        self.journal.change(outing_id(number), lambda _: None)

    def add(self, outings: Iterable[Outing]) -> None:
        self.journal.add(outings)

    def close(self) -> None:
        self.journal.close()

    def found(self) -> Outings:
        live = self.journal.live()
        return _records([*self.journal.outings(), *([live] if live else [])])


class _NoSync(Disk):
    def sync(self, fd: int) -> None:
        """Trust the system to write it some time."""

    def sync_folder(self, path: Path) -> None:
        """Trust the system to write it some time."""


class Unsynced(Ours):
    """The control: the same, but nothing is synced, so that a power cut must cost something."""

    name = "ours, no fsync"
    disk = _NoSync()


class Stock(Keeper):
    """A stock TinyDB."""

    name = "stock TinyDB"

    def open(self) -> None:
        self._db = TinyDB(self.folder / "outings.json", storage=JSONStorage)
        self._table = self._db.table("outings", cache_size=0)

    def get(self, number: int) -> Outing | None:
        record = self._table.get(doc_id=document_id(outing_id(number)))
        return from_record(record) if isinstance(record, Document) else None

    def put(self, outing: Outing) -> None:
        self._table.upsert(Document(to_record(outing), document_id(outing.id)))

    def drop(self, number: int) -> None:
        self._table.remove(doc_ids=[document_id(outing_id(number))])

    def add(self, outings: Iterable[Outing]) -> None:
        self._table.insert_multiple(Document(to_record(outing), document_id(outing.id)) for outing in outings)

    def close(self) -> None:
        self._db.close()

    def found(self) -> Outings:
        return {record["id"]: dict(record) for record in self._table.all()}


class Sqlite(Keeper):
    """SQLite in WAL mode with full syncing, through the standard library."""

    name = "SQLite WAL"

    def open(self) -> None:
        self._db = sqlite3.connect(self.folder / "outings.sqlite", timeout=10, isolation_level=None)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=FULL")
        self._db.execute("CREATE TABLE IF NOT EXISTS outings (id TEXT PRIMARY KEY, record TEXT)")

    def get(self, number: int) -> Outing | None:
        rows = self._db.execute("SELECT record FROM outings WHERE id = ?", (outing_id(number),)).fetchall()
        return from_record(json.loads(rows[0][0])) if rows else None

    def put(self, outing: Outing) -> None:
        self.add([outing])

    def drop(self, number: int) -> None:
        self._db.execute("DELETE FROM outings WHERE id = ?", (outing_id(number),))

    def add(self, outings: Iterable[Outing]) -> None:
        rows = [(outing.id, json.dumps(to_record(outing))) for outing in outings]
        self._db.execute("BEGIN IMMEDIATE")
        try:
            self._db.executemany("INSERT OR REPLACE INTO outings VALUES (?, ?)", rows)
            self._db.execute("COMMIT")
        except sqlite3.Error:
            with suppress(sqlite3.Error):
                self._db.execute("ROLLBACK")
            raise

    def close(self) -> None:
        self._db.close()

    def found(self) -> Outings:
        return {key: json.loads(text) for key, text in self._db.execute("SELECT id, record FROM outings")}


class Model(Keeper):
    """What should be there: outings in memory."""

    name = "model"

    def __init__(self) -> None:
        self._outings: dict[str, Outing] = {}
        self.add(finished_outing(-number, now_at(-number)) for number in range(1, PAST + 1))

    def open(self) -> None:
        """There is nothing to open."""

    def get(self, number: int) -> Outing | None:
        return self._outings.get(outing_id(number))

    def put(self, outing: Outing) -> None:
        self._outings[outing.id] = from_record(to_record(outing))

    def drop(self, number: int) -> None:
        self._outings.pop(outing_id(number), None)

    def close(self) -> None:
        """There is nothing to let go of."""

    def found(self) -> Outings:
        return _records(self._outings.values())


def _records(outings: Iterable[Outing]) -> Outings:
    return {outing.id: to_record(outing) for outing in outings}


def after_steps(steps: int) -> list[Outings]:
    """What should be there after 0, 1, 2 … `steps` steps."""
    model = Model()
    states = [model.found()]
    for step in range(steps):
        model.act(step)
        states.append(model.found())
    return states


def judge(
    keeper: type[Keeper], folder: Path, expected: Callable[[int], Outings], acknowledged: int
) -> tuple[str, int]:
    """Open what a trial has left: `sound`, `unreadable` or `wrong` (lost or doubled), and the steps in it."""
    try:
        with closing(keeper(folder)) as store:
            there = store.found()
    except Exception:  # noqa: BLE001 - whatever a stock program raises, it cannot be read
        return "unreadable", acknowledged
    for steps in (acknowledged, acknowledged + 1):
        if _told(there) == _told(expected(steps)):
            return "sound", steps
    return "wrong", acknowledged


def _told(outings: Outings) -> Outings:
    # A change that is tried again after an error is stamped later; it is the same change.
    return {key: {**record, "updated_at": ""} for key, record in outings.items()}


def forked(work: Callable[[], object]) -> int:
    """Run `work` in a process of its own and end it there; the process id is the answer."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    return child


KEEPERS: tuple[type[Keeper], ...] = (Ours, Stock, Sqlite)
