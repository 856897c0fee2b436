"""What the words never say: promises, orders, verdicts, findings."""

import re

import pytest

from tests.content.shipped_texts import Shipped, everything

BANNED = (
    "is safe", "will be fine", "will be okay", "will be ok", "nothing will happen", "don't worry",
    "do not worry", "calm down", "just relax", "you've got this", "good mother", "good parent", "at least",
    "always stops", "never fails", "cures", "treats anxiety",
)  # fmt: skip
"""T8.2's list. "It is not treatment" stays allowed."""

DO_NOT_SAY = (
    "great job", "amazing", "nothing to worry about", "streak", "don't break", "you failed", "you must",
    "it always gets easier", "safe at", "incomplete", "overdue", "alarm",
)  # fmt: skip
"""From sections 3, 7 and 8 of the evidence."""

GENDERED = re.compile(
    r"\b(mum|mom|mam|mama|mamma|mummy|mommy|mother|father|dad|dada|daddy|papa|husband|wife|he|she|his|her|him|hers)s?\b"
)
ALL = everything()


def plain(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())


def saying(*phrases: str) -> list[tuple[str, str]]:
    return [
        (shipped.where, phrase)
        for shipped in ALL
        for phrase in phrases
        if re.search(rf"\b{re.escape(phrase)}\b", plain(shipped.text))
    ]


def test_T8_2_no_shipped_text_holds_a_banned_phrase() -> None:
    assert saying(*BANNED) == []


def test_T8_2_the_screens_are_read_too() -> None:
    assert any(shipped.file.startswith("screens/") for shipped in ALL)


def test_T8_2_the_app_may_say_that_it_is_not_treatment() -> None:
    assert saying("it is not treatment")


def test_nothing_cheers_scolds_or_keeps_score() -> None:
    assert saying(*DO_NOT_SAY) == []


def test_T8_3_exclamation_marks_stand_only_in_goodbyes() -> None:
    loud = [shipped for shipped in ALL if "!" in shipped.text]
    assert all(shipped.file == "scripts" and shipped.key.endswith(".say") for shipped in loud)


def test_T8_4_T4_8_no_fixed_text_names_a_parent_by_gender() -> None:
    assert [shipped.where for shipped in ALL if GENDERED.search(plain(shipped.text))] == []


def test_T4_1_no_text_foretells_what_a_baby_will_do() -> None:
    assert saying("your baby will", "babies will", "baby always", "babies always", "all babies") == []


def test_T4_7_no_text_links_the_parents_worry_to_harm_in_the_baby() -> None:
    feelings = r"(anxi\w*|worr(y|ies|ied)|nerves?|stress\w*|fear\w*|tears|mood)"
    harm = r"(harm\w*|hurt\w*|damag\w*|upsets? your baby|feels? it|picks? up|senses?|reads? your face)"
    both = re.compile(rf"\b{feelings}\b.*\b{harm}\b|\b{harm}\b.*\b{feelings}\b")
    allowed = "feet or your senses"
    found = [
        (shipped.where, sentence)
        for shipped in ALL
        for sentence in re.split(r"(?<=[.?!])\s", plain(shipped.text))
        if both.search(sentence.replace(allowed, ""))
    ]
    assert found == []


def test_T1_7_no_breathing_text_claims_to_be_best_or_proven() -> None:
    breathing = [
        shipped for shipped in ALL if shipped.file in {"patterns", "texts/breathing", "screens/breathe"}
    ]
    claim = re.compile(r"\b(best pattern|the best|proven|proves|science|studies show|works in|one breath)\b")
    assert breathing
    assert [shipped.where for shipped in breathing if claim.search(plain(shipped.text))] == []


def test_T4_2_settling_within_minutes_is_said_only_with_its_other_half() -> None:
    said = [shipped for shipped in ALL if re.search(r"settles?\b.*\bminutes", plain(shipped.text))]
    assert said
    assert all("some take longer, so ask your carer how it went" in shipped.text for shipped in said)


def test_T4_9_a_comfort_item_is_never_named_without_the_cot() -> None:
    comfort = re.compile(r"\b(comfort toy|t-shirt|blanket|teddy|lovey)\b")
    said = [shipped for shipped in ALL if comfort.search(plain(shipped.text))]
    assert said
    assert all("not in the cot or crib" in shipped.text for shipped in said)


def test_T6_6_no_text_diagnoses_or_scores() -> None:
    verdict = re.compile(
        r"\byou have (a |an )?(anxi\w+|depress\w+|panic|disorder|ocd|symptom)"
        r"|\bdiagnos|\bscreening\b|\byour score\b"
    )
    assert [shipped.where for shipped in ALL if verdict.search(plain(shipped.text))] == []


def test_T6_10_the_claims_stay_with_stress_and_rest() -> None:
    claim = re.compile(
        r"\b(treats|cures?|heals?|therapy|clinically|prevents?|reduces? anxiety|lowers? anxiety)\b"
    )
    assert [shipped.where for shipped in ALL if claim.search(plain(shipped.text))] == []


@pytest.mark.parametrize("phrase", ["Your baby is safe here.", "You've got this", "Don’t worry."])
def test_T8_2_the_check_would_find_a_banned_phrase(phrase: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{__name__}.ALL", [Shipped("screens/x", "y", phrase)])
    assert saying(*BANNED)
