"""One command, its exit code, and its errors."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from contextlib import suppress

from leaving_tui.cli.options import Options, at_once
from leaving_tui.cli.output import fit_letters, tell
from leaving_tui.cli.terminal import take_it_back
from leaving_tui.domain.errors import LeavingError, PlanError

WRONG_USE, JOURNAL, STOPPED = 2, 3, 130
"""Exit codes; 0 is done, 1 is a "no" answer, and 130 what a shell gives for Ctrl+C."""


def run_command(words: Sequence[str]) -> int:
    """Run one command; the exit code.

    Errors are one sentence on stderr that says what to do, never a traceback.
    """
    fit_letters()
    # Nothing is garbage while things are imported, and looking for it costs a tenth of a start.
    gc.disable()
    try:
        return _done(words)
    except PlanError as error:
        return _told(error, WRONG_USE)
    except LeavingError as error:
        return _told(error, JOURNAL)
    except KeyboardInterrupt:
        take_it_back()
        return STOPPED
    except OSError as problem:
        return _unshown(problem)
    finally:
        gc.enable()


def _done(words: Sequence[str]) -> int:
    """Run it, and have on its way all that it printed: what the output will not take is known now."""
    try:
        options = at_once(words) or _parsed(words)
        return int(options.run(options))
    finally:
        if sys.stdout is not None:
            sys.stdout.flush()


def _parsed(words: Sequence[str]) -> Options:
    from leaving_tui.cli.arguments import parse

    return parse(words)


def _unshown(problem: OSError) -> int:
    """The exit code for an output that takes no more; a file that could not be opened is another matter."""
    if problem.filename is not None:
        raise problem
    with suppress(OSError):
        # Or Python would try once more at the end, and complain.
        sys.stdout.close()
    if isinstance(problem, BrokenPipeError):
        # The reader, such as `head`, has seen enough.
        return 0
    from leaving_tui.storage.errors import ELSEWHERE, cannot

    return _told(cannot("write", "what was asked for", problem, ELSEWHERE), JOURNAL)


def _told(error: LeavingError, code: int) -> int:
    take_it_back()
    if sys.stderr is not None:
        with suppress(OSError):
            tell(str(error), sys.stderr)
    return code
