"""One past outing as a row of columns, from 36 columns on."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from rich.cells import cell_len, set_cell_size

from leaving_tui.content.library import Library
from leaving_tui.domain.duration import in_words
from leaving_tui.domain.outing import Felt, Outing
from leaving_tui.telling.format import day, local, short_day
from leaving_tui.telling.names import company

_NARROW = 50
"""Columns below which there is room for a place, or else a name, and for both only where they are short."""
_ROOMY = 68
"""Columns from which there is room for the day of the week."""
_NEAR = timedelta(days=300)
"""How far back a day needs no year."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The cells of each column, the gap after it included; a note of 0 cells is not shown."""

    day: int
    length: int
    company: int
    answer: int
    note: int = 0


def columns(width: int) -> Columns:
    """The columns that fit in `width` cells."""
    if width < _NARROW:
        return Columns(8, 7, max(0, width - 25), 10)
    if width < _ROOMY:
        return Columns(8, 8, width - 26, 10)
    rest = width - 12 - 10 - 12
    company_cells = min(rest, 26)
    if rest - company_cells < 24:
        return Columns(12, 10, rest, 12)
    return Columns(12, 10, company_cells, 12, rest - company_cells)


def row(outing: Outing, now: datetime, width: int, library: Library) -> tuple[str, str, str, str, str]:
    """The day, the length, who and where, the answer, and what was found out, each as wide as its column."""
    shown = columns(width)
    told = outing.reflection
    who = company(outing.plan)
    if width < _NARROW and cell_len(who) >= shown.company:
        who = outing.plan.place or outing.plan.carer
    trial = library.say("history.trial") if outing.trial else ""
    return (
        fitted(_day(outing.left_at or outing.prepared_at, now, shown.day), shown.day),
        fitted(in_words(outing.minutes_out).removesuffix(" min" * (outing.minutes_out > 60)), shown.length),
        fitted(" · ".join(filter(None, (who, trial))), shown.company),
        fitted(library.say(f"home.felt_{told.felt if told else Felt.SKIPPED}"), shown.answer, gap=0),
        fitted(" ".join(told.found_out.split()) if told else "", shown.note, gap=0),
    )


def fitted(text: str, cells: int, gap: int = 1) -> str:
    """`text` in exactly so many cells, with an ellipsis where some of it is cut off."""
    if cell_len(text) > max(0, cells - gap):
        text = set_cell_size(text, max(0, cells - gap - 1)).rstrip() + "…"
    return set_cell_size(text, cells)


def _day(moment: datetime, now: datetime, cells: int) -> str:
    if now - moment < _NEAR:
        return short_day(moment) if cells < 10 else day(moment)
    wall = local(moment)
    return f"{wall:%b ’%y}" if cells < 10 else f"{short_day(moment)} {wall.year}"
