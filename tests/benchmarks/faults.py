"""What kills, power cuts, errors, full disks, many windows and spoilt files do to a journal, beside others.

`python -m tests.benchmarks.faults` runs everything (some minutes), with `--quick` a tenth. It prints and
asserts nothing; the same trials with fewer rounds are tests in `tests/storage`.
"""

import argparse
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.benchmarks.faults_calls import calls
from tests.benchmarks.faults_disk import TAPS, full_disk, spoilt, windows
from tests.benchmarks.faults_keepers import KEEPERS, PAST, Unsynced
from tests.benchmarks.faults_kills import kills
from tests.benchmarks.faults_power import possible, power_cuts
from tests.storage.sharing import share

Row = tuple[str, dict[str, str]]


def main() -> None:
    """Run the trials and print one table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="a tenth of the rounds")
    share_of = 10 if parser.parse_args().quick else 1
    with tempfile.TemporaryDirectory(prefix="faults-") as name:
        place = Path(name)
        heads = [keeper.name for keeper in (*KEEPERS, Unsynced)]
        print(f"{'':44}" + "".join(f"{head:>24}" for head in heads))
        for title, cells in _rows(place, share_of):
            print(f"{title:44}" + "".join(f"{cells.get(head, '–'):>24}" for head in heads), flush=True)


def _rows(place: Path, share_of: int) -> Iterable[Row]:
    yield _kill_row(place, 1000 // share_of)
    yield from _call_rows(place)
    yield from _power_rows(place, 500 // share_of)
    yield _full_row(place)
    for writers in (2, 5):
        yield _window_row(place, writers, 500 // share_of)
    yield _shared_row(place, 40 // share_of)
    yield _spoilt_row(place, share_of)


def _kill_row(place: Path, rounds: int) -> Row:
    cells = {}
    for keeper in KEEPERS:
        found = kills(keeper, place / "kills", rounds)
        cells[keeper.name] = f"{rounds - found['sound']} of {rounds} bad"
    return f"killed at random moments, {PAST} past outings", cells


def _call_rows(place: Path) -> Iterable[Row]:
    found = calls(place / "preload")
    if found is None:
        yield (
            "a fault at every system call",
            dict.fromkeys((keeper.name for keeper in KEEPERS), "no C compiler"),
        )
        return
    for kind in next(iter(found.values())):
        cells = {}
        for name, kinds in found.items():
            result = kinds[kind]
            bad = result["unreadable"] + result["wrong"]
            cells[name] = f"{bad} of {result['tried']} bad" + (
                f", {result['stuck']} stuck" if result["stuck"] else ""
            )
        yield f"each system call in turn: {kind}", cells


def _power_rows(place: Path, cuts: int) -> Iterable[Row]:
    for title, lossy in (("in order", False), ("drive cache loses half", True)):
        cells = {}
        for keeper in (*KEEPERS, Unsynced):
            if possible():
                found = power_cuts(keeper, place / "power", cuts, lossy=lossy)
                cells[keeper.name] = f"{cuts - found['sound']} of {cuts} bad"
            else:
                cells[keeper.name] = "needs root"
        yield f"power cut on ext4, {title}", cells


def _full_row(place: Path) -> Row:
    cells = {}
    for keeper in KEEPERS:
        found = full_disk(keeper, place / "full")
        if found is None:
            cells[keeper.name] = "needs root"
        else:
            lost = found["outings before"] - found["outings after"]
            kept = (
                "nothing lost" if lost == 0 else "all lost" if found["outings after"] < 0 else f"{lost} lost"
            )
            cells[keeper.name] = f"{found['taps saved']} of {TAPS}, {kept}"
    return "disk filled: further taps saved", cells


def _window_row(place: Path, writers: int, saves: int) -> Row:
    cells = {}
    for keeper in KEEPERS:
        found = windows(keeper, place / "windows", writers, saves // writers)
        kept = f"{found['kept']} of {found['acknowledged']}" if found["readable"] else "file destroyed"
        cells[keeper.name] = kept + " kept"[: 5 if found["readable"] else 0]
    return f"{writers} windows, {saves} saves at once", cells


def _shared_row(place: Path, rounds: int) -> Row:
    found = [share(place / f"shared {number}", 2, 150, 4, seed=number) for number in range(rounds)]
    events, killed = sum(each.acknowledged for each in found), sum(each.kills for each in found)
    text = f"{sum(each.missing for each in found)} lost, {sum(each.doubled for each in found)} doubled"
    return f"1 outing, 2 windows, {events} saves, {killed} kills", {"ours": text}


def _spoilt_row(place: Path, share_of: int) -> Row:
    cells = {}
    for keeper in KEEPERS:
        found = spoilt(keeper, place / "spoilt", 3000 // share_of)
        bad = found["wrong data unnoticed"] + found["outings lost unnoticed"]
        cells[keeper.name] = f"{bad} of {found['tried']} unnoticed"
    return "main file alone, cut or a bit flipped", cells


if __name__ == "__main__":
    main()
