"""Commands that end by themselves, and imports: their processor time."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.benchmarks.watched import leaving, surroundings

_TEXTUAL = "import textual.app, textual.widgets._static, textual.drivers.linux_driver"
_OURS = "leaving_tui.cli.run, leaving_tui.ui.app, leaving_tui.ui.terminal, leaving_tui.ui.screens.home"

COMMANDS = {
    "pass": [sys.executable, "-c", "pass"],
    "status": leaving("status"),
    "log": leaving("log", "-n", "5"),
    "textual": [sys.executable, "-c", _TEXTUAL],
    "ours": [sys.executable, "-c", f"{_TEXTUAL}, {_OURS}"],
}


def commands(folder: Path) -> Mapping[str, float]:
    """Milliseconds of processor time of each, in turn."""
    return {f"{name} cpu": _spent(command, folder) * 1000 for name, command in COMMANDS.items()}


def _spent(command: Sequence[str], folder: Path) -> float:
    process = subprocess.Popen(
        command, env=surroundings(folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, _, used = os.wait4(process.pid, 0)
    return used.ru_utime + used.ru_stime
