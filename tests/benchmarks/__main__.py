"""`python -m tests.benchmarks [--rounds N] [--idle-rounds N]`: how light the app is, as a table.

Rounds are interleaved and each ratio is of one round, on processor time or net of waiting for a core, so that
a busy machine changes little. Nothing is asserted by the clock.
"""

import argparse
import os
import random
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks import idle, launch
from tests.benchmarks.commands import commands
from tests.benchmarks.install import installed
from tests.benchmarks.journals import go_out, journal
from tests.benchmarks.samples import Samples
from tests.benchmarks.saving import saving
from tests.benchmarks.table import lines


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=30, help="of starts and commands")
    parser.add_argument(
        "--idle-rounds", type=int, default=2, help="of looks at still screens, 3 minutes each"
    )
    options = parser.parse_args()
    began, samples = time.perf_counter(), Samples()
    with TemporaryDirectory(prefix="leaving-benchmarks-") as parent:
        folders = _folders(Path(parent))
        for number in range(options.rounds + 1):
            _tell(f"round {number} of {options.rounds}")
            _one_round(folders, samples if number else Samples())
        for number in range(1, options.idle_rounds + 1):
            _tell(f"idle round {number} of {options.idle_rounds}")
            _one_idle_round(folders, samples)
        _tell("what pip installs")
        samples.add(installed())
    _tell("")
    for line in lines(samples):
        print(line)
    minutes, load = (time.perf_counter() - began) / 60, os.getloadavg()[0]
    print(
        f"\n{options.rounds} interleaved rounds and {options.idle_rounds} idle ones in {minutes:.0f} min; "
        f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, load {load:.1f}."
    )


def _folders(parent: Path) -> dict[str, Path]:
    folders = {name: parent / name for name in ("0", "200", "10000", "minutes", "seconds")}
    for name, folder in folders.items():
        journal(folder, int(name) if name.isdigit() else 200)
    for face in ("minutes", "seconds"):
        go_out(folders[face], face)
    return folders


def _one_round(folders: dict[str, Path], samples: Samples) -> None:
    # The first one, into the air, also lets Python compile what it has not compiled yet.
    starts = {
        "hello": lambda: launch.hello(folders["0"]),
        "again": lambda: launch.hello(folders["0"]),
        "200": lambda: launch.home(folders["200"]),
        "10000": lambda: launch.home(folders["10000"]),
    }
    for name in random.sample(sorted(starts), len(starts)):
        samples.add(starts[name]().figures(name))
    samples.add(launch.breathing_keys(folders["minutes"]))
    samples.add(commands(folders))
    samples.add(saving({count: folders[str(count)] for count in (0, 10000)}))


def _one_idle_round(folders: dict[str, Path], samples: Samples) -> None:
    looks = [
        lambda: idle.hello(folders["0"]),
        lambda: idle.digits(folders["0"]),
        lambda: idle.home(folders["200"]),
        lambda: idle.away(folders["minutes"], "minutes"),
        lambda: idle.away(folders["seconds"], "seconds"),
        lambda: idle.breathing(folders["minutes"]),
    ]
    for look in random.sample(looks, len(looks)):
        samples.add(look())


def _tell(progress: str) -> None:
    print(f"\r\x1b[K{progress}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
