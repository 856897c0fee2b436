"""The breath: a soft round shape that fills and empties, drawn in half cells, only changed rows repainted."""

from __future__ import annotations

from functools import lru_cache
from math import hypot

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

SHADES = 3
"""How many steps a pixel takes from the ground to the full colour; more are not seen, but are sent."""
STEPS = 3
"""Sizes of the shape between one whole pixel and the next."""

Pixels = tuple[int, ...]


@lru_cache(maxsize=512)
def disc_rows(radius: int, size: int) -> tuple[Pixels, ...]:
    """The shades (0 to `SHADES`) of a disc on a square of `size` × `size` pixels, row by row.

    `radius` is in 1/`STEPS` of a pixel. A pixel, one column wide and half a row high, is nearly square.
    """
    reach = radius / STEPS
    middle = (size - 1) / 2
    quarter = [
        [_shade(reach - hypot(x - middle, y - middle)) for x in range(size // 2, size)]
        for y in range(size // 2, size)
    ]
    half = [tuple(reversed(row[size % 2 :])) + tuple(row) for row in quarter]
    return tuple(reversed(half[size % 2 :])) + tuple(half)


def _shade(inside: float) -> int:
    return max(0, min(SHADES, round((inside + 0.5) * SHADES)))


class Pacer(Widget):
    """A round shape as large as its room allows; `fullness` 0.0 is empty, 1.0 is full."""

    COMPONENT_CLASSES = {"pacer--breath"}
    SMALLEST = 0.3
    """The emptied shape's share of the full one: it never goes out."""

    LARGEST = 36
    """Pixels across: larger is not calmer, and costs a slow line more."""

    fullness: reactive[float] = reactive(0.0, repaint=False, init=False)
    radius: reactive[int] = reactive(0, repaint=False, init=False)

    def on_mount(self) -> None:
        """The ramp of colours, from the ground to the full breath."""
        self.watch(self.app, "theme", self._mix, init=True)

    def _mix(self) -> None:
        ground = self.background_colors[1]
        full = self.get_component_styles("pacer--breath").color
        ramp = [ground.blend(full, shade / SHADES) for shade in range(SHADES + 1)]
        self._ramp = [RichColor.parse(color.hex) for color in ramp]
        self._styles: dict[tuple[int, int], Style] = {}
        self.refresh()

    @property
    def pixels(self) -> int:
        """The side of the square the shape is drawn in, an even number of pixels."""
        return max(2, min(self.size.height * 2, self.size.width, self.LARGEST)) // 2 * 2

    def compute_radius(self) -> int:
        """The radius now, in steps."""
        largest = self.pixels / 2
        return round(largest * (self.SMALLEST + (1 - self.SMALLEST) * self.fullness) * STEPS)

    def watch_radius(self, old: int, new: int) -> None:
        """Repaint the rows in which the shape changed, and nothing else."""
        before, after = disc_rows(old, self.pixels), disc_rows(new, self.pixels)
        top = self._top
        left, width = (self.size.width - self.pixels) // 2, self.pixels
        changed = [
            Region(left, top + row, width, 1)
            for row in range(self.pixels // 2)
            if before[2 * row : 2 * row + 2] != after[2 * row : 2 * row + 2]
        ]
        if changed:
            self.refresh(*changed)

    @property
    def _top(self) -> int:
        return (self.size.height - self.pixels // 2) // 2

    def render_line(self, y: int) -> Strip:
        """One row: each cell holds an upper and a lower pixel."""
        row = y - self._top
        width = self.size.width
        if not 0 <= row < self.pixels // 2:
            return Strip.blank(width, self.rich_style)
        rows = disc_rows(self.radius, self.pixels)
        left = (width - self.pixels) // 2
        blank = self.rich_style
        segments = [Segment(" " * left, blank)]
        cells = list(zip(rows[2 * row], rows[2 * row + 1], strict=True))
        start = 0
        for end in range(1, len(cells) + 1):
            if end == len(cells) or cells[end] != cells[start]:
                segments.append(self._run(*cells[start], end - start))
                start = end
        segments.append(Segment(" " * (width - left - self.pixels), blank))
        return Strip(segments, width)

    def _run(self, upper: int, lower: int, length: int) -> Segment:
        style = self._styles.get((upper, lower))
        if style is None:
            style = self._styles[upper, lower] = Style(color=self._ramp[upper], bgcolor=self._ramp[lower])
        return Segment((" " if upper == lower else "▀") * length, style)
