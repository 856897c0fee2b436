"""The journal's folder: private, and every file in it replaced whole or not at all."""

import errno
import os
import stat
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from itertools import count
from pathlib import Path
from typing import NamedTuple, TypeVar

from leaving_tui.clock import Clock
from leaving_tui.storage.atomic import add, put, sync_names, temporary_for
from leaving_tui.storage.disk import EXACT, Disk
from leaving_tui.storage.errors import ELSEWHERE, JournalError, cannot, not_a_folder
from leaving_tui.storage.lock import Lock
from leaving_tui.storage.names import BACKUP, LOCK_NAME, RESERVE, SET_ASIDE
from leaving_tui.storage.plain_file import opened

T_ = TypeVar("T_")

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

    @property
    def exact(self) -> bool:
        """Whether times are kept so finely here that a change shows even in a file that stays as long."""
        return EXACT and self.modified % 1_000_000 != 0


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
            if not self.path.exists():
                self.disk.make_folder(self.path)
            seen = self.path.stat()
        except OSError as problem:
            raise cannot("make the folder", self.path, problem, ELSEWHERE) from problem
        if not stat.S_ISDIR(seen.st_mode):
            raise not_a_folder(self.path)
        if seen.st_mode & 0o077 and is_own(self.path, seen):
            with suppress(OSError):
                self.disk.restrict(self.path, 0o700)
        if not os.access(self.path, os.W_OK | os.X_OK) and not any(self.path.glob("*.json")):
            raise JournalError(f"{self.path} cannot be written to. Please choose another place.")

    # ---- reading

    def names_aside(self) -> list[str]:
        """The files set aside, as names in this folder."""
        return self.names_in(SET_ASIDE)

    def names_in(self, inner: str) -> list[str]:
        """The files in a folder of ours, as names in this one; what is behind a link is not ours."""
        if (self.path / inner).is_symlink():
            return []
        return [f"{inner}/{name}" for name in self.disk.names(self.path / inner)]

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
        with self.opened(name) as fd:
            return None if fd is None else self.disk.read(fd)

    def opened(self, name: str) -> AbstractContextManager[int | None]:
        """A file, open to be read; `None` if there is none. Raises what `read` raises."""
        return opened(self.disk, self.path / name)

    # ---- writing: each raises OSError, and then nothing has changed

    def replace(self, name: str, data: bytes) -> None:
        """Put `data` in the place of the whole file, on disk before this returns."""
        self._with_ballast(lambda: put(self.disk, self.path / name, data))

    def back_up(self, name: str, data: bytes) -> None:
        """Keep the file as it is, known to hold `data`, under its backup name."""
        self._with_ballast(lambda: self._back_up(name, data))

    def append(self, name: str, data: bytes, end: int, room: int) -> None:
        """Put `data` after the first `end` bytes of the file, on disk before this returns.

        Behind them are `room` bytes kept free for it; anything else is a line cut off while it was written.
        """
        self._with_ballast(lambda: add(self.disk, self.path / name, data, end, room))

    def rename(self, name: str, other: str) -> None:
        """Give a file another name, in the place of what had it."""
        self.disk.replace(self.path / name, self.path / other)
        sync_names(self.disk, self.path)

    def remove(self, name: str) -> None:
        """Remove a file; one that is not there is fine."""
        with suppress(FileNotFoundError):
            self.disk.remove(self.path / name)
            sync_names(self.disk, self.path)

    def set_aside(self, name: str, data: bytes) -> Path:
        """Keep damaged `data` of the file `name` for good, under a dated name; once is enough."""
        aside = self.path / SET_ASIDE
        if aside.is_symlink():
            raise OSError(errno.ELOOP, f"{SET_ASIDE} is a link")
        self.disk.make_folder(aside)
        sync_names(self.disk, self.path)
        for known in self.names_aside():
            if self.read(known) == data:
                return self.path / known
        stem, _, ending = name.partition(".")
        when = f"{self.clock():%Y%m%d-%H%M%S}"
        for number in count(1):
            again = "" if number == 1 else f"-{number}"
            kept = f"{SET_ASIDE}/{stem}-{when}{again}.{ending}"
            if self.stamp(kept) is None:
                break
        self.replace(kept, data)
        return self.path / kept

    def _back_up(self, name: str, data: bytes) -> None:
        backup = self.path / (name + BACKUP)
        temporary = temporary_for(backup)
        try:
            self.disk.link(self.path / name, temporary)
        except (OSError, AttributeError, NotImplementedError) as problem:
            # Termux forbids a second name; a copy does as well.
            if isinstance(problem, OSError) and problem.errno not in _NO_LINKS:
                raise
            put(self.disk, backup, data)
            return
        self.disk.replace(temporary, backup)
        with suppress(OSError):
            # Renaming one name of a file to another name of it does nothing, by POSIX.
            self.disk.remove(temporary)

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
