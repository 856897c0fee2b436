"""Taking the journal along, looking after it and being rid of it, from the command line."""

import json
import stat
from pathlib import Path

import pytest
from tinydb import TinyDB

from leaving_tui.cli import main
from leaving_tui.companion import Companion
from leaving_tui.domain.outing import Felt
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.storage.journal import Journal
from leaving_tui.storage.notes import Notes
from tests.conftest import HandClock


@pytest.fixture
def kept(folder: Path, clock: HandClock) -> Path:
    """A journal with two finished outings."""
    companion = Companion(Journal(folder, clock), Notes(folder), clock)
    for carer in ("Grandma", "Sam"):
        companion.prepare(PlanDraft(carer=carer))
        companion.leave()
        clock.tick(minutes=30)
        companion.come_home()
        companion.answer(Felt.SAME)
        companion.done()
        clock.tick(days=1)
    return folder


def leaving(folder: Path, *words: object) -> int:
    return main(["--data", str(folder), *map(str, words)])


def test_an_export_goes_back_in_whole_and_twice_changes_nothing(kept: Path, tmp_path: Path, capsys) -> None:
    out, other = tmp_path / "out.json", tmp_path / "other"
    assert leaving(kept, "export", out) == 0
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert "private" in capsys.readouterr().out
    assert leaving(other, "import", out) == 0
    assert "2 outings were added" in capsys.readouterr().out
    before = (other / "outings.json").read_bytes()
    assert leaving(other, "import", out) == 0
    assert "nothing new" in capsys.readouterr().out
    assert (other / "outings.json").read_bytes() == before
    mine, theirs = (TinyDB(path / "outings.json").table("outings").all() for path in (kept, other))
    assert sorted(map(json.dumps, mine)) == sorted(map(json.dumps, theirs))


@pytest.mark.parametrize("ending", ["csv", "md"])
def test_it_can_be_read_in_other_ways(kept: Path, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"out.{ending}"
    assert leaving(kept, "export", out) == 0
    assert "Grandma" in out.read_text("utf-8")


def test_an_unknown_ending_is_wrong_use(kept: Path, tmp_path: Path, capsys) -> None:
    assert leaving(kept, "export", tmp_path / "out.xml") == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_file_that_is_no_journal_changes_nothing(kept: Path, tmp_path: Path, capsys) -> None:
    bad, before = tmp_path / "bad.json", (kept / "outings.json").read_bytes()
    bad.write_text("[[[")
    assert leaving(kept, "import", bad) == 3
    assert capsys.readouterr().err.count("\n") == 1
    assert (kept / "outings.json").read_bytes() == before


def test_the_doctor_says_that_all_is_well(kept: Path, capsys) -> None:
    assert leaving(kept, "doctor") == 0
    assert "It holds 2 finished outings." in capsys.readouterr().out


def test_the_doctor_notices_damage_and_mends_it(kept: Path, capsys) -> None:
    path = kept / "outings.json"
    path.write_bytes(path.read_bytes().replace(b"Grandma", b"Grandpa"))
    assert leaving(kept, "doctor") == 1
    assert "--repair" in capsys.readouterr().out
    assert leaving(kept, "doctor", "--repair") == 0
    assert leaving(kept, "doctor") == 0
    assert "It holds 2 finished outings." in capsys.readouterr().out


@pytest.mark.parametrize(("typed", "code"), [("no\n", 1), ("", 1), ("erase\n", 0)])
def test_erasing_takes_the_typed_word(kept: Path, monkeypatch, typed: str, code: int) -> None:
    """T7.11: delete everything takes one command and a confirm."""
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert leaving(kept, "erase") == code
    assert kept.exists() == bool(code)


def test_erasing_names_all_that_goes(kept: Path, monkeypatch, capsys) -> None:
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO("no\n"))
    leaving(kept, "erase")
    said = capsys.readouterr().out
    assert f"journal in {kept}," in said
    assert str(kept / "config.toml") in said
    assert str(kept / "words") in said


def test_the_settings_example_is_printed(kept: Path, capsys) -> None:
    assert leaving(kept, "config", "--example") == 0
    assert "[look]" in capsys.readouterr().out
    assert leaving(kept, "config") == 0
    said = capsys.readouterr()
    assert said.out == f"{kept / 'config.toml'}\n"
    assert f"config --example > {kept / 'config.toml'}" in said.err
    (kept / "config.toml").touch()
    leaving(kept, "config")
    assert capsys.readouterr().err == ""
