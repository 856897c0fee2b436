"""A question on the command line, and what counts where nobody sits at a terminal."""

import os
import select
import sys
from contextlib import suppress
from io import UnsupportedOperation
from pathlib import Path

from leaving_tui.cli.options import Options
from leaving_tui.cli.output import tell
from leaving_tui.content.library import Library
from leaving_tui.domain.errors import PlanError

_YES = ("y", "yes")
_A_MOMENT = 0.5
"""Seconds after which no answer will come from a pipe that a script merely keeps open."""


def agreed(question: str) -> bool | None:
    """Whether the answer is yes; `None` where there is no terminal, and no answer on the pipe either."""
    if sys.stdin is not None and sys.stdin.isatty():
        return typed(question).lower() in _YES
    line = _piped()
    return line.strip().lower() in _YES if line else None


def typed(question: str) -> str:
    """What is typed in answer, without spaces around it."""
    print(question, end=" ", flush=True)
    return sys.stdin.readline().strip()


def may_write(path: Path, options: Options, library: Library) -> bool:
    """Whether a file may be put at `path`: nothing is there, or the person wants it replaced.

    Raises:
        PlanError: something is there, and there is nobody to ask.
    """
    if options.yes or not os.path.lexists(path):
        return True
    answer = agreed(library.say("cli.replace_ask", path=path))
    if answer is None:
        raise PlanError(library.say("cli.replace_how", path=path))
    if not answer:
        tell(library.say("journal.unchanged"))
    return answer


def _piped() -> str:
    """The line that waits on a pipe, with its end; empty if none does."""
    if sys.stdin is None:
        return ""
    try:
        with suppress(UnsupportedOperation):
            if not select.select([sys.stdin], [], [], _A_MOMENT)[0]:
                return ""
        return sys.stdin.readline()
    except (OSError, ValueError):
        return ""
