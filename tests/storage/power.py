"""A disk that remembers what would outlive a power cut, and shows what could be left after one.

Bytes are safe once their file was synced, names once their folder was. Of all that is newer any part may go,
which is more than most file systems would lose.
"""

from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path
from random import Random

from leaving_tui.storage.disk import Disk


@dataclass
class Content:
    """The bytes of one file: those that are safe, and those there are."""

    safe: bytes = b""
    now: bytes = b""
    at: int = 0
    """Where the next byte will be written."""


@dataclass
class Names:
    """The names in a folder: those that are safe, and what happened to them since."""

    safe: dict[str, Content] = field(default_factory=dict)
    since: list[tuple[str, Content | None]] = field(default_factory=list)

    def now(self) -> dict[str, Content]:
        return _after(self.safe, self.since)


def _after(names: dict[str, Content], changes: list[tuple[str, Content | None]]) -> dict[str, Content]:
    result = dict(names)
    for name, content in changes:
        if content is None:
            result.pop(name, None)
        else:
            result[name] = content
    return result


class PowerDisk(Disk):
    """The real disk, with a memory of what is safe. With `sync_works` false, syncing does nothing."""

    def __init__(self, folder: Path, files: dict[str, bytes], *, sync_works: bool = True) -> None:
        self._folder = folder
        self._sync_works = sync_works
        contents = {name: Content(data, data) for name, data in files.items()}
        self._names: dict[Path, Names] = {folder: Names(), folder / "set-aside": Names()}
        for name, content in contents.items():
            path = folder / name
            self._names[path.parent].safe[path.name] = content
        self._open: dict[int, Content] = {}
        self.moments: list[dict[str, bytes]] = []
        """What could be left after a power cut, one for each moment between two calls."""
        self.chance = Random(sum(map(len, files.values())))

    def open(self, path: Path, flags: int) -> int:
        fd = super().open(path, flags)
        known = self._names[path.parent].now().get(path.name)
        if known is None:
            known = Content()
            self._names[path.parent].since.append((path.name, known))
        known.at = 0
        self._open[fd] = known
        self._cut()
        return fd

    def close(self, fd: int) -> None:
        super().close(fd)
        del self._open[fd]

    def write(self, fd: int, data: memoryview) -> int:
        written = super().write(fd, data)
        content = self._open[fd]
        end = content.at + written
        content.now = content.now[: content.at] + bytes(data[:written]) + content.now[end:]
        content.at = end
        self._cut()
        return written

    def seek(self, fd: int, at: int) -> None:
        super().seek(fd, at)
        self._open[fd].at = at

    def cut(self, fd: int, size: int) -> None:
        super().cut(fd, size)
        self._open[fd].now = self._open[fd].now[:size]
        self._cut()

    def sync(self, fd: int) -> None:
        if self._sync_works:
            self._open[fd].safe = self._open[fd].now
        self._cut()

    def sync_folder(self, path: Path) -> None:
        if self._sync_works:
            names = self._names[path]
            names.safe, names.since = names.now(), []
        self._cut()

    def replace(self, source: Path, target: Path) -> None:
        super().replace(source, target)
        content = self._names[source.parent].now()[source.name]
        # One step in one folder: both names change, or neither.
        self._names[target.parent].since.append((target.name, content))
        self._names[source.parent].since.append((source.name, None))
        self._cut()

    def link(self, source: Path, target: Path) -> None:
        super().link(source, target)
        self._names[target.parent].since.append((target.name, self._names[source.parent].now()[source.name]))
        self._cut()

    def remove(self, path: Path) -> None:
        super().remove(path)
        self._names[path.parent].since.append((path.name, None))
        self._cut()

    def _cut(self) -> None:
        left = {}
        for folder, names in self._names.items():
            kept = names.since[: self.chance.randint(0, len(names.since))]
            if self.chance.random() < 0.5:
                kept = [change for change in names.since if self.chance.random() < 0.5]
            for name, content in _after(names.safe, kept).items():
                left[str((folder / name).relative_to(self._folder))] = self._left_of(content)
        self.moments.append(left)

    def _left_of(self, content: Content) -> bytes:
        if content.safe == content.now:
            return content.now
        kind = self.chance.choice(["safe", "now", "first part", "last part", "zeros"])
        # Bytes that are safe are not lost by writing others before or behind them.
        first = _alike(content.safe, content.now)
        last = len(content.now)
        if len(content.safe) == last:
            last -= _alike(content.safe[::-1], content.now[::-1])
        at = self.chance.randint(first, last)
        return {
            "safe": content.safe,
            "now": content.now,
            "first part": content.now[:at] + content.safe[at:],
            "last part": content.safe[:at].ljust(at, b"\0") + content.now[at:],
            "zeros": (content.now[:at] + content.safe[at:]).ljust(len(content.now), b"\0"),
        }[kind]


def _alike(one: bytes, other: bytes) -> int:
    """How many bytes at the beginning are the same."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
