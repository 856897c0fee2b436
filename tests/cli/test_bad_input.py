"""What cannot be used gets one sentence that says what to do, the right exit code, and changes nothing."""

import os
import random
import subprocess
import sys
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import pytest

from leaving_tui.cli import main
from tests.pty.terminal import PATIENCE, Terminal, surroundings

NEWER = '{"outings": {"1": {"v": 99, "id": "6f1c9a52-3df0-4c53-b2de-0f3d2a6b7c11"}}}'
NOISE = random.Random(7).randbytes(400)


@pytest.fixture
def refused(capsys):
    """Run a command that is to be refused: its exit code, and the one sentence it says."""

    def run(*words: object) -> tuple[int, str]:
        try:
            code = main([str(word) for word in words])
        except SystemExit as end:
            code = end.code
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.count("\n") == 1
        return code, said.err.strip()

    return run


@pytest.mark.parametrize(
    ("span", "says"),
    [
        ("banana", "Please give a time such as 30m, 1h30 or 15:30."),
        ("0m", "longer than 0 minutes"),
        ("49h", "at most 48 hours"),
        ("-5m", "Please give a time such as 30m, 1h30 or 15:30."),
    ],
)
def test_a_length_that_cannot_be_is_refused_before_a_screen_is_drawn(folder, span, says):
    with Terminal(folder, "go", span, "--with", "Grandma") as terminal:
        assert terminal.wait_for(says).status() == 2
        assert b"\x1b" not in terminal.bytes
    assert not (folder / "live.json").exists()


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["--nope"],
        ["status", "extra"],
        ["log", "-n", "0"],
        ["log", "-n", "many"],
        ["log", "--since", "banana"],
        ["log", "--since", ""],
        ["--data", "", "status"],
        ["status", "--data", " "],
        ["export"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_explained_in_a_sentence(refused, folder, words):
    before = [] if "--data" in words else ["--data", folder]
    code, said = refused(*before, *words)
    assert code == 2
    assert said[0].isupper()
    assert "rgument" not in said


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("hlep", "There is no command called hlep."),
        ("export", "Please say which file."),
        ("completion", "Please say which shell."),
        ("completion tcsh", "Please choose one of these: bash, zsh, fish."),
        ("log -n", "Something is missing after -n."),
        ("sheet -o", "Something is missing after --output."),
        ("log --json=3", "Nothing is needed after --json."),
        ("log -n 0", "Please give a whole number above 0."),
        ("status extra", "This is not known here: extra."),
    ],
)
def test_wrong_use_is_told_in_plain_words_with_where_to_look(refused, words, says):
    code, said = refused(*words.split())
    assert code == 2
    assert said.startswith(f"{says} To see how it is used, type: leaving ")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("help", "commands"),
        ("help log", "--since"),
        ("go --no-mouse --help", "30m"),
        ("demo --help", "mouse"),
    ],
)
def test_help_may_be_asked_for_in_words(capsys, words, says):
    with pytest.raises(SystemExit) as end:
        main(words.split())
    assert end.value.code == 0
    assert says in capsys.readouterr().out


def test_no_word_is_broken_at_the_end_of_a_line_of_a_terminal(folder):
    folder.mkdir()
    with Terminal(folder, "nonsense", "--data", "x", size=(42, 20)) as terminal:
        assert terminal.wait_for("no command called nonsense. To see how it is used, type:").status() == 2
    with Terminal(folder, "erase", size=(42, 20)) as terminal:
        terminal.wait_for("with its backups, your settings", "It cannot be undone.", "Type erase to go on:")
        assert terminal.press("enter").status() == 1


@pytest.mark.parametrize("command", ["status", "log", "look-back"])
def test_a_file_in_place_of_the_folder(refused, tmp_path, command):
    file = tmp_path / "file"
    file.write_text("mine")
    code, said = refused("--data", file, command)
    assert (code, said) == (3, f"{file} is not a folder. Please choose another place.")
    assert file.read_text() == "mine"


def test_a_folder_that_cannot_be_made(refused, tmp_path):
    (tmp_path / "file").write_text("mine")
    code, said = refused("--data", tmp_path / "file" / "leaving", "status")
    assert code == 3
    assert said.endswith("a part of the path is not a folder. Please choose another place.")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_to(refused, tmp_path):
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    code, said = refused("--data", locked, "plain")
    assert code == 3
    assert said == f"{locked} cannot be written to. Please choose another place."


@pytest.mark.skipif(os.geteuid() == 0, reason="root may go anywhere")
@pytest.mark.parametrize(
    "words",
    [["status"], ["log"], ["plain"], ["sheet"], ["doctor"], ["doctor", "--repair"]],
    ids=" ".join,
)
@pytest.mark.parametrize("inside", ["", "leaving"])
def test_a_folder_that_may_not_be_entered(refused, closed, inside, words):
    code, said = refused("--data", closed / inside, *words)
    assert code == 3
    assert said.startswith(("Could not ", f"{closed} cannot be"))
    assert said.endswith("Please choose another place.")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may go anywhere")
@pytest.mark.parametrize(
    "words",
    [["export", "x.json"], ["import", "x.json"], ["sheet", "-o", "x.html"], ["sheet", "-o", "no/x.html"]],
    ids=" ".join,
)
def test_a_file_in_a_folder_that_may_not_be_entered(capsys, folder, closed, words):
    folder.mkdir()
    *before, name = words
    code = main(["--data", str(folder), *before, str(closed / name)])
    said = capsys.readouterr().err.splitlines()[-1]
    assert code == 3
    assert said.startswith("Could not ")
    assert "does not allow it. Please choose another " in said


@pytest.mark.skipif(os.geteuid() == 0, reason="root may go anywhere")
def test_erasing_where_one_may_not_go(capsys, monkeypatch, closed):
    monkeypatch.setattr("sys.stdin", StringIO("erase\n"))
    assert main(["--data", str(closed / "leaving"), "erase"]) == 3
    assert capsys.readouterr().err.endswith("Please remove the rest by hand.\n")


@pytest.fixture
def closed(tmp_path):
    """A folder that nobody but root may enter."""
    path = tmp_path / "closed"
    path.mkdir(mode=0o000)
    yield path
    path.chmod(0o700)


@pytest.mark.parametrize("words", [["doctor"], ["doctor", "--repair"]], ids=" ".join)
def test_the_doctor_asks_for_an_update_where_a_newer_version_wrote(refused, folder, words):
    folder.mkdir(mode=0o700)
    (folder / "outings.json").write_text(NEWER)
    code, said = refused("--data", folder, *words)
    assert code == 3
    assert said == "outings.json was written by a newer version of leaving. Please update the app to open it."
    assert (folder / "outings.json").read_text() == NEWER


@pytest.mark.parametrize("command", ["log", "look-back", "export"])
@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: path.write_text(NEWER), "newer version"),
        (lambda path: path.mkdir(), "is not a file"),
        (lambda path: path.symlink_to("/etc/hostname"), "is a link"),
    ],
    ids=["newer", "folder", "link"],
)
def test_a_journal_that_cannot_be_read_is_left_as_it_is(refused, folder, tmp_path, command, make, says):
    folder.mkdir(mode=0o700)
    journal = folder / "outings.json"
    make(journal)
    before = (journal.is_symlink(), journal.is_dir(), journal.is_file() and journal.read_bytes())
    extra = [tmp_path / "out.json"] if command == "export" else []
    code, said = refused("--data", folder, command, *extra)
    assert code == 3
    assert says in said
    assert (journal.is_symlink(), journal.is_dir(), journal.is_file() and journal.read_bytes()) == before
    assert not (tmp_path / "out.json").exists()


@pytest.mark.parametrize("damage", [b"", b"garbage", NOISE, b'{"outings": {"1": {"id": "'])
def test_a_damaged_journal_is_set_aside_and_told_of(folder, capsys, damage):
    folder.mkdir(mode=0o700)
    (folder / "outings.json").write_bytes(damage)
    assert main(["--data", str(folder), "log"]) == 0
    said = capsys.readouterr()
    [kept] = (folder / "set-aside").iterdir()
    assert kept.read_bytes() == damage
    assert str(kept) in said.err
    assert said.err.count("\n") == 1


def test_a_damaged_outing_in_progress_is_kept_as_it_was(folder, capsys):
    folder.mkdir(mode=0o700)
    (folder / "live.json").write_bytes(NOISE)
    assert main(["--data", str(folder), "status"]) == 1
    assert main(["--data", str(folder), "log"]) == 0
    assert any(kept.read_bytes() == NOISE for kept in (folder / "set-aside").iterdir())


@pytest.mark.parametrize("content", [b"", NOISE, b"[" * 100_000, b"null", b'{"outings": 3}'])
def test_an_import_of_nonsense_changes_nothing(refused, folder, tmp_path, content):
    (tmp_path / "nonsense.json").write_bytes(content)
    code, said = refused("--data", folder, "import", tmp_path / "nonsense.json")
    assert code == 3
    assert "Nothing was changed" in said
    assert not (folder / "outings.json").exists()


def test_a_reader_that_has_seen_enough_is_no_error(folder):
    command = f"{sys.executable} -m leaving_tui log --json | head -c 1"
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        env=surroundings(folder),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.stdout, done.stderr) == (b"[", b"")


def test_ctrl_c_in_the_middle_of_a_command_ends_it_without_a_word(folder, capsys, monkeypatch):
    def pressed() -> None:
        raise KeyboardInterrupt

    folder.mkdir()
    monkeypatch.setattr("leaving_tui.cli.journal.sys.stdin", SimpleNamespace(readline=pressed))
    assert main(["--data", str(folder), "erase"]) == 130
    assert capsys.readouterr().err == ""


def test_data_may_stand_before_or_after_the_command(tmp_path: Path, capsys):
    assert main(["--data", str(tmp_path / "a"), "where"]) == 0
    assert main(["--data", "nowhere", "where", "--data", str(tmp_path / "a")]) == 0
    first, second = capsys.readouterr().out.split("Journal:")[1:]
    assert first == second
    assert str(tmp_path / "a") in first
