"""A real terminal: a program runs in it, keys and taps go in, and what a person would see comes out."""

from __future__ import annotations

import fcntl
import os
import re
import select
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Self

import pyte

LEAVING = (sys.executable, "-m", "leaving_tui")
KEYS = {"enter": "\r", "escape": "\x1b", "ctrl+c": "\x03", "ctrl+z": "\x1a"}
PATIENCE = 20
"""Seconds after which a test that would hang gives up; nothing takes as long unless it is broken."""

_TURN = 0.05
_STILL = 0.2
"""Seconds a label stands still before a person taps it."""
STEADY = 0.6
"""The same for what saves something, and takes no tap that comes too soon."""
_NOT_FOR_PYTE = re.compile(rb"\x1b\[[<>=?][0-9;]*u|\x1b\[[0-9;]*t|\x1b\[\?2026\$p")
_MODES = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
_ON_BY_NATURE = {b"7", b"25"}
"""Modes of a terminal at rest: lines wrap, and the cursor is shown."""
_PAIRS = {"kitty keys": (rb"\x1b\[>[0-9]+u", rb"\x1b\[<u"), "title": (rb"\x1b\[22;0t", rb"\x1b\[23;0t")}
_CONTROLLING = 'exec "$@" 0<>"$0" 1>&0 2>&0'
"""A session leader that opens a terminal gets it as its own, so that hang-ups reach it as in real life."""


class Terminal:
    """One terminal window of `size` columns and rows, with a program in it."""

    def __init__(
        self,
        folder: Path,
        *arguments: str,
        size: tuple[int, int] = (80, 24),
        program: Sequence[str] = LEAVING,
        **environment: str,
    ) -> None:
        self.bytes = b""
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._changed = threading.Condition()
        self._window, self._inside = os.openpty()
        fcntl.ioctl(self._inside, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self._at_rest = termios.tcgetattr(self._inside)
        self.process = subprocess.Popen(
            ["/bin/sh", "-c", _CONTROLLING, os.ttyname(self._inside), *program, *arguments],
            env=surroundings(folder, **environment),
            start_new_session=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._stop, self._stopper = os.pipe()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(PATIENCE)
        self.close()

    # ---- what is seen

    @property
    def text(self) -> str:
        """What the screen shows, as lines."""
        with self._changed:
            return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def title(self) -> str:
        """The title of the window."""
        with self._changed:
            return str(self._screen.title)

    def shows(self, *texts: str) -> bool:
        """Whether every one of `texts` can be read on the screen, line breaks and case apart."""
        shown = " ".join(self.text.split()).casefold()
        return all(text.casefold() in shown for text in texts)

    def wait_for(self, *texts: str) -> Self:
        """Wait until the screen shows all of `texts`."""
        self._until(lambda: self.shows(*texts), f"{texts} never came")
        return self

    def wait_for_title(self, *titles: str) -> Self:
        """Wait until the window is called one of `titles`."""
        self._until(lambda: self.title in titles, f"the window is still called {self.title!r}")
        return self

    def wait_for_codes(self, codes: bytes) -> Self:
        """Wait until the program has sent these bytes."""
        self._until(lambda: codes in self.bytes, f"{codes!r} never came")
        return self

    def _until(self, holds: Callable[[], object], otherwise: str) -> None:
        with self._changed:
            for _ in range(round(PATIENCE / _TURN)):
                if holds():
                    return
                self._changed.wait(_TURN)
        raise AssertionError(f"{otherwise}; the screen shows:\n{self.text}")

    # ---- what is done

    def press(self, *keys: str) -> Self:
        """Press keys one after another: letters, or the names in `KEYS`."""
        for key in keys:
            os.write(self._window, KEYS.get(key, key).encode())
        return self

    def tap(self, label: str, still_for: float = _STILL) -> Self:
        """Tap the first place that says `label`, once it stands still: a press and a release, no motion."""
        seen: list[tuple[int, int] | None] = []
        since: list[float] = []

        def still() -> bool:
            seen.append(self._place(label))
            since.append(time.monotonic())  # noqa: TID251 - a thumb takes real time
            while seen[:-1] and seen[0] != seen[-1]:
                del seen[0], since[0]
            return seen[-1] is not None and since[-1] - since[0] > still_for

        self._until(still, f"there is no {label!r} to tap")
        column, row = seen[-1] or (0, 0)
        return self.press(f"\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m")

    def _place(self, label: str) -> tuple[int, int] | None:
        for row, line in enumerate(self.text.casefold().splitlines(), 1):
            if (column := line.find(label.casefold())) >= 0:
                return column + 1 + len(label) // 2, row
        return None

    def signal(self, number: int) -> int:
        """Send a signal to the program; its exit status once it has ended."""
        self.process.send_signal(number)
        return self.status()

    def close(self) -> None:
        """Close the window, as a person closes a terminal."""
        if self._window < 0:
            return
        os.write(self._stopper, b".")
        self._reader.join()
        for end in (self._window, self._inside, self._stop, self._stopper):
            os.close(end)
        self._window = -1

    def status(self) -> int:
        """The exit status, once the program has ended; negative for the signal that killed it."""
        try:
            return self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"it did not end; the screen shows:\n{self.text}") from None

    # ---- what is left behind

    def left_changed(self) -> list[str]:
        """What the program changed in the terminal and did not put right again; nothing, as it should be."""
        last = b"[the last words]"
        os.write(self._inside, last)
        self._until(lambda: last in self.bytes, "the last words never came")
        modes: dict[bytes, bool] = {}
        for numbers, switch in _MODES.findall(self.bytes):
            modes |= dict.fromkeys(numbers.split(b";"), switch == b"h")
        left = [f"mode {mode.decode()}" for mode, on in modes.items() if on is not (mode in _ON_BY_NATURE)]
        for name, (on, off) in _PAIRS.items():
            if len(re.findall(on, self.bytes)) > len(re.findall(off, self.bytes)):
                left.append(name)
        if termios.tcgetattr(self._inside) != self._at_rest:
            left.append("raw keys")
        return left

    def _read(self) -> None:
        while self._stop not in select.select([self._window, self._stop], [], [])[0]:
            data = os.read(self._window, 65536)
            with self._changed:
                self.bytes += data
                self._stream.feed(_NOT_FOR_PYTE.sub(b"", data))
                self._changed.notify_all()
            if b"\x1b[?2026$p" in data:
                self.press("\x1b[?2026;2$y")


def surroundings(folder: Path, **more: str) -> dict[str, str]:
    """The environment of a program: a parent in Greenwich, whose journal is in `folder`."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder.parent),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "LEAVING_DATA": str(folder),
        **more,
    }
