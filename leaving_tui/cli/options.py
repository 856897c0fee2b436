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
    shell: str

    def __init__(self, run: Run) -> None:
        self.run = run
        self.data = os.environ.get("LEAVING_DATA") or None
        """The folder that the person named for everything."""

    @property
    def typed_data(self) -> bool:
        """Whether that folder was typed now, and not set for good by `LEAVING_DATA`."""
        return self.data is not None and self.data != os.environ.get("LEAVING_DATA")


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
    return _status(words)


def _status(words: Sequence[str]) -> Options | None:
    """`status` with `--json` and `--data`, if that is all there is; the rest is left to `argparse`."""
    options, asked, left = Options(STATUS), False, list(words)
    while left:
        match left:
            case ["status", *left] if not asked:
                asked = True
            case ["--json", *left] if asked:
                options.json = True
            case ["--data", folder, *left] if folder.strip() and not folder.startswith("-"):
                options.data = folder
            case _:
                return None
    return options if asked else None
