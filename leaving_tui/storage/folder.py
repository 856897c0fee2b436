"""The journal's folder: private, and every file in it replaced whole or not at all."""

import errno
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import NamedTuple, TypeVar

from leaving_tui.clock import Clock
from leaving_tui.storage.disk import APPEND, NEW, READ, Disk
from leaving_tui.storage.errors import JournalError, cannot
from leaving_tui.storage.lock import Lock

T_ = TypeVar("T_")

OUTINGS, LIVE, LAST, NOTES = "outings.json", "live.json", "last.json", "notes.json"
LOCK_NAME, RESERVE, SET_ASIDE = "lock", "reserve", "set-aside"
BACKUP = ".bak"
RESERVE_SIZE = 256 * 1024
"""Bytes kept as ballast: thrown overboard on a full disk, they hold more than a hundred taps."""

_FULL = (errno.ENOSPC, errno.EDQUOT)
_NO_LINKS = (
    errno.EPERM,
    errno.EACCES,
    errno.ENOTSUP,
    errno.EOPNOTSUPP,
    errno.ENOSYS,
    errno.EMLINK,
    errno.EXDEV,
)


class Stamp(NamedTuple):
    """What changes when a file does."""

    device: int
    inode: int
    size: int
    modified: int
    changed: int


class Folder:
    """Reads and safely writes the files of one folder."""

    def __init__(self, path: Path, clock: Clock, disk: Disk | None = None) -> None:
        self.path = path
        self.disk = disk or Disk()
        self.clock = clock
        self.lock = Lock(path / LOCK_NAME, self.disk)

    def make(self) -> None:
        """Make the folder, and make it private.

        Raises:
            JournalError: it is not a folder, or cannot be made.
        """
        try:
            self.disk.make_folder(self.path)
            mode = self.path.stat()
        except (FileExistsError, NotADirectoryError):
            raise JournalError(f"{self.path} is not a folder. Please choose another place.") from None
        except OSError as problem:
            raise cannot("make the folder", self.path, problem) from problem
        if mode.st_mode & 0o077 and is_own(self.path, mode):
            with suppress(OSError):
                self.disk.restrict(self.path, 0o700)

    # ---- reading

    def names_aside(self) -> list[str]:
        """The files set aside, as names in this folder."""
        return [f"{SET_ASIDE}/{name}" for name in self.disk.names(self.path / SET_ASIDE)]

    def stamp(self, name: str) -> Stamp | None:
        """The stamp of a file; `None` if there is none."""
        try:
            seen = self.disk.stat(self.path / name)
        except FileNotFoundError:
            return None
        return Stamp(seen.st_dev, seen.st_ino, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns)

    def read(self, name: str) -> bytes | None:
        """All of a file; `None` if there is none.

        Raises:
            JournalError: it is not a plain file.
            OSError: it cannot be read.
        """
        path = self.path / name
        try:
            fd = self.disk.open(path, READ)
        except FileNotFoundError:
            return None
        except OSError as problem:
            if problem.errno == errno.ELOOP:
                raise JournalError(f"{path} is a link. Please put the file itself in its place.") from None
            raise
        try:
            if not stat.S_ISREG(self.disk.stat_open(fd).st_mode):
                raise JournalError(f"{path} is not a file. Please move it away.")
            return self.disk.read(fd)
        finally:
            self.disk.close(fd)

    # ---- writing: each raises OSError, and then nothing has changed

    def replace(self, name: str, data: bytes) -> None:
        """Put `data` in the place of the whole file, on disk before this returns."""
        self._with_ballast(lambda: self._replace(name, data))

    def back_up(self, name: str, data: bytes) -> None:
        """Keep the file as it is, known to hold `data`, under its backup name."""
        self._with_ballast(lambda: self._back_up(name, data))

    def append(self, name: str, data: bytes, end: int) -> None:
        """Put `data` after the first `end` bytes of the file, on disk before this returns.

        What was there behind them is a line that was cut off while it was written.
        """
        self._with_ballast(lambda: self._append(name, data, end))

    def rename(self, name: str, other: str) -> None:
        """Give a file another name, in the place of what had it."""
        self.disk.replace(self.path / name, self.path / other)
        self._sync_names(name)

    def remove(self, name: str) -> None:
        """Remove a file; one that is not there is fine."""
        with suppress(FileNotFoundError):
            self.disk.remove(self.path / name)
            self._sync_names(name)

    def set_aside(self, name: str, data: bytes) -> Path:
        """Keep damaged `data` of the file `name` for good, under a dated name; once is enough."""
        aside = self.path / SET_ASIDE
        self.disk.make_folder(aside)
        for known in self.disk.names(aside):
            if self.read(f"{SET_ASIDE}/{known}") == data:
                return aside / known
        stem, _, ending = name.partition(".")
        when = f"{self.clock():%Y%m%d-%H%M%S}"
        for number in count(1):
            again = "" if number == 1 else f"-{number}"
            kept = f"{SET_ASIDE}/{stem}-{when}{again}.{ending}"
            if self.stamp(kept) is None:
                break
        self.replace(kept, data)
        return self.path / kept

    def _replace(self, name: str, data: bytes) -> None:
        temporary = self._temporary(name)
        try:
            fd = self.disk.open(temporary, NEW)
            try:
                self.disk.restrict_open(fd)
                self._write_all(fd, data)
                self.disk.sync(fd)
            finally:
                self.disk.close(fd)
            self.disk.replace(temporary, self.path / name)
        except OSError:
            with suppress(OSError):
                self.disk.remove(temporary)
            raise
        self._sync_names(name)

    def _back_up(self, name: str, data: bytes) -> None:
        temporary = self._temporary(name)
        try:
            self.disk.link(self.path / name, temporary)
        except (OSError, AttributeError, NotImplementedError) as problem:
            # Termux forbids a second name; a copy does as well.
            if isinstance(problem, OSError) and problem.errno not in _NO_LINKS:
                raise
            self._replace(name + BACKUP, data)
            return
        self.disk.replace(temporary, self.path / (name + BACKUP))
        with suppress(OSError):
            # Renaming one name of a file to another name of it does nothing, by POSIX.
            self.disk.remove(temporary)

    def _append(self, name: str, data: bytes, end: int) -> None:
        fd = self.disk.open(self.path / name, APPEND)
        try:
            size = self.disk.stat_open(fd).st_size
            if size < end:
                raise OSError(errno.EIO, "the file changed under our hands")
            try:
                if size > end:
                    self.disk.cut(fd, end)
                self._write_all(fd, data)
                self.disk.sync(fd)
            except OSError:
                with suppress(OSError):
                    self.disk.cut(fd, end)
                raise
        finally:
            self.disk.close(fd)

    def _write_all(self, fd: int, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            written = self.disk.write(fd, rest)
            if written <= 0:
                raise OSError(errno.EIO, "nothing was written")
            rest = rest[written:]

    def _sync_names(self, name: str) -> None:
        try:
            self.disk.sync_folder((self.path / name).parent)
        except OSError as problem:
            # Some systems cannot sync a folder; a failing disk is another matter.
            if problem.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EBADF):
                raise

    def _temporary(self, name: str) -> Path:
        path = self.path / name
        return path.with_name(f".{path.name}.{os.urandom(6).hex()}.tmp")

    def _with_ballast(self, write: Callable[[], T_]) -> T_:
        try:
            return write()
        except OSError as problem:
            if problem.errno not in _FULL:
                raise
            try:
                self.disk.remove(self.path / RESERVE)
            except OSError:
                raise problem from None
            return write()


def is_own(path: Path, seen: os.stat_result) -> bool:
    """Whether a folder is this person's alone to close to others: not a shared one, not their home."""
    if not hasattr(os, "geteuid") or seen.st_uid != os.geteuid() or seen.st_mode & stat.S_ISVTX:
        return False
    whole = path.resolve()
    return whole != Path.home() and whole not in Path.home().parents
