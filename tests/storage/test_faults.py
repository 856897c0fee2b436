"""A kill or an error at every single call to the disk, in turn, of all that can be done to a journal."""

from pathlib import Path

import pytest

from leaving_tui.storage.journal import JournalError
from tests.storage.days import LOOK, State, found, now_at, open_journal, script
from tests.storage.each_call import Step, killed, refused, steps
from tests.storage.faults import WRITES, FaultyDisk

ACTS = script(3)


@pytest.fixture(scope="module")
def acts(quick: Path) -> list[Step]:
    return list(steps(quick / "whole", ACTS, each_once=True))


@pytest.mark.parametrize(("fault", "tried"), [("kill before", 200), ("kill within", 10)])
def test_a_kill_at_any_call_loses_nothing_and_doubles_nothing(
    quick: Path, acts: list[Step], fault: str, tried: int
) -> None:
    outcomes = [killed(step, quick / "one", fault) for step in acts]
    assert [wrong for outcome in outcomes for wrong in outcome.wrong] == []
    assert sum(outcome.tried for outcome in outcomes) > tried


@pytest.mark.parametrize(("fault", "tried"), [("ENOSPC", 100), ("EIO", 200), ("EMFILE", 40), ("short", 10)])
def test_one_error_at_any_call_loses_nothing_and_the_next_try_succeeds(
    quick: Path, acts: list[Step], fault: str, tried: int
) -> None:
    outcomes = [refused(step, quick / "one", fault) for step in acts]
    assert [wrong for outcome in outcomes for wrong in outcome.wrong] == []
    assert sum(outcome.tried for outcome in outcomes) > tried


@pytest.mark.parametrize("fault", ["ENOSPC", "EROFS", "EDQUOT", "EIO"])
def test_while_the_disk_says_no_the_day_goes_on_in_memory_and_is_all_saved_later(
    tmp_path: Path, fault: str
) -> None:
    broken = True
    disk = FaultyDisk(lambda _, name: fault if broken and name in WRITES else None)
    journal = open_journal(tmp_path, 0, disk)
    state = State()
    for number, act in enumerate(ACTS[1:10]):
        state = act.do(journal, state, now_at(number))
        assert found(journal) == state
        assert "Not saved yet" in (journal.unsaved or "")
    assert found(open_journal(tmp_path)) == State()
    assert not journal.retry()
    broken = False
    assert journal.retry()
    assert journal.unsaved is None
    assert found(open_journal(tmp_path)) == state
    assert not (tmp_path / "live.json").exists()


def test_a_finished_outing_that_cannot_be_changed_stays_as_it_was_and_says_why(tmp_path: Path) -> None:
    state = State()
    for number, act in enumerate(ACTS[:10]):
        state = act.do(open_journal(tmp_path, number), state, now_at(number))
    journal = open_journal(tmp_path, 20, FaultyDisk(lambda _, name: "EIO" if name == "write" else None))
    (known,) = state.finished
    with pytest.raises(JournalError, match="the disk reports an error"):
        journal.change(known, lambda outing: outing.edit(now_at(20), trial=True))
    with pytest.raises(JournalError):
        journal.change(known, lambda _: None)
    assert found(open_journal(tmp_path)) == state


def test_looking_writes_nothing_that_a_person_could_lose(tmp_path: Path) -> None:
    LOOK.do(open_journal(tmp_path), State(), now_at(0))
    assert {path.name for path in tmp_path.iterdir()} == {"lock", "reserve"}
