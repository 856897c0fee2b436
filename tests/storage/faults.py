"""A disk that says no, or is killed, at any one of its calls."""

import errno
import os
from collections.abc import Callable
from typing import Any

from leaving_tui.storage.disk import Disk

CALLS = [name for name, value in vars(Disk).items() if callable(value) and not name.startswith("_")]
WRITES = ("write", "sync", "sync_folder", "cut", "replace", "link", "make_folder")
POSSIBLE = {
    "ENOSPC": (*WRITES, "open", "close", "free"),
    "EMFILE": ("open", "names"),
    "short": ("write",),
    "kill within": ("write",),
}
"""The calls that a fault can befall; others than these, any. Within all but a write there is no half way."""


class Killed(BaseException):
    """The process is gone; nothing after this may run."""


class FaultyDisk(Disk):
    """Counts its calls, and gives each to `fault` first."""

    def __init__(self, fault: Callable[[int, str], str | None] = lambda _number, _name: None) -> None:
        self.calls: list[str] = []
        self._fault = fault
        self._open: set[int] = set()
        self._dead = False

    def call(self, name: str, *args: Any) -> Any:
        if self._dead:
            raise Killed
        self.calls.append(name)
        fault = self._fault(len(self.calls), name)
        real = getattr(super(), name)
        if fault == "kill before":
            self._die()
        if fault == "kill within" or fault == "short":
            args = self._shortened(name, args)
        if fault is not None and fault.startswith("E"):
            if name == "close":
                # The system lets go of a file even when it reports an error.
                real(*args)
                self._open.discard(args[0])
            raise OSError(getattr(errno, fault), os.strerror(getattr(errno, fault)))
        result = real(*args)
        if name == "open":
            self._open.add(result)
        elif name == "close":
            self._open.discard(args[0])
        if fault in ("kill after", "kill within"):
            self._die()
        return result

    def _shortened(self, name: str, args: tuple[Any, ...]) -> tuple[Any, ...]:
        return (args[0], args[1][: max(1, len(args[1]) // 2)]) if name == "write" else args

    def _die(self) -> None:
        # The system frees a dead process's files and locks.
        for fd in self._open:
            os.close(fd)
        self._dead = True
        raise Killed


def _faulty(name: str) -> Any:
    return lambda self, *args: self.call(name, *args)


for _name in CALLS:
    setattr(FaultyDisk, _name, _faulty(_name))
