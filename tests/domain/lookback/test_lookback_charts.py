"""Small charts that can be read without colour."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaving_tui.domain.lookback.charts import HEIGHT, LOW_HEIGHT, PLAIN, SCREEN, chart, drawn

many_ratings = st.lists(st.none() | st.integers(0, 10), max_size=150)


def level_of(lines: list[str], column: int, point: str = "●") -> int | None:
    """The rating a reader would read off that column."""
    for row, line in enumerate(lines[:-1]):
        if line[column] == point:
            return 10 - row
    return None


def test_T7_3_the_axis_goes_from_nought_to_ten_whatever_the_ratings():
    lines = chart([4, 5], 38)
    assert [line[:3] for line in lines] == [
        "10┤", "  │", "  │", "  │", "  │", " 5┤", "  │", "  │", "  │", "  │", " 0┤", "  └",
    ]  # fmt: skip


def test_each_point_stands_at_its_own_number_and_a_gap_stays_empty():
    lines = chart([7, None, 10, 0], 3 + 16)
    ticks = [column for column, sign in enumerate(lines[-1]) if sign == "┴"]
    assert [level_of(lines, column) for column in ticks] == [7, None, 10, 0]


def test_T7_3_in_a_low_chart_too_each_point_can_be_read_from_0_to_10():
    ratings = [*range(11), None]
    lines = chart(ratings, 3 + 48, low=True)
    assert [line[:3] for line in lines] == ["10┤", "  │", " 5┤", "  │", "  │", " 0┤", "  └"]
    assert len(lines) == LOW_HEIGHT
    ticks = [column for column, sign in enumerate(lines[-1]) if sign == "┴"]
    upper = [level_of(lines, column, "▀") for column in ticks]
    lower = [level_of(lines, column, "▄") for column in ticks]
    # Of the two numbers on a line, the odd one stands in its lower half.
    read = [
        10 - 2 * (10 - above) if above is not None else 9 - 2 * (10 - below) if below is not None else None
        for above, below in zip(upper, lower, strict=True)
    ]
    assert read == ratings


def test_T7_9_a_step_change_is_a_line_before_its_point():
    lines = chart([3, 4, 8], 38, marks={2})
    marked = {column for line in lines for column, sign in enumerate(line) if sign == "┊"}
    ticks = [column for column, sign in enumerate(lines[-1]) if sign == "┴"]
    (mark,) = marked
    assert ticks[1] < mark < ticks[2]
    assert all(line[mark] == "┊" for line in lines[:-1])


def test_a_mark_has_its_place_even_where_points_stand_close():
    lines = chart([5] * 30, 38, marks={10, 20})
    assert sum(sign == "┊" for sign in lines[0]) == 2
    assert lines[-1].count("┴") == drawn([5] * 30, 38, {10, 20}) == 30


def test_T7_12_no_rating_draws_no_chart():
    assert chart([], 38) == chart([None, None], 38) == []


def test_the_newest_are_drawn_where_not_all_fit():
    ratings = [1] * 100 + [9] * 35
    lines = chart(ratings, 38)
    assert drawn(ratings, 38) == 35
    assert lines[1].count("●") == 35
    assert "●" not in lines[9]


@pytest.mark.parametrize("width", [38, 100])
def test_the_plain_chart_is_ascii(width):
    assert "".join(chart([1, None, 7, 10], width, {2}, PLAIN)).isascii()


@given(
    many_ratings,
    st.integers(4, 120),
    st.sets(st.integers(0, 150), max_size=5),
    st.sampled_from([SCREEN, PLAIN]),
)
@settings(max_examples=25, deadline=None)
def test_every_line_is_exactly_as_wide_as_asked_and_shows_only_real_points(ratings, width, marks, ink):
    lines = chart(ratings, width, marks, ink)
    if all(rating is None for rating in ratings):
        assert lines == []
        return
    assert len(lines) == HEIGHT
    assert {len(line) for line in lines} == {width}
    shown = drawn(ratings, width, marks)
    newest = [rating for rating in ratings[len(ratings) - shown :] if rating is not None]
    read = [level for column in range(3, width) if (level := level_of(lines, column, ink.point)) is not None]
    assert read == newest
