"""However the app ends, the terminal is as it was, the outing is saved, and the exit status is right."""

import signal
import sys
from pathlib import Path

import pytest

from leaving_tui.domain.outing import Stage
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.storage.notes import Notes
from tests.pty.terminal import LEAVING, Terminal


def test_a_signal_leaves_the_terminal_as_it_was(folder: Path, left_ago, saved):
    left_ago(5, minutes=30)
    with Terminal(folder) as terminal:
        terminal.wait_for("Home by").press("b")
        terminal.wait_for("Breathe in")
        assert terminal.signal(signal.SIGTERM) == 143
        assert terminal.left_changed() == []
    assert saved().stage is Stage.AWAY


TAKEN_OVER = b"\x1b[?1049h"
"""What a full-screen program says first."""


def test_a_signal_before_the_first_picture_leaves_the_terminal_as_it_was(folder: Path):
    with Terminal(folder) as terminal:
        assert terminal.wait_for_codes(TAKEN_OVER).signal(signal.SIGHUP) == 129
        assert terminal.left_changed() == []


def test_keys_pressed_before_the_first_picture_are_no_crash(folder: Path):
    with Terminal(folder) as terminal:
        terminal.press("b").wait_for_codes(TAKEN_OVER).press("ctrl+c")
        # Until the keys are raw, the terminal itself makes a signal of it.
        assert terminal.status() in (0, 130)
        assert terminal.left_changed() == []
        assert b"Traceback" not in terminal.bytes


def test_closing_the_window_ends_the_app_and_keeps_the_outing(folder: Path, left_ago, saved):
    left_ago(5, minutes=30)
    with Terminal(folder) as terminal:
        terminal.wait_for("Home by").press("r")
        terminal.wait_for("How anxious are you now?").press("4")
        terminal.wait_for("anxious 4").close()
        assert terminal.status() == 129
    assert saved().moments[0].rating == 4


ON_ITS_OWN = (
    "import fcntl, os, signal, sys, termios;"
    "signal.signal(signal.SIGHUP, signal.SIG_IGN);"
    "fcntl.ioctl(0, termios.TIOCNOTTY);"
    "os.execv(sys.executable, [sys.executable, '-m', 'leaving_tui'])"
)
"""Runs the app in a terminal that is not its own: when that goes, no hang-up is sent."""


def test_a_window_that_goes_without_a_word_ends_the_app_too(folder: Path, left_ago, saved):
    left_ago(5, minutes=30)
    with Terminal(folder, program=(sys.executable, "-c", ON_ITS_OWN)) as terminal:
        terminal.wait_for("Home by").close()
        assert terminal.status() in (129, -signal.SIGALRM)
    assert saved().stage is Stage.AWAY


def test_an_hour_past_the_plan_it_asks_nothing_yet_and_ctrl_c_says_that_the_outing_goes_on(
    folder: Path, left_ago, saved
):
    left_ago(85, minutes=30)
    with Terminal(folder) as terminal:
        assert not terminal.wait_for("past the plan").shows("Still out")
        terminal.press("ctrl+c")
        assert terminal.status() == 0
        assert terminal.left_changed() == []
        terminal.wait_for("Your outing goes on")
    assert saved().stage is Stage.AWAY


def test_quitting_at_the_goodbye_says_that_nothing_has_begun(folder: Path, saved):
    with Terminal(folder, "go", "45m") as terminal:
        terminal.wait_for("I've left").press("q")
        assert terminal.status() == 0
        terminal.wait_for("Nothing has begun yet", "goodbye waits")
        assert b"Your outing goes on" not in terminal.bytes
    assert saved().stage is Stage.GOODBYE


def test_going_while_an_outing_is_under_way_says_so_and_leaves_the_next_plan_alone(
    folder: Path, left_ago, saved
):
    outing = left_ago(5, minutes=30)
    with Terminal(folder, "go", "45m", "--with", "Sam", size=(120, 34)) as terminal:
        terminal.wait_for("Home by", "An outing is under way").press("q")
        assert terminal.status() == 0
        assert terminal.left_changed() == []
        terminal.wait_for("Your outing goes on")
    assert saved() == outing
    draft = PlanDraft.from_dict(Notes(folder).load("plan"))
    assert (draft.minutes, draft.carer) == (30, "Grandma")


def test_ctrl_z_gives_the_shell_back_and_fg_the_countdown(folder: Path, left_ago):
    outing = left_ago(5, minutes=30)
    with Terminal(folder, program=["/bin/sh", "-im"], PS1="ready> ", ENV="") as terminal:
        terminal.wait_for("ready>").press(" ".join(LEAVING), "enter")
        terminal.wait_for("Home by").press("ctrl+z")
        terminal.wait_for("ready>", "Stopped")
        assert terminal.left_changed() == []
        # As in a real terminal, nothing is left of the picture from before.
        terminal.press("printf '\\033[2J\\033[H'; fg", "enter")
        terminal.wait_for("Away", f"Home by {outing.due_at:%H:%M}", "min to go", "Breathe", "? keys")
        terminal.press("h")
        terminal.wait_for("about the same").press("ctrl+c").wait_for("ready>")
        terminal.press("exit", "enter")
        assert terminal.status() == 0


CRASH = """
import sys
from leaving_tui.cli import main
from textual._xterm_parser import XTermParser
from leaving_tui.ui.screens.away import AwayScreen

def broken(*_):
    private = "what nobody else should read"
    raise RuntimeError("boom " + private)

{what} = broken
sys.exit(main([]))
"""


@pytest.mark.parametrize(
    ("what", "seen", "key"),
    [
        ("AwayScreen.action_face", "Home by", "s"),
        ("AwayScreen.compose", "", ""),
        ("XTermParser._sequence_to_key_events", "", "s"),
    ],
)
def test_a_crash_says_one_calm_sentence_and_nothing_private(folder: Path, left_ago, saved, what, seen, key):
    left_ago(5, minutes=30)
    with Terminal(folder, program=[sys.executable, "-c", CRASH.format(what=what)]) as terminal:
        terminal.wait_for(seen).press(key)
        assert terminal.status() == 1
        assert terminal.left_changed() == []
        terminal.wait_for("Something broke, and the app had to stop. What you saved is kept.")
        for word in (b"nobody else", b"boom", b"Traceback", b"private", b"RuntimeError"):
            assert word not in terminal.bytes
    assert saved().stage is Stage.AWAY


def test_without_a_terminal_it_says_so_at_once(leaving):
    refused = leaving()
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.count("\n") == 1
    assert f"type: {sys.executable} -m leaving_tui plain" in refused.stderr


def test_a_dumb_terminal_gets_one_sentence_and_no_codes(folder: Path):
    with Terminal(folder, TERM="dumb") as terminal:
        assert terminal.status() == 2
        terminal.wait_for("-m leaving_tui plain")
        assert b"\x1b" not in terminal.bytes


@pytest.mark.parametrize("redirected", ["<&-", "</dev/null", "2>&-", "2>/dev/null"])
def test_where_nobody_could_type_or_see_it_ends_at_once(folder: Path, redirected):
    with Terminal(folder, program=["/bin/sh", "-c", f"{' '.join(LEAVING)} {redirected}"]) as terminal:
        assert terminal.status() == 2
        assert b"\x1b" not in terminal.bytes
        if "2>" not in redirected:
            terminal.wait_for("-m leaving_tui plain")


def test_started_with_its_name_alone_its_pages_say_what_to_type_to_start_it_again(folder: Path):
    with Terminal(folder, size=(100, 90)) as terminal:
        terminal.wait_for("To the goodbye", "? keys").press("n")
        terminal.wait_for("s shows the page").press("s")
        terminal.wait_for(
            "As your carer reads it", "To print it, type:", "-m leaving_tui sheet -o notes.html"
        )
        terminal.press("q")
        assert terminal.status() == 0
        assert terminal.left_changed() == []
