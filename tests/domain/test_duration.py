"""How long, or until when: what a parent may type, and what is said back when it cannot be read."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaving_tui.domain.duration import Span, check_times, in_words, parse_span, past_time
from leaving_tui.domain.errors import PlanError

NOW = datetime(2026, 11, 23, 14, 58, 20, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("45", 45),
        ("45m", 45),
        ("45 min", 45),
        ("45 minutes", 45),
        (" 45M ", 45),
        ("1h", 60),
        ("1 hour", 60),
        ("2 hrs", 120),
        ("1h30", 90),
        ("1h30m", 90),
        ("1 h 30 min", 90),
        ("0h20", 20),
        ("48h", 2880),
        ("2880", 2880),
    ],
)
def test_a_length_is_read_as_people_write_it(text, minutes):
    assert parse_span(text, NOW, UTC) == Span(minutes, None)


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [("15:30", 15, 30), ("15.30", 15, 30), ("3:30pm", 15, 30), ("3:30 PM", 15, 30), ("4pm", 16, 0)],
)
def test_a_clock_time_is_read_as_people_write_it(text, hour, minute):
    assert parse_span(text, NOW, UTC).due_at == datetime(2026, 11, 23, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "hour"), [("12am", 0), ("12:15am", 0), ("12:59 am", 0), ("1am", 1), ("11:05am", 11)]
)
def test_a_morning_time_asked_for_in_the_afternoon_is_tomorrows(text, hour):
    due = parse_span(text, NOW, UTC).due_at
    assert due is not None
    assert (due.day, due.hour) == (24, hour)


def test_noon_is_twelve_pm():
    assert parse_span("12pm", NOW.replace(hour=9), UTC).due_at == NOW.replace(hour=12, minute=0, second=0)


def test_a_clock_time_past_midnight_is_tomorrow():
    late = datetime(2026, 11, 23, 23, 50, tzinfo=UTC)
    assert parse_span("0:20", late, UTC) == Span(30, datetime(2026, 11, 24, 0, 20, tzinfo=UTC))


def test_the_minute_that_has_just_begun_means_tomorrow():
    assert parse_span("14:58", NOW, UTC).minutes == 24 * 60


def test_a_clock_time_goes_by_the_local_clock():
    assert parse_span("17:00", NOW, BERLIN).due_at == datetime(2026, 11, 23, 16, 0, tzinfo=UTC)


def test_a_clock_time_counts_the_hour_the_night_gains_in_autumn_and_loses_in_spring():
    autumn = datetime(2026, 10, 24, 22, 0, tzinfo=BERLIN)
    spring = datetime(2026, 3, 28, 22, 0, tzinfo=BERLIN)
    assert parse_span("8:00", autumn, BERLIN).minutes == 11 * 60
    assert parse_span("8:00", spring, BERLIN).minutes == 9 * 60


def test_a_time_the_spring_night_leaves_out_is_still_a_time():
    spring = datetime(2026, 3, 28, 22, 0, tzinfo=BERLIN)
    due = parse_span("2:30", spring, BERLIN).due_at
    assert due is not None
    assert spring < due <= spring + timedelta(hours=6)


def test_a_few_seconds_are_a_minute():
    assert parse_span("15:00", NOW.replace(minute=59, second=50), UTC).minutes == 1


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "banana", "30s", "-5", "half an hour", "25:00", "15:60", "13pm", "0am", "1:2", "١٥x"),
        *("1h90000", "30m\x00", "[red]30m", "99999999999"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence_with_examples(text):
    with pytest.raises(PlanError, match=r"30m, 1h30 or 15:30\.$"):
        parse_span(text, NOW, UTC)


@pytest.mark.parametrize("text", ["0", "0m", "0h", "0h0", "00"])
def test_no_time_at_all_is_no_outing(text):
    with pytest.raises(PlanError, match="longer than 0 minutes"):
        parse_span(text, NOW, UTC)


@pytest.mark.parametrize("text", ["49h", "48h1", "2881", "999h"])
def test_more_than_two_days_is_too_long(text):
    with pytest.raises(PlanError, match="at most 48 hours"):
        parse_span(text, NOW, UTC)


@given(st.text(max_size=12))
@settings(max_examples=80)
def test_anything_typed_gives_a_length_in_bounds_or_one_sentence(text):
    try:
        span = parse_span(text, NOW, UTC)
    except PlanError as error:
        said = str(error)
    else:
        assert 1 <= span.minutes <= 48 * 60
        return
    assert said.endswith(".")
    assert "\n" not in said


@given(st.integers(0, 23), st.integers(0, 59), st.integers(0, 500_000_000))
@settings(max_examples=80)
def test_a_clock_time_is_the_next_time_the_clock_shows_it(hour, minute, seconds):
    now = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    due = parse_span(f"{hour}:{minute:02}", now, UTC).due_at
    assert due is not None
    assert (due.hour, due.minute, due.second) == (hour, minute, 0)
    assert timedelta(0) < due - now <= timedelta(days=1)


def test_the_real_time_of_coming_home_is_the_last_time_the_clock_showed_it():
    assert past_time("14:30", NOW, UTC) == NOW.replace(minute=30, second=0)
    assert past_time("3pm", NOW, UTC) == datetime(2026, 11, 22, 15, 0, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "30m", "soon", "24:00"])
def test_only_a_clock_time_can_be_the_time_of_coming_home(text):
    with pytest.raises(PlanError):
        past_time(text, NOW, UTC)


@pytest.mark.parametrize("text", ["25:99", "a bottle at 13:75", "until 24:00", "13pm", "2:30 and 7:61"])
def test_a_clock_time_among_words_that_is_none_is_said(text):
    with pytest.raises(PlanError, match="is no clock time"):
        check_times(text)


@pytest.mark.parametrize(
    "text", ["", "a bottle at 2", "13:40", "9:05, 120 ml", "10.75 oz", "until 2 PM", "1:2:3"]
)
def test_words_without_a_wrong_clock_time_are_left_alone(text):
    check_times(text)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 min"), (45, "45 min"), (60, "1 h"), (90, "1 h 30 min"), (1500, "25 h")],
)
def test_a_length_in_words(minutes, words):
    assert in_words(minutes) == words


@given(st.integers(1, 2880))
def test_words_are_read_back_as_the_same_length(minutes):
    assert parse_span(in_words(minutes), NOW, UTC).minutes == minutes
