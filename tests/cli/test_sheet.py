"""`leaving sheet`: the page for the carer, on the terminal or in a private file."""

import re
import stat
from pathlib import Path

import pytest

from leaving_tui.cli import main
from leaving_tui.clock import system_clock
from leaving_tui.companion import Companion
from leaving_tui.domain.people import People, Person, Role
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.storage.journal import Journal
from leaving_tui.storage.notes import Notes

FILLED = {
    "address": "12 Elm Road",
    "my_phone": "555 0100",
    "allergies": "Egg <b>",
    "feeding": "A bottle\nwarm",
}


@pytest.fixture
def companion(folder: Path) -> Companion:
    return Companion(Journal(folder, system_clock), Notes(folder), system_clock)


def leaving(folder: Path, *words: object) -> int:
    return main(["--data", str(folder), *map(str, words)])


def test_T5_2_an_empty_page_is_printed_with_emergencies_first(folder: Path, capsys) -> None:
    folder.mkdir()
    assert leaving(folder, "sheet") == 0
    said = capsys.readouterr()
    assert said.out.splitlines()[:3] == ["Care notes for the baby", "", "Emergencies"]
    assert "Allergies: not filled in - please ask" in said.out
    assert "Never shake a baby." in said.out
    assert said.err == ""


def test_T5_1_a_filled_page_holds_the_notes_the_people_and_the_outing(
    folder: Path, companion, capsys
) -> None:
    companion.remember("sheet", **FILLED)
    companion.remember("baby", name="Noor")
    companion.remember("people", **People().add(Person("Sam", "555 0102", Role.BACKUP)).to_dict())
    companion.prepare(PlanDraft(carer="Nana", place="the library", span="2h"))
    companion.leave()
    assert leaving(folder, "sheet") == 0
    page = capsys.readouterr().out
    for text in ("Care notes for Noor", "12 Elm Road", "Backup person: Sam 555 0102", "the library"):
        assert text in page
    assert re.search(r"Planned return: \d\d:\d\d", page)
    assert re.search(r"Check-in plan: Please text at \d\d:\d\d\.", page)
    lines = page.splitlines()
    assert len(lines) <= 66
    assert max(map(len, lines)) <= 80


def test_at_home_no_return_is_printed_that_would_move_along_with_the_clock(
    folder: Path, companion, capsys
) -> None:
    companion.draft(PlanDraft(place="the library", span="2h"))
    leaving(folder, "sheet")
    page = capsys.readouterr().out
    assert "the library" in page
    assert "Planned return" not in page


def test_T5_6_the_numbers_follow_the_region(folder: Path, companion, capsys) -> None:
    companion.remember("choices", region="NZ")
    leaving(folder, "sheet")
    page = capsys.readouterr().out
    assert "Emergency number: 111" in page
    assert "Poison line: 0800 764 766" in page
    companion.remember("sheet", poison_number="555 0177")
    leaving(folder, "sheet")
    assert "Poison line: 555 0177" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["notes.txt", "notes.html"])
def test_T5_8_a_file_is_private_and_a_warning_comes_before_it(
    folder, companion, tmp_path, name, capsys
) -> None:
    companion.remember("sheet", **FILLED)
    path = tmp_path / name
    assert leaving(folder, "sheet", "-o", path) == 0
    said = capsys.readouterr()
    assert "your child's details to a file" in said.err
    assert str(path) in said.out
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    text = path.read_text("utf-8")
    assert "12 Elm Road" in text
    assert text.startswith("<!DOCTYPE html>") is name.endswith("html")
    assert ("Egg <b>" in text) is not name.endswith("html")


def test_html_can_be_asked_for_whatever_the_file_is_called(folder: Path, tmp_path: Path, capsys) -> None:
    assert leaving(folder, "sheet", "--html") == 0
    page = capsys.readouterr().out
    assert page.startswith("<!DOCTYPE html>")
    assert "Filled in" not in page
    assert leaving(folder, "sheet", "--html", "--output", tmp_path / "page") == 0
    assert (tmp_path / "page").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_T5_8_an_earlier_page_that_others_could_read_becomes_private(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("old")
    path.chmod(0o644)
    assert leaving(folder, "sheet", "-y", "-o", path) == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "old" not in path.read_text("utf-8")


def test_what_cannot_be_written_is_said_in_one_sentence(
    folder: Path, companion, tmp_path: Path, capsys
) -> None:
    companion.remember("baby", name="Noor")
    for place in (tmp_path, tmp_path / "no" / "where", folder / "notes.json"):
        before = place.read_bytes() if place.is_file() else b""
        assert leaving(folder, "sheet", "-o", place) == 3
        assert "Traceback" not in capsys.readouterr().err
        assert before == (place.read_bytes() if place.is_file() else b"")
