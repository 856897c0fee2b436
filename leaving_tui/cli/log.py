"""`leaving log`: past outings as a table, or as JSON."""

import json
import sys
from itertools import islice, takewhile

from leaving_tui.cli.opened import read
from leaving_tui.cli.options import Options
from leaving_tui.cli.output import has_all_letters
from leaving_tui.clock import system_clock
from leaving_tui.content.library import Library
from leaving_tui.domain.duration import in_words
from leaving_tui.domain.lookback.past import began, local_day
from leaving_tui.domain.outing import Felt, Outing, Stage
from leaving_tui.domain.record import to_record
from leaving_tui.domain.when import read_day

_COLUMNS = {"day": 0, "left": 60, "out": 0, "with": 56, "place": 0, "felt": 0, "found_out": 96}
"""Each column, and the width of the terminal from which there is room for it."""
_WHOLE = ("day", "left", "out", "felt")
"""What is never broken into two lines."""


def log(options: Options) -> int:
    """Print past outings, newest first, as far back as was asked for."""
    since = read_day(options.since, system_clock()) if options.since is not None else None
    every, live = read(options, lambda journal: (journal.outings(), journal.live())) or ((), None)
    recent = takewhile(lambda outing: since is None or local_day(began(outing), None) >= since, every)
    outings = list(islice(recent, options.n))
    if options.json:
        records, spelled = [to_record(outing) for outing in outings], not has_all_letters(sys.stdout)
        print(json.dumps(records, ensure_ascii=spelled, indent=2))
    elif outings:
        _table(outings)
    else:
        print(Library().say(_nothing(live, any_at_all=bool(every))))
    return 0


def _nothing(live: Outing | None, *, any_at_all: bool) -> str:
    """What tells that there is nothing to show; the one under way is kept, and not a past one yet."""
    match live.stage if live else Stage.HOME:
        case Stage.AWAY:
            return "cli.under_way"
        case Stage.BACK:
            return "cli.unanswered"
        case _:
            return "cli.none_since" if any_at_all else "lookback.belt.none"


def _table(outings: list[Outing]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    library, console = Library(), Console()
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    shown = [key for key, least in _COLUMNS.items() if console.width >= least]
    for key in shown:
        table.add_column(library.say(f"cli.column_{key}"), no_wrap=key in _WHOLE, overflow="fold")
    for outing in outings:
        cells = _cells(outing, library)
        table.add_row(*(Text(cells[key]) for key in shown))
    console.print(table)


def _cells(outing: Outing, library: Library) -> dict[str, str]:
    begun, told = began(outing).astimezone(), outing.reflection
    return {
        "day": f"{begun:%Y-%m-%d}",
        "left": f"{begun:%H:%M}",
        "out": in_words(outing.minutes_out).removesuffix(" min" * (outing.minutes_out > 60)),
        "with": outing.plan.carer,
        "place": outing.plan.place,
        "felt": library.say(f"home.felt_{told.felt if told else Felt.SKIPPED}"),
        "found_out": told.found_out if told else "",
    }
