"""A shaking hand taps or presses twice: the second one saves nothing that nobody meant."""

import pytest

from leaving_tui.companion import Companion
from leaving_tui.domain.outing import Felt, Stage
from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.screens.back import BackScreen
from leaving_tui.ui.widgets import steady
from tests.ui.conftest import PHONE, TERMINAL, at_rest, shows, until

SETTLED = steady.SETTLED


@pytest.fixture
def hand(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The loop's time, moved by hand; the time that a screen must have been there is the real one."""
    now = [100.0]
    monkeypatch.setattr(steady, "SETTLED", SETTLED)
    monkeypatch.setattr(steady, "seconds", lambda: now[0])
    monkeypatch.setattr("leaving_tui.ui.screens.back.seconds", lambda: now[0])
    return now


async def test_two_taps_on_to_the_goodbye_do_not_leave_and_two_on_i_am_home_answer_nothing(
    app: LeavingApp, companion: Companion, hand: list[float]
) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "To the goodbye"))
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "I've left"))
        await pilot.click(steady.SteadyTile)
        assert companion.snapshot().stage is Stage.GOODBYE
        hand[0] += 0.5
        await pilot.click(steady.SteadyTile)
        await until(pilot, lambda: companion.snapshot().stage is Stage.AWAY and shows(app, "I'm home"))
        where = app.screen.query("#reach Tile").last().region.offset
        await pilot.click(offset=(where.x + 4, where.y + 1))
        await until(pilot, lambda: isinstance(app.screen, BackScreen) and shows(app, "harder"))
        hand[0] += 0.12
        for tile in app.screen.query(steady.SteadyTile):
            if tile.region.height:
                await pilot.click(tile)
        assert companion.snapshot().stage is Stage.BACK
        assert companion.snapshot().outing.reflection is None
        hand[0] += 0.5
        await pilot.click(app.screen.query(steady.SteadyTile)[1])
        await until(pilot, lambda: shows(app, "Saved"))
        assert companion.snapshot().outing.reflection.felt is Felt.SAME


async def test_a_digit_pressed_twice_is_one_answer_and_no_worst_moment(app, companion, away, hand):
    companion.come_home()
    async with app.run_test(size=TERMINAL) as pilot:
        await until(pilot, lambda: shows(app, "easier"))
        await pilot.press("1")
        await until(pilot, lambda: shows(app, "Saved") and at_rest(app))
        await pilot.press("1")
        await until(pilot, lambda: at_rest(app))
        assert companion.snapshot().outing.reflection.worst is None
        assert app.screen.query_one("RatingRow").value is None
        hand[0] += 0.5
        await pilot.press("7")
        await until(pilot, lambda: companion.snapshot().outing.reflection.worst == 7)
