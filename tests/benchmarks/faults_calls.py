"""A fault at every single system call of a session, in turn; the library that spoils them is built here.

Run by `faults` in a process of its own, which has the library preloaded.
"""

import ctypes
import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree, rmtree, which

from tests.benchmarks.faults_keepers import KEEPERS, STEPS, Keeper, after_steps, forked, judge

KINDS = {
    "killed before": 1,
    "killed after": 2,
    "killed half way": 3,
    "ENOSPC once": 4,
    "EIO once": 5,
    "short write": 6,
    "ENOSPC for good": 7,
}
Found = dict[str, dict[str, dict[str, int]]]


def calls(folder: Path) -> Found | None:
    """For each keeper and kind of fault, what was tried and left; `None` where it cannot be built."""
    compiler = which("cc") or which("gcc")
    if compiler is None or not sys.platform.startswith("linux"):
        return None
    folder.mkdir(parents=True)
    library = folder / "faults.so"
    source = Path(__file__).with_suffix(".c")
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-w", "-o", library, source, "-ldl"], check=True)
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.faults_calls", str(folder)],
        env={**os.environ, "LD_PRELOAD": str(library)},
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(json.loads(done.stdout))


def _every_call(keeper: type[Keeper], folder: Path, library: ctypes.CDLL) -> dict[str, dict[str, int]]:
    base, one = folder / "base", folder / "one"
    states = after_steps(3 * STEPS)
    store = keeper(base, new=True)
    for step in range(STEPS):
        store.act(step)
    store.found()
    store.close()
    found = {}
    for kind, number in KINDS.items():
        result = {"tried": 0, "sound": 0, "unreadable": 0, "wrong": 0, "stuck": 0}
        for at in range(1, _count(keeper, base, one, library) + 1):
            acknowledged, stuck = _session(keeper, base, one, library, at, number)
            verdict, _ = judge(keeper, one, lambda steps: states[min(steps, len(states) - 1)], acknowledged)
            result["tried"] += 1
            result[verdict] += 1
            result["stuck"] += stuck
        found[kind] = result
    rmtree(base)
    return found


def _count(keeper: type[Keeper], base: Path, one: Path, library: ctypes.CDLL) -> int:
    reading, writing = os.pipe()
    _laid_out(base, one)

    def work() -> None:
        library.fault_arm(os.fsencode(one), 0, 0)
        store = keeper(one)
        for step in range(STEPS, 2 * STEPS):
            store.act(step)
        os.write(writing, str(library.fault_count()).encode())

    os.waitpid(forked(work), 0)
    os.close(writing)
    count = int(os.read(reading, 32))
    os.close(reading)
    return count


def _session(
    keeper: type[Keeper], base: Path, one: Path, library: ctypes.CDLL, at: int, kind: int
) -> tuple[int, bool]:
    """One outing with one fault; how many steps were acknowledged, and whether it was stuck after it."""
    reading, writing = os.pipe()
    _laid_out(base, one)

    def work() -> None:
        library.fault_arm(os.fsencode(one), at, kind)
        store = _opened(keeper, one, library)
        for step in range(STEPS, 2 * STEPS):
            try:
                store.act(step)
            except Exception:  # noqa: BLE001 - each keeper raises its own
                library.fault_arm(b"nowhere", 0, 0)
                store.try_again(step)
            os.write(writing, b".")
        os.write(writing, b"!")

    os.waitpid(forked(work), 0)
    os.close(writing)
    said = b""
    while more := os.read(reading, 4096):
        said += more
    os.close(reading)
    killed = kind <= KINDS["killed half way"]
    return STEPS + said.count(b"."), not (killed or said.endswith(b"!"))


def _opened(keeper: type[Keeper], one: Path, library: ctypes.CDLL) -> Keeper:
    try:
        return keeper(one)
    except Exception:  # noqa: BLE001 - each keeper raises its own
        library.fault_arm(b"nowhere", 0, 0)
        return keeper(one)


def _laid_out(base: Path, one: Path) -> None:
    rmtree(one, ignore_errors=True)
    copytree(base, one)


if __name__ == "__main__":
    preloaded = ctypes.CDLL(None)
    place = Path(sys.argv[1])
    print(json.dumps({keeper.name: _every_call(keeper, place / "calls", preloaded) for keeper in KEEPERS}))
