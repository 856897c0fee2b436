"""A breath in lines: each at its time, stopped by any line."""

from datetime import timedelta
from itertools import pairwise

import pytest

from leaving_tui.domain.settings import Settings
from tests.plain.conftest import Parent

SECONDS = timedelta(seconds=1)


def test_T1_6_each_part_is_told_at_its_time_and_eighteen_breaths_take_three_minutes(away: Parent) -> None:
    told = away.types("b", 200, "q")
    ins, outs = told.when("Breathe in"), told.when("Breathe out")
    start = ins[0]
    assert [(at - start) / SECONDS for at in ins] == [10 * number for number in range(18)]
    assert [(at - start) / SECONDS for at in outs] == [10 * number + 4 for number in range(18)]
    assert "18 breaths." in told.lines
    assert (told.when("That's it. How are you now?")[0] - start) / SECONDS == 180


def test_it_starts_at_once_on_the_in_breath_with_the_return_time(away: Parent) -> None:
    asked_at = away.clock()
    told = away.types("b", "")
    assert told.when("Breathe in") == [asked_at]
    assert "Home by 15:28" in told.lines


def test_T1_4_enter_stops_it_and_stopping_early_counts(away: Parent) -> None:
    told = away.types("b", 34, "", "4")
    assert away.outing.moments[0].detail == {"pattern": "P1", "breaths": 4}
    assert away.outing.moments[1].rating == 4
    assert "4 breaths." in told.lines


@pytest.mark.parametrize("typed", ["stop", "EXIT", "hello", "5", "s", "h", "t", "back"])
def test_any_line_only_stops_it_and_answers_nothing(away: Parent, typed: str) -> None:
    told = away.types("b", 5, typed, "4")
    assert [moment.rating for moment in away.outing.moments] == [None, 4]
    assert away.outing.home_at is None
    assert "Please type a number" not in told.words


@pytest.mark.parametrize("typed", ["stop", "EXIT"])
def test_a_word_that_stops_a_breath_at_home_ends_no_more_than_that(parent: Parent, typed: str) -> None:
    assert "It helps to have tried it before you need it." in parent.types("b", typed, "", "").lines


def test_help_and_the_way_out_are_heard_in_a_breath_too(away: Parent) -> None:
    assert "findahelpline.com" in away.types("b", 5, "x").text
    assert away.types("b", 5, "q").lines[-1].startswith("Your outing goes on")


def test_it_is_noted_even_if_the_input_ends_within_it(away: Parent) -> None:
    away.types("b", 12)
    assert away.outing.moments[0].detail["breaths"] == 2


def test_T1_5_the_first_time_it_comes_with_its_caution_and_then_no_more(away: Parent) -> None:
    first, second = away.types("b", "").text, away.types("b", "").text
    for caution in (
        "gently",
        "Stop if you feel dizzy",
        "Do not use while you drive",
        "Heart or lung problem?",
    ):
        assert caution in " ".join(first.split())
        assert caution not in " ".join(second.split())


def test_a_machine_that_slept_does_not_rush_through_the_breaths(away: Parent) -> None:
    told = away.types("b", 4, lambda: away.clock.tick(hours=1), 21, "")
    ins = told.when("Breathe in")
    assert all(later - sooner >= 10 * SECONDS for sooner, later in pairwise(ins))
    assert len(ins) <= 4


def test_a_clock_that_was_set_back_does_not_hold_a_breath_for_an_hour(away: Parent) -> None:
    told = away.types("b", 4, lambda: away.clock.tick(hours=-1), 20, "")
    assert len(told.when("Breathe in")) >= 2


def test_T1_2_a_held_breath_asks_first_and_offers_to_leave_the_holds_out(away: Parent) -> None:
    told = away.types("p", "4", "", "2", 20, "", "")
    assert "2: Leave the holds out" in told.lines
    assert "Hold softly" not in told.lines
    assert "Breathe out" in told.lines


def test_T1_2_whom_holds_are_not_for_stands_with_the_question_and_enter_says_what_it_chose(
    away: Parent,
) -> None:
    told = away.types("p", "4", "", "", 20, "", "").words
    heart = "Heart or lung problem? Pregnant?"
    assert told.index(heart) < told.index("2: Leave the holds out") < told.index("The holds are left out.")
    assert told.count(heart) == 1
    assert "With the holds." in away.types("b", "1", "", "").lines


def test_T1_2_with_holds_where_they_are_wanted(away: Parent) -> None:
    told = away.types("p", "box breath. in, hold, out, rest. four counts each", "", "1", 20, "")
    assert [line for line in told.lines if line in ("Breathe in", "Hold softly", "Breathe out", "Rest")][
        :4
    ] == [*("Breathe in", "Hold softly", "Breathe out", "Rest")]


def test_T1_8_the_length_is_told_with_the_letter_that_changes_it(away: Parent) -> None:
    away.settings = Settings(keys={"pattern": "v"})
    told = away.types("b", 3, "v", "", "5", 3, "", "")
    assert "Long breath out, 3 minutes. Enter stops it. v: another breath, or another length." in told.words
    assert "Long breath out, 5 minutes." in told.words
    assert "Sigh breath, 3 breaths." in away.types("p", "3", "", "", "").words


@pytest.mark.parametrize("minutes", [1, 3, 5])
def test_T1_8_one_three_or_five_minutes(away: Parent, minutes: int) -> None:
    told = away.types("p", "", str(minutes), 60 * minutes, "")
    assert f"{6 * minutes} breaths." in told.lines


def test_T1_9_where_it_went_up_something_else_is_offered(away: Parent) -> None:
    told = away.types("r", "3", "b", "", "6")
    assert "Want to try your feet or your senses?" in told.words
    assert "g: ground." in told.lines


def test_T1_9_no_number_has_to_be_given_after_a_breath(away: Parent) -> None:
    away.types("b", "", "")
    assert [moment.kind for moment in away.outing.moments] == ["breathe"]


def test_practising_at_the_door_never_opens_it_by_a_late_enter(parent: Parent) -> None:
    parent.types("", "b", 180, "")
    assert parent.outing.left_at is None
