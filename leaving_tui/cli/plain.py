"""`leaving plain`: the same outing as plain lines of text."""

import gc
import shutil
import sys
from io import StringIO

from leaving_tui.cli.options import Options
from leaving_tui.cli.places import places
from leaving_tui.clock import system_clock
from leaving_tui.companion import Companion
from leaving_tui.content.library import Library
from leaving_tui.plain.conversation import converse
from leaving_tui.plain.ears import StandardInput
from leaving_tui.plain.talk import Talk
from leaving_tui.plain.voice import WIDTH, Voice
from leaving_tui.storage.config import load_settings
from leaving_tui.storage.journal import Journal
from leaving_tui.storage.notes import Notes
from leaving_tui.telling.format import prefer


def plain(options: Options) -> int:
    """Talk in lines, at the right stage."""
    where = places(options)
    library = Library(where.words)
    settings, problems = load_settings(where.config)
    library.problems += problems
    prefer(settings.clock)
    journal = Journal(where.data, system_clock)
    companion = Companion(journal, Notes(where.data), system_clock)
    # A closed output is None in Python; what is told to it goes nowhere.
    voice = Voice(sys.stdout or StringIO(), shutil.get_terminal_size((WIDTH, 24)).columns)
    gc.enable()
    try:
        with StandardInput() as ears:
            return converse(Talk(companion, library, system_clock, ears, voice, settings))
    finally:
        journal.close()
