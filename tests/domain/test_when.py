"""Days and times as people type them."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaving_tui.domain.errors import PlanError
from leaving_tui.domain.when import names_day, read_day, read_when

NOW = datetime(2026, 11, 23, 14, 58, tzinfo=UTC)  # a Monday
ON = date(2026, 11, 20)


def at(month: int, day: int, hour: int, minute: int = 0, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("15:30", at(11, 20, 15, 30)),
        ("9.05", at(11, 20, 9, 5)),
        ("3pm", at(11, 20, 15)),
        ("21 Nov 15:30", at(11, 21, 15, 30)),
        ("21 november, 3:30 pm", at(11, 21, 15, 30)),
        ("Nov 21 15:30", at(11, 21, 15, 30)),
        ("Sat 21 Nov 15:30", at(11, 21, 15, 30)),
        ("  21st nov  9:00 ", at(11, 21, 9)),
        ("2026-11-02 08:15", at(11, 2, 8, 15)),
        ("24 Dec 10:00", at(12, 24, 10, year=2025)),
        ("24 Dec 2024 10:00", at(12, 24, 10, year=2024)),
        ("29 Feb 10:00", at(2, 29, 10, year=2024)),
        ("today 9:00", at(11, 23, 9)),
        ("yesterday 9:00", at(11, 22, 9)),
        ("sat 9:00", at(11, 21, 9)),
        ("Monday 9:00", at(11, 23, 9)),
    ],
)
def test_a_time_is_read_as_it_is_said(typed, meant):
    assert read_when(typed, NOW, ON, UTC) == meant


@pytest.mark.parametrize("typed", ["", "soon", "25:00", "15:61", "32 Nov 15:30", "Nov", "11/12 9:00", "13pm"])
def test_what_cannot_be_read_is_answered_by_a_sentence_with_an_example(typed):
    with pytest.raises(PlanError, match="Please give a"):
        read_when(typed, NOW, ON, UTC)


def test_a_time_to_come_is_no_past_time():
    with pytest.raises(PlanError, match="still to come"):
        read_when("today 15:30", NOW, ON, UTC)


def test_a_time_is_on_the_wall_clock_of_the_place_with_that_days_summer_time():
    berlin = ZoneInfo("Europe/Berlin")
    assert read_when("1 Jul 15:30", NOW, ON, berlin) == at(7, 1, 13, 30)
    assert read_when("1 Nov 15:30", NOW, ON, berlin) == at(11, 1, 14, 30)


def test_a_day_alone_can_be_named_too():
    assert read_day("2026-11-01", NOW, UTC) == date(2026, 11, 1)
    assert read_day("1 nov", NOW, UTC) == date(2026, 11, 1)
    with pytest.raises(PlanError, match="day such as"):
        read_day("2026-02-30", NOW, UTC)


def test_it_is_known_whether_a_day_was_named():
    assert names_day("21 Nov 15:30")
    assert not names_day("3:30 pm")


@given(
    st.integers(1, 3_000_000),
    st.sampled_from(["%d %b %Y %H:%M", "%Y-%m-%d %H:%M"]),
)
@settings(max_examples=50, deadline=None)
def test_every_past_minute_can_be_typed(ago, form):
    minute = NOW - timedelta(minutes=ago)
    assert read_when(minute.strftime(form), NOW, ON, UTC) == minute


@given(st.text(max_size=30))
@settings(max_examples=50, deadline=None)
def test_whatever_is_typed_gives_a_past_time_or_a_sentence(typed):
    with suppress(PlanError):
        assert read_when(typed, NOW, ON, UTC) <= NOW
