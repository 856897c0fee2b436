"""What the tests of the journal need."""

from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest

from leaving_tui.storage import file, shelf

_MEMORY = Path("/dev/shm")


@pytest.fixture(scope="module")
def quick() -> Iterator[Path]:
    """A folder in memory where there is one: these tests sync thousands of small files."""
    path = Path(mkdtemp(dir=_MEMORY if _MEMORY.is_dir() else None))
    yield path
    rmtree(path)


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """The same, a new one for each test."""
    path = Path(mkdtemp(dir=_MEMORY if _MEMORY.is_dir() else None))
    yield path
    rmtree(path, ignore_errors=True)


@pytest.fixture(autouse=True)
def _every_file_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files here are small, but are read over as those of thousands of outings are."""
    monkeypatch.setattr(file, "LARGE", 0)
    monkeypatch.setattr(shelf, "FEW", 0)
