"""Commands that end by themselves, and imports: their processor time."""

import os
import random
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.benchmarks.watched import leaving, surroundings

_TEXTUAL = "import textual.app, textual.widgets._static, textual.drivers.linux_driver"
_OURS = "leaving_tui.cli.run, leaving_tui.ui.app, leaving_tui.ui.terminal, leaving_tui.ui.screens.home"

PYTHON = {
    "pass": [sys.executable, "-c", "pass"],
    "textual": [sys.executable, "-c", _TEXTUAL],
    "ours": [sys.executable, "-c", f"{_TEXTUAL}, {_OURS}"],
}
STATUS = leaving("status")
LOG = leaving("log", "-n", "5")


def commands(folders: Mapping[str, Path]) -> Mapping[str, float]:
    """Milliseconds of processor time of each, one after another in any order."""
    runs = {name: (command, folders["0"]) for name, command in PYTHON.items()}
    runs |= {f"status {name}": (STATUS, folders[name]) for name in ("200", "10000", "minutes")}
    runs |= {f"log {name}": (LOG, folders[name]) for name in ("200", "10000")}
    return {f"{name} cpu": _spent(*runs[name]) * 1000 for name in random.sample(sorted(runs), len(runs))}


def _spent(command: Sequence[str], folder: Path) -> float:
    process = subprocess.Popen(
        command, env=surroundings(folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, _, used = os.wait4(process.pid, 0)
    return used.ru_utime + used.ru_stime
