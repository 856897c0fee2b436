"""Small charts in characters: the axis is always 0-10, and each point is a real rating (T7.3)."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

GUTTER = 3
"""Columns for the axis and its numbers."""
HEIGHT = 12
"""Lines of a chart: one for each of 0-10, and the axis."""
_WIDEST = 4
"""Columns from one point to the next at most, so that few points still stand together."""
_NUMBERED = (0, 5, 10)


@dataclass(frozen=True, slots=True)
class Ink:
    """The characters a chart is drawn with."""

    point: str = "●"
    mark: str = "┊"
    side: str = "│"
    notch: str = "┤"
    corner: str = "└"
    floor: str = "─"
    outing: str = "┴"


SCREEN = Ink()
PLAIN = Ink(point="o", mark=":", side="|", notch="+", corner="+", floor="-", outing="'")
"""The same in ASCII."""


@dataclass(frozen=True, slots=True)
class _Column:
    rating: int | None = None
    outing: bool = False
    mark: bool = False


def chart(
    ratings: Sequence[int | None], width: int, marks: Collection[int] = (), ink: Ink = SCREEN
) -> list[str]:
    """Lines of exactly `width` columns, from ten down to nought, over an axis with a tick for each outing.

    `None` is a gap. A mark stands before each place in `marks`. Where not all fit, the newest are drawn; see
    `drawn`. With no rating at all there is no chart (T7.12).
    """
    if not any(rating is not None for rating in ratings):
        return []
    columns = _columns(ratings, width, marks)
    lines = [_line(level, columns, ink) for level in range(10, -1, -1)]
    lines.append(
        f"  {ink.corner}" + "".join(ink.outing if column.outing else ink.floor for column in columns)
    )
    return lines


def drawn(ratings: Sequence[int | None], width: int, marks: Collection[int] = ()) -> int:
    """How many of the newest `ratings` a chart of that width shows."""
    return sum(column.outing for column in _columns(ratings, width, marks))


def _line(level: int, columns: list[_Column], ink: Ink) -> str:
    axis = f"{level:2}{ink.notch}" if level in _NUMBERED else f"  {ink.side}"
    return axis + "".join(_cell(level, column, ink) for column in columns)


def _cell(level: int, column: _Column, ink: Ink) -> str:
    if column.mark:
        return ink.mark
    return ink.point if column.rating == level else " "


def _columns(ratings: Sequence[int | None], width: int, marks: Collection[int]) -> list[_Column]:
    room = max(1, width - GUTTER)
    apart = max(1, min(_WIDEST, room // max(1, len(ratings))))
    first = max(0, len(ratings) - room)
    laid = list(_laid_out(ratings, range(first, len(ratings)), marks, apart))[-room:]
    return laid + [_Column()] * (room - len(laid))


def _laid_out(
    ratings: Sequence[int | None], places: range, marks: Collection[int], apart: int
) -> Iterator[_Column]:
    for place in places:
        marked = place > 0 and place in marks
        gap = max(apart - 1, 1 if marked else 0)
        for column in range(gap):
            yield _Column(mark=marked and column == gap // 2)
        yield _Column(ratings[place], outing=True)
