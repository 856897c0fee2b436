"""`leaving plain`: the same outing as plain lines of text."""

import shutil
import sys
from argparse import Namespace

from leaving_tui.cli.places import places
from leaving_tui.clock import system_clock
from leaving_tui.companion import Companion
from leaving_tui.content.library import Library
from leaving_tui.plain.conversation import converse
from leaving_tui.plain.ears import StandardInput
from leaving_tui.plain.talk import Talk
from leaving_tui.plain.voice import WIDTH, Voice
from leaving_tui.storage.journal import Journal
from leaving_tui.storage.notes import Notes


def plain(options: Namespace) -> int:
    """Talk in lines, at the right stage."""
    where = places(options)
    journal = Journal(where.data, system_clock)
    companion = Companion(journal, Notes(where.data), system_clock)
    voice = Voice(sys.stdout, shutil.get_terminal_size((WIDTH, 24)).columns)
    try:
        with StandardInput() as ears:
            return converse(Talk(companion, Library(where.words), system_clock, ears, voice))
    finally:
        journal.close()
