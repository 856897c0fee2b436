"""The six goodbyes, whoever says them and whatever is known."""

import re

import pytest

from leaving_tui.content.kinds import Script
from leaving_tui.content.library import Library, fill

SCRIPTS = Library().scripts
WORDS_A_SECOND = 2.5
NAMES = {
    "baby": "Alexander",
    "carer": "Great-aunt Josephine",
    "me": "Mama Ida",
    "back": "after your long nap and your snack",
    "place": "the big shop in town",
    "activity": "paint with the brushes",
}
each_script = pytest.mark.parametrize("script", SCRIPTS, ids=[script.id for script in SCRIPTS])


@each_script
def test_T4_3_each_script_names_the_carer_and_holds_the_return_cue(script: Script) -> None:
    said = fill(script.say, NAMES)
    assert "Great-aunt Josephine" in said
    assert "after your long nap and your snack" in said


@each_script
def test_T4_3_each_script_reads_aloud_in_under_20_seconds_with_all_names_and_with_none(
    script: Script,
) -> None:
    for names in (NAMES, {}):
        assert len(fill(script.say, names).split()) / WORDS_A_SECOND < 20, names


@pytest.mark.parametrize("missing", [*NAMES, "everything"])
def test_each_script_reads_well_with_any_name_missing(missing: str) -> None:
    names = {} if missing == "everything" else NAMES | {missing: " "}
    for text in (text for script in SCRIPTS for text in (script.say, script.do, script.note)):
        shown = fill(text, names)
        assert "{" not in shown
        assert "  " not in shown
        assert not re.search(
            r" [,.!?]|[,.!?]{2}|\bI (is|has|will be be)\b|\bthey (is|has)\b|(^|[.!?] )[a-z]", shown
        )


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("{me} is going out now.", "I'm going out now."),
        ("{me} will be back {back}.", "I'll be back later today."),
        ("Time for {me} to go.", "Time for me to go."),
        ("Bye, {baby}!", "Bye, little one!"),
        ("{carer} has you. And {carer} will sing.", "They have you. And they will sing."),
        ("I'm going to {place} now.", "I'm going out now."),
        ("Wait. Your check-in is at {checkin}.", "Wait."),
        ("{carer} can reach me.", "Your carer can reach me."),
    ],
)
def test_a_missing_name_leaves_a_sentence_that_people_say(text: str, spoken: str) -> None:
    assert fill(text, {}) == spoken


def test_T4_8_the_childs_word_for_the_parent_is_any_word_at_all() -> None:
    assert fill("{me} is going out.", {"me": "Bibi & Co"}) == "Bibi & Co is going out."


def test_T4_4_the_cues_come_with_advice_and_a_running_late_prompt() -> None:
    goodbye = Library().goodbye
    assert "later today" in goodbye.cues
    assert "Pick one you can keep" in goodbye.cue_advice
    assert "later today" in goodbye.cue_if_unsure
    assert "Tell your carer" in goodbye.running_late


def test_T4_5_one_line_on_slipping_out_and_one_on_tired_or_hungry() -> None:
    goodbye = Library().goodbye
    assert "not slip out" in goodbye.slip_out.text
    assert "tired or hungry" in goodbye.timing.text


def test_T4_6_the_reunion_line_says_that_some_babies_cry_or_look_away() -> None:
    assert re.search("Some cry or look away", Library().home.reunion.text)


@pytest.mark.parametrize(
    ("months", "first"), [(0, "G1"), (5, "G1"), (6, "G2"), (12, "G3"), (23, "G4"), (24, "G5"), (50, "G5")]
)
def test_the_script_for_the_babys_age_comes_first_and_all_others_stay_near(months: int, first: str) -> None:
    offered = Library().scripts_for(months)
    assert offered[0].id == first
    assert {script.id for script in offered} == {script.id for script in SCRIPTS}


def test_one_short_script_is_marked_for_tears_at_the_door() -> None:
    tears = [script for script in SCRIPTS if script.tears]
    assert len(tears) == 1
    assert all(len(tears[0].say) <= len(script.say) for script in SCRIPTS)
    assert all(tears[0].suits(months) for months in range(60))
