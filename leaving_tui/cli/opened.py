"""The journal as a command opens it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from leaving_tui.cli.options import Options
from leaving_tui.cli.places import places
from leaving_tui.clock import system_clock
from leaving_tui.storage.journal import Journal


@contextmanager
def opened(options: Options) -> Iterator[Journal]:
    """The journal that `options` name; what had to be mended in it is told on stderr."""
    journal = Journal(places(options).data, system_clock)
    try:
        yield journal
    finally:
        for notice in journal.notices:
            print(notice, file=sys.stderr)
