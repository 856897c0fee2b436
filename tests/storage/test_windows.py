"""Several windows on one journal: each sees what the others do, and nothing of any is lost."""

import fcntl
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from leaving_tui.domain.outing import Felt, Kind, Moment, Outing, Stage
from leaving_tui.storage.disk import Disk
from leaving_tui.storage.journal import Journal, JournalError
from tests.storage.days import finished_outing, now_at, open_journal, outing_id

WAYS = ((2, 100, 0), (5, 40, 0), (2, 150, 25))
"""So many windows that write so much each, and are killed so often."""


def test_windows_that_write_at_once_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    ways = [",".join(map(str, way)) for way in WAYS]
    command = [sys.executable, "-m", "tests.storage.sharing", str(tmp_path), *ways]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    for (writers, events, kills), line in zip(WAYS, done.stdout.splitlines(), strict=True):
        found = json.loads(line)
        assert (found["missing"], found["doubled"], found["unsaved"]) == (0, 0, 0), line
        assert found["acknowledged"] == writers * events or kills, line
        assert found["acknowledged"] > writers * events / 2, line


@pytest.fixture
def windows(tmp_path: Path) -> tuple[Journal, Journal]:
    return open_journal(tmp_path), open_journal(tmp_path)


def test_a_second_window_joins_the_outing_and_both_see_every_moment(windows: tuple[Journal, Journal]) -> None:
    one, other = windows
    one.change_live(lambda _: Outing(outing_id(1), now_at(0), now_at(0)).leave(now_at(0)))
    for minute in range(1, 7):
        window = windows[minute % 2]
        window.change_live(
            lambda outing, minute=minute: outing and outing.note(Moment(now_at(minute), Kind.BREATHE))
        )
        assert one.live() == other.live()
    live = other.live()
    assert live is not None
    assert len(live.moments) == 6


class CoarseDisk(Disk):
    """Keeps the times of files as a memory card does: to two seconds."""

    def stat(self, path: Path) -> os.stat_result:
        seen = super().stat(path)
        times = {
            name: getattr(seen, name) // 2_000_000_000 * 2_000_000_000
            for name in ("st_atime_ns", "st_mtime_ns", "st_ctime_ns")
        }
        return os.stat_result(seen, times)


def test_no_moment_is_missed_where_all_of_them_have_one_time(tmp_path: Path) -> None:
    windows = [open_journal(tmp_path, 0, CoarseDisk()) for _ in range(2)]
    windows[0].change_live(lambda _: Outing(outing_id(1), now_at(0), now_at(0)).leave(now_at(0)))
    for minute in range(1, 9):
        windows[minute % 2].change_live(
            lambda outing, minute=minute: outing and outing.note(Moment(now_at(minute), Kind.BREATHE))
        )
        for window in windows:
            live = window.live()
            assert live is not None
            assert len(live.moments) == minute


def test_home_in_one_window_takes_the_other_there_and_an_answer_ends_both(
    windows: tuple[Journal, Journal],
) -> None:
    one, other = windows
    one.change_live(lambda _: Outing(outing_id(1), now_at(0), now_at(0)).leave(now_at(0)))
    assert other.live() is not None
    one.change_live(lambda outing: outing and outing.come_home(now_at(9)))
    live = other.live()
    assert live is not None
    assert live.stage is Stage.BACK
    before = one.archive_stamp()
    other.change_live(lambda outing: outing and outing.answer(Felt.SAME, now_at(10)))
    assert one.live() is None
    assert one.archive_stamp() != before
    assert one.outings() == other.outings() != ()


def test_answers_of_both_windows_leave_one_outing(windows: tuple[Journal, Journal]) -> None:
    one, other = windows
    home = Outing(outing_id(1), now_at(0), now_at(0)).leave(now_at(0)).come_home(now_at(5))
    one.change_live(lambda _: home)
    one.change_live(lambda outing: outing and outing.answer(Felt.SAME, now_at(6)))
    other.change_live(lambda outing: outing and outing.answer(Felt.HARDER, now_at(7)))
    assert [outing.id for outing in one.outings()] == [home.id]


def test_an_outing_edited_in_one_window_and_deleted_in_the_other_is_gone(
    windows: tuple[Journal, Journal],
) -> None:
    one, other = windows
    one.add([finished_outing(1, now_at(0))])
    other.change(outing_id(1), lambda _: None)
    assert one.change(outing_id(1), lambda outing: outing.edit(now_at(9), trial=True)) is None
    assert one.outings() == ()


def test_while_another_window_holds_the_lock_the_outing_goes_on_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("leaving_tui.storage.lock._TRIES", 2)
    journal = open_journal(tmp_path)
    journal.change_live(lambda _: Outing(outing_id(1), now_at(0), now_at(0)).leave(now_at(0)))
    with (tmp_path / "lock").open("rb+") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        after = journal.change_live(lambda outing: outing and outing.move_return(5, now_at(2)))
        assert journal.live() == after
        assert "another window is still saving" in (journal.unsaved or "")
        with pytest.raises(JournalError, match="Another window is still saving"):
            journal.add([finished_outing(2, now_at(0))])
    assert journal.retry()
    assert journal.unsaved is None
    assert open_journal(tmp_path).live() == after


def test_what_waits_in_memory_and_what_another_window_saved_meanwhile_come_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("leaving_tui.storage.lock._TRIES", 2)
    one, other = open_journal(tmp_path), open_journal(tmp_path)
    one.change_live(lambda _: Outing(outing_id(1), now_at(0), now_at(0)).leave(now_at(0)))
    with (tmp_path / "lock").open("rb+") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        one.change_live(lambda outing: outing and outing.note(Moment(now_at(2), Kind.BREATHE)))
    other.change_live(lambda outing: outing and outing.note(Moment(now_at(3), Kind.GROUND)))
    assert one.retry()
    live = other.live()
    assert live is not None
    assert sorted(moment.kind for moment in live.moments) == [Kind.BREATHE, Kind.GROUND]


def test_a_lock_left_by_a_killed_process_is_free_at_once(tmp_path: Path) -> None:
    held = "import fcntl,os,signal; f=open('lock','w'); fcntl.flock(f,2); os.kill(os.getpid(),signal.SIGKILL)"
    subprocess.run([sys.executable, "-c", held], cwd=tmp_path, check=False)
    assert (tmp_path / "lock").exists()
    journal = open_journal(tmp_path)
    journal.add([finished_outing(1, now_at(0))])
    assert journal.unsaved is None


def test_a_lock_file_replaced_by_another_is_not_trusted(tmp_path: Path) -> None:
    journal = open_journal(tmp_path)
    journal.add([finished_outing(1, now_at(0))])
    (tmp_path / "lock").unlink()
    journal.add([finished_outing(2, now_at(0))])
    assert len(open_journal(tmp_path).outings()) == 2


def test_reading_the_past_in_another_thread_never_disturbs_the_outing(tmp_path: Path) -> None:
    journal = open_journal(tmp_path)
    journal.add(finished_outing(number, now_at(number)) for number in range(100, 150))
    stop = Event()

    def read() -> list[int]:
        seen = []
        while not stop.is_set():
            seen.append(len(journal.outings()))
            journal.live()
        return seen

    with ThreadPoolExecutor(2) as threads:
        readers = [threads.submit(read) for _ in range(2)]
        for number in range(20):
            begun = Outing(outing_id(number), now_at(number), now_at(number)).leave(now_at(number))
            journal.change_live(lambda _, begun=begun: begun)
            journal.change_live(lambda outing: outing and outing.come_home(now_at(200)))
            journal.change_live(lambda outing: outing and outing.answer(Felt.SAME, now_at(200)))
            journal.change(begun.id, lambda outing: outing.reflect(now_at(201), found_out="He slept."))
        stop.set()
        for reader in readers:
            seen = reader.result(timeout=20)
            assert seen == sorted(seen)
    assert len(journal.outings()) == 70
    assert journal.unsaved is None
    assert journal.notices == []
