"""A year at a glance, and one week of it."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from leaving_tui.domain.lookback.calendar import calendar, outings_of, week_at, year
from leaving_tui.domain.lookback.past import local_day

from .outings import any_outings, outing

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
DAYS = ["M", "T", "W", "T", "F", "S", "S"]
TODAY = date(2026, 3, 12)


def drawn(outings, width=42, today=TODAY):
    return calendar(year(outings, today, UTC), width, MONTHS, DAYS)


def test_a_year_fits_42_columns_in_lines_of_equal_length():
    lines = drawn([outing()])
    assert {len(line) for line in lines} == {37}
    assert len(lines) == 1 + 27


def test_days_read_without_colour_and_days_to_come_are_empty():
    same_day = [outing(n, left_at=datetime(2026, 3, 10, 9 + n, tzinfo=UTC)) for n in range(3)]
    (last_week,) = [
        line for line in drawn([*same_day, outing(20)], width=17) if line.endswith("· 3 · ·      ")
    ]
    assert last_week == "    · 3 · ·      "


def test_ten_or_more_on_one_day_are_a_plus():
    crowd = [outing(n, minutes=1, left_at=datetime(2026, 3, 10, 9, n, tzinfo=UTC)) for n in range(12)]
    assert any("+" in line for line in drawn(crowd))


def test_each_month_is_named_in_its_first_week():
    lines = drawn([outing()], width=17)
    names = [line[:3] for line in lines[1:] if line[:3].strip()]
    assert names == [
        "Mar",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
        "Jan",
        "Feb",
        "Mar",
    ]


def test_T7_12_a_year_without_outings_draws_no_calendar():
    assert drawn([]) == []
    assert drawn([outing()], today=date(2029, 1, 1)) == []


def test_a_late_evening_counts_on_the_local_day():
    late = outing(left_at=datetime(2026, 3, 3, 2, 30, tzinfo=UTC))
    zone = ZoneInfo("America/New_York")
    assert local_day(late.left_at, zone) == date(2026, 3, 2)
    monday_there = year([late], TODAY, zone).weeks[-2]
    assert monday_there.counts == (1, 0, 0, 0, 0, 0, 0)


def test_without_a_zone_the_machines_own_is_used():
    assert year([outing()], TODAY, None).outings == 1


def test_tapping_a_week_gives_its_outings():
    told = [outing(0), outing(3), outing(8)]
    shown = year(told, TODAY, UTC)
    lines = calendar(shown, 42, MONTHS, DAYS)
    row = next(i for i, line in enumerate(lines) if "1 · · 1" in line)
    week = week_at(shown, 42, row, 25)
    assert week is not None
    assert week.first == date(2026, 3, 2)
    assert outings_of(told, week.first, UTC) == (told[0], told[1])


def test_a_tap_beside_the_weeks_gives_none():
    shown = year([outing()], TODAY, UTC)
    assert [week_at(shown, 42, *at) for at in ((0, 5), (1, 18), (1, 60), (99, 5), (27, 25))] == [None] * 5


@given(any_outings(), st.integers(17, 120), st.integers(-40, 40))
@settings(max_examples=25, deadline=None)
def test_every_outing_of_the_year_is_on_the_calendar(outings, width, days):
    today = TODAY + timedelta(days=days)
    shown = year(outings, today, UTC)
    expected = [o for o in outings if today >= o.left_at.date() >= shown.weeks[0].first]
    assert shown.outings == len(expected)
    lines = calendar(shown, width, MONTHS, DAYS)
    assert all(len(line) == len(lines[0]) <= width for line in lines)
    in_weeks = [o for week in shown.weeks for o in outings_of(outings, week.first, UTC)]
    assert {o.id for o in expected} <= {o.id for o in in_weeks}
    spots = [week_at(shown, width, row, column) for row in range(60) for column in range(width)]
    assert {week.first for week in spots if week} == {week.first for week in shown.weeks}
