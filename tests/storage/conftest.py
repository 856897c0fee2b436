"""What the tests of the journal need."""

from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree

import pytest

from leaving_tui.storage import file, shelf
from tests.conftest import new_folder


@pytest.fixture(scope="module")
def quick() -> Iterator[Path]:
    """A folder for all tests of a module."""
    path = new_folder()
    yield path
    rmtree(path)


@pytest.fixture(autouse=True)
def _every_file_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files here are small, but are read over as those of thousands of outings are."""
    monkeypatch.setattr(file, "LARGE", 0)
    monkeypatch.setattr(shelf, "FEW", 0)
