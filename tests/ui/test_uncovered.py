"""A screen that comes to the top again tells the time of now, in its first picture."""

import pytest

from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.widgets.top import TopLine
from tests.ui.conftest import PHONE, shows, until

pytestmark = pytest.mark.usefixtures("painted")


async def test_home_tells_the_time_of_now_as_soon_as_it_is_uncovered(app: LeavingApp, clock) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "14:58"))
        app.action_open("rate")
        await until(pilot, lambda: shows(app, "anxious"))
        clock.tick(minutes=4)
        app.pop_screen()
        assert app.screen.query_one(TopLine).time == "15:02"
        await until(pilot, lambda: shows(app, "15:02"))


async def test_away_tells_the_minutes_left_as_soon_as_it_is_uncovered(app: LeavingApp, away, clock) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "min to go"))
        app.action_open("ground")
        await until(pilot, lambda: shows(app, "Five senses"))
        clock.tick(minutes=12)
        app.pop_screen()
        assert app.screen.query_one("Digits").value == "18"
        await pilot.pause()
