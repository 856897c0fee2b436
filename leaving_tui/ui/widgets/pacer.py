"""The breath: a round shape that fills and empties between eight faint marks, drawn in half cells."""

from __future__ import annotations

from functools import lru_cache
from math import cos, hypot, pi

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.reactive import reactive
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
    """A round shape; `fullness` 0.0 is empty, 1.0 is full. Only rows that change are painted again."""

    COMPONENT_CLASSES = {"pacer--breath", "pacer--mark"}
    SMALLEST, LARGEST = 0.33, 22
    """The emptied shape's share of the full one (it never goes out), and the most pixels across."""

    fullness: reactive[float] = reactive(0.0, repaint=False, init=False)
    radius: reactive[int] = reactive(0, repaint=False, init=False)

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
        self.refresh()

    def on_show(self) -> None:
        """What changed while it was hidden was not painted."""
        self.refresh()

    @property
    def pixels(self) -> int:
        """The side of the square the shape is drawn in: an even number of pixels."""
        return max(4, min(self.size.height * 2, self.size.width, self.LARGEST)) // 2 * 2

    @property
    def _corner(self) -> tuple[int, int]:
        return (self.size.width - self.pixels) // 2, (self.size.height - self.pixels // 2) // 2

    def compute_radius(self) -> int:
        """The radius now, in steps."""
        largest = self.pixels / 2 - 0.5
        return round(largest * (self.SMALLEST + (1 - self.SMALLEST) * self.fullness) * STEPS)

    def watch_radius(self, old: int, new: int) -> None:
        """Paint the rows that changed, and nothing else: a slow line thanks for it."""
        before, after = disc_cells(old, self.pixels), disc_cells(new, self.pixels)
        left, top = self._corner
        rows = (row for row in range(len(after)) if before[row] != after[row])
        if changed := [Region(left, top + row, self.pixels, 1) for row in rows]:
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:
        """One row of cells, equal neighbours together."""
        left, top = self._corner
        width, blank = self.size.width, self.rich_style
        cells = disc_cells(self.radius, self.pixels)
        if not top <= y < top + len(cells):
            return Strip.blank(width, blank)
        row = cells[y - top]
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
        return Strip(segments).adjust_cell_length(width, blank)
