"""The time left: by the wall clock alone, rounded so that nobody is told they have less than they do."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaving_tui.domain.countdown import Countdown, clock_digits, minute_digits, minute_words

LEFT = datetime(2026, 11, 23, 14, 58, tzinfo=UTC)
DUE = LEFT + timedelta(minutes=30)


def after(**length: float) -> Countdown:
    return Countdown(LEFT, DUE, LEFT + timedelta(**length))


@pytest.mark.parametrize(
    ("seconds", "minutes_shown", "seconds_shown"),
    [
        (0, 30, 1800),
        (0.4, 30, 1800),
        (1, 30, 1799),
        (60, 29, 1740),
        (61, 29, 1739),
        (1740, 1, 60),
        (1799.5, 1, 1),
        (1800, 0, 0),
        (1859, 0, 59),
        (1860, 1, 60),
        (3600, 30, 1800),
    ],
)
def test_minutes_and_seconds_agree_before_and_after_the_plan(seconds, minutes_shown, seconds_shown):
    countdown = after(seconds=seconds)
    assert (countdown.minutes, countdown.seconds) == (minutes_shown, seconds_shown)


def test_the_planned_moment_itself_is_past():
    assert after(minutes=30).past
    assert not after(minutes=29, seconds=59.9).past


def test_a_clock_set_back_gives_time_back_and_the_bar_stays_in_its_frame():
    countdown = after(minutes=-10)
    assert countdown.minutes == 40
    assert countdown.gone == 0.0


def test_half_of_the_way_is_half_of_the_bar():
    assert after(minutes=15).gone == 0.5
    assert after(hours=9).gone == 1.0


def test_a_plan_of_no_length_is_all_gone():
    assert Countdown(LEFT, LEFT, LEFT).gone == 1.0


@given(st.floats(-200_000, 200_000), st.integers(1, 2880))
def test_whatever_the_clock_does_the_numbers_are_sound(seconds, minutes):
    countdown = Countdown(LEFT, LEFT + timedelta(minutes=minutes), LEFT + timedelta(seconds=seconds))
    assert countdown.seconds >= 0
    assert 0.0 <= countdown.gone <= 1.0
    assert countdown.past == (seconds >= minutes * 60)
    if not countdown.past:
        assert 0 <= countdown.minutes * 60 - countdown.seconds < 60
        assert countdown.minutes >= 1


@given(st.floats(0, 7200), st.floats(0, 600))
def test_time_never_seems_to_run_backwards(seconds, more):
    earlier, later = after(seconds=seconds), after(seconds=seconds + more)
    assert later.gone >= earlier.gone
    if not later.past:
        assert later.minutes <= earlier.minutes


@pytest.mark.parametrize(
    ("seconds", "digits"), [(0, "0:00"), (59, "0:59"), (754, "12:34"), (3599, "59:59"), (3723, "1:02:03")]
)
def test_seconds_as_a_clock_shows_them(seconds, digits):
    assert clock_digits(seconds) == digits


@pytest.mark.parametrize(
    ("minutes", "digits"), [(0, "0"), (23, "23"), (99, "99"), (100, "1:40"), (2880, "48:00")]
)
def test_a_bare_number_of_minutes_only_where_it_is_easy_to_read(minutes, digits):
    assert minute_digits(minutes) == digits


@pytest.mark.parametrize(("minutes", "words"), [(99, "99 min"), (100, "1 h 40 min"), (390, "6 h 30 min")])
def test_the_words_have_the_unit_of_the_digits(minutes, words):
    assert minute_words(minutes) == words
