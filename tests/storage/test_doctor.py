"""The doctor tells what is there and what is wrong, changes nothing, and mends on demand."""

from pathlib import Path

import pytest
from tinydb import TinyDB

from leaving_tui.domain.outing import Outing
from leaving_tui.storage.doctor import Report, erase, examine, repair
from leaving_tui.storage.journal import JournalError
from leaving_tui.storage.notes import Notes
from tests.storage.days import finished_outing, now_at, open_journal, outing_id


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "data"
    journal = open_journal(path)
    journal.add([finished_outing(1, now_at(0))])
    journal.add([finished_outing(2, now_at(0))])
    journal.change_live(lambda _: Outing(outing_id(3), now_at(0), now_at(0)).leave(now_at(0)))
    journal.outings()
    Notes(path).save("baby", {"name": "Mo"})
    return path


def files(folder: Path) -> dict[Path, tuple[bytes, int]]:
    return {path: (path.read_bytes(), path.stat().st_mode) for path in folder.rglob("*") if path.is_file()}


def test_a_sound_journal_is_found_sound(folder: Path) -> None:
    assert examine(folder) == Report(folder, outings=2, under_way=True, backup=True)
    assert examine(folder).sound


def test_where_there_is_no_journal_there_is_nothing_wrong(tmp_path: Path) -> None:
    assert examine(tmp_path / "none").sound
    assert not (tmp_path / "none").exists()
    assert examine(tmp_path) == Report(tmp_path)
    (tmp_path / "file").write_text("")
    assert not examine(tmp_path / "file").sound


@pytest.mark.parametrize("name", ["outings.json", "outings.json.bak", "live.json", "notes.json"])
def test_damage_is_found_without_touching_it_and_then_mended(folder: Path, name: str) -> None:
    data = (folder / name).read_bytes()
    (folder / name).unlink()
    (folder / name).write_bytes(data[:-9])
    (folder / name).chmod(0o600)
    before = files(folder)
    report = examine(folder)
    assert not report.sound
    assert len(report.problems) == 1
    assert name in report.problems[0]
    assert files(folder) == before
    said = repair(folder, lambda: now_at(0))
    assert len(said) == 1
    after = examine(folder)
    assert after.sound
    assert (after.outings, after.under_way, after.backup) == (2, True, True)
    assert [path.read_bytes() for path in after.set_aside] == [data[:-9]]
    assert repair(folder, lambda: now_at(0)) == ()


def test_other_things_that_are_not_as_they_should_be_are_told(folder: Path) -> None:
    with TinyDB(folder / "outings.json") as stock:
        stock.table("outings").insert({"no": "outing"})
    (folder / "live.json").chmod(0o644)
    problems = " ".join(examine(folder).problems)
    assert "1 records that are no outings" in problems
    assert "rewritten by another program" in problems
    assert "can read live.json" in problems
    repair(folder, lambda: now_at(0))
    assert examine(folder).sound


def test_a_newer_journal_is_told_and_not_repaired(folder: Path) -> None:
    data = (
        (folder / "outings.json")
        .read_bytes()
        .replace(b'"v": 1}},', b'"v": 9}},', 1)
        .replace(b"_sums", b"_xxxx")
    )
    (folder / "outings.json").unlink()
    (folder / "outings.json").write_bytes(data)
    report = examine(folder)
    assert "newer version" in report.problems[0]
    assert report.newer == report.problems[0]
    with pytest.raises(JournalError, match="newer version"):
        repair(folder, lambda: now_at(0))
    assert (folder / "outings.json").read_bytes() == data


def test_copies_of_a_file_sync_program_are_told_and_never_read_on_their_own(folder: Path) -> None:
    other = "outings.sync-conflict-20260105-090000-ABCDEF.json"
    (folder / other).write_bytes((folder / "outings.json").read_bytes())
    (folder / "live (Sam's conflicted copy 2026-01-05).json").write_text("x")
    report = examine(folder)
    assert {path.name for path in report.copies} == {other, "live (Sam's conflicted copy 2026-01-05).json"}
    assert (report.sound, report.outings) == (True, 2)


def test_erasing_removes_everything_of_ours_and_nothing_else(folder: Path) -> None:
    (folder / "outings.json").write_bytes(b"damaged")
    open_journal(folder).outings()
    (folder / ".outings.json.0123456789ab.tmp").write_text("half")
    (folder / "config.toml").write_text("")
    (folder / "words").mkdir()
    (folder / "words" / "mine.toml").write_text("")
    (folder / "outings.sync-conflict-20260105.json").write_text("")
    assert examine(folder).set_aside
    assert erase(folder) == ()
    assert not folder.exists()
    assert erase(folder) == ()


def test_erasing_leaves_other_peoples_files_and_what_links_point_to(folder: Path, tmp_path: Path) -> None:
    (folder / "letter.txt").write_text("keep")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "mine.toml").write_text("keep")
    (folder / "words").symlink_to(outside)
    (folder / "config.toml").symlink_to(outside / "mine.toml")
    left = erase(folder)
    assert {path.name for path in left} == {"letter.txt", "words"}
    assert (outside / "mine.toml").read_text() == "keep"


def test_a_window_that_is_still_open_after_erasing_starts_anew(folder: Path) -> None:
    journal = open_journal(folder)
    assert journal.live() is not None
    assert len(journal.outings()) == 2
    erase(folder)
    assert (journal.live(), journal.outings()) == (None, ())
