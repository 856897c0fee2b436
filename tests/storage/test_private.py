"""Nobody else can read the journal, whatever the umask, and nothing is written through a planted link."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from leaving_tui.storage.folder import Folder, is_own
from leaving_tui.storage.journal import Journal
from leaving_tui.storage.notes import Notes
from leaving_tui.storage.transfer import export
from tests.storage.days import State, finished_outing, now_at, open_journal, outing_id, script
from tests.storage.faults import FaultyDisk


def modes(folder: Path) -> dict[str, int]:
    return {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*") if path.is_file()}


def use(folder: Path) -> Journal:
    """Make every kind of file there is."""
    state = State()
    for number, act in enumerate(script(2)[:-4]):
        state = act.do(open_journal(folder, number), state, now_at(number))
    (folder / "outings.json").write_bytes(b"damaged")
    journal = open_journal(folder)
    journal.outings()
    Notes(folder).save("baby", {"name": "Mo"})
    Notes(folder).save("baby", {"name": "Jo"})
    export(journal.outings(), folder / "copy.csv")
    return journal


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_the_folder_is_0700_and_every_file_0600_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        use(tmp_path / "data")
    finally:
        os.umask(before)
    folder = tmp_path / "data"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "set-aside").stat().st_mode) == 0o700
    found = modes(folder)
    assert set(found.values()) == {0o600}
    assert found.keys() >= {
        "outings.json",
        "outings.json.bak",
        "last.json",
        "lock",
        "reserve",
        "notes.json",
        "copy.csv",
    }


def test_a_folder_and_files_that_others_could_read_are_closed_again(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    use(folder)
    folder.chmod(0o755)
    for path in folder.iterdir():
        if path.is_file():
            path.chmod(0o644)
    open_journal(folder).outings()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {name for name, mode in modes(folder).items() if mode != 0o600} <= {"copy.csv"}


def test_a_shared_folder_or_a_home_is_not_closed_to_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home" / "me"))
    (tmp_path / "home" / "me").mkdir(parents=True)
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o1777)
    for folder, own in (
        (shared, False),
        (tmp_path / "home" / "me", False),
        (tmp_path / "home", False),
        (tmp_path / "x", True),
    ):
        folder.mkdir(exist_ok=True)
        assert is_own(folder, folder.stat()) is own
        before = stat.S_IMODE(folder.stat().st_mode)
        open_journal(folder)
        assert stat.S_IMODE(folder.stat().st_mode) == (0o700 if own else before)


def test_a_link_planted_at_the_lock_is_removed_and_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    journal = open_journal(folder)
    victim = tmp_path / "victim"
    victim.write_text("precious")
    (folder / "lock").symlink_to(victim)
    journal.add([finished_outing(1, now_at(0))])
    assert not (folder / "lock").is_symlink()
    assert (victim.read_text(), stat.S_IMODE(victim.stat().st_mode)) == ("precious", 0o644)


def test_a_link_planted_at_the_temporary_name_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "data"
    journal = open_journal(folder)
    journal.add([finished_outing(1, now_at(0))])
    victim = tmp_path / "victim"
    victim.write_text("precious")
    monkeypatch.setattr(os, "urandom", bytes)
    for name in ("outings.json", "outings.json.bak", "live.json", "last.json"):
        (folder / f".{name}.000000000000.tmp").symlink_to(victim)
    journal.change_live(lambda _: finished_outing(2, now_at(0)).take_back(now_at(1)))
    assert journal.unsaved is not None
    assert victim.read_text() == "precious"
    journal = open_journal(folder)
    journal.outings()
    journal.change_live(lambda _: finished_outing(2, now_at(0)))
    assert journal.unsaved is None
    assert len(journal.outings()) == 2


def test_a_link_planted_at_the_set_aside_folder_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    open_journal(folder).add([finished_outing(1, now_at(0))])
    (tmp_path / "elsewhere").mkdir()
    (folder / "set-aside").symlink_to(tmp_path / "elsewhere")
    (folder / "outings.json").write_bytes(b"{")
    journal = open_journal(folder)
    assert len(journal.outings()) == 1
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert (folder / "outings.json").read_bytes() == b"{"


def test_a_pipe_in_the_place_of_a_file_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "outings.json")
    os.mkfifo(tmp_path / "lock")
    code = """if True:
        import sys
        from pathlib import Path
        from leaving_tui.clock import system_clock
        from leaving_tui.storage.journal import Journal, JournalError
        try:
            Journal(Path(sys.argv[1]), system_clock).outings()
        except JournalError as problem:
            print(problem)
        """
    command = [sys.executable, "-c", code, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=True)
    assert "is not a file" in done.stdout


def test_leftovers_of_a_kill_are_removed_and_other_files_stay(tmp_path: Path) -> None:
    (tmp_path / ".outings.json.0123456789ab.tmp").write_text("half")
    (tmp_path / ".mine.tmp").write_text("not ours")
    (tmp_path / "letter.txt").write_text("not ours")
    open_journal(tmp_path).outings()
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {".mine.tmp", "letter.txt", "lock", "reserve"}


def test_without_hard_links_the_backup_is_a_copy(tmp_path: Path) -> None:
    disk = FaultyDisk(lambda _, name: "EPERM" if name == "link" else None)
    journal = open_journal(tmp_path, 0, disk)
    for number in range(3):
        journal.add([finished_outing(number, now_at(number))])
    (tmp_path / "outings.json").write_bytes(b"")
    (tmp_path / "last.json").unlink()
    assert {outing.id for outing in open_journal(tmp_path).outings()} == {outing_id(0), outing_id(1)}


def test_where_locks_do_not_exist_the_journal_goes_on(tmp_path: Path) -> None:
    journal = open_journal(tmp_path, 0, FaultyDisk(lambda _, name: "ENOSYS" if name == "lock" else None))
    journal.add([finished_outing(1, now_at(0))])
    assert len(open_journal(tmp_path).outings()) == 1


def test_set_aside_files_of_the_same_second_do_not_overwrite_each_other(tmp_path: Path) -> None:
    folder = Folder(tmp_path, lambda: now_at(0))
    names = [folder.set_aside("outings.json", data).name for data in (b"one", b"two", b"one")]
    assert names == [
        "outings-20260105-090000.json",
        "outings-20260105-090000-2.json",
        "outings-20260105-090000.json",
    ]
