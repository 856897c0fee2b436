"""Every command of the README and of docs/ runs, exactly as it is written there."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from leaving_tui.cli import main
from tests.pty.terminal import Terminal, surroundings

PROJECT = Path(__file__).parents[1]
README = (PROJECT / "README.md").read_text("utf-8")
MORE = (PROJECT / "docs" / "commands.md").read_text("utf-8")
COMMANDS = list(dict.fromkeys(re.findall(r"^\| `(leaving[^`]*)` \|", README + MORE, flags=re.MULTILINE)))
FULL_SCREEN = {
    "leaving": "To the goodbye",
    'leaving go 45m --with Grandma --to "the shop"': "I've left",
    "leaving demo": "To the goodbye",
}
ASKING = {"leaving plain": "q\n", "leaving erase": "erase\n"}
"""What is typed into those that ask; they run as processes of their own, the others within this one."""
NO_ANSWERS = {"leaving status": 1}
"""Commands whose answer at home is "no"."""


@pytest.mark.parametrize("command", ASKING)
def test_a_command_of_the_readme_that_asks_runs_as_written(command: str, tmp_path: Path) -> None:
    assert command in COMMANDS
    done = subprocess.run(
        [sys.executable, "-m", "leaving_tui", *shlex.split(command)[1:]],
        cwd=tmp_path,
        env=surroundings(tmp_path / "leaving"),
        input=ASKING[command],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
    assert done.stderr == ""


@pytest.mark.parametrize(
    "command", [command for command in COMMANDS if command not in {**FULL_SCREEN, **ASKING}]
)
def test_a_command_of_the_readme_runs_as_written(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LEAVING_DATA", str(tmp_path / "leaving"))
    if command.startswith("leaving import"):
        main(["export", "outings.json"])
        capsys.readouterr()
    code = main(shlex.split(command)[1:])
    told = capsys.readouterr()
    assert code == NO_ANSWERS.get(command, 0), told.err
    assert told.out.strip()
    assert told.err == ""


@pytest.mark.parametrize(("command", "text"), FULL_SCREEN.items(), ids=FULL_SCREEN)
def test_a_full_screen_command_of_the_readme_opens_as_written(
    command: str, text: str, tmp_path: Path
) -> None:
    with Terminal(tmp_path / "leaving", *shlex.split(command)[1:]) as terminal:
        terminal.wait_for(text)
        terminal.press("q")
        assert terminal.status() == 0


def test_the_readme_leads_to_every_command() -> None:
    from leaving_tui.cli import arguments

    assert {command.split()[1] for command in COMMANDS if " " in command} == set(arguments.COMMANDS)


def test_the_readme_commands_for_running_and_testing_are_the_ones_that_ci_runs() -> None:
    ci = (PROJECT / ".ci" / "run").read_text("utf-8")
    assert "<!-- test -->" in ci
    assert README.count("<!-- test -->") == 1


def test_the_readme_can_be_read_in_two_minutes_and_its_links_lead_somewhere() -> None:
    assert sum(bool(re.search(r"\w", word)) for word in README.split()) <= 700
    for link in re.findall(r"\]\(([a-z]+/[^)]+)\)", README):
        assert (PROJECT / link).is_file(), link


def test_the_pictures_that_it_shows_are_there_and_ask_no_other_computer() -> None:
    pictures = re.findall(r"\]\((screenshots/[^)]+)\)", README)
    assert len(pictures) >= 4
    for picture in pictures:
        svg = (PROJECT / picture).read_text("utf-8")
        assert "@font-face" not in svg
        assert "url(http" not in svg
