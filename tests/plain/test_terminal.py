"""The real program: through a pipe, in a real terminal, stopped by signals, and without anybody there."""

import os
import pty
import re
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from tinydb import TinyDB

COMMAND = [sys.executable, "-m", "leaving_tui", "--data"]
GOES_ON = "Your outing goes on, and it is saved."
PATIENCE = 20


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "TERM": "dumb", "PYTHONUTF8": "1", **more}


def piped(folder: Path, script: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    command = [*COMMAND, str(folder), "plain"]
    return subprocess.run(
        command, input=script.encode(), capture_output=True, env=environment(**more), timeout=PATIENCE
    )


def test_a_whole_outing_through_a_pipe(folder: Path) -> None:
    script = "e\n1\nGrandma\n\n\n\nb\n\n4\ng\n\nback\nr\n6\nh\n1\n\n7\nHe slept.\n\n\nq\n"
    run = piped(folder, script)
    told = run.stdout.decode()
    assert (run.returncode, run.stderr) == (0, b"")
    assert "Breathe in\n" in told
    assert "Saved. Easier than you feared." in told
    assert not re.search(r"[^\n\x20-\x7e\u00a0-\uffff]", told)
    assert max(map(len, told.splitlines())) <= 80
    [record] = TinyDB(folder / "outings.json").table("outings").all()
    assert record["plan"]["carer"] == "Grandma"
    assert [moment["kind"] for moment in record["moments"]] == ["breathe", "rating", "ground", "rating"]
    assert (record["reflection"]["felt"], record["reflection"]["worst"]) == ("easier", 7)


def test_the_end_of_input_leaves_the_outing_going_on_for_the_next_time(folder: Path) -> None:
    left = piped(folder, "\n\n")
    assert left.returncode == 0
    assert GOES_ON in left.stdout.decode()
    # The words are plain where the output is no Unicode.
    home = piped(folder, "h\n2", PYTHONIOENCODING="ascii", PYTHONUTF8="0").stdout
    assert b"Compared with what you feared, it was...\n" in home
    assert b"Saved. About the same as you feared." in home


@pytest.mark.parametrize("written", ["utf-8", "latin-1"])
def test_a_name_with_an_accent_is_kept_whole_in_any_locale(folder: Path, written: str) -> None:
    script = "e\n1\nZoë\n\n".encode(written)
    command = [*COMMAND, str(folder), "plain"]
    old = environment(PYTHONIOENCODING="latin-1", PYTHONUTF8="0")
    told = subprocess.run(command, input=script, capture_output=True, env=old, timeout=PATIENCE).stdout
    assert "With Zoë." in told.decode("latin-1")


def test_nobody_there_at_all(folder: Path) -> None:
    shut = f"exec {' '.join(COMMAND)} {folder} plain <&-"
    run = subprocess.run(["sh", "-c", shut], capture_output=True, env=environment(), timeout=PATIENCE)
    assert (run.returncode, run.stderr) == (0, b"")


def test_a_reader_who_has_heard_enough(folder: Path) -> None:
    cut = f"{' '.join(COMMAND)} {folder} plain | head -n 1"
    run = subprocess.run(
        ["sh", "-c", cut], input=b"?\n?\n?\n", capture_output=True, env=environment(), timeout=PATIENCE
    )
    assert (run.stdout.count(b"\n"), run.stderr) == (1, b"")


def test_a_journal_that_cannot_be_opened_is_one_sentence_and_code_3(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    run = piped(tmp_path / "file", "")
    assert run.returncode == 3
    assert run.stderr.decode().strip() == f"{tmp_path / 'file'} is not a folder. Please choose another place."


def test_it_starts_without_textual_and_rich(folder: Path) -> None:
    look = "main(sys.argv[1:]); print({'textual', 'rich'} & set(sys.modules))"
    program = f"import sys; from leaving_tui.cli import main; {look}"
    run = subprocess.run(
        [sys.executable, "-c", program, "--data", str(folder), "plain"],
        input=b"q\n",
        capture_output=True,
        env=environment(),
        timeout=PATIENCE,
    )
    assert run.stdout.endswith(b"set()\n")


class Terminal:
    """The program in a terminal of its own."""

    def __init__(self, folder: Path) -> None:
        self.pid, self._fd = pty.fork()
        if not self.pid:
            os.execve(sys.executable, [*COMMAND, str(folder), "plain"], environment())
        self.told = ""

    def type(self, text: str) -> None:
        os.write(self._fd, text.encode())

    def until(self, words: str) -> None:
        """Read on until `words` are there; what was read before is not looked at again."""
        start = len(self.told)
        while words not in self.told[start:]:
            assert select.select([self._fd], [], [], PATIENCE)[0], self.told
            self.told += os.read(self._fd, 4096).decode(errors="replace")

    def end(self) -> int:
        """Its exit status, once it has ended."""
        while True:
            try:
                self.told += os.read(self._fd, 4096).decode(errors="replace")
            except OSError:
                break
        os.close(self._fd)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def hang_up(self) -> None:
        """The terminal is closed."""
        os.close(self._fd)
        os.waitpid(self.pid, 0)

    def stop(self) -> None:
        """End it, if a test has not."""
        with suppress(ProcessLookupError, ChildProcessError):
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)


@pytest.fixture
def terminal(folder: Path) -> Iterator[Terminal]:
    started = Terminal(folder)
    started.until("Enter: to the goodbye.")
    started.type("\n\n")
    started.until("minutes to go.")
    yield started
    started.stop()


def test_enter_stops_a_breath_in_a_terminal_and_q_leaves_calmly(terminal: Terminal) -> None:
    terminal.type("b\n")
    terminal.until("Breathe in")
    terminal.type("\n")
    terminal.until("How are you now?")
    terminal.type("q\n")
    assert terminal.end() == 0
    assert GOES_ON in terminal.told
    assert "\x1b" not in terminal.told


@pytest.mark.parametrize("typed", ["\x03", "\x04"])
def test_ctrl_c_and_ctrl_d_leave_calmly(terminal: Terminal, typed: str) -> None:
    terminal.type(typed)
    assert terminal.end() == 0
    assert GOES_ON in terminal.told


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_calmly_and_is_told_to_the_caller(terminal: Terminal, number: signal.Signals) -> None:
    os.kill(terminal.pid, number)
    assert terminal.end() == 128 + number
    assert GOES_ON in terminal.told


def test_ctrl_c_in_a_breath_leaves_and_counts_it(terminal: Terminal, folder: Path) -> None:
    terminal.type("b\n")
    terminal.until("Breathe in")
    terminal.type("\x03")
    assert terminal.end() == 0
    assert "breathed, 1 breath" in piped(folder, "o\n").stdout.decode()


def test_a_terminal_that_is_closed_loses_nothing(terminal: Terminal, folder: Path) -> None:
    terminal.type("+\n")
    terminal.until("minutes to go.")
    terminal.hang_up()
    # A minute may come to its end meanwhile.
    more = re.compile("3[45] minutes to go")
    assert more.search(terminal.told)
    assert more.search(piped(folder, "").stdout.decode())
