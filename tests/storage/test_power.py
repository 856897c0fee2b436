"""After a power cut at any moment, everything that was said to be saved is there."""

from pathlib import Path

from tests.storage.days import found, now_at, open_journal, script
from tests.storage.each_call import laid_out, steps
from tests.storage.power import PowerDisk


def cuts(folder: Path, days: int, *, sync_works: bool) -> tuple[int, list[str]]:
    """Every act of some days, with a power cut after each call; how many cuts, and which cost something."""
    tried, wrong = 0, []
    for step in steps(folder / "whole", script(days)):
        one = laid_out(folder / "one", step.files)
        disk = PowerDisk(one, step.files, sync_works=sync_works)
        step.act.do(open_journal(one, step.number, disk), step.before, now_at(step.number))
        for number, left in enumerate(disk.moments, 1):
            there = found(open_journal(laid_out(folder / "left", left), step.number))
            last = number == len(disk.moments)
            if there != step.after and (last or there != step.before):
                wrong.append(f"{step.act.name}, after call {number} of {len(disk.moments)}")
            tried += 1
    return tried, wrong


def test_a_power_cut_at_any_moment_costs_nothing_that_was_said_to_be_saved(quick: Path) -> None:
    tried, wrong = cuts(quick / "synced", 3, sync_works=True)
    assert wrong == []
    assert tried > 300


def test_without_syncing_a_power_cut_does_cost_something_so_this_test_can_tell(quick: Path) -> None:
    _, wrong = cuts(quick / "unsynced", 3, sync_works=False)
    assert len(wrong) > 20
