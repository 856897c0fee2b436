"""Something drawn line by line for the width it has."""

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget


class Drawn(Widget):
    """As high as what `draw` gives for its width; drawn once for each width."""

    _drawn: tuple[int, Sequence[Content]] | None = None

    def draw(self, width: int) -> Sequence[Content]:
        """The lines, none wider than `width` cells."""
        raise NotImplementedError

    def redraw(self) -> None:
        """There is something else to draw."""
        self._drawn = None
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The number of lines."""
        return len(self._lines(width))

    def render(self) -> Content:
        """All lines."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> Sequence[Content]:
        if self._drawn is None or self._drawn[0] != width:
            self._drawn = width, self.draw(width)
        return self._drawn[1]


def wrapped(text: str, width: int, style: str = "") -> list[Content]:
    """`text` in lines of at most `width` cells."""
    return Content.styled(text, style).wrap(max(1, width))


def beside(left: Sequence[Content], right: Sequence[Content], cells: int) -> list[Content]:
    """Two blocks side by side, the left one `cells` wide."""
    lines = []
    for left_line, right_line in zip_longest(left, right, fillvalue=Content("")):
        lines.append(left_line.pad_right(cells - left_line.cell_length) + right_line)
    return lines
