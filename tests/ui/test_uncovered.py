"""A screen that comes to the top again tells the time of now, in its first picture."""

import pytest

from leaving_tui.ui.app import LeavingApp
from tests.ui.conftest import PHONE, shows, until

pytestmark = pytest.mark.usefixtures("painted")


async def test_away_tells_the_minutes_left_as_soon_as_it_is_uncovered(app: LeavingApp, away, clock) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "min to go"))
        app.action_open("ground")
        await until(pilot, lambda: shows(app, "Five senses"))
        clock.tick(minutes=12)
        app.pop_screen()
        assert app.screen.query_one("Digits").value == "18"
        await pilot.pause()
