"""The app in a real terminal: killed at any stage it opens where it was, and two windows go together."""

import signal
from pathlib import Path

from leaving_tui.clock import system_clock
from leaving_tui.storage.journal import Journal
from tests.pty.terminal import Terminal

WIDE, PHONE = (120, 34), (42, 20)


def test_killed_at_any_stage_it_opens_where_it_was(folder: Path, saved):
    def killed(terminal: Terminal) -> None:
        assert terminal.signal(signal.SIGKILL) == -signal.SIGKILL

    with Terminal(folder, "go", "45m", "--with", "Grandma", "--to", "the shop") as terminal:
        killed(terminal.wait_for("I've left", "Grandma"))
    with Terminal(folder) as terminal:
        terminal.wait_for("I've left", "Grandma").press("enter")
        terminal.wait_for("Home by", "to go")
        headline = f"Home by {saved().due_at:%H:%M}"
        killed(terminal.wait_for(headline))
    with Terminal(folder) as terminal:
        terminal.wait_for("Away with Grandma · the shop", headline, "Breathe", "I'm home").press("r")
        terminal.wait_for("How anxious are you now?").press("7")
        killed(terminal.wait_for(headline, "anxious 7"))
    with Terminal(folder, size=WIDE) as terminal:
        terminal.wait_for(headline, "out of the door", "anxious 7").press("h")
        killed(terminal.wait_for("about the same"))
    with Terminal(folder) as terminal:
        terminal.wait_for("easier", "about the same", "harder").press("1")
        killed(terminal.wait_for("Saved"))
    assert saved() is None
    with Terminal(folder) as terminal:
        terminal.wait_for("To the goodbye", "Past outings", "Grandma · the shop", "1 outing", "easier")
    [outing] = Journal(folder, system_clock).outings()
    assert outing.reflection.felt == "easier"
    assert [moment.rating for moment in outing.moments] == [7]


def test_two_windows_and_the_command_line_tell_of_one_outing(folder: Path, left_ago, leaving):
    outing = left_ago(20, minutes=30)
    with Terminal(folder, size=WIDE) as laptop, Terminal(folder, size=PHONE) as phone:
        for window in (laptop, phone):
            window.wait_for(f"Home by {outing.due_at:%H:%M}", "min to go").wait_for_title("Leaving · 10 min")
        status = leaving("status")
        assert (status.returncode, status.stderr) == (0, "")
        assert status.stdout.strip() == f"Out. 10 min to go, home by {outing.due_at:%H:%M}."
        laptop.press("h")
        laptop.wait_for("about the same")
        phone.wait_for("about the same").tap("about the same")
        phone.wait_for("Saved")
        laptop.wait_for("Past outings", "Grandma · coffee", "the same")
        assert leaving("status").returncode == 1
        log = leaving("log")
        assert (log.returncode, log.stderr) == (0, "")
        assert "Grandma" in log.stdout
        assert laptop.process.poll() is phone.process.poll() is None


def test_long_past_the_plan_it_asks_whether_they_are_still_out(folder: Path, left_ago):
    outing = left_ago(200, minutes=30)
    planned = f"Home at {outing.due_at:%H:%M}"
    with Terminal(folder) as terminal:
        terminal.wait_for("Still out", planned).press("escape")
        terminal.wait_for("2 h 50 min past").press("q")
        assert terminal.status() == 0
    with Terminal(folder, size=PHONE) as terminal:
        terminal.wait_for("Still out").tap("Home at")
        terminal.wait_for("about the same", "easier")
    assert Journal(folder, system_clock).live().home_at == outing.due_at


def test_an_hour_past_the_plan_it_does_not_ask_yet(folder: Path, left_ago):
    left_ago(85, minutes=30)
    with Terminal(folder) as terminal:
        assert not terminal.wait_for("past the plan").shows("Still out")


def test_a_whole_outing_on_a_phone_by_taps_alone(folder: Path):
    with Terminal(folder, size=PHONE) as terminal:
        terminal.tap("To the goodbye").tap("I've left").wait_for("Home by")
        terminal.tap("Breathe").wait_for("Breathe in").tap("Breathe in").tap("Done")
        terminal.tap("I'm home").tap("harder").wait_for("Saved")
    [outing] = Journal(folder, system_clock).outings()
    assert (outing.reflection.felt, [moment.kind for moment in outing.moments]) == ("harder", ["breathe"])


def test_a_clock_time_to_be_back_is_a_plan_too(folder: Path, saved):
    with Terminal(folder, "go", "15:30") as terminal:
        terminal.wait_for("Home by 15:30", "I've left").press("enter")
        terminal.wait_for("Home by 15:30", "I'm home")
    assert f"{saved().due_at:%H:%M:%S}" == "15:30:00"
