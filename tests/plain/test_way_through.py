"""From the door to being home again, in plain lines."""

from pathlib import Path

import pytest
from tinydb import TinyDB

from leaving_tui.domain.outing import Felt, Stage
from leaving_tui.domain.plans import PlanDraft
from tests.plain.conftest import Parent

MINUTE = 60


def test_two_enters_lead_from_the_start_to_the_countdown(parent: Parent) -> None:
    told = parent.types("", "")
    assert "Next outing: 30 minutes, home by 15:28." in told.lines
    assert "Home by 15:28. 30 minutes to go." in told.lines
    assert parent.outing.stage is Stage.AWAY


def test_a_whole_outing_is_in_the_journal_for_a_stock_tinydb(parent: Parent, folder: Path) -> None:
    told = parent.types(
        *("e", "1", "Grandma", "2", "coffee", "3", "45m", "6", "6", "7", "2", ""),
        *("", 20, "", 5 * MINUTE),
        *("r", "7", "b", 25, "", "5", "g", "", "", "back", "c", "2", "all calm", "+", 20 * MINUTE),
        *("h", "1", "", "3", "8", "He slept.", "He smiled.", "", "q"),
    )
    assert "Saved. Easier than you feared." in told.words
    [record] = TinyDB(folder / "outings.json").table("outings").all()
    assert record["plan"]["carer"] == "Grandma"
    assert record["plan"]["prediction"] == "My baby will cry for most of the time."
    assert (record["left_at"], record["due_at"]) == (
        "2026-11-23T14:58:20.000Z",
        "2026-11-23T15:48:00.000Z",
    )
    assert record["before"]["rating"] == 6
    assert [moment["kind"] for moment in record["moments"]] == [
        *("rating", "breathe", "rating", "ground", "check_in", "time")
    ]
    assert record["reflection"] == record["reflection"] | {
        "felt": "easier",
        "happened": "no",
        "worst": 8,
        "found_out": "He slept.",
        "reunion": "He smiled.",
    }
    assert parent.code == 0


def test_the_names_are_in_the_goodbye(parent: Parent) -> None:
    parent.companion.remember("baby", name="Zoë")
    told = parent.types("e", "1", "Grandma", "11", "after your nap", "", "", "o")
    assert "Grandma has you. I'll be back after your nap." in told.words
    assert "Hello Zoë. Grandma has you now." in told.words


def test_other_words_and_words_for_tears(parent: Parent) -> None:
    parent.types("", "o", "tears")
    assert parent.outing.plan.script == "G6"


def test_where_the_words_for_tears_stand_already_it_says_so(parent: Parent) -> None:
    parent.companion.draft(PlanDraft(script="G6"))
    told = parent.types("", "t").lines
    assert "These are the words for tears." in told
    assert parent.outing.plan.script == "G6"


def test_not_yet_leads_back_home_and_leaves_no_trace(parent: Parent) -> None:
    told = parent.types("", "back")
    assert parent.companion.outing() is None
    assert told.text.count("Next outing") == 2


def test_the_key_esc_is_not_taken_for_enter(parent: Parent) -> None:
    parent.types("", "\x1b")
    assert parent.companion.outing() is None


def test_words_do_what_letters_do(parent: Parent) -> None:
    parent.types("Go", "left", "home", "easier", "done")
    assert parent.last.reflection is not None
    assert parent.last.reflection.felt is Felt.EASIER


def test_five_minutes_more_and_less(away: Parent) -> None:
    told = away.types("+", "+", "-")
    assert told.lines[-2] == "Home by 15:33. 35 minutes to go."


def test_s_goes_through_minutes_seconds_and_nothing_and_is_remembered(away: Parent) -> None:
    told = away.types("s", "s")
    assert "Home by 15:28. 30:00 to go." in told.lines
    assert "Home by 15:28." in away.types("").lines


def test_past_the_plan_it_counts_calmly_on(away: Parent) -> None:
    away.clock.tick(minutes=42)
    told = away.types("")
    assert "Home was planned by 15:28, 12 minutes ago. Still fine to be on your way." in told.lines


def test_end_of_input_leaves_the_outing_going_on(away: Parent) -> None:
    told = away.types()
    assert told.lines[-1] == "Your outing goes on, and it is saved. Open the app again to come back to it."
    assert away.code == 0
    assert away.outing.stage is Stage.AWAY


@pytest.mark.parametrize("typed", [(), ("q",), ("exit",)])
def test_leaving_from_home_ends_with_a_kind_word(parent: Parent, typed: tuple[str, ...]) -> None:
    assert parent.types(*typed).lines[-1] == "Take care. The app is here whenever you like."


def test_quitting_at_the_door_says_that_nothing_has_begun(parent: Parent) -> None:
    assert parent.types("", "q").lines[-1] == (
        "Your plan is kept. Nothing has begun yet. The goodbye waits in the app."
    )


def test_quitting_before_the_answer_says_that_being_home_is_saved(away: Parent) -> None:
    assert "You are home, and it is saved." in away.types("h", "q").lines[-1]
    assert away.outing.stage is Stage.BACK


def test_an_unknown_letter_is_no_harm(away: Parent) -> None:
    assert "That is not a letter or a word here. Type keys to hear all of them." in away.types("y").lines


def test_an_outing_is_gone_on_with_by_starting_again(away: Parent) -> None:
    away.clock.tick(minutes=10)
    told = away.types("h", "2")
    assert "Home by 15:28. 20 minutes to go." in told.lines
    assert "Saved. About the same as you feared." in told.lines


def test_coming_home_in_another_window_is_noticed(away: Parent) -> None:
    told = away.types(away.companion.come_home, 60, "3")
    assert "Home at 14:58, after 0 minutes." in told.lines
    assert "Saved. Harder than you feared." in told.lines


def test_this_outing_so_far(away: Parent) -> None:
    told = away.types(60, "r", "t", "o")
    assert "14:58 out of the door" in told.lines
    assert "14:59 anxious 10" in told.lines


def test_own_words_for_the_goodbye_come_before_all_others(parent: Parent) -> None:
    parent.types("", "e", "Bye {baby}. I'll be back {back}.")
    assert "Say: Bye little one. I'll be back soon." in parent.types().lines
    parent.types("e", "-")
    assert "I love you." in parent.types().words
