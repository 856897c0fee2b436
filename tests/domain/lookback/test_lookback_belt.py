"""The belt only grows, and every outing is on it."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaving_tui.domain.lookback.belt import belt, totals
from leaving_tui.domain.outing import Felt

from .outings import START, any_outings, outing


def test_notches_stand_in_fives():
    assert belt(12, width=38).rows == ("▮▮▮▮▮ ▮▮▮▮▮ ▮▮",)


def test_plain_notches_need_no_special_characters():
    assert belt(7, width=38, plain=True).rows == ("##### ##",)
    assert all(row.isascii() for row in belt(800, width=38, plain=True).rows)


def test_a_long_belt_wraps_between_fives():
    assert belt(12, width=11).rows == ("▮▮▮▮▮ ▮▮▮▮▮", "▮▮")


def test_T7_12_no_outing_draws_nothing_and_invites():
    assert belt(0, width=38).rows == ()
    assert [line.key for line in totals(()).lines] == ["belt.none"]


def test_800_outings_fit_in_three_rows_and_the_bigger_notch_is_explained():
    drawn = belt(802, width=38, rows=3)
    assert len(drawn.rows) == 3
    assert "".join(drawn.rows).replace(" ", "") == "■" * 80 + "▮▮"
    assert [line.values for line in drawn.lines] == [{"mark": "■", "each": 10}]


def test_small_belts_need_no_explaining():
    assert belt(60, width=38).lines == ()


@given(st.integers(0, 20_000), st.integers(1, 100), st.integers(1, 6), st.booleans())
@settings(max_examples=25, deadline=None)
def test_every_outing_is_on_the_belt_whatever_the_room(count, width, rows, plain):
    drawn = belt(count, width, rows, plain=plain)
    text = "".join(drawn.rows)
    assert drawn.outings == count
    assert all(text.count(notches.mark) == notches.count for notches in drawn.notches)
    assert all(len(row) <= width for row in drawn.rows)


@given(st.integers(0, 20_000), st.integers(38, 100), st.integers(2, 6))
@settings(max_examples=25, deadline=None)
def test_the_belt_stays_within_its_rows(count, width, rows):
    assert len(belt(count, width, rows).rows) <= rows


@given(any_outings())
@settings(max_examples=25, deadline=None)
def test_T7_8_what_the_belt_counts_never_falls_as_outings_are_added(outings):
    sums = [totals(outings[:n]) for n in range(len(outings) + 1)]
    for before, after in pairwise(sums):
        assert after.outings == before.outings + 1
        assert after.trials >= before.trials
        assert after.minutes >= before.minutes
        assert after.longest >= before.longest


@pytest.mark.parametrize("felt", [*Felt, None])
def test_T3_7_early_wrong_trial_and_unanswered_outings_all_have_their_notch(felt):
    early = outing(1, minutes=2, felt=felt, due_at=START + timedelta(hours=2))
    assert totals((outing(0, felt=felt, trial=True), early)).outings == 2


def test_an_outing_under_way_has_no_notch_yet():
    assert totals((outing()._replace(home_at=None),)).outings == 0


def test_time_out_and_the_longest_are_the_records():
    sums = totals((outing(0, minutes=30), outing(1, minutes=75, trial=True)))
    assert (sums.minutes, sums.longest, sums.trials) == (105, 75, 1)
    assert [line.key for line in sums.lines] == ["belt.outings", "belt.trials", "belt.time"]
    assert sums.lines[-1].values == {"total": "1 h 45 min", "longest": "1 h 15 min"}
