"""One outing: its stage is read from what happened, and every change is a new, later object."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaving_tui.domain.countdown import Countdown
from leaving_tui.domain.outing import Felt, Happened, Kind, Moment, Outing, Plan, Stage

NOW = datetime(2026, 11, 23, 14, 58, tzinfo=UTC)
READY = Outing(
    id="6f1c9a52-3df0-4c53-b2de-0f3d2a6b7c11", updated_at=NOW, prepared_at=NOW, plan=Plan(minutes=30)
)
AWAY = READY.leave(NOW)
BACK = AWAY.come_home(NOW + timedelta(minutes=25))
DONE = BACK.answer(Felt.EASIER, NOW + timedelta(minutes=26))


def at(minutes: float) -> datetime:
    return NOW + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("outing", "stage"),
    [(READY, Stage.GOODBYE), (AWAY, Stage.AWAY), (BACK, Stage.BACK), (DONE, Stage.HOME)],
    ids=lambda value: value.name if isinstance(value, Stage) else "",
)
def test_the_stage_is_read_from_what_has_happened(outing, stage):
    assert outing.stage is stage


def test_the_planned_return_is_counted_from_the_door_and_not_from_the_plan():
    late = READY.leave(at(7))
    assert (late.left_at, late.due_at, late.plan.minutes) == (at(7), at(37), 30)


@given(st.integers(1, 2880), st.floats(0, 86_400))
def test_the_clock_the_planned_return_and_the_minutes_to_go_add_up(minutes, seconds):
    now = NOW + timedelta(seconds=seconds)
    away = READY._replace(plan=Plan(minutes=minutes)).leave(now)
    assert (away.due_at.second, away.due_at.microsecond) == (0, 0)
    assert timedelta(0) <= now + timedelta(minutes=minutes) - away.due_at < timedelta(minutes=1)
    assert away.plan.minutes == minutes
    shown = now.replace(second=0, microsecond=0) + timedelta(minutes=minutes)
    assert away.due_at == shown
    assert Countdown(now, away.due_at, now).minutes == minutes


def test_more_time_once_the_plan_is_past_adds_up_with_the_clock_too():
    late = AWAY.move_return(5, at(37.5))
    assert late.due_at == at(42)
    assert Countdown(NOW, late.due_at, at(37.5)).minutes == 5


def test_check_ins_are_kept_as_the_clock_shows_them():
    planned = READY._replace(plan=Plan(minutes=120, check_ins=(at(20.4),)))
    assert planned.leave(at(0.3)).plan.check_ins == (at(20),)


def test_a_clock_time_to_be_back_stays_however_long_the_goodbye_takes():
    outing = READY._replace(due_at=at(30)).leave(at(7))
    assert (outing.due_at, outing.plan.minutes) == (at(30), 23)


def test_a_clock_time_that_passes_at_the_door_leaves_a_minute_of_plan():
    assert READY._replace(due_at=at(30)).leave(at(45)).plan.minutes == 1


def test_check_ins_move_along_with_a_return_that_is_counted_from_the_door():
    planned = READY._replace(plan=Plan(minutes=120, check_ins=(at(60),)))
    assert planned.leave(at(10)).plan.check_ins == (at(70),)
    assert planned._replace(due_at=at(120)).leave(at(10)).plan.check_ins == (at(60),)


def test_a_second_tap_on_the_door_changes_nothing():
    assert AWAY.leave(at(5)) is AWAY
    assert BACK.come_home(at(40)) is BACK


def test_nobody_comes_home_who_never_left():
    assert READY.come_home(at(5)) is READY
    assert READY.set_home_at(at(5), at(6)) is READY
    assert READY.move_return(5, at(5)) is READY
    assert BACK.reflect(at(30), worst=5) is BACK


def test_five_minutes_more_is_noted_once_for_several_quick_taps():
    outing = AWAY.move_return(5, at(10)).move_return(5, at(10.2))
    assert outing.due_at == at(40)
    assert [(moment.kind, moment.detail) for moment in outing.moments] == [(Kind.TIME, {"minutes": 10})]


def test_five_more_and_five_less_leave_no_trace_in_the_log():
    outing = AWAY.move_return(5, at(10)).move_return(-5, at(10.1))
    assert (outing.due_at, outing.moments) == (at(30), ())


def test_taps_far_apart_are_noted_apart():
    outing = AWAY.move_return(5, at(10)).move_return(5, at(12))
    assert [moment.detail["minutes"] for moment in outing.moments] == [5, 5]


def test_a_moment_in_between_keeps_the_two_moves_apart():
    outing = (
        AWAY.move_return(5, at(10)).note(Moment(at(10.1), Kind.RATING, rating=6)).move_return(5, at(10.2))
    )
    assert [moment.kind for moment in outing.moments] == [Kind.TIME, Kind.RATING, Kind.TIME]


def test_past_the_plan_five_more_minutes_are_five_minutes_to_come():
    assert AWAY.move_return(5, at(50)).due_at == at(55)


def test_past_the_plan_five_less_right_after_five_more_bring_the_plan_back_and_leave_no_trace():
    for late in (31, 31.5, 44.2):
        more = AWAY.move_return(5, at(late))
        back = more.move_return(-5, at(late + 0.1))
        assert (back.due_at, back.moments) == (AWAY.due_at, AWAY.moments)
        twice = more.move_return(5, at(late + 0.1)).move_return(-5, at(late + 0.2))
        assert twice.due_at == more.due_at
        assert twice.move_return(-5, at(late + 0.3)).due_at == AWAY.due_at
    # Later than that, it is a new plan.
    assert AWAY.move_return(5, at(40)).move_return(-5, at(43)).due_at == at(40)


def test_five_minutes_taken_away_too_many_come_back_and_the_log_tells_what_really_moved():
    outing = AWAY.move_return(-5, at(27))
    assert outing.due_at == at(25)
    back = outing.move_return(5, at(27.2))
    assert (back.due_at, back.moments) == (AWAY.due_at, AWAY.moments)
    [moved] = outing.move_return(5, at(29)).moments[-1:]
    assert moved.detail == {"minutes": 9}


def test_the_return_never_moves_to_before_the_door():
    outing = AWAY
    for _ in range(10):
        outing = outing.move_return(-5, at(1))
    assert outing.due_at == at(1)


def test_once_home_the_planned_return_stays_as_it_was():
    assert BACK.move_return(5, at(30)) is BACK


def test_an_hour_past_the_plan_is_time_to_ask():
    assert not AWAY.long_past(at(90))
    assert AWAY.long_past(at(90) + timedelta(seconds=1))
    assert not BACK.long_past(at(900))
    assert not READY.long_past(at(900))


def test_the_real_time_of_coming_home_is_never_before_leaving():
    assert BACK.set_home_at(at(12), at(30)).minutes_out == 12
    assert BACK.set_home_at(at(-60), at(30)).home_at == NOW


def test_the_length_of_an_outing_in_whole_minutes():
    assert READY.minutes_out == AWAY.minutes_out == 0
    assert BACK.minutes_out == 25
    assert AWAY.come_home(at(-30)).minutes_out == 0


def test_not_home_yet_is_away_again():
    assert BACK.not_home_yet(at(26)).stage is Stage.AWAY


def test_a_second_answer_keeps_what_else_was_said():
    outing = DONE.reflect(at(27), worst=7, happened=Happened.NO, found_out="he slept").answer(
        Felt.SAME, at(28)
    )
    assert outing.reflection is not None
    assert (outing.reflection.felt, outing.reflection.worst) == (Felt.SAME, 7)
    assert (outing.reflection.happened, outing.reflection.found_out) == (Happened.NO, "he slept")


def test_an_answer_taken_back_is_asked_again():
    taken = DONE.take_back(at(27))
    assert (taken.stage, taken.reflection) == (Stage.BACK, None)


def test_only_the_answer_is_taken_back_and_what_else_was_said_comes_with_the_next_one():
    told = DONE.reflect(at(27), worst=8, happened=Happened.NO, found_out="he slept", reunion="a smile")
    again = told.take_back(at(28)).take_back(at(29)).not_home_yet(at(30)).come_home(at(31))
    assert again.answer(Felt.SAME, at(32)).reflection == told.reflection._replace(at=at(32), felt=Felt.SAME)
    assert again.answer(Felt.SAME, at(32)).taken_back is None


STEPS = st.one_of(
    st.tuples(st.just("leave")),
    st.tuples(st.just("move_return"), st.integers(-30, 30)),
    st.tuples(st.just("note"), st.integers(0, 10)),
    st.tuples(st.just("come_home")),
    st.tuples(st.just("not_home_yet")),
    st.tuples(st.just("set_home_at"), st.integers(-100, 100)),
    st.tuples(st.just("answer"), st.sampled_from(Felt)),
    st.tuples(st.just("take_back")),
    st.tuples(st.just("reflect"), st.integers(0, 10)),
)


def taken(outing: Outing, step: tuple, now: datetime) -> Outing:
    match step:
        case ("move_return", minutes):
            return outing.move_return(minutes, now)
        case ("note", rating):
            return outing.note(Moment(now, Kind.RATING, rating=rating))
        case ("set_home_at", minutes):
            return outing.set_home_at(at(minutes), now)
        case ("answer", felt):
            return outing.answer(felt, now)
        case ("reflect", worst):
            return outing.reflect(now, worst=worst)
        case (name,):
            return getattr(outing, name)(now)
    raise AssertionError(step)


@given(st.lists(st.tuples(STEPS, st.integers(-60, 60)), max_size=12))
@settings(max_examples=60)
def test_any_order_of_taps_on_a_clock_that_is_set_back_and_forth_leaves_a_sound_outing(taps):
    outing, minutes = READY, 0
    for step, passed in taps:
        minutes += passed
        later = taken(outing, step, at(minutes))
        assert later == outing or later.updated_at > outing.updated_at
        assert later.id == outing.id
        assert len(later.moments) >= len(outing.moments) - 1
        outing = later
        assert outing.left_at is None or outing.due_at is not None
        if outing.due_at and outing.left_at and outing.due_at != at(30):
            assert outing.due_at > outing.left_at
        assert outing.minutes_out >= 0
        assert outing.stage in Stage
