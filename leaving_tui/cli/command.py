"""One command, its exit code, and its errors."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from leaving_tui.cli.options import Options, at_once
from leaving_tui.cli.output import fit_letters
from leaving_tui.cli.terminal import take_it_back
from leaving_tui.domain.errors import LeavingError, PlanError

WRONG_USE, JOURNAL, STOPPED = 2, 3, 130
"""Exit codes; 0 is done, 1 is a "no" answer, and 130 what a shell gives for Ctrl+C."""


def run_command(words: Sequence[str]) -> int:
    """Run one command; the exit code.

    Errors are one sentence on stderr that says what to do, never a traceback.
    """
    fit_letters()
    options = at_once(words) or _parsed(words)
    # Nothing is garbage while things are imported, and looking for it costs a tenth of a start.
    gc.disable()
    try:
        return int(options.run(options))
    except PlanError as error:
        return _told(error, WRONG_USE)
    except LeavingError as error:
        return _told(error, JOURNAL)
    except KeyboardInterrupt:
        take_it_back()
        return STOPPED
    except BrokenPipeError:
        # The reader, such as `head`, has seen enough.
        sys.stderr.close()
        return 0
    finally:
        gc.enable()


def _parsed(words: Sequence[str]) -> Options:
    from leaving_tui.cli.arguments import parse

    return parse(words)


def _told(error: LeavingError, code: int) -> int:
    take_it_back()
    print(error, file=sys.stderr)
    return code
