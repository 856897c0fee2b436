"""Past outings in lines: told, found, opened, changed, deleted and brought back."""

from datetime import UTC

import pytest

from leaving_tui.domain.outing import Felt
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.sample import story
from tests.plain.conftest import Parent


@pytest.fixture
def told_before(parent: Parent) -> Parent:
    """Six weeks of outings."""
    parent.companion.add(story(parent.clock(), UTC))
    return parent


def test_the_belt_is_told_in_words(told_before: Parent) -> None:
    told = told_before.types()
    assert "14 outings" in told.lines
    assert not {"#", "▮"} & set(told.text)


def test_T7_12_with_no_outing_yet_it_invites(parent: Parent) -> None:
    told = parent.types("l").text
    assert "Each outing makes one mark here." in told


def test_the_newest_come_first_five_at_a_time(told_before: Parent) -> None:
    told = told_before.types("l", "m", "m")
    assert [line.split(":")[0] for line in told.lines if line[:1].isdigit() and " Nov" in line][:2] == [
        "1",
        "2",
    ]
    assert any(line.startswith("14: ") for line in told.lines)


def test_words_find_some(told_before: Parent) -> None:
    wanted = told_before.last.plan.place
    told = told_before.types("l", wanted, "zebra")
    assert wanted in told.text
    assert "No outing with these words." in told.lines


def test_T3_4_T7_3_the_numbers_and_predictions_are_told_without_drawings(told_before: Parent) -> None:
    told = told_before.types("l", "t")
    assert "What you predicted, and what happened" in told.lines
    assert "Before leaving:" in told.words
    assert "#" not in told.words


def test_where_the_only_outing_went_wrong_it_is_not_one_more(parent: Parent) -> None:
    parent.companion.draft(PlanDraft(prediction="They will cry."))
    told = parent.types("", "", "h", "w", "back", "l", "t").lines
    assert "1 outing is left out: something really went wrong." in told
    assert "1 prediction is counted apart: something really went wrong." in told


def test_one_is_opened_and_told_in_order(told_before: Parent) -> None:
    told = told_before.types("l", "1").text
    assert told.index("out of the door") < told.index("home, after")


def test_T7_11_one_is_deleted_and_brought_back(told_before: Parent) -> None:
    newest = told_before.last.id
    told = told_before.types("l", "1", "d", "1", "z")
    assert "This outing was deleted." in told.words
    assert told_before.last.id == newest
    told_before.types("l", "1", "d", "1", "")
    assert newest not in [outing.id for outing in told_before.companion.finished()]


def test_nothing_is_deleted_without_a_yes(told_before: Parent) -> None:
    told_before.types("l", "1", "d", "")
    assert len(told_before.companion.finished()) == 14


def test_T7_11_any_field_can_be_changed(told_before: Parent) -> None:
    told = told_before.types(
        *("l", "1", "e", "3", "Aunt Jo", "5", "3", "11", "7", "8", "It was loud.", "1", "noon")
    )
    last = told_before.last
    assert last.reflection is not None
    assert (last.plan.carer, last.reflection.felt, last.reflection.worst) == ("Aunt Jo", Felt.HARDER, 7)
    assert last.reflection.found_out == "It was loud."
    assert "Please give a" in told.words


def test_a_part_that_is_skipped_stays(told_before: Parent) -> None:
    before = told_before.last
    told_before.types("l", "1", "e", "3", "", "8", "", "9", "", "")
    assert told_before.last == before


def test_an_outing_from_before_is_kept_from_when_it_has_its_two_times(parent: Parent) -> None:
    told = parent.types("l", "a", "3", "Grandma", "1", "22 Nov 10:00", "2", "10:40", "", "q")
    assert "Not saved yet" not in told.words
    assert (parent.last.plan.carer, parent.last.minutes_out) == ("Grandma", 40)


def test_an_outing_without_its_times_is_not_said_to_be_kept(parent: Parent) -> None:
    assert "Not saved yet." in parent.types("l", "a", "3", "Grandma", "", "q").words
    assert parent.companion.finished() == ()


def test_what_was_noted_while_out_can_be_changed_taken_out_and_brought_back(away: Parent) -> None:
    away.types("r", "7", "k", "back", "h", "1", "back")
    away.types("l", "1", "e", "14", "3", "15", "1")
    assert [moment.rating for moment in away.last.moments] == [3]
    told = away.types("l", "1", "e", "14", "a", "z", "", "q")
    assert "z: bring it back." in told.lines
    assert [moment.rating for moment in away.last.moments] == [3]
    away.types("l", "1", "e", "14", "a")
    assert away.last.moments == ()


def test_of_a_moment_that_is_taken_out_no_other_one_is_told(away: Parent) -> None:
    away.types("r", "7", "r", "3", "h", "1", "back")
    told = away.types("l", "1", "e", "14", "a", "", "q")
    after = told.lines[told.lines.index("It is taken out.") :]
    assert after[1:3] == ["z: bring it back.", "Which one?"]


def test_a_number_can_be_emptied(away: Parent) -> None:
    away.types("h", "1", "", "7", "back")
    away.types("l", "1", "e", "11", "-")
    assert away.last.reflection is not None
    assert away.last.reflection.worst is None


@pytest.mark.parametrize("typed", ["easier", "November", "trial run", "23 Nov"])
def test_what_the_app_calls_it_finds_it_too(told_before: Parent, typed: str) -> None:
    told_before.types("", "", "h", "1", "back")
    assert "No outing with these words." not in told_before.types("l", typed).words


def test_a_year_is_told_month_by_month_in_words(told_before: Parent) -> None:
    told = told_before.types("l", "y")
    months = [line for line in told.lines if " 2026: " in line]
    assert len(months) >= 2
    assert sum(int(line.split(": ")[1].split()[0]) for line in months) == 14


def test_an_opened_outing_says_its_length_and_step(told_before: Parent) -> None:
    outing = told_before.last
    told = told_before.types("l", "1")
    assert outing.minutes_out == 72
    assert f"1 hour 12 minutes, {outing.plan.carer}, {outing.plan.place}, " in told.words


def test_what_was_deleted_last_can_be_brought_back_later_too(told_before: Parent) -> None:
    newest = told_before.last
    told = told_before.types("l", "1", "d", "1", "", "back", "l", "z", "z")
    assert told_before.last.id == newest.id
    assert len(told_before.companion.finished()) == 14
    assert "z: bring back what was deleted last." in told.words
    assert "bring back" not in told_before.types("l").words
