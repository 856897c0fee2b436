"""The people around the baby, and the baby's age."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaving_tui.domain.errors import PlanError
from leaving_tui.domain.people import Baby, People, Person, Role, age_in_months
from leaving_tui.domain.text import clean, clean_line

GRANDMA = Person("Grandma", "555 0101", Role.CARER, "has a key")
SAM = Person("Sam", "555 0102", Role.BACKUP)
BOTH = People().add(GRANDMA).add(SAM)

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
lines = st.text(max_size=40).map(clean_line)
people = st.builds(
    lambda persons: People.from_dict({"people": [person.to_dict() for person in persons]}),
    st.lists(
        st.builds(Person, lines, lines, st.sampled_from(Role), st.text(max_size=60).map(clean)), max_size=5
    ),
)


def test_the_person_added_last_comes_first():
    assert [person.name for person in BOTH.all] == ["Sam", "Grandma"]


def test_a_name_is_found_in_any_case_and_spacing():
    assert BOTH.named("  grandma ") == GRANDMA
    assert BOTH.named("Nobody") is None


def test_using_a_carer_again_brings_them_first_with_number_and_role():
    assert BOTH.used("grandma").all == (GRANDMA, SAM)


def test_using_a_new_name_adds_a_carer_and_no_name_adds_nobody():
    assert BOTH.used("Noor").all[0] == Person("Noor", role=Role.CARER)
    assert BOTH.used("   ") == BOTH


def test_adding_a_known_name_keeps_the_number_that_is_there():
    again = BOTH.add(Person("grandma", note="rings twice"))
    assert again.all[0] == Person("grandma", "555 0101", Role.CARER, "rings twice")
    assert len(again.all) == 2


def test_the_backup_person_is_found_by_role():
    assert BOTH.in_role(Role.BACKUP) == (SAM,)


def test_editing_keeps_the_place_in_the_list_and_cleans_what_was_typed():
    edited = BOTH.edit("GRANDMA", name="Nana\x1b[2J", phone=" 555\t0199 ")
    assert [person.name for person in edited.all] == ["Sam", "Nana[2J"]
    assert edited.all[1].phone == "555 0199"


def test_editing_someone_unknown_changes_nothing():
    assert BOTH.edit("Nobody", phone="1") is BOTH


def test_a_name_cannot_be_given_twice_or_be_empty():
    with pytest.raises(PlanError, match="Sam is in the list already"):
        BOTH.edit("Grandma", name="Sam")
    with pytest.raises(PlanError, match="give this person a name"):
        BOTH.edit("Grandma", name=" ")
    assert BOTH.edit("Grandma", name="GRANDMA").named("grandma") == Person(
        "GRANDMA", "555 0101", Role.CARER, "has a key"
    )


def test_a_removed_person_is_gone():
    assert BOTH.remove("sam").all == (GRANDMA,)


def test_a_bad_entry_is_left_out_and_the_others_stay():
    record = {
        "people": [
            {"name": "Grandma", "phone": 5, "role": "pilot", "colour": "blue"},
            {"phone": "no name"},
            "Sam",
            {"name": "GRANDMA", "phone": "twice"},
        ]
    }
    assert People.from_dict(record).all == (Person("Grandma"),)


@given(anything)
@settings(max_examples=60)
def test_whatever_the_file_holds_people_and_baby_can_be_read(record):
    for given_record in (record, {"people": record}, {"people": [record]}, {"name": record, "born": record}):
        assert isinstance(People.from_dict(given_record), People)
        assert isinstance(Baby.from_dict(given_record), Baby)


@given(people)
@settings(max_examples=60)
def test_people_survive_being_written_and_read(everyone):
    assert People.from_dict(json.loads(json.dumps(everyone.to_dict()))) == everyone


@given(st.builds(Baby, lines, st.none() | st.dates(), lines, st.booleans()))
@settings(max_examples=60)
def test_the_baby_survives_being_written_and_read(baby):
    assert Baby.from_dict(json.loads(json.dumps(baby.to_dict()))) == baby


@pytest.mark.parametrize(
    ("born", "today", "months"),
    [
        (date(2026, 8, 23), date(2026, 11, 22), 2),
        (date(2026, 8, 23), date(2026, 11, 23), 3),
        (date(2025, 11, 23), date(2026, 11, 23), 12),
        (date(2026, 1, 31), date(2026, 2, 28), 1),
        (date(2026, 1, 31), date(2026, 4, 29), 2),
        (date(2024, 2, 29), date(2025, 2, 28), 12),
        (date(2027, 1, 1), date(2026, 11, 23), 0),
    ],
)
def test_age_is_in_whole_months(born, today, months):
    assert age_in_months(born, today) == months


def test_without_a_birth_date_the_age_is_unknown_and_not_zero():
    assert Baby("Noor").months(date(2026, 11, 23)) is None
    assert Baby("Noor", date(2026, 9, 1)).months(date(2026, 11, 23)) == 2


@given(st.dates(), st.dates())
@settings(max_examples=60)
def test_age_never_falls_as_days_pass(born, today):
    if today < date.max:
        later = date.fromordinal(today.toordinal() + 1)
        assert 0 <= age_in_months(born, today) <= age_in_months(born, later)
