"""Whether the person who stays is trusted (T3.1)."""

import pytest

from leaving_tui.domain.trust import trust_answer, trusted


def answered(*answers: tuple[str, bool]) -> dict[str, object]:
    choices: dict[str, object] = {}
    for carer, yes in answers:
        choices |= trust_answer(choices, carer, yes=yes)
    return choices


def test_T3_1_the_question_is_open_until_it_is_answered() -> None:
    assert trusted({}, "") is trusted({}, "Nana") is None
    assert trusted(answered(("Nana", True)), "nana ") is True
    assert trusted(answered(("Nana", False)), "Nana") is False


def test_T3_1_a_new_person_opens_it_again_and_a_known_one_does_not() -> None:
    choices = answered(("Nana", True))
    assert trusted(choices, "Ed") is None
    choices |= trust_answer(choices, "Ed", yes=True)
    assert trusted(choices, "Nana") is trusted(choices, "Ed") is True


def test_a_no_about_one_person_is_not_one_about_another() -> None:
    choices = answered(("Nana", True), ("Ed", False))
    assert (trusted(choices, "Nana"), trusted(choices, "Ed")) == (True, False)


def test_an_answer_before_anyone_was_named_holds_for_whoever_comes() -> None:
    assert trusted(answered(("", True)), "Nana") is True
    assert trusted(answered(("", False)), "Nana") is False


def test_a_mind_can_be_changed() -> None:
    assert trusted(answered(("Nana", True), ("Nana", False)), "Nana") is False
    assert trusted(answered(("Nana", False), ("Nana", True)), "Nana") is True


@pytest.mark.parametrize("kept", [{"trust": "yes"}, {"trust": 1}, {"trust": None}, {"trust_for": [1]}])
def test_what_makes_no_sense_is_no_answer(kept: dict[str, object]) -> None:
    assert trusted(kept, "Nana") is None
