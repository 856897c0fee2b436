"""The grounding exercises and thinking tools."""

import re

import pytest

from leaving_tui.content.kinds import Exercise
from leaving_tui.content.library import Library, fill

LIBRARY = Library()
EXERCISES = LIBRARY.exercises
each_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=[exercise.id for exercise in EXERCISES])


def said(exercise: Exercise) -> str:
    return " ".join([*exercise.steps, exercise.care or ""]).lower()


def test_there_are_eight_exercises_then_three_thinking_tools() -> None:
    assert [exercise.id for exercise in EXERCISES if not exercise.extra] == [f"E{n}" for n in range(1, 9)]
    assert [exercise.id for exercise in EXERCISES if exercise.extra] == ["X1", "X2", "X3"]


@each_exercise
def test_T2_1_each_shows_its_use_its_length_and_three_to_five_steps(exercise: Exercise) -> None:
    assert exercise.purpose
    assert exercise.minutes.endswith("min")
    assert 3 <= len(exercise.steps) <= 5


def test_T2_2_any_step_can_be_skipped_and_eyes_may_stay_open() -> None:
    intro = " ".join(LIBRARY.grounding.intro)
    assert "Skip any step" in intro
    assert "eyes open" in intro


def test_T2_2_the_cool_object_is_optional() -> None:
    cool = next(exercise for exercise in EXERCISES if exercise.id == "E4")
    assert "Nothing near?" in cool.steps[0]


def test_T2_3_the_intro_says_that_the_aim_is_the_plan_and_calm_is_not_required() -> None:
    intro = " ".join(LIBRARY.grounding.intro)
    assert "stay with your plan" in intro
    assert "You may feel calmer. You may just feel more here. Both are fine." in intro


@each_exercise
def test_T2_4_no_exercise_has_the_face_in_cold_water_or_the_breath_held(exercise: Exercise) -> None:
    assert not re.search(r"\b(face|ice|icy|hold (your|the) breath|hold it in)\b", said(exercise))


def test_T2_5_the_muscle_exercise_says_half_strength_and_to_skip_sore_or_healing_parts() -> None:
    muscles = said(next(exercise for exercise in EXERCISES if exercise.id == "E7"))
    for phrase in ("half strength", "skip any part", "sore", "healing"):
        assert phrase in muscles


def test_T2_6_the_urge_and_the_later_list_begin_with_new_fact_or_worry() -> None:
    assert {exercise.id for exercise in EXERCISES if exercise.asks_first} == {"E8", "X2"}
    grounding = LIBRARY.grounding
    assert "a new fact, or a worry" in grounding.question
    assert grounding.fact
    assert grounding.worry


def test_T2_8_using_no_tool_is_worded_as_an_equal_choice() -> None:
    assert "just as good a choice" in LIBRARY.grounding.no_tool


def test_riding_the_urge_names_the_check_in_only_when_there_is_one() -> None:
    last = next(exercise for exercise in EXERCISES if exercise.id == "E8").steps[-1]
    assert fill(last, {"checkin": "14:45"}).endswith("Your check-in is at 14:45.")
    assert fill(last, {}).endswith("You can wait, and ask yourself again later.")
