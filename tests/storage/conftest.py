"""What several tests of the journal need."""

from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest


@pytest.fixture(scope="module")
def quick() -> Iterator[Path]:
    """A folder in memory where there is one: these tests write thousands of small files."""
    memory = Path("/dev/shm")
    path = Path(mkdtemp(dir=memory if memory.is_dir() else None))
    yield path
    rmtree(path)
