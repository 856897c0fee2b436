"""What helps while out: grounding, kind words, checking in, people to call, notes, and the clock itself."""

import os
import select
from pathlib import Path

import pytest

from leaving_tui.companion import Companion
from leaving_tui.content.library import Library
from leaving_tui.domain.agreement import Sender
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.domain.settings import Settings
from leaving_tui.storage.journal import Journal
from leaving_tui.storage.notes import Notes
from tests.conftest import HandClock
from tests.plain.conftest import Parent
from tests.storage.faults import WRITES, FaultyDisk

MINUTE = 60


def test_T2_1_T2_3_an_exercise_says_its_use_and_length_and_goes_step_by_step(away: Parent) -> None:
    told = away.types("g", *[""] * 5)
    assert "You may feel calmer. You may just feel more here. Both are fine." in told.lines
    assert "Five senses (5, 4, 3, 2, 1). 2 min, for thoughts racing ahead." in told.lines
    assert "5 of 5. Name one thing you can taste. A sip of water works." in told.lines
    assert away.outing.moments[0].detail == {"exercise": "E1", "steps": 5}


def test_stopping_an_exercise_early_counts(away: Parent) -> None:
    away.types("g", "", "back")
    assert away.outing.moments[0].detail == {"exercise": "E1", "steps": 2}


def test_words_typed_at_a_step_are_welcome_and_go_on_and_nothing_is_kept(away: Parent) -> None:
    told = away.types("g", "a chair", "Stop", "g", "home", "my sleeve and a cup", "5", "b", "", "")
    assert "2 of 5. Name four things you can feel. Your sleeve counts." in told.lines
    assert told.text.count("Enter: next. a: a step back. o: another one. back: stop.") == 6
    assert "Please type one of these" not in told.words
    assert [moment.detail for moment in away.outing.moments[:2]] == [
        {"exercise": "E1", "steps": 2},
        {"exercise": "E1", "steps": 4},
    ]
    assert "Breathe in" in told.lines


def test_a_number_is_an_answer_to_a_step_also_where_it_is_a_key(away: Parent) -> None:
    away.types("h", "g", "3", "1", "back")
    assert away.companion.outing() is not None
    assert away.outing.reflection is None


def test_another_exercise_is_remembered(away: Parent) -> None:
    told = away.types("g", "o", "3", "back", "g")
    assert told.text.count("Feet on the floor. 1 min") == 2


def test_T2_6_a_new_fact_leads_to_the_reasons_to_call(away: Parent) -> None:
    told = away.types("c", "r", "1")
    assert told.text.count("Call now if any of these is true:") == 2
    assert [moment.detail["outcome"] for moment in away.outing.moments] == ["new_fact"]


def test_T2_6_a_worry_is_ridden_out(away: Parent) -> None:
    away.types("c", "r", "2", "", "", "", "")
    assert away.outing.moments[0].detail == {"exercise": "E8", "steps": 4}


def test_ground_still_begins_with_its_own_exercise_after_an_urge_was_ridden(away: Parent) -> None:
    """Also where the urge came in the middle of an exercise."""
    told = away.types("g", "o", "10", "1", "r", "2", "back", "c", "r", "2", "back", "g", "back", "q")
    assert told.text.count("Ride the urge. ") == 2
    assert away.companion.snapshot().notes["choices"]["exercise"] == "X2"
    assert [moment.detail.get("exercise") for moment in away.outing.moments] == ["E1", None, "E8", "E8"]


def test_a_worry_is_put_off_until_home(away: Parent) -> None:
    told = away.types("g", "o", "10", "2", "the nap", "back", "h", "1")
    assert "later" in [moment.kind for moment in away.last.moments]
    assert told.lines.count("the nap") == 1


def test_T6_7_after_three_hard_outings_help_is_offered_once_a_week(parent: Parent) -> None:
    hard = ("", "", 300, "h", "3", "back")
    offer = "The last few times out were hard. It could help to talk to someone."
    assert offer not in parent.types(*hard, *hard).words
    assert offer in parent.types(*hard).words
    assert offer not in parent.types(*hard).words


def test_T2_7_an_exercise_at_home_is_practice_and_logs_nothing(parent: Parent) -> None:
    parent.types("g", "", "back")
    assert parent.companion.outing() is None


def test_T3_9_the_reasons_to_call_and_the_numbers_come_first(away: Parent) -> None:
    backup = {"name": "Aunt Jo", "phone": "555 0102", "role": "backup"}
    away.companion.remember("people", people=[backup])
    told = away.types("c").text
    assert told.index("Call now if") < told.index("Aunt Jo: 555 0102") < told.index("wait a while")


@pytest.fixture
def agreed(parent: Parent) -> Parent:
    """Out of the door, with a check-in agreed."""
    parent.companion.prepare(PlanDraft(span="90m"))
    parent.companion.leave()
    return parent


@pytest.mark.parametrize(("key", "planned"), [("1", True), ("2", False)])
def test_a_check_in_is_logged_with_what_they_said(agreed: Parent, key: str, planned: bool) -> None:
    agreed.types("c", key, "all calm")
    assert agreed.outing.moments[0].detail == {"planned": planned, "said": "all calm"}


def test_a_check_in_is_logged_even_if_the_input_ends_there(agreed: Parent) -> None:
    agreed.types("c", "1")
    assert agreed.outing.moments[0].detail == {"planned": True}


def test_an_urge_is_waited_out(away: Parent) -> None:
    told = away.types("c", "w", "5", 5 * MINUTE + 1, "1")
    assert "The wait is over." in told.lines
    assert away.outing.moments[0].detail == {"minutes": 5, "outcome": "waited"}


def test_a_wait_ends_at_any_time_without_blame(away: Parent) -> None:
    told = away.types("c", "w", "15", 30, "", "2")
    assert away.outing.moments[0].detail == {"minutes": 0, "outcome": "checked"}
    assert "Saved." in told.lines


@pytest.mark.parametrize("typed", ["six", "0", "999"])
def test_minutes_that_are_no_number_are_asked_again(away: Parent, typed: str) -> None:
    told = away.types("c", "w", typed, "6 min", 6 * MINUTE + 1, "1")
    assert "Please type the minutes as a number from 1 to 120" in told.words
    assert away.outing.moments[0].detail == {"minutes": 6, "outcome": "waited"}


def test_a_word_that_is_no_command_ends_a_wait_and_no_more(away: Parent) -> None:
    away.types("c", "w", "15", 30, "stop", "2")
    assert away.outing.moments[0].detail["outcome"] == "checked"


def test_a_wait_can_be_left_and_come_back_to(away: Parent) -> None:
    told = away.types("c", "w", "5", 90, "k", "back", "c", "3")
    assert "You are waiting, with 4 minutes to go. It can end at any time." in told.lines
    assert [moment.kind for moment in away.outing.moments] == ["kind", "urge"]


def test_a_wait_is_told_while_one_does_something_else_and_its_end_is_told_once(away: Parent) -> None:
    told = away.types("c", "w", "5", 90, "k", "back", 5 * MINUTE, "")
    assert "Your wait: 4 minutes to go. c ends it." in told.lines
    assert told.lines.count("The wait is over.") == 1
    assert told.lines.index("The wait is over.") < told.lines.index("Your wait is over. c asks how it was.")
    assert "Your wait" not in away.types("c", "1", "").words.split("Saved.")[1]


def test_what_was_found_out_comes_before_any_line_of_ours(away: Parent) -> None:
    away.types("h", "1", "", "", "He was asleep when I got back.", "back", "", "")
    told = away.types("k").lines
    assert "You found out: “He was asleep when I got back.” You, 23 Nov." in told


def test_another_kind_line_and_a_friend(away: Parent) -> None:
    away.companion.remember("people", people=[{"name": "Sam", "phone": "555 0103", "role": "friend"}])
    told = away.types("k", "", "f", "back")
    assert "Sam: 555 0103" in told.lines
    assert [moment.kind for moment in away.outing.moments] == ["kind"]


def test_T6_1_T6_2_help_is_one_letter_at_any_stage_and_danger_is_first(parent: Parent) -> None:
    for stage in ((), ("",), ("",), ("h",)):
        told = parent.types(*stage, "x").text
        assert told.index("If anyone is in danger now") < told.index("findahelpline.com")


def test_T6_2_the_number_of_the_region_is_told(away: Parent) -> None:
    away.companion.remember("choices", region="GB")
    assert "If anyone is in danger now, call your local emergency number: 999." in away.types("x").lines


def test_T8_5_scary_thoughts_have_a_heads_up_and_a_way_out(away: Parent) -> None:
    told = away.types("x", "", "back")
    assert "A heads-up: the next part is about scary thoughts." in told.lines
    assert "Scary thoughts that you do not want" not in told.words
    assert "Scary thoughts that you do not want" in away.types("x", "", "").words


def test_care_notes_are_written_one_thing_at_a_time(parent: Parent) -> None:
    told = parent.types("n", "1", "4", "7 Elm Street", "5", "555 0101", "", "")
    assert parent.companion.snapshot().notes["sheet"] == {"address": "7 Elm Street", "my_phone": "555 0101"}
    assert "Home address and cross street: 7 Elm Street" in told.lines
    parent.types("n", "1", "4", "-")
    assert parent.companion.snapshot().notes["sheet"]["address"] == ""


def test_the_clock_brings_the_check_in_the_half_and_the_last_five_minutes_once(parent: Parent) -> None:
    parent.companion.draft(PlanDraft(carer="Grandma", check_ins=("15:10",)))
    told = parent.types("", "", 40 * MINUTE, "")
    assert "Grandma texts at 15:10." in told.lines
    for once in (
        "The check-in you agreed is due now.",
        "Half-way. Home by 15:28.",
        "Five minutes to your planned return.",
        "This is the time you planned. Fine to be on your way.",
    ):
        assert told.lines.count(once) == 1


def test_the_clock_brings_nothing_once_home(away: Parent) -> None:
    assert "Five minutes to your planned return." not in away.types("h", 40 * MINUTE, "1").words


def test_what_the_own_record_says_is_told_while_out(parent: Parent) -> None:
    for _ in range(4):
        parent.types("", "", 300, "h", "1", "back")
    assert "4 of your last 4 went easier than you feared." in parent.types("", "").lines


def test_nothing_is_said_to_be_saved_while_the_disk_says_no(folder: Path, clock: HandClock) -> None:
    full = False
    disk = FaultyDisk(lambda _number, name: "ENOSPC" if full and name in WRITES else None)
    companion = Companion(Journal(folder, clock, disk), Notes(folder), clock)
    parent = Parent(companion, Library(), clock)

    def fill() -> None:
        nonlocal full
        full = True

    told = parent.types("", "", fill, "r", "7", "h", "1", "").text
    assert "Saved." not in told
    assert "Not saved yet: the disk is full." in told
    assert "easier than you feared" in told


def test_what_is_lost_is_not_said_to_be_saved_at_the_end(folder: Path, clock: HandClock) -> None:
    disk = FaultyDisk(lambda _number, name: "ENOSPC" if name in WRITES else None)
    companion = Companion(Journal(folder, clock), Notes(folder), clock)
    Parent(companion, Library(), clock).types("", "")
    parent = Parent(Companion(Journal(folder, clock, disk), Notes(folder), clock), Library(), clock)
    told = parent.types("r", "7", "q")
    assert told.lines[-1] == "app again."
    assert "What came last could not be saved." in told.words
    assert parent.code == 3


def test_once_there_is_room_again_it_is_saved_and_said(folder: Path, clock: HandClock) -> None:
    full = True
    disk = FaultyDisk(lambda _number, name: "ENOSPC" if full and name in WRITES else None)
    Parent(Companion(Journal(folder, clock), Notes(folder), clock), Library(), clock).types("", "")
    parent = Parent(Companion(Journal(folder, clock, disk), Notes(folder), clock), Library(), clock)

    def make_room() -> None:
        nonlocal full
        full = False

    told = parent.types("r", "7", "", make_room, 20, "q")
    assert told.words.index("Not saved yet") < told.words.index("Saved.")
    assert parent.code == 0


@pytest.mark.parametrize(
    ("draft", "minutes", "told"),
    [
        (PlanDraft(), 0, "No check-in agreed. They call if something is up."),
        (PlanDraft(check_ins=("15:10",)), 0, "Your carer texts at 15:10."),
        (PlanDraft(carer="Oma", check_ins=("15:10",)), 0, "Oma texts at 15:10."),
        (PlanDraft(check_ins=("15:10",), sender=Sender.ME), 0, "You text at 15:10."),
        (PlanDraft(carer="Oma", check_ins=("15:10",), sender=Sender.ME), 0, "You text at 15:10."),
        (
            PlanDraft(check_ins=("15:10",)),
            25,
            "Your carer was to text at 15:10. You can call now. c if it came.",
        ),
    ],
)
def test_T3_8_what_was_agreed_is_told(parent: Parent, draft: PlanDraft, minutes: int, told: str) -> None:
    parent.companion.draft(draft)
    parent.types("", "")
    parent.clock.tick(minutes=minutes)
    assert told in parent.types("o").lines


def test_T3_8_a_check_in_that_is_past_is_told_where_it_is_noted_and_then_it_is_done(parent: Parent) -> None:
    parent.companion.draft(PlanDraft(carer="Oma", check_ins=("15:10",)))
    parent.types("", "")
    parent.clock.tick(minutes=15)
    told = parent.types("c", "1", "", "o").lines
    assert "Oma was to text at 15:10. No news is not bad news. c if it came." in told
    assert "Oma was to text at 15:10. No news is not bad news." in told
    assert told.index("Saved.") < told.index("The agreed check-in is done.")


def test_a_check_in_that_came_is_not_waited_for(parent: Parent) -> None:
    parent.companion.draft(PlanDraft(check_ins=("15:10",)))
    parent.types("", "", 12 * MINUTE, "c", "1", "")
    parent.clock.tick(minutes=15)
    assert "was to text" not in parent.types("o").words


def test_messages_ready_to_send_have_a_heading_and_check_in_goes_on(away: Parent) -> None:
    told = away.types("c", "m", "2", "").lines
    ready = told.index("Messages ready to send. Pick the one that is true now:")
    assert ready < told.index("On my way now.") < told.index("Saved.")
    assert away.outing.moments[0].detail == {"planned": False}


def test_where_no_check_in_was_agreed_none_came_as_agreed(away: Parent) -> None:
    told = away.types("c", "1", "all calm", "o").lines
    assert "1: they checked in" in told
    assert "14:58 checked in: “all calm”" in told


def test_a_wait_of_an_earlier_outing_is_over_with_it(away: Parent) -> None:
    away.types("c", "w", "5", 60, "h", "2", "back")
    assert "How was it?" not in away.types("", 3600, "", "c").lines


def test_an_answer_that_is_none_is_asked_again(away: Parent) -> None:
    told = away.types("c", "zebra", "1", "")
    assert "Please type one of these, or Enter to skip." in told.lines
    assert away.outing.moments[0].kind == "check_in"


def test_how_anxious_before_the_door(parent: Parent) -> None:
    parent.types("", "r", "s", "r", "t")
    assert parent.outing.before.rating == 10


def test_the_exercise_of_last_time_comes_first(away: Parent) -> None:
    away.types("g", "o", "3", "back")
    assert "Feet on the floor. 1 min, for shaky, floaty, or frozen." in away.types("g").lines


def test_own_words_that_cannot_be_used_are_told_once(folder: Path, parent: Parent) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "lines.toml").write_text("[mine]\ntext = 1\n")
    parent.library = Library(folder)
    told = parent.types("k", "", "back", "k", "back", "q")
    assert told.words.count("words/lines.toml, line 2: mine.text must be a text in quotes.") == 1


def test_the_kind_line_before_comes_back(away: Parent) -> None:
    away.types("k", "back")
    away.types("k", "", "a", "back")
    first, again = (moment.detail["line"] for moment in away.outing.moments)
    assert first == again


@pytest.mark.parametrize(("bell", "terminal", "rings"), [(1, 1, 1), (1, 0, 0), (0, 1, 0)])
def test_the_bell_rings_once_for_a_notice_where_it_was_asked_for_and_there_is_one(
    away: Parent, bell: int, terminal: int, rings: int
) -> None:
    away.settings, away.in_a_terminal = Settings(bell=bool(bell)), bool(terminal)
    assert away.types(16 * MINUTE).text.count("\a") == rings


def test_a_bell_at_each_turn_of_the_breath_where_it_was_asked_for(away: Parent) -> None:
    away.settings, away.in_a_terminal = Settings(breath_bell=True), True
    assert away.types("b", 11, "").text.count("\a") == 3


@pytest.mark.parametrize("termux", [True, False])
def test_a_phone_is_told_where_it_was_asked_for(
    away: Parent, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, termux: bool
) -> None:
    told = tmp_path / "told"
    os.mkfifo(told)
    reader = os.open(told, os.O_RDWR | os.O_NONBLOCK)
    program = tmp_path / "termux-notification"
    program.write_text(f'#!/bin/sh\necho "$4" > {told}\n')
    program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    away.settings = Settings(termux=termux)
    away.types(16 * MINUTE)
    if termux:
        assert select.select([reader], [], [], 20)[0]
        assert os.read(reader, 100) == b"Half-way. Home by 15:28.\n"
    else:
        assert not select.select([reader], [], [], 0)[0]
    os.close(reader)


def test_who_runs_late_has_a_message_ready_to_send(away: Parent) -> None:
    assert "You are not late so far." in away.types("m").words
    told = away.types("+", "m")
    assert "m: a message to say you are late." in told.lines
    assert "Ready to send: Running 5 minutes late. Back by 15:33." in told.words
    assert "You are not late so far." in away.types("-", "m").words
