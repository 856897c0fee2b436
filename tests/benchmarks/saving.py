"""A tap saved to the disk beside SQLite, and how long the screen waits while an outing is finished."""

import asyncio
import sqlite3
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from shutil import copytree
from statistics import median
from tempfile import TemporaryDirectory

from leaving_tui.clock import system_clock
from leaving_tui.companion import Companion
from leaving_tui.domain.outing import Felt, Kind
from leaving_tui.storage.journal import Journal
from leaving_tui.storage.notes import Notes

TAPS = 40


def saving(journals: Mapping[int, Path]) -> Mapping[str, float]:
    """Milliseconds of one tap, until it is safe on disk, by the number of outings; and of SQLite."""
    figures = {}
    for count, kept in journals.items():
        with TemporaryDirectory() as parent:
            companion = _away(copytree(kept, Path(parent) / "copy"))
            figures[f"tap {count}"] = _each(partial(companion.note, Kind.RATING, rating=5))
            if count == max(journals):
                figures["finishing wait"] = asyncio.run(_longest_wait(companion))
    return {**figures, "tap sqlite": _sqlite()}


def _away(folder: Path) -> Companion:
    companion = Companion(Journal(folder, system_clock), Notes(folder), system_clock)
    companion.finished()
    companion.prepare()
    companion.leave()
    return companion


def _each(tap: Callable[[], object]) -> float:
    took = []
    for _ in range(TAPS):
        began = time.perf_counter()
        tap()
        took.append(time.perf_counter() - began)
    return median(took) * 1000


async def _longest_wait(companion: Companion) -> float:
    """The longest time in which no key could have been answered."""
    companion.come_home()
    longest, last = 0.0, time.perf_counter()
    finishing = asyncio.create_task(asyncio.to_thread(companion.answer, Felt.EASIER))
    while not finishing.done():
        await asyncio.sleep(0.001)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return longest * 1000


def _sqlite() -> float:
    with TemporaryDirectory() as parent:
        base = sqlite3.connect(Path(parent) / "taps.db", isolation_level=None)
        base.execute("pragma journal_mode = wal")
        base.execute("pragma synchronous = full")
        base.execute("create table live (id integer primary key, record text)")
        took = _each(lambda: base.execute("insert into live (record) values (?)", ("x" * 900,)))
        base.close()
    return took
