"""A program in a terminal that is only watched: when it wrote what, and what that cost it."""

from __future__ import annotations

import fcntl
import os
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import pyte

from tests.pty.terminal import _NOT_FOR_PYTE

SIZE = (100, 30)
PATIENCE = 60.0
"""Seconds after which a program that never shows what is waited for is given up."""
_QUIET = 0.15
_SYNC_ASKED, _SYNC_KNOWN = b"\x1b[?2026$p", b"\x1b[?2026;2$y"


@dataclass(frozen=True)
class Moment:
    """How far a program was: seconds since its start, of these waiting for a core, of its processor time."""

    wall: float
    waited: float
    cpu: float

    @property
    def net(self) -> float:
        """Seconds it would have taken had a core always been free."""
        return self.wall - self.waited

    def since(self, earlier: Moment) -> Moment:
        """What went by from `earlier` to now."""
        return Moment(self.wall - earlier.wall, self.waited - earlier.waited, self.cpu - earlier.cpu)


class Watched:
    """A running program. What it writes is stamped at once and looked at only when it is quiet."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._window, inside = os.openpty()
        fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))
        self._screen = pyte.Screen(*SIZE)
        self._stream = pyte.ByteStream(self._screen)
        self._unseen: list[tuple[Moment, bytes]] = []
        self._seen = Moment(0, 0, 0)
        self.written = 0
        self._began = time.perf_counter()
        self._process = subprocess.Popen(
            command, env=environment, start_new_session=True, stdin=inside, stdout=inside, stderr=inside
        )
        os.close(inside)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        os.close(self._window)

    def now(self) -> Moment:
        """How far it is, from the kernel's own books in nanoseconds."""
        pid = self._process.pid
        waited = int(Path(f"/proc/{pid}/schedstat").read_text("ascii").split()[1]) / 1e9
        cpu = time.clock_gettime(~pid << 3 | 2)
        return Moment(time.perf_counter() - self._began, waited, cpu)

    def until(self, *texts: str) -> Moment:
        """When the screen first showed all `texts`, or anything at all; the program goes on meanwhile."""
        while True:
            if moment := self._look_for(texts):
                return moment
            if time.perf_counter() - self._began > PATIENCE:
                raise AssertionError(f"{texts} never came:\n" + "\n".join(self._screen.display))
            self._listen(1)
            while self._listen(_QUIET):
                pass

    def press(self, key: str) -> Moment:
        """Press a key in a quiet moment; what went by until the first answer on the screen."""
        while self._listen(_QUIET):
            pass
        before, at = self.now(), len(self._unseen)
        os.write(self._window, key.encode())
        if not self._listen(2):
            raise AssertionError(f"nothing answered {key!r}")
        return self._unseen[at][0].since(before)

    def send(self, key: str) -> None:
        """Press a key and wait for nothing."""
        os.write(self._window, key.encode())

    def pause(self, seconds: float) -> Moment:
        """Let it go on for so long; how far it is then."""
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            self._listen(left)
        return self.now()

    def memory(self) -> float:
        """Megabytes that it holds, its share of what others hold too counted by halves (PSS)."""
        lines = Path(f"/proc/{self._process.pid}/smaps_rollup").read_text("ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024

    def quit(self) -> float:
        """Press q; seconds until the program has ended."""
        before = time.perf_counter()
        os.write(self._window, b"q")
        while self._process.poll() is None:
            self._listen(0.002)
        return time.perf_counter() - before

    def _look_for(self, texts: Sequence[str]) -> Moment | None:
        while True:
            shown = "\n".join(self._screen.display)
            if shown.strip() and all(text in shown for text in texts):
                return self._seen
            if not self._unseen:
                return None
            self._seen, data = self._unseen.pop(0)
            self._stream.feed(_NOT_FOR_PYTE.sub(b"", data))

    def _listen(self, seconds: float) -> bool:
        """Whether something was written within so many seconds."""
        if not select.select([self._window], [], [], seconds)[0]:
            return False
        moment = self.now()
        try:
            data = os.read(self._window, 65536)
        except OSError:
            return False
        self._unseen.append((moment, data))
        self.written += len(data)
        if _SYNC_ASKED in data:
            os.write(self._window, _SYNC_KNOWN)
        return bool(data)


def leaving(*arguments: str) -> list[str]:
    """The command that runs `leaving` as it is here."""
    return [sys.executable, "-m", "leaving_tui", *arguments]


def reference(name: str) -> list[str]:
    """The command of a reference program."""
    return [sys.executable, "-P", str(Path(__file__).parent / f"{name}.py")]


def surroundings(folder: Path) -> dict[str, str]:
    """A plain environment; the journal is in `folder`."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "LEAVING_DATA": str(folder),
    }
