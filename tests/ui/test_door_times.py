"""Last fed, told at the door on the screens: a time that no clock shows is asked about."""

from leaving_tui.companion import Companion
from leaving_tui.content.library import Library
from leaving_tui.ui.app import LeavingApp
from tests.conftest import HandClock
from tests.ui.conftest import PHONE, shows, until


async def test_T5_1_a_time_that_no_clock_shows_is_asked_about_and_not_kept(
    companion: Companion, library: Library, clock: HandClock
) -> None:
    companion.prepare()
    app = LeavingApp(companion, library, clock)
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "I've left"))
        await pilot.press("f")
        await until(pilot, lambda: shows(app, "1 h ago"))
        await pilot.press("a", "t", "space", *"25:99", "enter")
        await until(pilot, lambda: shows(app, "25:99 is no clock time."))
        assert "last_fed" not in companion.snapshot().notes["sheet"]
