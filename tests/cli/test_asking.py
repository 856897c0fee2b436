"""Nothing that is there is replaced unasked, and a pipe may give the answer."""

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from leaving_tui.cli import main
from leaving_tui.companion import Companion
from leaving_tui.domain.outing import Felt
from tests.conftest import HandClock
from tests.pty.terminal import Terminal

Leaving = Callable[..., int]


@pytest.fixture
def leaving(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Leaving:
    """Run a command; `answer` waits on a pipe, and without one the pipe is at its end."""

    def run(*words: object, answer: str = "", data: Path = folder) -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO(answer))
        return main(["--data", str(data), *map(str, words)])

    return run


@pytest.fixture
def went(companion: Companion, clock: HandClock) -> Callable[[], None]:
    """Go out for half an hour and come home."""

    def go() -> None:
        companion.prepare()
        companion.leave()
        clock.tick(minutes=30)
        companion.come_home()
        companion.answer(Felt.SAME)
        companion.done()

    return go


@pytest.mark.parametrize("command", [["export"], ["sheet", "-o"]], ids=" ".join)
def test_a_file_that_is_there_is_only_replaced_by_someone_who_says_so(
    leaving: Leaving, went: Callable[[], None], tmp_path: Path, capsys, command: list[str]
) -> None:
    went()
    path = tmp_path / "mine.json"
    path.write_text("mine")
    assert leaving(*command, path) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "-y" in said
    assert leaving(*command, path, answer="n\n") == 1
    assert "Nothing was changed." in capsys.readouterr().out
    assert path.read_text() == "mine"
    assert leaving(*command, path, answer="y\n") == 0
    assert path.read_text() != "mine"
    path.write_text("mine")
    assert leaving(*command, path, "-y") == 0
    assert path.read_text() != "mine"


def test_an_export_takes_the_place_of_an_earlier_one_that_holds_no_more(
    leaving: Leaving, went: Callable[[], None], companion: Companion, tmp_path: Path
) -> None:
    went()
    path = tmp_path / "keep.json"
    for _ in range(2):
        assert leaving("export", path) == 0
    before = path.read_bytes()
    went()
    assert leaving("export", path) == 0
    assert before != (whole := path.read_bytes())
    companion.delete(companion.finished()[0].id)
    assert leaving("export", path) == 2
    (tmp_path / "empty").mkdir()
    assert leaving("export", path, data=tmp_path / "empty") == 2
    assert path.read_bytes() == whole


def test_what_is_no_file_is_never_replaced(
    leaving: Leaving, went: Callable[[], None], tmp_path: Path
) -> None:
    went()
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    for command in (["export", "-y"], ["sheet", "-y", "-o"]):
        assert leaving(*command, pipe) == 3
    assert pipe.is_fifo()


def test_a_terminal_is_asked_before_a_page_is_replaced(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("mine")
    with Terminal(folder, "sheet", "-o", str(path)) as terminal:
        terminal.wait_for("Replace it? y or n:").press("n", "enter")
        assert terminal.status() == 1
    assert path.read_text() == "mine"


@pytest.mark.parametrize(
    ("answer", "code", "added"), [("", 0, 1), ("y\n", 0, 1), ("n\n", 1, 0), ("\n", 1, 0)]
)
def test_an_import_without_a_terminal_goes_on_unless_the_pipe_says_no(
    leaving: Leaving, went: Callable[[], None], tmp_path: Path, capsys, answer: str, code: int, added: int
) -> None:
    went()
    path, other = tmp_path / "out.json", tmp_path / "other"
    assert leaving("export", path) == 0
    assert leaving("import", path, answer=answer, data=other) == code
    assert "1 outing is new." in capsys.readouterr().out
    assert leaving("import", path, answer="n\n", data=other) == 1 - added
    assert leaving("import", "-y", path, answer="n\n", data=other) == 0


def test_a_pipe_that_is_kept_open_without_an_answer_holds_nothing_up(
    leaving: Leaving, went: Callable[[], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    went()
    path = tmp_path / "out.json"
    assert leaving("export", path) == 0
    here, there = os.pipe()
    with os.fdopen(here) as silent, os.fdopen(there, "w"):
        monkeypatch.setattr("sys.stdin", silent)
        monkeypatch.setattr("leaving_tui.cli.asking._A_MOMENT", 0)
        assert main(["--data", str(tmp_path / "other"), "import", str(path)]) == 0
    assert (tmp_path / "other" / "outings.json").exists()
