"""What a person types, line by line, with a time to wait for it."""

from __future__ import annotations

import os
import select
import signal
import sys
from contextlib import suppress
from types import FrameType
from typing import Protocol, Self

_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
_PIECE = 4096
"""Bytes read at once."""


class Over(Exception):  # noqa: N818 - no error: conversations end
    """There is nobody to talk to any more; `code` is the exit status."""

    def __init__(self, code: int = 0) -> None:
        super().__init__(code)
        self.code = code


class Ears(Protocol):
    """Hears lines."""

    def hear(self, seconds: float | None = None) -> str | None:
        """The next line without its end, or `None` once so many seconds have passed without one.

        Raises:
            Over: no line will come any more.
        """
        ...


class StandardInput:
    """Standard input, a terminal or a pipe.

    While it is entered, Ctrl+C, SIGTERM and SIGHUP are heeded only as it listens, so that no change is cut
    short; a second one ends the program at once.
    """

    def __init__(self) -> None:
        self._fd = sys.stdin.fileno() if sys.stdin else None
        self._encoding = sys.stdin.encoding if sys.stdin else "utf-8"
        self._heard = b""
        self._listening = False
        self._stop: int | None = None

    def __enter__(self) -> Self:
        self._before = {number: signal.signal(number, self._asked_to_stop) for number in _SIGNALS}
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def hear(self, seconds: float | None = None) -> str | None:
        """The next line; see `Ears`."""
        while b"\n" not in self._heard:
            if not self._ready(seconds):
                return None
            if not (more := self._more()):
                if not self._heard:
                    raise Over
                # The last line of a script may have no end.
                more = b"\n"
            self._heard += more
        line, _, self._heard = self._heard.partition(b"\n")
        try:
            return line.decode()
        except UnicodeDecodeError:
            # Names in UTF-8 stay whole even where the locale does not know of it.
            return line.decode(self._encoding, "replace")

    def _ready(self, seconds: float | None) -> bool:
        if self._fd is None:
            raise Over
        self._listening = True
        try:
            if self._stop is not None:
                raise Over(self._stop)
            return bool(select.select([self._fd], [], [], seconds)[0])
        finally:
            self._listening = False

    def _more(self) -> bytes:
        # A terminal that is gone gives an error instead of an end.
        with suppress(OSError):
            return os.read(self._fd or 0, _PIECE)
        return b""

    def _asked_to_stop(self, number: int, _frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        # Ctrl+C is a way to quit like any other; the others tell the caller which signal it was.
        self._stop = 0 if number == signal.SIGINT else 128 + number
        if self._listening:
            raise Over(self._stop)
