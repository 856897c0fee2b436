"""Small charts in characters: the axis is always 0-10, and each point is a real rating (T7.3)."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

GUTTER = 3
"""Columns for the axis and its numbers."""
HEIGHT, LOW_HEIGHT = 12, 7
"""Lines of a chart: one for each of 0-10, and the axis; in a low one, two numbers share a line."""
_WIDEST = 4
"""Columns from one point to the next at most, so that few points still stand together."""
_NUMBERED = (0, 5, 10)


@dataclass(frozen=True, slots=True)
class Ink:
    """The characters a chart is drawn with."""

    point: str = "●"
    upper: str = "▀"
    lower: str = "▄"
    mark: str = "┊"
    side: str = "│"
    notch: str = "┤"
    corner: str = "└"
    floor: str = "─"
    outing: str = "┴"


SCREEN = Ink()
PLAIN = Ink(point="o", upper="'", lower=".", mark=":", side="|", notch="+", corner="+", floor="-", outing="'")
"""The same in ASCII."""


@dataclass(frozen=True, slots=True)
class _Column:
    rating: int | None = None
    outing: bool = False
    mark: bool = False


def chart(
    ratings: Sequence[int | None],
    width: int,
    marks: Collection[int] = (),
    ink: Ink = SCREEN,
    *,
    low: bool = False,
) -> list[str]:
    """Lines of exactly `width` columns, from ten down to nought, over an axis with a tick for each outing.

    `None` is a gap. A mark stands before each place in `marks`. Where not all fit, the newest are drawn; see
    `drawn`. With no rating at all there is no chart (T7.12). In a `low` one, the even number of the two on a
    line stands in its upper half.
    """
    if not any(rating is not None for rating in ratings):
        return []
    columns = _columns(ratings, width, marks)
    halves = {0: ink.upper, -1: ink.lower} if low else {0: ink.point}
    lines = [_line(level, columns, ink, halves) for level in range(10, -1, -len(halves))]
    lines.append(
        f"  {ink.corner}" + "".join(ink.outing if column.outing else ink.floor for column in columns)
    )
    return lines


def drawn(ratings: Sequence[int | None], width: int, marks: Collection[int] = ()) -> int:
    """How many of the newest `ratings` a chart of that width shows."""
    return sum(column.outing for column in _columns(ratings, width, marks))


def _line(level: int, columns: list[_Column], ink: Ink, points: Mapping[int, str]) -> str:
    numbers = [level + below for below in points if level + below in _NUMBERED]
    axis = f"{numbers[0]:2}{ink.notch}" if numbers else f"  {ink.side}"
    return axis + "".join(_cell(level, column, ink, points) for column in columns)


def _cell(level: int, column: _Column, ink: Ink, points: Mapping[int, str]) -> str:
    if column.mark:
        return ink.mark
    return " " if column.rating is None else points.get(column.rating - level, " ")


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
