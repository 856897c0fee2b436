"""Power cuts: a real ext4 on a disk that remembers its writes, opened as it was at random moments."""

import os
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from shutil import rmtree

from tests.benchmarks.faults_block import SIZE, BlockDisk, Write, after_cut
from tests.benchmarks.faults_keepers import Keeper, after_steps, forked, judge

SESSION = 150
"""Steps of one session."""


def possible() -> bool:
    """Whether this user, on this system, can mount such a disk."""
    return sys.platform.startswith("linux") and os.geteuid() == 0 and Path("/dev/fuse").exists()


def power_cuts(keeper: type[Keeper], place: Path, cuts: int, *, lossy: bool) -> dict[str, int]:
    """Cut the power at `cuts` random writes of one session; count what is found after each."""
    place.mkdir(parents=True)
    image = _formatted(place / "empty.img")
    disk = BlockDisk(place, image)
    begun, acknowledged = _session(keeper, place, disk)
    writes = disk.writes()
    chance = Random(1)
    states = after_steps(SESSION)
    found = {"sound": 0, "unreadable": 0, "wrong": 0, "writes": len(writes)}
    for number in range(cuts):
        cut = chance.randint(begun, len(writes))
        steps = sum(at <= cut for at in acknowledged)
        left = after_cut(image, writes, cut, Random(number) if lossy else None)
        (place / "cut.img").write_bytes(left)
        with _mounted(place / "cut.img", place / "mounted") as root:
            verdict, _ = judge(keeper, root / "data", lambda at: states[min(at, SESSION)], steps)
        found[verdict] += 1
    rmtree(place)
    return found


def _session(keeper: type[Keeper], place: Path, disk: BlockDisk) -> tuple[int, list[int]]:
    """Run a session on the disk; after which write it began, and each step was acknowledged."""
    reading, writing = os.pipe()

    def now() -> int:
        return int(struct.unpack("<q", disk.count[:8])[0])

    with _mounted(disk.mount / "image", place / "mounted") as root:
        keeper(root / "data", new=True).close()
        os.sync()

        def work() -> None:
            store = keeper(root / "data")
            os.write(writing, struct.pack("<q", now()))
            for step in range(SESSION):
                store.act(step)
                os.write(writing, struct.pack("<q", now()))

        os.waitpid(forked(work), 0)
        os.close(writing)
        said = b""
        while more := os.read(reading, 65536):
            said += more
        os.close(reading)
    begun, *acknowledged = (int(at) for (at,) in struct.iter_unpack("<q", said))
    return begun, acknowledged


def _formatted(path: Path) -> bytes:
    path.write_bytes(bytes(SIZE))
    subprocess.run(
        ["mkfs.ext4", "-q", "-F", "-m", "0", "-E", "lazy_itable_init=0,lazy_journal_init=0", path], check=True
    )
    return path.read_bytes()


@contextmanager
def _mounted(image: Path, at: Path) -> Iterator[Path]:
    at.mkdir(exist_ok=True)
    subprocess.run(["mount", "-o", "loop", "-t", "ext4", str(image), str(at)], check=True)
    try:
        yield at
    finally:
        subprocess.run(["umount", str(at)], check=True)


__all__ = ["Write", "possible", "power_cuts"]
