"""`?` at a question: what can be typed there is told, and the place is kept."""

import pytest

from tests.plain.conftest import Parent

BACK = "back: leave this question"


def test_at_a_question_it_says_what_can_be_typed_there_and_keeps_the_place(parent: Parent) -> None:
    told = parent.types("t", "?", "1")
    assert {"1: Yes", "Enter: go on without it", BACK} <= set(told.lines)
    assert "x: more than nerves. q: quit, and an outing goes on." in told.words
    assert "e: change the plan" not in told.lines
    assert parent.companion.snapshot().notes["choices"]["trust"] is True


def test_in_the_list_of_a_plan_and_in_one_of_its_parts(parent: Parent) -> None:
    told = parent.types("e", "?", "3", "?", "b", "1", "keys", "")
    assert told.lines.count(BACK) == 2
    assert "Type a letter, or your own answer." in told.words
    assert (parent.companion.snapshot().draft.minutes, parent.companion.snapshot().draft.carer) == (
        15,
        "keys",
    )


def test_in_the_notes_and_in_one_of_their_parts(parent: Parent) -> None:
    parent.types("n", "?", "1", "keys", "4", "?", "7 Elm Street", "", "")
    assert parent.companion.snapshot().notes["sheet"] == {"address": "7 Elm Street"}


def test_among_past_outings_in_one_of_them_and_while_changing_it(away: Parent) -> None:
    away.types("h", "1", "back")
    told = away.types("l", "?", "1", "keys", "e", "?", "3", "Oma", "")
    assert "d: delete" in told.lines
    assert [told.lines.count(said) for said in (BACK, "back: done")] == [1, 2]
    assert away.last.plan.carer == "Oma"


def test_at_a_number_from_0_to_10(away: Parent) -> None:
    told = away.types("r", "?", "4")
    assert told.words.count("From 0, ") == 2
    assert away.outing.moments[0].rating == 4


@pytest.mark.parametrize("asked", ["?", "keys"])
def test_in_a_wait_which_goes_on(away: Parent, asked: str) -> None:
    told = away.types("c", "w", "5", 90, asked, 4 * 60, "1")
    assert "A wait of 4 minutes. Enter ends it." in told.words
    assert away.outing.moments[0].detail == {"minutes": 5, "outcome": "waited"}


def test_it_stops_a_breath_and_tells_what_can_be_typed_then(away: Parent) -> None:
    told = away.types("b", 5, "?", "4")
    assert BACK in told.lines
    assert away.outing.moments[1].rating == 4


def test_in_words_of_ones_own_only_the_sign_asks(parent: Parent) -> None:
    parent.types("e", "6", "", "7", "help")
    assert parent.companion.snapshot().draft.prediction == "help"
