"""When to hear from each other, and when a check-in counts as late."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaving_tui.domain.agreement import (
    Agreement,
    Sender,
    between,
    default_check_ins,
    default_count,
    is_late,
    next_check_in,
    sender_of,
    spread,
    unmet,
)
from leaving_tui.domain.outing import Plan

LEFT = datetime(2026, 11, 23, 14, 2, 40, tzinfo=UTC)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 23, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("minutes", "count"), [(0, 0), (59, 0), (60, 1), (61, 1), (240, 1), (241, 2), (480, 2), (2880, 2)]
)
def test_T3_8_no_check_in_under_an_hour_one_to_four_hours_two_above(minutes, count):
    assert default_count(minutes) == count
    assert len(default_check_ins(LEFT, LEFT + timedelta(minutes=minutes))) == count


def test_T3_8_the_check_in_stands_halfway_on_five_minutes():
    assert default_check_ins(LEFT, LEFT + timedelta(hours=1)) == (at(14, 35),)
    assert default_check_ins(LEFT, LEFT + timedelta(hours=6)) == (at(16, 5), at(18, 5))


def test_T3_8_who_sends_and_call_me_if_are_part_of_the_plan():
    agreed = Agreement((at(15),), Sender.ME, "he cries for 30 minutes")
    plan = Plan(check_ins=agreed.at, extra=agreed.extra())
    assert Agreement.of(plan) == agreed


def test_the_carer_sends_unless_told_otherwise():
    assert Agreement.of(Plan()) == Agreement((), Sender.CARER, "")
    assert Agreement().extra() == {}
    assert sender_of("a raven") is Sender.CARER
    assert Agreement.of(Plan(extra={"sender": 7, "call_me_if": ["?"]})) == Agreement()


@given(
    st.integers(0, 10**9).map(lambda second: LEFT + timedelta(seconds=second)),
    st.integers(-60, 48 * 3600),
    st.integers(0, 8),
)
@settings(max_examples=60)
def test_check_ins_are_always_between_leaving_and_return(left, seconds, count):
    due = left + timedelta(seconds=seconds)
    for times in (default_check_ins(left, due), spread(left, due, count)):
        assert all(left < moment < due for moment in times)
        assert list(times) == sorted(set(times))


def test_a_check_in_that_no_longer_fits_the_outing_is_left_out():
    assert between((at(16), at(15), at(15), at(13)), at(14), at(16)) == (at(15),)


def test_the_next_check_in_is_the_one_to_come():
    assert next_check_in((at(16), at(15)), at(14)) == at(15)
    assert next_check_in((), at(14)) is None


def test_a_message_just_before_the_time_counts_for_it():
    assert next_check_in((at(15), at(17)), at(14, 55), [at(14, 50)]) == at(17)
    assert next_check_in((at(15),), at(15, 1), [at(14, 50)]) is None


def test_a_message_long_before_the_time_does_not_count_for_it():
    assert next_check_in((at(15),), at(14, 20), [at(14, 10)]) == at(15)


def test_a_check_in_nobody_noted_gives_way_to_the_next_in_its_turn():
    times = (at(15), at(17))
    assert next_check_in(times, at(16, 30)) == at(15)
    assert next_check_in(times, at(16, 46)) == at(17)
    assert next_check_in(times, at(17, 5), [at(17, 1)]) is None


def test_of_two_close_check_ins_the_first_has_its_time_and_one_message_counts_for_one():
    both = at(15, 10), at(15, 20)
    assert next_check_in(both, at(15, 14)) == at(15, 10)
    assert next_check_in(both, at(15, 15)) == at(15, 20)
    assert unmet(both, [at(15, 12)]) == (at(15, 20),)
    assert unmet(both, [at(15, 16)]) == (at(15, 10),)


def test_a_check_in_is_late_only_after_ten_minutes_or_what_the_parent_chose():
    due = next_check_in((at(15),), at(15, 10))
    assert not is_late(due, at(15, 10))
    assert is_late(due, at(15, 10) + timedelta(seconds=1))
    assert not is_late(due, at(15, 20), minutes=30)
    assert not is_late(None, at(23))
