"""What is written down once: the baby, an age's card, the people, the notes and the page made of them."""

import pytest

from tests.plain.conftest import Parent

PEOPLE = [{"name": "Aunt Jo", "phone": "555 0102", "role": "backup"}, {"name": "Grandma", "role": "carer"}]


def names(parent: Parent) -> list[str]:
    return [person["name"] for person in parent.companion.snapshot().notes["people"].get("people", [])]


def test_a_person_is_renamed(parent: Parent) -> None:
    parent.companion.remember("people", people=PEOPLE)
    told = parent.types("e", "15", "1", "1", "Oma", "2", "555 0101")
    assert sorted(names(parent)) == ["Aunt Jo", "Oma"]
    assert "Number: 555 0101" in told.lines


def test_a_name_that_is_taken_says_so(parent: Parent) -> None:
    parent.companion.remember("people", people=PEOPLE)
    assert "Aunt Jo is in the list already." in parent.types("e", "15", "1", "1", "Aunt Jo").words


def test_a_person_is_removed_after_one_question(parent: Parent) -> None:
    parent.companion.remember("people", people=PEOPLE)
    parent.types("e", "15", "2", "r", "")
    assert len(names(parent)) == 2
    told = parent.types("e", "15", "2", "r", "1")
    assert names(parent) == ["Grandma"]
    assert "Aunt Jo is removed." in told.lines


def test_people_stand_under_what_they_are_to_the_outing(parent: Parent) -> None:
    parent.companion.remember("people", people=PEOPLE)
    told = parent.types("e", "15").text
    assert told.index("Carers:") < told.index("1: Grandma") < told.index("Backup:") < told.index("2: Aunt Jo")


def test_T4_1_the_card_of_the_babys_age_comes_first_and_any_other_can_be_heard(parent: Parent) -> None:
    parent.companion.remember("baby", born="2026-04-14")
    told = parent.types("e", "18", "o", "y", "y", "y", "")
    assert "6 to 9 months, your baby's age now" in told.lines
    assert told.lines.count("10 to 14 months") == 1
    assert told.text.count("0 to 5 months") == 2


def test_an_age_that_is_not_known_is_no_harm(parent: Parent) -> None:
    told = parent.types("e", "18")
    assert "You can look at any age without it." in told.words
    assert "0 to 5 months" in told.lines


def test_T4_9_a_comfort_toy_is_spoken_of_with_the_cot(parent: Parent) -> None:
    parent.companion.remember("baby", born="2026-04-14")
    assert "not in the cot or crib" in parent.types("e", "18").words
    assert "not in the cot or crib" in parent.types("").words
    parent.types("")
    assert "not in the cot or crib" not in parent.types("h", "1", "back", "").words


def test_the_age_is_told_with_the_birth_date(parent: Parent) -> None:
    told = parent.types("e", "14", "2", "14 Mar 2026", "a", "")
    assert "Birth date: 14 Mar 2026 (8 months)" in told.lines
    assert "6 to 9 months, your baby's age now" in told.lines


def test_the_birth_date_of_the_notes_is_the_babys(parent: Parent) -> None:
    rows = parent.types("n", "3").lines
    row = next(line.split(":")[0] for line in rows if "irth" in line)
    parent.types("n", "3", row, "14 Mar 2026")
    assert parent.companion.snapshot().notes["baby"]["born"] == "2026-03-14"
    assert "That day is still to come." in parent.types("n", "3", row, "14 Mar 2027").words


def test_T5_6_a_region_fills_in_its_numbers(parent: Parent) -> None:
    told = parent.types("n", "1", "1", "3")
    assert "Your region: United Kingdom" in told.lines
    assert "2: Emergency number: 999 (from your region)" in parent.types("n", "1").lines


def test_T5_3_a_safety_line_goes_only_by_being_taken_off(parent: Parent) -> None:
    told = parent.types("n", "9", "1", "2", "", "s").text
    assert "on a firm flat surface" in told
    page = told[told.index("Care notes for the baby") :]
    assert "on a firm flat surface" not in page
    assert "Never shake a baby." in page


def test_the_page_is_told_emergencies_first(parent: Parent) -> None:
    parent.types("n", "1", "4", "7 Elm Street", "", "")
    told = parent.types("n", "s").text
    page = told[told.index("Filled in 23 Nov 2026") :]
    assert page.index("Emergencies:") < page.index("7 Elm Street") < page.index("Every time:")


@pytest.mark.parametrize(
    ("letter", "typed", "kept"),
    [("f", "1", "14:58"), ("f", "3", "13:58"), ("f", "13:40", "13:40"), ("s", "1", "until 14:58")],
)
def test_at_the_door_last_fed_and_last_slept_are_two_letters(
    parent: Parent, letter: str, typed: str, kept: str
) -> None:
    parent.types("", letter, typed)
    assert kept in parent.types("n", "s").words
    parent.clock.tick(hours=13)
    assert kept not in parent.types("n", "s").words


@pytest.mark.parametrize(("typed", "none"), [("25:99", "25:99"), ("a bottle at 13:75", "13:75")])
def test_what_looks_like_a_clock_time_and_is_none_is_asked_about(
    parent: Parent, typed: str, none: str
) -> None:
    told = parent.types("", "f", typed, "f", "a bottle at 2")
    assert f"{none} is no clock time. Please give a time such as 13:40." in told.lines
    assert "Last fed: a bottle at 2" in told.lines
    assert typed not in parent.types("n", "s").words


def test_at_the_door_the_baby_is_asked_for_once_and_can_be_named_there(parent: Parent) -> None:
    asks = "Other goodbyes use your baby's name and age."
    told = parent.types("", "a", "1", "Zo", "", "")
    assert asks in told.words
    assert asks not in parent.types("h", "1", "back", "").words
    assert "Hello Zo." in parent.types("o", "o", "o").words or "Zo" in parent.types().words


def test_what_a_carer_cannot_do_without_is_said_to_be_missing_and_no_line_is_drawn(parent: Parent) -> None:
    told = parent.types("n", "s")
    assert "Still empty: emergency number, home address" in told.words
    assert "Home address: nothing yet" in told.lines
    assert "__" not in told.text
