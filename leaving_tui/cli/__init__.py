"""The command line: arguments, and the one place that wires things."""

import gc
import sys

from leaving_tui.cli.terminal import give_a_sign


def main(argv: list[str] | None = None) -> int:
    """Run one command; the exit code. The app shows a sign of life before anything else is imported."""
    words = sys.argv[1:] if argv is None else argv
    if argv is None and not words:
        give_a_sign()
    from leaving_tui.cli.command import run_command

    try:
        return run_command(words)
    finally:
        if argv is None:
            # The process ends now. What is left goes with it, and need not be looked through before.
            gc.freeze()
