"""What the care notes ask for and always say."""

import re

import pytest

from leaving_tui.content.library import Library
from tests.content.shipped_texts import everything

CARE = Library().care
FIELDS = {field.id: field for field in CARE.fields}


NEEDED = [
    "address", "weight", "allergies", "consent", "crying", "backup", "back_at", "check_in", "my_phone",
    "medicines", "doctor", "hospital", "feeding", "soothing", "naps", "bedtime", "rules", "safety_things",
    "neighbour", "where", "baby_name", "birth_date", "conditions", "insurance", "call_me_if", "collect",
    "last_fed", "last_slept",
]  # fmt: skip


def test_T5_1_there_is_a_field_for_all_that_is_needed() -> None:
    assert [needed for needed in NEEDED if not FIELDS[needed].label] == []


def test_T5_2_emergencies_are_the_first_heading() -> None:
    assert CARE.groups[0] == "Emergencies"
    assert {field.group for field in CARE.fields} == set(CARE.groups)


def test_T5_3_safe_sleep_and_never_shake_stand_by_default_at_every_age() -> None:
    for months in (0, 2, 9, 30, None):
        said = " ".join(line.text for line in CARE.shown_safety(months))
        assert "on the back" in said
        assert "Never shake a baby" in said


def test_T5_4_the_words_give_no_doses_no_first_aid_and_no_storage_rules() -> None:
    advice = re.compile(
        r"\b\d+ ?(ml|mg|mcg|drops?|spoons?)\b"
        r"|\b(cpr|compressions?|back blows|ipecac|fridge|refrigerat\w+|freez\w+)\b"
    )
    said = [
        shipped for shipped in everything() if shipped.file == "care" and advice.search(shipped.text.lower())
    ]
    assert said == []


@pytest.mark.parametrize(("months", "printed"), [(0, True), (2, True), (3, False), (12, False), (None, True)])
def test_T5_5_the_fever_line_is_for_babies_under_3_months(months: int | None, *, printed: bool) -> None:
    assert any("fever" in line.id for line in CARE.shown_safety(months)) is printed


def test_T5_6_emergency_and_poison_numbers_come_from_the_region_and_stay_editable() -> None:
    assert FIELDS["emergency_number"].filled_by == FIELDS["poison_number"].filled_by == "region"
    assert "Change it" in FIELDS["poison_number"].hint


def test_T5_7_an_empty_allergy_field_never_reads_as_none() -> None:
    assert FIELDS["allergies"].empty == "Allergies: not filled in - please ask"


def test_T5_8_the_words_warn_before_a_childs_details_go_to_a_file() -> None:
    assert "details to a file" in CARE.privacy


def test_T8_6_every_field_says_why_it_is_asked() -> None:
    assert [field.id for field in CARE.fields if not field.why.endswith(".")] == []


def test_what_is_filled_at_the_door_is_the_last_feed_and_the_last_sleep() -> None:
    assert {field.id for field in CARE.fields if field.filled_by == "door"} == {"last_fed", "last_slept"}
