"""The plan in lines: every part may stay empty, and what cannot be kept says why."""

import pytest

from leaving_tui.domain.agreement import Sender
from leaving_tui.domain.plans import PlanDraft
from tests.plain.conftest import Parent


def draft(parent: Parent) -> PlanDraft:
    return parent.companion.snapshot().draft


def test_every_part_can_be_said_and_is_told_back(parent: Parent) -> None:
    parent.types(
        *("e", "1", "Grandma", "2", "coffee", "3", "1h30", "6", "6", "7", "2"),
        *("4", "1", "", "4", "5", "5", "1", "8", "5m, 10m", "9", "2", "10", "a fever", "11", "2", "12", "3"),
    )
    assert draft(parent) == PlanDraft(
        carer="Grandma",
        place="coffee",
        minutes=15,
        before=6,
        prediction="My baby will cry for most of the time.",
        step="S4",
        trial=True,
        check_ins=("5m", "10m"),
        sender=Sender.ME,
        call_me_if="a fever",
        cue="after your nap",
        script="G1",
    )


def test_T8_6_each_part_says_why_it_is_asked(parent: Parent) -> None:
    told = [parent.types("e", str(number)).words for number in range(1, 13)]
    assert [number for number, words in enumerate(told, 1) if "So that" not in words] == [4, 5, 9, 11]
    assert "Asked once about each person" in told[3]
    assert "A practice while you stay close." in told[4]
    assert "When your carer sends it, you need not ask." in told[8]
    assert "Pick one you can keep." in told[10]


def test_what_cannot_be_kept_says_why_and_changes_nothing(parent: Parent) -> None:
    told = parent.types("e", "3", "banana", "3", "49h")
    assert "Please give a time such as 30m, 1h30 or 15:30." in told.lines
    assert draft(parent) == PlanDraft()


def test_a_bare_number_that_cannot_be_a_length_says_how_it_was_read(parent: Parent) -> None:
    parent.types("e", "3", "a", "8", "5m")
    told = parent.types("e", "3", "1")
    assert "Type a letter, or your own answer." in told.words
    assert "That was read as 1 minute. A check-in at 5m is not" in told.words
    assert "To pick from the list, type its letter." in told.words


def test_a_dash_empties_and_enter_keeps(parent: Parent) -> None:
    parent.companion.draft(PlanDraft(carer="Grandma", place="coffee"))
    parent.types("e", "1", "-", "2", "")
    assert (draft(parent).carer, draft(parent).place) == ("", "coffee")


@pytest.mark.parametrize(("typed", "kept"), [("a", None), ("the usual", None), ("b", ()), ("none", ())])
def test_check_ins_the_usual_or_none(parent: Parent, typed: str, kept: tuple[str, ...] | None) -> None:
    parent.companion.draft(PlanDraft(check_ins=("10m",)))
    parent.types("e", "8", typed)
    assert draft(parent).check_ins == kept


def test_known_carers_are_offered_by_number(parent: Parent) -> None:
    parent.companion.remember("people", people=[{"name": "Aunt Jo", "role": "carer"}])
    parent.types("e", "1", "1")
    assert draft(parent).carer == "Aunt Jo"


def test_T3_1_trust_is_asked_before_the_first_step_and_without_it_the_care_comes_first(
    parent: Parent,
) -> None:
    told = parent.types("e", "4", "2")
    assert "Then the care comes first." in told.words
    assert draft(parent).step is None


def test_T3_1_the_question_stands_at_home_until_it_is_answered_and_never_at_the_door(parent: Parent) -> None:
    question = "Do you trust the person who will be with your baby to keep them safe?"
    assert question in parent.types().lines
    parent.types("")
    assert question not in parent.types("").lines
    parent.types("back", "t", "1")
    assert question not in parent.types().lines


def test_T3_12_after_weeks_the_welcome_says_that_it_may_feel_harder_again(parent: Parent) -> None:
    parent.companion.remember("choices", trust=True)
    parent.types("e", "6", "4", "", "", "", "h", "2", "back")
    parent.clock.tick(weeks=4)
    assert "It may feel harder again at first. That is common." in parent.types().words


def test_leading_away_from_a_part_keeps_the_plan(parent: Parent) -> None:
    told = parent.types("e", "4", "x")
    assert "If anyone is in danger now" in told.words
    assert draft(parent) == PlanDraft()


def test_a_plan_is_kept_by_name_and_used_again(parent: Parent) -> None:
    parent.types("e", "1", "Grandma", "3", "45m", "13", "Tuesday coffee", "1", "Aunt Jo")
    told = parent.types("e", "13", "1")
    assert "1: Tuesday coffee: Grandma, 45 min" in told.lines
    assert draft(parent).carer == "Grandma"
    parent.types("e", "15", "1")
    assert "Tuesday coffee: Grandma" not in parent.types("e", "13").words


def test_the_baby_is_written_down_once(parent: Parent) -> None:
    told = parent.types("e", "14", "1", "Zo", "2", "14 Mar 2026", "3", "Baba", "5", "1", "")
    assert parent.companion.snapshot().notes["baby"] == {
        "name": "Zo",
        "born": "2026-03-14",
        "me": "Baba",
        "medical": True,
    }
    assert "What your child calls you: Baba" in told.lines


def test_people_are_named_with_their_numbers(parent: Parent) -> None:
    parent.types("e", "15", "1", "Aunt Jo", "2", "555 0102", "3", "3", "", "", "")
    [person] = parent.companion.snapshot().notes["people"]["people"]
    assert (person["name"], person["phone"], person["role"]) == ("Aunt Jo", "555 0102", "backup")


def test_back_leads_one_step_back_and_from_the_list_to_the_stage(parent: Parent) -> None:
    told = parent.types("e", "15", "1", "Aunt Jo", "2", "back", "back", "2", "Aunt Bo", *["back"] * 3)
    assert told.text.count("Which one?") == 8
    assert told.lines[-3].startswith("Enter: to the goodbye.")


def test_back_from_an_outing_leads_to_the_others(parent: Parent) -> None:
    parent.types("", "", "h", "1", "back")
    told = parent.types("l", "1", "e", "3", "back", "back", "back")
    assert told.text.count("A number opens one.") == 2
    assert told.lines[-3].startswith("Enter: to the goodbye.")
