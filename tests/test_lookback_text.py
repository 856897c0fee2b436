"""Looking back on the command line: plain, complete and no wider than 80 columns."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaving_tui.content.library import Library
from leaving_tui.lookback_text import look_back
from leaving_tui.sample import outings, story

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
say = Library().say


@pytest.fixture(scope="module")
def page() -> str:
    return look_back(story(NOW, UTC), say, UTC, {"S5": "A coffee, a shop, a walk."})


def test_it_says_how_many_outings_there_were_and_draws_notches_only_where_charts_are_wanted(page):
    assert page.splitlines()[0] == "14 outings"
    assert "#" not in page
    drawn = look_back(story(NOW, UTC), say, UTC, charts=True).splitlines()
    assert drawn[0] == "14 outings"
    assert "##### ##### ####" in drawn


def test_T3_4_T7_7_each_prediction_stands_above_what_happened_with_its_date(page):
    lines = page.splitlines()
    place = lines.index("You predicted: “She will not eat without me.”")
    assert lines[place - 1 : place + 2] == ["20 Nov 2026", lines[place], "It did not happen."]
    assert "What you predicted happened 1 time in 10." in lines
    assert "1 more prediction is counted apart: something really went wrong." in lines


def test_T7_3_the_numbers_of_a_step_are_all_there_before_and_worst_apart(page):
    lines = page.splitlines()
    place = lines.index("Step: A coffee, a shop, a walk.")
    assert lines[place + 1 : place + 3] == [
        "Before leaving: 7, 7, 8, 5",
        "Worst moment, from memory: 8, 6, 8, 5",
    ]


def test_T7_6_T7_10_the_kind_line_and_what_is_left_out_are_said(page):
    step = page[page.index("Step: A coffee") :]
    assert "Numbers can stay up while you still get used to going. You went 4 times." in step
    assert "1 outing is left out: something really went wrong." in step


def test_T7_12_with_nothing_yet_it_invites_and_shows_no_number():
    empty = look_back((), say, UTC)
    assert not any(sign.isdigit() for sign in empty)
    assert "Each outing makes one mark here." in empty


def test_charts_come_only_when_asked_for_and_in_ascii():
    told = story(NOW, UTC)
    assert "10+" not in look_back(told, say, UTC)
    drawn = look_back(told, say, UTC, charts=True)
    rows = [line for line in drawn.splitlines() if line[2:3] in ("+", "|")]
    assert len(rows) % 12 == 0
    assert all(row.isascii() for row in rows)


def test_a_chart_with_no_room_for_all_says_how_many_are_drawn():
    drawn = look_back(outings(300, NOW, seed=1), say, UTC, charts=True)
    assert "are drawn." in drawn


@given(st.integers(0, 40), st.integers(0, 5), st.booleans())
@settings(max_examples=15, deadline=None)
def test_no_line_is_wider_than_80_columns(count, seed, charts):
    text = look_back(outings(count, NOW, seed), say, UTC, charts=charts)
    assert all(len(line) <= 80 for line in text.splitlines())
    assert "{" not in text
