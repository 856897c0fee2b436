"""Opening a file that is surely a file: not a link or a pipe that was planted under its name."""

from __future__ import annotations

import errno
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from leaving_tui.storage.disk import READ, Disk
from leaving_tui.storage.errors import JournalError

if TYPE_CHECKING:
    from pathlib import Path


@contextmanager
def opened(disk: Disk, path: Path | str) -> Iterator[int | None]:
    """The file at `path`, open to be read; `None` if there is none.

    Raises:
        JournalError: it is not a plain file.
        OSError: it cannot be read.
    """
    try:
        fd = disk.open(path, READ)
    except FileNotFoundError:
        yield None
        return
    except OSError as problem:
        if problem.errno == errno.ELOOP:
            raise JournalError(f"{path} is a link. Please put the file itself in its place.") from None
        raise
    try:
        if not stat.S_ISREG(disk.stat_open(fd).st_mode):
            raise JournalError(f"{path} is not a file. Please move it away.")
        yield fd
    finally:
        disk.close(fd)
