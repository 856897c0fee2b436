"""`leaving log`: past outings as a table, or as JSON."""

import json
from argparse import Namespace
from itertools import islice

from leaving_tui.cli.places import places
from leaving_tui.clock import system_clock
from leaving_tui.content.library import Library
from leaving_tui.domain.duration import in_words
from leaving_tui.domain.outing import Outing
from leaving_tui.domain.record import to_record
from leaving_tui.storage.journal import Journal


def log(options: Namespace) -> int:
    """Print past outings, newest first."""
    journal = Journal(places(options).data, system_clock)
    outings = list(islice(journal.outings(), options.n))
    if options.json:
        print(json.dumps([to_record(outing) for outing in outings], ensure_ascii=False, indent=2))
    elif outings:
        _table(outings)
    else:
        print(Library().say("lookback.belt.none"))
    return 0


def _table(outings: list[Outing]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    library = Library()
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for key in ("day", "left", "out", "with", "place", "felt", "found_out"):
        table.add_column(library.say(f"cli.column_{key}"))
    for outing in outings:
        begun = (outing.left_at or outing.prepared_at).astimezone()
        felt = outing.reflection.felt if outing.reflection else "skipped"
        found_out = outing.reflection.found_out if outing.reflection else ""
        cells = (
            f"{begun:%Y-%m-%d}",
            f"{begun:%H:%M}",
            in_words(outing.minutes_out),
            outing.plan.carer,
            outing.plan.place,
            library.say(f"home.felt_{felt}"),
            found_out,
        )
        table.add_row(*(Text(cell) for cell in cells))
    Console().print(table)
