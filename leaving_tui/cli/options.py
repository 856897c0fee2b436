"""What was asked for on the command line. The commonest lines are understood without `argparse`."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from importlib import import_module


class Options:
    """What was typed; every command reads its own part of it."""

    no_mouse: bool = False
    span: str | None = None
    carer: str | None = None
    place: str | None = None
    json: bool = False
    n: int | None = None
    since: str | None = None
    charts: bool = False
    output: str | None = None
    html: bool = False
    file: str
    yes: bool = False
    repair: bool = False
    example: bool = False

    def __init__(self, run: Run) -> None:
        self.run = run
        self.data = os.environ.get("LEAVING_DATA") or None
        """The folder that the person named for everything."""


Run = Callable[[Options], int]


def later(module: str, name: str) -> Run:
    """The command `name`, imported only if it is the one that runs: start-up time counts."""

    def run(options: Options) -> int:
        return int(getattr(import_module(f"leaving_tui.cli.{module}"), name)(options))

    return run


THE_APP = later("run", "run_app")
STATUS = later("status", "status")


def at_once(words: Sequence[str]) -> Options | None:
    """What these words ask for, where that is the app, or what a prompt asks every few seconds."""
    if "_ARGCOMPLETE" in os.environ:
        return None
    if not words:
        return Options(THE_APP)
    if words[0] == "status" and words[1:] in ([], ["--json"]):
        options = Options(STATUS)
        options.json = len(words) == 2
        return options
    return None
