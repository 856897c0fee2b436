"""The breath: a round shape that fills and empties between eight faint marks, drawn in half cells."""

from __future__ import annotations

from functools import lru_cache
from math import cos, hypot, pi

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

STEPS = 4
"""Sizes between one whole pixel and the next: rows then change one after another, not at once."""
GROUND, MARK, BREATH = 0, 1, 2

Cell = tuple[int, int]
"""The upper and the lower pixel of a cell; one column wide, half a row high, they are nearly square."""


@lru_cache(maxsize=256)
def disc_cells(radius: int, size: int) -> tuple[tuple[Cell, ...], ...]:
    """A disc of `radius` (in 1/`STEPS` pixel) on `size` × `size` pixels, as rows of cells.

    Eight marks show how far it will go. A whole ring would be prettier still, but every row of it is sent
    again with each row of the disc, and doubles what a slow line must carry.
    """
    middle, reach, half = (size - 1) / 2, radius / STEPS, size // 2
    slant = round(middle * cos(pi / 4) - 0.5)
    marks = {(0, half - 1), (half - 1, 0), (slant, slant)}

    def pixel(x: int, y: int) -> int:
        if hypot(x - middle, y - middle) <= reach:
            return BREATH
        return MARK if (x - half, y - half) in marks else GROUND

    quarter = [[pixel(x, y) for x in range(half, size)] for y in range(half, size)]
    lower = [tuple(reversed(row)) + tuple(row) for row in quarter]
    rows = [*reversed(lower), *lower]
    return tuple(tuple(zip(rows[y], rows[y + 1], strict=True)) for y in range(0, size, 2))


class Pacer(Widget):
    """A round shape that is filled from empty to full. Only rows that change are painted again."""

    COMPONENT_CLASSES = {"pacer--breath", "pacer--mark"}
    SMALLEST, LARGEST = 0.33, 22
    """The emptied shape's share of the full one (it never goes out), and the most pixels across."""

    _fullness = 0.0
    _pixels = 4
    """The side of the square the shape is drawn in: an even number of pixels."""
    _corner = (0, 0)
    """Its column and row."""

    def on_mount(self) -> None:
        """The three colours, in every theme."""
        self.watch(self.app, "theme", self._mix, init=True)

    def _mix(self) -> None:
        colors = (
            self.background_colors[1],
            self.get_component_styles("pacer--mark").color,
            self.get_component_styles("pacer--breath").color,
        )
        rich = [color.rich_color for color in colors]
        self._styles = {
            (up, low): Style(color=rich[low], bgcolor=rich[up])
            if up == GROUND != low
            else Style(color=rich[up] if up != low else None, bgcolor=rich[low])
            for up in range(3)
            for low in range(3)
        }
        self._begin_anew()

    def on_resize(self, event: events.Resize) -> None:
        """As large as there is room for, in the middle."""
        width, height = event.size
        self._pixels = max(4, min(height * 2, width, self.LARGEST)) // 2 * 2
        self._corner = (width - self._pixels) // 2, (height - self._pixels // 2) // 2
        self._begin_anew()

    def on_show(self) -> None:
        """What changed while it was hidden was not painted."""
        self.refresh()

    def _begin_anew(self) -> None:
        self._drawn: dict[tuple[Cell, ...], Strip] = {}
        self._cells = self._disc()
        self.refresh()

    def _disc(self) -> tuple[tuple[Cell, ...], ...]:
        largest = self._pixels / 2 - 0.5
        share = self.SMALLEST + (1 - self.SMALLEST) * self._fullness
        return disc_cells(round(largest * share * STEPS), self._pixels)

    def fill(self, fullness: float) -> None:
        """Fill the shape, 0.0 empty to 1.0 full: what changes is painted, and nothing else."""
        self._fullness = fullness
        before, self._cells = self._cells, self._disc()
        rows = enumerate(zip(before, self._cells, strict=True))
        if changed := [self._between(row, *two) for row, two in rows if two[0] != two[1]]:
            self.refresh(*changed)

    def _between(self, row: int, before: tuple[Cell, ...], after: tuple[Cell, ...]) -> Region:
        """What changes of a row, from its first cell to the one across from it."""
        left, top = self._corner
        first = next(at for at, (old, new) in enumerate(zip(before, after, strict=True)) if old != new)
        return Region(left + first, top + row, self._pixels - 2 * first, 1)

    def render_line(self, y: int) -> Strip:
        """One row of cells; equal rows are drawn once."""
        row = y - self._corner[1]
        if not 0 <= row < len(self._cells):
            return Strip.blank(self.size.width, self.rich_style)
        cells = self._cells[row]
        if cells not in self._drawn:
            self._drawn[cells] = self._draw(cells)
        return self._drawn[cells]

    def _draw(self, row: tuple[Cell, ...]) -> Strip:
        """A row, equal neighbours together."""
        left, blank = self._corner[0], self.rich_style
        # An empty run would still be sent, with its colours.
        segments = [Segment(" " * left, blank)] if left else []
        start = 0
        for end in range(1, len(row) + 1):
            if end == len(row) or row[end] != row[start]:
                upper, lower = row[start]
                # The ground stays behind: as ink, the terminal's own background would be that of its text.
                glyph = " " if upper == lower else "▄" if upper == GROUND else "▀"
                segments.append(Segment(glyph * (end - start), self._styles[row[start]]))
                start = end
        return Strip(segments).adjust_cell_length(self.size.width, blank)
