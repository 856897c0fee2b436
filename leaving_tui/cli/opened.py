"""The journal as a command opens it."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from leaving_tui.cli.missing import tell_missing
from leaving_tui.cli.options import Options
from leaving_tui.cli.output import tell
from leaving_tui.cli.places import places
from leaving_tui.clock import system_clock
from leaving_tui.storage.journal import Journal
from leaving_tui.storage.names import SET_ASIDE
from leaving_tui.storage.upkeep import FILES

T_ = TypeVar("T_")


@contextmanager
def opened(options: Options) -> Iterator[Journal]:
    """The journal that `options` name; what had to be mended in it is told on stderr."""
    journal = Journal(places(options).data, system_clock)
    try:
        yield journal
    finally:
        for notice in journal.notices:
            tell(notice, sys.stderr)


def read(options: Options, look: Callable[[Journal], T_]) -> T_ | None:
    """What `look` finds in the journal; `None` where there is none, since reading makes no folder."""
    if not any_journal(options):
        tell_missing(options)
        return None
    with opened(options) as journal:
        return look(journal)


def any_journal(options: Options) -> bool:
    """Whether there is a journal; what may not be looked at is left to the journal to tell of."""
    try:
        names = os.listdir(places(options).data)  # noqa: PTH208 - a name is all that is asked for
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return not {*FILES, SET_ASIDE}.isdisjoint(names)
