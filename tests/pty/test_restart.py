"""The app in a real terminal: killed at any stage it opens where it was, and two windows go together."""

import signal
from datetime import timedelta
from pathlib import Path

from leaving_tui.cli import main
from leaving_tui.clock import system_clock
from leaving_tui.storage.journal import Journal
from tests.pty.terminal import STEADY, Terminal

WIDE, PHONE = (120, 34), (42, 20)


def test_killed_at_any_stage_it_opens_where_it_was_with_the_clock_time_that_was_planned(folder: Path, saved):
    back = f"{system_clock() + timedelta(minutes=45):%H:%M}"
    headline = f"Home by {back}"

    def killed(terminal: Terminal) -> None:
        assert terminal.signal(signal.SIGKILL) == -signal.SIGKILL

    with Terminal(folder, "go", back, "--with", "Grandma", "--to", "the shop") as terminal:
        killed(terminal.wait_for(headline, "I've left", "Grandma"))
    with Terminal(folder) as terminal:
        terminal.wait_for(headline, "I've left", "Grandma").press("enter")
        terminal.wait_for("Away with Grandma · the shop", headline, "to go", "Breathe", "I'm home").press("r")
        terminal.wait_for("How anxious are you now?").press("7")
        killed(terminal.wait_for(headline, "anxious 7"))
    assert f"{saved().due_at:%H:%M:%S}" == f"{back}:00"
    with Terminal(folder, size=WIDE) as terminal:
        terminal.wait_for("Away with Grandma · the shop", headline, "Breathe", "I'm home")
        terminal.wait_for("out of the door", "anxious 7").press("h")
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


def test_two_windows_and_the_command_line_tell_of_one_outing(folder: Path, left_ago, leaving, capsys):
    outing = left_ago(20, minutes=30)
    # A minute may come to its end meanwhile.
    to_go = ["10 min", "9 min"]
    with Terminal(folder, size=WIDE) as laptop, Terminal(folder, size=PHONE) as phone:
        for window in (laptop, phone):
            window.wait_for(f"Home by {outing.due_at:%H:%M}", "min to go")
            window.wait_for_title(*(f"Leaving · {left}" for left in to_go))
        status = leaving("status")
        assert (status.returncode, status.stderr) == (0, "")
        assert status.stdout.strip() in {
            f"Out. {left} to go, home by {outing.due_at:%H:%M}." for left in to_go
        }
        laptop.press("h")
        laptop.wait_for("about the same")
        phone.wait_for("about the same").tap("about the same", STEADY)
        phone.wait_for("Saved")
        laptop.wait_for("Past outings", "Grandma · coffee", "the same")
        assert main(["--data", str(folder), "status"]) == 1
        capsys.readouterr()
        assert main(["--data", str(folder), "log"]) == 0
        log = capsys.readouterr()
        assert log.err == ""
        assert "Grandma" in log.out
        assert laptop.process.poll() is phone.process.poll() is None


def test_long_past_the_plan_it_asks_at_each_start_whether_they_are_still_out(folder: Path, left_ago):
    outing = left_ago(200, minutes=30)
    planned = f"Home at {outing.due_at:%H:%M}"
    with Terminal(folder) as terminal:
        terminal.wait_for("Still out", planned).press("escape")
        terminal.wait_for("2 h 5", "min past")
        assert terminal.signal(signal.SIGHUP) == 129
        assert terminal.left_changed() == []
    with Terminal(folder, size=PHONE) as terminal:
        terminal.wait_for("Still out").tap("Home at")
        terminal.wait_for("about the same", "easier")
    assert Journal(folder, system_clock).live().home_at == outing.due_at


def test_a_whole_outing_on_a_phone_by_taps_alone(folder: Path):
    with Terminal(folder, size=PHONE) as terminal:
        terminal.tap("To the goodbye").tap("I've left", STEADY).wait_for("Home by")
        terminal.tap("Breathe").wait_for("Breathe in").tap("Breathe in").tap("Done")
        terminal.tap("I'm home").tap("harder", STEADY).wait_for("Saved")
    [outing] = Journal(folder, system_clock).outings()
    assert (outing.reflection.felt, [moment.kind for moment in outing.moments]) == ("harder", ["breathe"])
