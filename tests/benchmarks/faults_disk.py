"""A disk that is full, windows that write at once, and files that were cut or had a bit flipped."""

import os
import subprocess
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from random import Random
from shutil import copytree, rmtree

from tests.benchmarks.faults_keepers import Keeper, Ours, Outings, forked
from tests.storage.days import finished_outing, now_at

TAPS = 40
Counts = dict[str, int]


def full_disk(keeper: type[Keeper], place: Path) -> Counts | None:
    """Fill a small file system during an outing; how many more taps are saved, and what is there after."""
    place.mkdir(parents=True)
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        place.rmdir()
        return None
    try:
        saved, before = _taps(keeper, place)
        there = _read(keeper, place / "data")
    finally:
        subprocess.run(["umount", str(place)], check=True)
        place.rmdir()
    return {
        "taps saved": saved,
        "outings before": before,
        "outings after": -1 if there is None else len(there),
    }


def _taps(keeper: type[Keeper], place: Path) -> tuple[int, int]:
    with suppress(OSError), closing(keeper(place / "data", new=True)) as store:
        for step in range(2):
            store.act(step)
        before = len(store.found())
        with suppress(OSError), (place / "film").open("wb", buffering=0) as film:
            for size in (65536, 512, 1):
                with suppress(OSError):
                    while film.write(b"x" * size) == size:
                        pass
        saved = 0
        for tap in range(TAPS):
            with suppress(Exception):
                store.act(2 + tap % 7)
                saved += 1
    return saved, before


def windows(keeper: type[Keeper], place: Path, writers: int, saves: int) -> Counts:
    """Let several processes save outings at once; how many saves succeeded, and how many are there after."""
    keeper(place, new=True).close()
    reading, writing = os.pipe()

    def work(writer: int) -> None:
        with closing(keeper(place)) as store:
            for number in range(saves):
                outing = finished_outing(10_000 * (writer + 1) + number, now_at(number))
                with suppress(Exception):
                    store.add([outing])
                    os.write(writing, f"{outing.id}\n".encode())

    children = [forked(lambda writer=writer: work(writer)) for writer in range(writers)]
    os.close(writing)
    said = b""
    while more := os.read(reading, 65536):
        said += more
    os.close(reading)
    for child in children:
        os.waitpid(child, 0)
    acknowledged = said.decode().split()
    there = _read(keeper, place)
    rmtree(place)
    kept = sum(outing_id in there for outing_id in acknowledged) if there is not None else 0
    return {
        "saves": writers * saves,
        "acknowledged": len(acknowledged),
        "kept": kept,
        "readable": int(there is not None),
    }


def spoilt(keeper: type[Keeper], place: Path, samples: int | None) -> Counts:
    """Cut the main file, and flip bits of it, everywhere or at `samples` places; what passed unnoticed.

    Only the main file is left: no backup and nothing beside it can help.
    """
    base, one = place / "base", place / "one"
    with closing(keeper(base, new=True)) as store:
        truth = store.found()
    for path in base.iterdir():
        if path.name not in ("outings.json", "outings.sqlite"):
            path.unlink()
    (main,) = base.iterdir()
    data = main.read_bytes()
    chance = Random(1)
    found = {"tried": 0, "noticed": 0, "unharmed": 0, "outings lost unnoticed": 0, "wrong data unnoticed": 0}
    cuts = range(len(data)) if samples is None else [chance.randrange(len(data)) for _ in range(samples)]
    bits = (
        range(len(data) * 8) if samples is None else [chance.randrange(len(data) * 8) for _ in range(samples)]
    )
    spoils: list[Callable[[], bytes]] = [lambda at=at: data[:at] for at in cuts]
    spoils += [
        lambda at=at: data[: at // 8] + bytes([data[at // 8] ^ 1 << at % 8]) + data[at // 8 + 1 :]
        for at in bits
    ]
    for spoil in spoils:
        rmtree(one, ignore_errors=True)
        copytree(base, one)
        (one / main.name).write_bytes(spoil())
        found[_noticed(keeper, one, truth)] += 1
        found["tried"] += 1
    rmtree(place)
    return found


def _noticed(keeper: type[Keeper], folder: Path, truth: Outings) -> str:
    try:
        with closing(keeper(folder)) as store:
            there = store.found()
            told = isinstance(store, Ours) and bool(store.journal.notices)
    except Exception:  # noqa: BLE001 - each keeper raises its own
        return "noticed"
    if told:
        return "noticed"
    if there == truth:
        return "unharmed"
    wrong = any(record != truth.get(key) for key, record in there.items())
    return "wrong data unnoticed" if wrong else "outings lost unnoticed"


def _read(keeper: type[Keeper], folder: Path) -> Outings | None:
    try:
        with closing(keeper(folder)) as store:
            return store.found()
    except Exception:  # noqa: BLE001 - each keeper raises its own
        return None
