"""`leaving plain`: the same outing as plain lines of text."""

import gc
import shutil
import sys
from io import StringIO

from leaving_tui.cli.accompanied import accompanied
from leaving_tui.cli.options import Options
from leaving_tui.clock import system_clock
from leaving_tui.plain.conversation import converse
from leaving_tui.plain.ears import StandardInput
from leaving_tui.plain.talk import Talk
from leaving_tui.plain.voice import WIDTH, Voice


def plain(options: Options) -> int:
    """Talk in lines, at the right stage."""
    # A closed output is None in Python; what is told to it goes nowhere.
    voice = Voice(sys.stdout or StringIO(), shutil.get_terminal_size((WIDTH, 24)).columns)
    gc.enable()
    with accompanied(options) as (companion, library, settings), StandardInput() as ears:
        return converse(Talk(companion, library, system_clock, ears, voice, settings))
