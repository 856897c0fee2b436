"""A folder that was mistyped is said to be missing; what only reads makes no folder and no file."""

import io
from pathlib import Path

import pytest

from leaving_tui.cli import main
from leaving_tui.companion import Companion

READING = {
    "status": 1,
    "log": 0,
    "look-back": 0,
    "sheet": 0,
    "where": 0,
    "doctor": 1,
    "export": 3,
    "erase": 1,
}
"""The exit codes in a folder that was typed and is not there; none of these makes one."""


def words(command: str, tmp_path: Path) -> list[str]:
    return [command, str(tmp_path / "out.json")] if command == "export" else [command]


@pytest.mark.parametrize(("command", "code"), READING.items())
def test_a_folder_that_was_typed_and_is_not_there_is_told_and_not_made(
    folder: Path, tmp_path: Path, capsys, command: str, code: int
) -> None:
    assert main(["--data", str(folder), *words(command, tmp_path)]) == code
    said = capsys.readouterr()
    assert said.err == f"There is no folder {folder}, so please look whether its name is right.\n"
    assert "sound" not in said.out
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", READING)
def test_before_the_first_outing_nothing_is_made_and_nothing_is_wrong(
    folder: Path, tmp_path: Path, capsys, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("LEAVING_DATA", str(folder))
    monkeypatch.setattr("sys.stdin", io.StringIO("erase\n"))
    assert main(words(command, tmp_path)) == (1 if command == "status" else 0)
    said = capsys.readouterr()
    assert said.out
    assert said.err == ""
    assert not folder.exists()


@pytest.mark.parametrize("command", [command for command in READING if command != "erase"])
def test_a_folder_that_is_somebody_elses_stays_as_it_is(folder: Path, tmp_path: Path, command: str) -> None:
    folder.mkdir(mode=0o755)
    (folder / "letter.txt").write_text("mine")
    main(["--data", str(folder), *words(command, tmp_path)])
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]
    assert folder.stat().st_mode & 0o777 == 0o755


def test_an_export_and_a_warning_tell_of_the_outing_that_is_under_way(
    folder: Path, tmp_path: Path, companion: Companion, capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    companion.prepare()
    companion.leave()
    assert main(["--data", str(folder), "export", str(tmp_path / "out.json")]) == 0
    assert "The outing under way is not in it yet." in capsys.readouterr().out
    monkeypatch.setattr("sys.stdin", io.StringIO("no\n"))
    assert main(["--data", str(folder), "erase"]) == 1
    assert "An outing is under way." in capsys.readouterr().out
    assert companion.outing() is not None
