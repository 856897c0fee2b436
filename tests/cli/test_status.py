"""`leaving status` and `leaving log`: how things stand, for a glance or for a script."""

import json
from datetime import timedelta

import pytest

from leaving_tui.cli import log as log_command
from leaving_tui.cli import main
from leaving_tui.cli import status as status_command
from leaving_tui.companion import Companion
from leaving_tui.domain.agreement import Sender
from leaving_tui.domain.outing import Felt, Kind
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.domain.record import stamp
from leaving_tui.telling.agreed import agreed
from tests.conftest import HandClock


@pytest.fixture(autouse=True)
def _at_this_moment(monkeypatch, clock: HandClock):
    for command in (status_command, log_command):
        monkeypatch.setattr(command, "system_clock", clock)


@pytest.fixture
def leaving(folder, capsys):
    """Run a command on the journal: its exit code and what it prints."""

    def run(*words: str) -> tuple[int, str]:
        code = main(["--data", str(folder), *words])
        return code, capsys.readouterr().out.strip()

    return run


@pytest.fixture
def away(companion: Companion) -> Companion:
    companion.prepare(PlanDraft(carer="Grandma", place="coffee", span="90m"))
    companion.leave()
    return companion


def test_at_home_it_says_so_and_answers_no(leaving):
    assert leaving("status") == (1, "At home. No outing is under way.")
    assert leaving("status", "--json") == (1, '{"out": false, "stage": "home"}')


def test_while_out_one_line_says_what_matters(leaving, away, clock):
    clock.tick(minutes=20)
    assert leaving("status") == (0, "Out. 1 h 10 min to go, home by 16:28. Next check-in at 15:45.")
    clock.tick(minutes=27, seconds=20)
    assert leaving("status")[1].endswith("The check-in you agreed is due now.")
    clock.tick(minutes=3)
    assert leaving("status")[1].endswith("Grandma was to text at 15:45. No news is not bad news.")


def test_T3_8_it_does_not_say_that_the_carer_texts_where_the_parent_does(leaving, companion):
    companion.prepare(PlanDraft(carer="Grandma", span="90m", sender=Sender.ME))
    companion.leave()
    assert leaving("status") == (0, "Out. 1 h 30 min to go, home by 16:28. Next check-in at 15:45.")


def test_it_writes_clock_times_as_the_settings_say(leaving, away, clock, folder):
    (folder / "config.toml").write_text('[look]\nclock = "12"\n')
    clock.tick(minutes=20)
    assert leaving("status") == (0, "Out. 1 h 10 min to go, home by 4:28 pm. Next check-in at 3:45 pm.")


def test_past_the_plan_it_stays_calm(leaving, away, clock):
    clock.tick(minutes=102)
    past = "Out. 12 min past the plan, home was planned by 16:28."
    assert leaving("status") == (0, f"{past} Grandma was to text at 15:45. You can call now.")
    clock.tick(minutes=-55)
    away.note(Kind.CHECK_IN, {"planned": True})
    clock.tick(minutes=55)
    assert leaving("status") == (0, past)


def test_at_the_time_that_was_planned_it_counts_no_minutes(leaving, away, clock):
    clock.tick(minutes=90, seconds=11)
    said = leaving("status")[1]
    assert said.startswith("Out. It is the time you planned, 16:28. Fine to be on your way.")
    assert "0 min" not in said


def test_a_script_gets_the_facts(leaving, away, clock):
    clock.tick(minutes=20, seconds=30)
    code, said = leaving("status", "--json")
    assert code == 0
    assert json.loads(said) == {
        "out": True,
        "stage": "away",
        "left_at": "2026-11-23T14:58:00.000Z",
        "home_by": "2026-11-23T16:28:00.000Z",
        "seconds_left": 4170,
        "next_check_in": "2026-11-23T15:45:00.000Z",
        "unmarked_check_in": None,
        "with": "Grandma",
        "to": "coffee",
    }


@pytest.mark.parametrize("steps", [["prepare"], ["prepare", "leave", "come_home"]], ids=["goodbye", "back"])
def test_at_the_door_and_back_home_nobody_is_out(leaving, companion, steps):
    for step in steps:
        getattr(companion, step)()
    code, said = leaving("status", "--json")
    assert code == 1
    assert json.loads(said)["stage"] == ("goodbye" if len(steps) == 1 else "back")


def test_nothing_is_written_by_asking(leaving, away, folder):
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    leaving("status")
    leaving("status", "--json")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def finish(companion: Companion, clock: HandClock, felt: Felt, found_out: str = "") -> None:
    clock.tick(minutes=25)
    companion.come_home()
    companion.answer(felt)
    companion.reflect(found_out=found_out)
    companion.done()


def test_the_log_is_a_table_newest_first(leaving, away, clock):
    finish(away, clock, Felt.EASIER)
    clock.tick(days=1)
    away.prepare(PlanDraft(carer="Sam", place="library"))
    away.leave()
    finish(away, clock, Felt.HARDER)
    code, said = leaving("log")
    assert code == 0
    newest, oldest = said.splitlines()[-2:]
    assert ["Sam" in newest, "harder" in newest] == ["Grandma" in oldest, "easier" in oldest] == [True, True]
    assert leaving("log", "-n", "1")[1].splitlines()[-1].split() == newest.split()


def test_the_log_as_json_is_the_records_themselves(leaving, away, clock, folder):
    away.note(Kind.RATING, rating=7)
    finish(away, clock, Felt.SAME, "He was asleep.")
    code, said = leaving("log", "--json")
    [record] = json.loads(said)
    assert code == 0
    assert record in json.loads((folder / "outings.json").read_text("utf-8"))["outings"].values()
    assert (record["reflection"]["found_out"], record["moments"][0]["rating"]) == ("He was asleep.", 7)


def test_an_empty_journal_has_a_kind_word_and_an_empty_list(leaving):
    code, said = leaving("log")
    assert code == 0
    assert "Any length counts" in said
    assert leaving("log", "--json") == (0, "[]")


def test_text_that_looks_like_markup_is_printed_as_it_was_typed(leaving, companion, clock):
    companion.prepare(PlanDraft(carer="[/]", place="[red]x"))
    companion.leave()
    finish(companion, clock, Felt.SAME, "a\\")
    said = leaving("log")[1]
    assert "[/]" in said
    assert "[red]x" in said


def test_T3_8_a_check_in_that_is_past_and_unmarked_is_told_as_on_the_screens(
    leaving, companion, clock, library, folder
):
    folder.mkdir(exist_ok=True)
    (folder / "config.toml").write_text('[look]\nclock = "12"\n')
    companion.prepare(PlanDraft(span="6h"))
    companion.leave()
    first, second = companion.outing().plan.check_ins
    clock.now = first + timedelta(seconds=59)
    assert leaving("status")[1].endswith("The check-in you agreed is due now.")
    clock.now = first + timedelta(minutes=1)
    said = leaving("status")[1]
    assert said.endswith("Your carer was to text at 5:00 pm. No news is not bad news.")
    assert said.endswith(agreed(companion.outing(), clock.now, library))
    facts = json.loads(leaving("status", "--json")[1])
    assert (facts["unmarked_check_in"], facts["next_check_in"]) == (stamp(first), stamp(second))
    companion.note(Kind.CHECK_IN, {"planned": True})
    assert leaving("status")[1].endswith("Next check-in at 7:00 pm.")
    assert json.loads(leaving("status", "--json")[1])["unmarked_check_in"] is None


def test_a_check_in_that_came_is_not_told_as_the_next(leaving, companion, clock):
    companion.prepare(PlanDraft(span="6h"))
    companion.leave()
    first, second = companion.outing().plan.check_ins
    clock.now = first - timedelta(minutes=5)
    companion.note(Kind.CHECK_IN, {"planned": True})
    assert leaving("status")[1].endswith(f"Next check-in at {second:%H:%M}.")
    clock.now = second - timedelta(minutes=15)
    companion.note(Kind.CHECK_IN, {"planned": True})
    assert "check-in" not in leaving("status")[1]
    assert json.loads(leaving("status", "--json")[1])["next_check_in"] is None
