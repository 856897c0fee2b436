"""On a disk that is really full, or can only be read, the outing goes on and nothing kept is lost."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from leaving_tui.domain.outing import Felt, Kind, Moment, Outing
from leaving_tui.storage.journal import Journal, JournalError
from leaving_tui.storage.notes import Notes
from tests.storage.days import finished_outing, found, now_at, open_journal, outing_id


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A file system of two megabytes in memory."""
    command = ["mount", "-t", "tmpfs", "-o", "size=2m,mode=0755", "tmpfs", str(tmp_path)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("only root may mount a small file system to fill")
    yield tmp_path
    subprocess.run(["umount", "--lazy", str(tmp_path)], check=True)


def fill(folder: Path) -> Path:
    """Take the last byte."""
    filler = folder / "somebody else's film"
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        for size in (65536, 4096, 512, 1):
            with suppress(OSError):
                while file.write(b"x" * size) == size:
                    pass
    assert os.statvfs(folder).f_bavail == 0
    return filler


def tap(journal: Journal, minute: int) -> None:
    journal.change_live(
        lambda outing: outing and outing.note(Moment(now_at(minute), Kind.BREATHE, {"breaths": 6}))
    )


def under_way(folder: Path) -> Journal:
    """An outing in progress after twenty others."""
    journal = open_journal(folder / "data", 0)
    journal.add(finished_outing(number, now_at(number)) for number in range(100, 120))
    journal.outings()
    journal.change_live(lambda _: Outing(outing_id(1), now_at(0), now_at(0)).leave(now_at(0)))
    return journal


def test_thirty_taps_and_the_answer_are_still_saved_on_a_full_disk(small: Path) -> None:
    journal = under_way(small)
    filler = fill(small)
    for minute in range(1, 31):
        tap(journal, minute)
        assert journal.unsaved is None
    journal.change_live(lambda outing: outing and outing.come_home(now_at(40)))
    journal.change_live(lambda outing: outing and outing.answer(Felt.EASIER, now_at(41)))
    journal.change(outing_id(1), lambda outing: outing.reflect(now_at(42), found_out="He slept."))
    assert journal.unsaved is None
    there = found(open_journal(small / "data"))
    assert len(there.finished) == 21
    answered = there.finished[outing_id(1)]
    assert len(answered.moments) == 30
    assert answered.reflection is not None
    assert answered.reflection.found_out == "He slept."
    filler.unlink()
    assert journal.retry()
    assert not (small / "data" / "live.json").exists()
    assert found(open_journal(small / "data")) == there


def test_a_disk_that_stays_full_is_told_and_all_is_there_when_space_comes_back(small: Path) -> None:
    journal = under_way(small)
    filler = fill(small)
    with suppress(FileNotFoundError):
        (small / "data" / "reserve").unlink()
    fill_rest = small / "more"
    with suppress(OSError), fill_rest.open("wb", buffering=0) as file:
        while file.write(b"x" * 512):
            pass
    told = 0
    for minute in range(1, 60):
        tap(journal, minute)
        told += journal.unsaved is not None
        live = journal.live()
        assert live is not None
        assert len(live.moments) == minute
        assert open_journal(small / "data").live() is not None
    assert told
    assert "the disk is full" in (journal.unsaved or "")
    with pytest.raises(JournalError, match="the disk is full"):
        journal.add(finished_outing(number, now_at(number)) for number in range(200, 400))
    for path in (filler, fill_rest):
        path.unlink()
    assert journal.retry()
    there = found(open_journal(small / "data"))
    assert there.live is not None
    assert len(there.live.moments) == 59
    assert len(there.finished) == 20


@contextmanager
def only_to_be_read(folder: Path) -> Iterator[None]:
    """Take away the right to write in a folder and its files; from root, only a mount can take it."""
    if os.geteuid() != 0:
        _allow(folder, 0o500, 0o400)
    elif subprocess.run(["mount", "--bind", str(folder), str(folder)], check=False).returncode:
        pytest.skip("this root may not mount a folder read-only")
    else:
        subprocess.run(["mount", "-o", "remount,bind,ro", str(folder)], check=True)
    yield
    if os.geteuid() != 0:
        _allow(folder, 0o700, 0o600)
    else:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def _allow(folder: Path, mode: int, of_files: int) -> None:
    folder.chmod(mode)
    for path in folder.iterdir():
        path.chmod(of_files)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    under_way(tmp_path)
    Notes(tmp_path / "data").save("baby", {"name": "Mo"})
    return tmp_path / "data"


def test_a_folder_that_can_only_be_read_shows_everything_saves_nothing_and_says_so(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir()}
    with only_to_be_read(folder):
        journal, notes = open_journal(folder), Notes(folder)
        assert len(journal.outings()) == 20
        assert notes.load("baby") == {"name": "Mo"}
        tap(journal, 5)
        live = journal.live()
        assert live is not None
        assert len(live.moments) == 1
        assert "Not saved yet" in (journal.unsaved or "")
        notes.save("baby", {"name": "Jo"})
        assert notes.load("baby") == {"name": "Jo"}
        assert "Not saved yet" in (notes.unsaved or "")
        with pytest.raises(JournalError):
            journal.change(outing_id(100), lambda _: None)
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
    assert journal.retry()
    assert notes.retry()
    assert open_journal(folder).live() == live
    assert Notes(folder).load("baby") == {"name": "Jo"}


def test_a_damaged_journal_that_can_only_be_read_is_shown_as_far_as_it_goes(folder: Path) -> None:
    for name in ("outings.json", "lock"):
        (folder / name).unlink()
    (folder / "outings.json").write_bytes(b"")
    with only_to_be_read(folder):
        journal = open_journal(folder)
        assert len(journal.outings()) == 20
        assert "could not be written yet" in journal.notices[0]


def test_an_empty_folder_that_cannot_be_written_to_is_refused(tmp_path: Path) -> None:
    with only_to_be_read(tmp_path), pytest.raises(JournalError, match="cannot be written to"):
        open_journal(tmp_path)
