"""One lock for all windows, held for the few milliseconds of a save and never for a whole run."""

import errno
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from leaving_tui.storage.disk import LOCK, READ, Disk
from leaving_tui.storage.errors import BusyError

_TAKEN = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
_NO_LOCKS_HERE = (errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOLCK, errno.EINVAL)
_READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM)
_PAUSE = 0.02
_TRIES = 150
"""How often to ask, `_PAUSE` seconds apart: about three seconds in all."""


class Lock:
    """Keeps other windows and threads from saving at the same moment; `kill -9` always frees it."""

    def __init__(self, path: Path, disk: Disk) -> None:
        self._path = path
        self._disk = disk
        self._threads = threading.Lock()
        self._fd: int | None = None
        self.turn: object | None = None
        """Stands for the time the lock is held; another one each time, `None` in between."""
        self.after: list[Callable[[], None]] = []
        """What is done when that time is over: letting go of what was only good for it."""

    def __enter__(self) -> None:
        """Wait for the lock.

        Raises:
            BusyError: it was not free within about three seconds.
            OSError: the lock file could not be opened.
        """
        if not self._threads.acquire(timeout=_PAUSE * _TRIES):
            raise _busy()
        try:
            self._fd = self._taken()
            self.turn = object()
        except BaseException:
            self._threads.release()
            raise

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        fd, self._fd, self.turn = self._fd, None, None
        for let_go in self.after:
            let_go()
        try:
            if fd is not None:
                with suppress(OSError):
                    self._disk.close(fd)
        finally:
            self._threads.release()

    def _taken(self) -> int | None:
        pause = threading.Event()
        for _ in range(_TRIES):
            fd = self._opened()
            if fd is None or self._locked_or_closed(fd):
                return fd
            pause.wait(_PAUSE)
        raise _busy()

    def _opened(self) -> int | None:
        try:
            return self._disk.open(self._path, LOCK)
        except OSError as problem:
            if problem.errno == errno.ELOOP:
                # A link was planted at our name: remove it, never what it points to.
                self._disk.remove(self._path)
                return self._disk.open(self._path, LOCK)
            if problem.errno not in _READ_ONLY:
                raise
        try:
            return self._disk.open(self._path, READ)
        except FileNotFoundError:
            # Nobody can save in this folder, so there is nothing to lock.
            return None

    def _locked_or_closed(self, fd: int) -> bool:
        locked = False
        try:
            locked = self._locked(fd)
        finally:
            if not locked:
                self._disk.close(fd)
        return locked

    def _locked(self, fd: int) -> bool:
        try:
            self._disk.lock(fd)
        except OSError as problem:
            if problem.errno in _NO_LOCKS_HERE:
                return True
            if problem.errno in _TAKEN:
                return False
            raise
        try:
            here = self._disk.stat(self._path)
        except FileNotFoundError:
            return False
        mine = self._disk.stat_open(fd)
        if mine.st_mode & 0o777 != 0o600:
            with suppress(OSError):
                self._disk.restrict_open(fd)
        return (here.st_dev, here.st_ino) == (mine.st_dev, mine.st_ino)


def _busy() -> BusyError:
    return BusyError("Another window is still saving. Close it or try again in a moment.")
