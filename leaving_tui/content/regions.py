"""The help lines, chosen by country; a place we do not know gets no guess (T6.4)."""

from dataclasses import replace

from leaving_tui.content.entries import build
from leaving_tui.content.facts import HelpLine, Region
from leaving_tui.content.toml import Table

ANYWHERE = "ANY"


def read_regions(tables: Table) -> tuple[Region, ...]:
    """Every region with its verified lines, and the line that serves anywhere after them (T6.3)."""
    regions = [build(Region, table, id=code) for code, table in tables.items()]
    anywhere = next(region for region in regions if region.id == ANYWHERE)
    return tuple(_shown(region, () if region is anywhere else anywhere.lines) for region in regions)


def region_for(regions: tuple[Region, ...], code: str) -> Region:
    """The region of a country code such as `GB`, in any case; an unknown one gives what serves anywhere."""
    asked = code.strip().upper()
    known = {also: region for region in regions for also in (region.id, *region.also)}
    return known.get(asked, known[ANYWHERE])


def _shown(region: Region, more: tuple[HelpLine, ...]) -> Region:
    danger = region.danger if region.danger and _verified(region.danger) else None
    lines = tuple(line for line in (*region.lines, *more) if _verified(line))
    return replace(region, danger=danger, lines=lines, poison=tuple(filter(_verified, region.poison)))


def _verified(line: HelpLine) -> bool:
    return line.status == "verified"
