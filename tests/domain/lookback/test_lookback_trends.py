"""Ratings over time, and the few words that may be said of them."""

from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaving_tui.domain.lookback.trends import Change, Trend, change, over_time, trends
from leaving_tui.domain.outing import Felt

from .outings import any_outings, outing


def keys(trend: Trend) -> list[str]:
    return [line.key for line in trend.lines]


def at_step(*before: int | None, step: str | None = "S5", worst=None, **told) -> Trend:
    (trend,) = trends([outing(n, step=step, before=b, worst=worst, **told) for n, b in enumerate(before)])
    return trend


def test_T7_2_ratings_of_different_scales_are_never_in_one_series():
    outings = [outing(0, step="S5", before=3), outing(1, step="S5", before=9, scale="other/2")]
    assert [(t.scale, t.before.ratings) for t in trends(outings)] == [
        ("other/2", (9,)),
        ("anxious-0-10/1", (3,)),
    ]
    assert [t.before.ratings for t in over_time(outings)] == [(9,), (3,)]
    assert "trend.other_scale" in keys(trends(outings)[0])


def test_T7_3_before_and_worst_stand_apart_for_each_step_and_each_point_is_an_outing():
    outings = [
        outing(0, step="S4", before=6, worst=8),
        outing(1, step="S5", before=7),
        outing(2, step="S4", before=5, worst=4),
    ]
    first, second = trends(outings)
    assert (first.step, first.before.ratings, first.worst.ratings) == ("S4", (6, 5), (8, 4))
    assert (second.step, second.before.ratings, second.worst.ratings) == ("S5", (7,), (None,))
    assert [point.outing for point in first.before.points] == [outings[0].id, outings[2].id]
    assert [point.at for point in first.before.points] == [outings[0].left_at, outings[2].left_at]


def test_T7_4_nothing_puts_a_number_from_before_beside_one_from_after():
    assert {field.name for field in fields(Trend)} == {"step", "scale", "before", "worst", "left_out"}
    high_then_low = at_step(9, 9, 9, 9, worst=1)
    assert keys(high_then_low) == ["trend.before_same", "trend.worst_same", "trend.still"]


@pytest.mark.parametrize(
    ("rated", "word"),
    [
        ((8, 2, 1), None),
        ((8, 8, 4, 4), Change.LOWER),
        ((8, 8, 7, 7), Change.SAME),
        ((6, 6, 7, 7), Change.SAME),
        ((2, 2, 8, 8), Change.HIGHER),
        ((9, 9, 0, 9, 9), Change.SAME),
        ((8, 8, 0, 6, 6), Change.LOWER),
        ((5, 6, 4, 4), Change.LOWER),
    ],
)
def test_T7_5_words_come_from_four_ratings_on_by_the_medians_of_the_halves(rated, word):
    assert change(rated) is word


def test_T7_5_three_ratings_among_many_outings_have_no_word():
    trend = at_step(8, None, 4, None, None, 1)
    assert trend.before.change is None
    assert keys(trend) == ["trend.before_few"]


def test_T7_5_outings_without_a_step_are_drawn_and_not_compared():
    trend = at_step(8, 8, 2, 2, step=None)
    assert trend.before.ratings == (8, 8, 2, 2)
    assert keys(trend) == ["trend.no_step"]


@pytest.mark.parametrize("before", [(5, 5, 5, 5), (2, 2, 9, 9)])
def test_T7_6_same_or_higher_has_the_kind_true_line_with_the_number_of_goings(before):
    trend = at_step(*before, None)
    assert trend.lines[-1].key == "trend.still"
    assert trend.lines[-1].values == {"count": 5}


def test_T7_6_lower_needs_no_such_line():
    assert keys(at_step(8, 8, 2, 2)) == ["trend.before_lower"]


def test_T7_9_a_step_change_is_marked_over_time_and_said():
    outings = [outing(n, step=step, before=5) for n, step in enumerate(["S4", "S4", "S5", "S5", "S4"])]
    (trend,) = over_time(outings)
    assert trend.marks == (2, 4)
    assert keys(trend) == ["trend.step_change"]
    assert all(at_one.marks == () for at_one in trends(outings))


def test_T7_10_wrong_outings_are_left_out_and_the_trend_says_how_many():
    outings = [outing(0, step="S5", before=5), outing(1, step="S5", before=10, felt=Felt.WRONG)]
    for (trend,) in (trends(outings), over_time(outings)):
        assert trend.before.ratings == (5,)
        assert trend.lines[-1].values == {"count": 1}
        assert keys(trend)[-1] == "trend.left_out"


def test_T7_12_without_a_rating_there_is_no_trend_to_draw():
    assert trends([]) == over_time([]) == trends([outing(step="S5")]) == ()


def test_T7_1_a_skip_is_a_gap_and_not_a_nought():
    assert at_step(5, None, 0).before.ratings == (5, None, 0)


def test_an_early_return_is_a_point_like_any_other():
    trend = at_step(5, 6, minutes=3)
    assert trend.went == 2


@given(st.lists(st.integers(0, 10), max_size=12))
def test_T7_5_the_word_is_one_of_three_and_turns_round_with_the_ratings(rated):
    opposite = {
        Change.LOWER: Change.HIGHER,
        Change.HIGHER: Change.LOWER,
        Change.SAME: Change.SAME,
        None: None,
    }
    assert change(rated[::-1]) is opposite[change(rated)]
    assert (change(rated) is None) == (len(rated) < 4)


@given(any_outings())
@settings(max_examples=25, deadline=None)
def test_every_rated_outing_is_in_exactly_one_trend_or_counted_as_left_out(outings):
    rated = {o.id for o in outings if o.before.rating is not None and o.reflection is not None}
    rated -= {o.id for o in outings if o.reflection and o.reflection.felt is Felt.WRONG}
    for every in (trends(outings), over_time(outings)):
        drawn = [p.outing for t in every for p in t.before.points if p.rating is not None]
        assert len(drawn) == len(set(drawn))
        assert rated <= set(drawn)
        words = {key for t in every for key in keys(t)}
        assert not {key for key in words if key.startswith("trend.before")} - {
            "trend.before_few",
            "trend.before_lower",
            "trend.before_same",
            "trend.before_higher",
        }
