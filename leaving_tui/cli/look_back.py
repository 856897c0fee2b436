"""`leaving look-back`: what going out has shown, as plain text of 80 columns."""

from leaving_tui.cli.opened import read
from leaving_tui.cli.options import Options
from leaving_tui.cli.places import places
from leaving_tui.content.library import Library
from leaving_tui.lookback_text import look_back as told
from leaving_tui.storage.notes import Notes
from leaving_tui.telling.steps import step_names


def look_back(options: Options) -> int:
    """Print the belt, the ledger and the trends."""
    where = places(options)
    found = read(options, lambda journal: (journal.outings(), Notes(where.data).load("steps")))
    outings, steps = found or ((), {})
    library = Library(where.words)
    names = step_names({"steps": steps}, library)
    print(told(outings, library.say, steps=names, charts=options.charts), end="")
    return 0
