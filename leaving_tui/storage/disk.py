"""The few system calls the journal makes, in one place, so that a test can let any one of them fail."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":  # pragma: no cover
    import msvcrt
else:
    import fcntl

_ALWAYS = (
    getattr(os, "O_NOFOLLOW", 0)  # a link planted at one of our names is refused
    | getattr(os, "O_NONBLOCK", 0)  # and so is a pipe, instead of waiting for ever
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_CHUNK = 1 << 20

NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL
CHANGE = os.O_WRONLY
READ = os.O_RDONLY
LOCK = os.O_RDWR | os.O_CREAT

EXACT = os.utime in os.supports_fd
"""Whether an open file can be told when it was changed, to the nanosecond."""


class Disk:
    """The real disk. Every method raises `OSError` when the system says no."""

    def open(self, path: Path | str, flags: int) -> int:
        """Open a file, never through a link; a new one is private (0600)."""
        return os.open(path, flags | _ALWAYS, 0o600)

    def close(self, fd: int) -> None:
        """Close a file."""
        os.close(fd)

    def read(self, fd: int) -> bytes:
        """All that is left to read."""
        chunks = []
        while chunk := os.read(fd, _CHUNK):
            chunks.append(chunk)
        return b"".join(chunks)

    def read_some(self, fd: int, size: int) -> bytes:
        """The next bytes, at most `size`; none at the end."""
        return os.read(fd, size)

    def read_at(self, fd: int, size: int, start: int) -> bytes:
        """Bytes from the middle of a file, at most `size`."""
        return os.pread(fd, size, start)

    def again(self, fd: int) -> int:
        """The same open file once more, to be closed by itself."""
        return os.dup(fd)

    def write(self, fd: int, data: memoryview) -> int:
        """Write some of `data`; how many bytes is the answer."""
        return os.write(fd, data)

    def seek(self, fd: int, at: int) -> None:
        """Go on writing at byte `at`."""
        os.lseek(fd, at, os.SEEK_SET)

    def touch(self, fd: int) -> None:
        """Say when a file was changed, more exactly than the system would; shared storage may refuse."""
        if EXACT:
            now = time.time_ns()
            with suppress(PermissionError):
                os.utime(fd, ns=(now, now))

    def sync(self, fd: int) -> None:
        """Wait until the file, and how long it is, would outlive a power cut."""
        if sys.platform == "darwin":  # pragma: no cover
            fcntl.fcntl(fd, fcntl.F_FULLFSYNC)
        elif hasattr(os, "fdatasync"):
            os.fdatasync(fd)
        else:  # pragma: no cover
            os.fsync(fd)

    def sync_folder(self, path: Path) -> None:
        """Wait until the names in a folder would outlive a power cut."""
        fd = os.open(path, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)

    def cut(self, fd: int, size: int) -> None:
        """Make the file `size` bytes long."""
        os.ftruncate(fd, size)

    def stat(self, path: Path) -> os.stat_result:
        """What is at `path` itself, not behind a link."""
        return path.lstat()

    def stat_open(self, fd: int) -> os.stat_result:
        """What an open file is."""
        return os.fstat(fd)

    def replace(self, source: Path, target: Path) -> None:
        """Give `source` the name `target` in one step."""
        source.replace(target)

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name."""
        target.hardlink_to(source)

    def remove(self, path: Path) -> None:
        """Remove a file, or a link and not what it points to."""
        path.unlink()

    def remove_folder(self, path: Path) -> None:
        """Remove a folder that is empty, and not a link."""
        path.rmdir()

    def make_folder(self, path: Path) -> None:
        """Make a private folder (0700), whatever the umask, and those above it; one that is there is fine."""
        if not path.is_dir():
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
            with suppress(PermissionError):
                path.chmod(0o700)

    def restrict(self, path: Path, mode: int) -> None:
        """Set who may open `path`."""
        path.chmod(mode)

    def restrict_open(self, fd: int) -> None:
        """Let only its owner open this file, whatever the umask; a phone's shared storage has no owners."""
        if hasattr(os, "fchmod"):
            with suppress(PermissionError):
                os.fchmod(fd, 0o600)

    def names(self, path: Path) -> list[str]:
        """The names in a folder; none if it is not there."""
        return sorted(entry.name for entry in path.iterdir()) if path.is_dir() else []

    def free(self, path: Path) -> int:
        """Bytes that an ordinary user may still write."""
        if not hasattr(os, "statvfs"):  # pragma: no cover
            return 1 << 30
        space = os.statvfs(path)
        return space.f_bavail * space.f_frsize

    def lock(self, fd: int) -> None:
        """Lock an open file against other processes, without waiting; it is freed when the file is closed."""
        if sys.platform == "win32":  # pragma: no cover
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
