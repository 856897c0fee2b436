"""What to type to start this program once more."""

import shlex
import sys
from itertools import pairwise
from pathlib import Path
from shutil import which

NAME = "leaving"
"""What it is called where nothing else is known, such as in a test."""


def program() -> str:
    """The program as it was started: its name where the shell finds it by that, else the way to it."""
    started = Path(sys.argv[0])
    if started.name == "__main__.py" and started.parent.name == "leaving_tui":
        return f"{shlex.quote(sys.orig_argv[0])} -m leaving_tui"
    if started.stem not in (NAME, "leaving-tui"):
        return NAME
    found = which(started.stem)
    return started.stem if found and Path(found).resolve() == started.resolve() else shlex.quote(sys.argv[0])


def program_here() -> str:
    """The same with the folder that it was given, so that what is typed means this journal."""
    for word, following in pairwise([*sys.argv[1:], ""]):
        option, _, folder = word.partition("=")
        if option == "--data":
            return f"{program()} --data {shlex.quote(folder or following)}"
    return program()
