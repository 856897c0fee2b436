"""Changing a past outing, and writing one down from memory."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaving_tui.domain.amend import FIELDS, YES, amended, complete, from_memory, outside, without_moment
from leaving_tui.domain.errors import PlanError
from leaving_tui.domain.outing import Before, Felt, Happened, Moment, Outing, Plan, Reflection
from leaving_tui.domain.record import from_record, to_record

NOW = datetime(2026, 11, 23, 14, 58, tzinfo=UTC)
LEFT = datetime(2026, 11, 21, 15, 30, tzinfo=UTC)


@pytest.fixture
def outing() -> Outing:
    half = timedelta(minutes=30)
    return Outing(
        id="7d0f3c1e-8c0a-4a83-9d0a-1f5f6f0f8a01",
        updated_at=LEFT + half,
        prepared_at=LEFT - timedelta(minutes=2),
        plan=Plan("Grandma", "coffee", 30, (LEFT + timedelta(minutes=15),), "He will cry."),
        left_at=LEFT,
        due_at=LEFT + half,
        home_at=LEFT + half,
        moments=(
            Moment(LEFT + timedelta(minutes=5), "rating", {}, 7),
            Moment(LEFT + timedelta(minutes=9), "breathe"),
        ),
        reflection=Reflection(LEFT + half, Felt.HARDER, worst=8, found_out="He slept."),
    )


def changed(outing: Outing, name: str, text: str) -> Outing:
    return amended(outing, name, text, NOW, UTC)


def test_T7_11_every_field_can_be_changed_and_the_rest_stays(outing):
    typed = {
        "left": "15:20",
        "home": "16:20",
        "carer": "Sam",
        "place": "the pool",
        "felt": "easier",
        "prediction": "They will call.",
        "happened": "no",
        "found_out": "They sang.",
        "reunion": "A hug.",
        "before": "6",
        "worst": "",
        "step": "S6",
        "trial": YES,
    }
    assert typed.keys() == FIELDS.keys()
    for name, text in typed.items():
        outing = changed(outing, name, text)
    assert (outing.minutes_out, outing.trial, outing.step, outing.before) == (60, True, "S6", Before(6))
    assert (outing.plan.carer, outing.plan.place, outing.plan.prediction) == (
        "Sam",
        "the pool",
        "They will call.",
    )
    told = outing.reflection
    assert told is not None
    assert (told.felt, told.worst, told.happened) == (Felt.EASIER, None, Happened.NO)
    assert (told.found_out, told.reunion) == ("They sang.", "A hug.")
    assert from_record(to_record(outing)) == outing


def test_a_change_counts_as_later_than_what_was_there(outing):
    assert changed(outing, "carer", "Sam").updated_at == NOW


@pytest.mark.parametrize("typed", ["16:45", "21 Nov 16:45", "75m", "1h15"])
def test_the_real_end_can_be_a_time_or_a_length(outing, typed):
    assert changed(outing, "home", typed).home_at == LEFT + timedelta(minutes=75)


def test_an_outing_past_midnight_ends_on_the_next_day(outing):
    late = changed(changed(outing, "home", "23:50"), "left", "23:10")
    assert changed(late, "home", "0:40").minutes_out == 90


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("home", "15:20", "before you left"),
        ("home", "20 Nov 16:00", "before you left"),
        ("home", "today 23:00", "still to come"),
        ("home", "48h", "still to come"),
        ("home", "later", "21 Nov 15:30"),
        ("left", "16:30", "after you came home"),
        ("left", "today 14:50", "still to come"),
        ("left", "noon", "21 Nov 15:30"),
        ("worst", "11", "0 to 10"),
        ("worst", "much", "0 to 10"),
    ],
)
def test_what_does_not_fit_is_answered_by_a_sentence_and_changes_nothing(outing, name, typed, said):
    with pytest.raises(PlanError, match=said):
        changed(outing, name, typed)


def test_an_end_weeks_after_leaving_is_asked_about(outing):
    with pytest.raises(PlanError, match="two weeks"):
        changed(outing._replace(left_at=LEFT - timedelta(days=40)), "home", "21 Nov 16:00")


def test_on_another_day_the_whole_outing_moves_there(outing):
    moved = changed(outing, "left", "20 Nov 15:30")
    day = timedelta(days=1)
    assert moved.minutes_out == outing.minutes_out
    assert [moment.at + day for moment in moved.moments] == [moment.at for moment in outing.moments]
    assert moved.plan.check_ins[0] + day == outing.plan.check_ins[0]
    assert moved.due_at is not None
    assert moved.due_at + day == outing.due_at


def test_an_earlier_start_on_the_same_day_moves_nothing_else(outing):
    earlier = changed(outing, "left", "15:10")
    assert (earlier.home_at, earlier.moments, earlier.due_at) == (
        outing.home_at,
        outing.moments,
        outing.due_at,
    )
    assert earlier.prepared_at == earlier.left_at


def test_an_outing_is_written_down_from_memory_by_its_two_times(outing):
    told = from_memory(outing.id, NOW, "UTC")
    assert not complete(told)
    told = changed(told, "left", "yesterday 10:00")
    assert not complete(told)
    told = changed(told, "home", "25m")
    assert complete(told)
    assert (told.minutes_out, told.plan.minutes, told.due_at) == (25, 25, told.home_at)
    assert from_record(to_record(told)) == told


def test_from_memory_the_time_of_leaving_comes_first(outing):
    with pytest.raises(PlanError, match="left first"):
        changed(from_memory(outing.id, NOW, "UTC"), "home", "15:30")


def test_T3_7_an_outing_from_memory_is_never_taken_for_an_early_return(outing):
    told = changed(changed(from_memory(outing.id, NOW, "UTC"), "left", "yesterday 10:00"), "home", "2h")
    shorter = changed(told, "home", "15m")
    assert (shorter.plan.minutes, shorter.due_at) == (15, shorter.home_at)
    later = changed(shorter, "left", "yesterday 10:05")
    assert later.plan.minutes == 10


def test_T7_2_a_number_from_another_scale_keeps_its_scale_and_a_new_one_has_todays(outing):
    other = outing._replace(before=Before(4, "other/1"))
    assert changed(other, "before", "5").before == Before(5, "other/1")
    assert changed(outing._replace(before=Before(None, "other/1")), "before", "5").before == Before(5)


def test_T7_1_an_emptied_number_is_missing_and_never_nought(outing):
    told = changed(outing, "worst", "").reflection
    assert told is not None
    assert told.worst is None


def test_a_moment_can_be_taken_out(outing):
    assert [moment.kind for moment in without_moment(outing, 0, NOW).moments] == ["breathe"]


@given(st.sampled_from(["left", "home", "carer", "found_out"]), st.text(max_size=20))
@settings(max_examples=40, deadline=None)
def test_whatever_is_typed_the_outing_can_be_kept_or_a_sentence_says_why_not(name, typed):
    told = changed(from_memory("7d0f3c1e-8c0a-4a83-9d0a-1f5f6f0f8a01", NOW, "UTC"), "left", "yesterday 10:00")
    with suppress(PlanError):
        kept = changed(told, name, typed)
        assert from_record(to_record(kept)) == kept


def test_what_was_noted_before_leaving_or_after_coming_home_lies_outside(outing):
    assert not outside(outing)
    # Noted in the minute of coming home, which is told to the minute.
    assert not outside(changed(outing, "home", "15:39"))
    assert outside(changed(outing, "home", "15:38"))
    assert outside(changed(outing, "left", "15:36"))
    assert not outside(without_moment(changed(outing, "left", "15:36"), 0, NOW))
