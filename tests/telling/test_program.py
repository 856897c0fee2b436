"""The program is named so that what is said to be typed can be typed."""

import sys
from pathlib import Path

import pytest

from leaving_tui.telling.program import program, program_here


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A program in an environment of its own."""
    script = tmp_path / "my env" / "bin" / "leaving"
    script.parent.mkdir(parents=True)
    script.touch(mode=0o755)
    return script


def test_it_has_its_bare_name_only_where_a_shell_finds_that_very_one(
    installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", [str(installed)])
    monkeypatch.setenv("PATH", str(installed.parent.parent))
    assert program() == f"'{installed}'"
    monkeypatch.setenv("PATH", str(installed.parent))
    assert program() == "leaving"
    monkeypatch.chdir(installed.parent.parent)
    monkeypatch.setattr(sys, "argv", ["bin/leaving-tui"])
    assert program() == "bin/leaving-tui"


def test_started_as_a_module_it_names_the_same_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["/somewhere/leaving_tui/__main__.py", "doctor"])
    monkeypatch.setattr(sys, "orig_argv", [".venv/bin/python", "-m", "leaving_tui", "doctor"])
    assert program() == ".venv/bin/python -m leaving_tui"


@pytest.mark.parametrize("argv", ["", "-c", "/usr/bin/pytest", "/tests/__main__.py"])
def test_where_it_is_not_known_it_is_leaving(argv: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", [argv])
    assert program() == "leaving"


@pytest.mark.parametrize("given", [["--data", "my notes", "doctor"], ["doctor", "--data=my notes"]])
def test_a_folder_that_was_given_is_named_again(given: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["leaving", *given])
    assert program_here() == f"{program()} --data 'my notes'"
    for none in ([], ["doctor"]):
        monkeypatch.setattr(sys, "argv", ["leaving", *none])
        assert program_here() == program()
