"""A clock moved by hand, a real journal in a temporary folder, and the companion over both."""

import os
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, settings

from leaving_tui.companion import Companion
from leaving_tui.content.library import Library
from leaving_tui.storage.journal import Journal
from leaving_tui.storage.notes import Notes

# Programs that the tests start, again and again, need not be compiled anew each time.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# The suite tries the same examples on every machine and judges none by the clock; `explore` looks further.
SLOW = [HealthCheck.too_slow]
settings.register_profile("suite", derandomize=True, deadline=None, suppress_health_check=SLOW)
settings.register_profile("explore", max_examples=1000, deadline=None)
settings.load_profile("suite")


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: a worker that waits for a disk or a terminal leaves its core to it."""
    return (os.cpu_count() or 1) + 1


START = datetime(2026, 11, 23, 14, 58, tzinfo=UTC)


class HandClock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def tick(self, **length: float) -> None:
        """Move on by a length such as `minutes=5`; negative lengths set it back."""
        self.now += timedelta(**length)


def new_folder() -> Path:
    """A temporary folder, in memory where there is one: the suite syncs thousands of small files."""
    memory = Path("/dev/shm")
    return Path(mkdtemp(dir=memory if os.access(memory, os.W_OK) else None))


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """In place of pytest's own, which is on the disk."""
    path = new_folder()
    yield path
    rmtree(path, ignore_errors=True)


@pytest.fixture(autouse=True)
def _a_parent_in_greenwich(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Local time is UTC, and nothing of the real person's set-up is seen."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    for name in list(os.environ):
        if name.startswith(("LC_", "LANG", "LEAVING_", "TEXTUAL")) or name == "NO_COLOR":
            monkeypatch.delenv(name, raising=False)
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "leaving"


@pytest.fixture
def library() -> Library:
    return Library()


@pytest.fixture
def companion(folder: Path, clock: HandClock) -> Iterator[Companion]:
    journal = Journal(folder, clock)
    yield Companion(journal, Notes(folder), clock)
    journal.close()
