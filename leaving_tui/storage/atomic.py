"""Writing a file so that it is either as it was or as it should be, never in between."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from leaving_tui.storage.disk import CHANGE, NEW, Disk

_NO_SYNC = (errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EBADF)


def put(disk: Disk, path: Path, data: bytes) -> None:
    """Put `data` in the place of the whole file, private and on disk before this returns.

    Raises:
        OSError: the disk said no; the file is as it was.
    """
    temporary = temporary_for(path)
    try:
        fd = disk.open(temporary, NEW)
        try:
            disk.restrict_open(fd)
            _write_all(disk, fd, data)
            disk.sync(fd)
        finally:
            disk.close(fd)
        disk.replace(temporary, path)
    except OSError:
        with suppress(OSError):
            disk.remove(temporary)
        raise
    sync_names(disk, path.parent)


def add(disk: Disk, path: Path, data: bytes, end: int, room: int) -> None:
    """Put `data` after the first `end` bytes of a file, on disk before this returns.

    The next `room` bytes may be written over; what else is there is cut off.

    Raises:
        OSError: the disk said no; the file is as it was, or cut to `end`, as far as the disk lets us.
    """
    fd = disk.open(path, CHANGE)
    try:
        size = disk.stat_open(fd).st_size
        if size < end + room:
            raise OSError(errno.EIO, "the file changed under our hands")
        try:
            if size > end + room:
                disk.cut(fd, end)
            disk.seek(fd, end)
            _write_all(disk, fd, data)
            disk.touch(fd)
            disk.sync(fd)
        except OSError:
            with suppress(OSError):
                disk.cut(fd, end)
            raise
    finally:
        disk.close(fd)


def sync_names(disk: Disk, folder: Path) -> None:
    """Wait until the names in a folder would outlive a power cut, where the system can do that."""
    try:
        disk.sync_folder(folder)
    except OSError as problem:
        if problem.errno not in _NO_SYNC:
            raise


def temporary_for(path: Path) -> Path:
    """A new name beside `path`."""
    return path.with_name(f".{path.name}.{os.urandom(6).hex()}.tmp")


def _write_all(disk: Disk, fd: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        written = disk.write(fd, rest)
        if written <= 0:
            raise OSError(errno.EIO, "nothing was written")
        rest = rest[written:]
