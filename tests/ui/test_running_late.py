"""Running late: the return is moved, and the message for the carer is one tap or key away."""

import pytest

from leaving_tui.companion import Companion
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.ui.app import LeavingApp
from tests.ui.conftest import PHONE, TERMINAL, WIDE, screen_text, shows, tap, until

WINDOWS = ((40, 15), PHONE, TERMINAL, WIDE)


@pytest.fixture
def out(companion: Companion) -> Companion:
    """Out for half an hour since 14:58."""
    companion.prepare(PlanDraft("Grandma", minutes=30))
    companion.leave()
    return companion


async def test_after_more_time_one_tap_shows_the_message_as_text(app: LeavingApp, out) -> None:
    async with app.run_test(size=WINDOWS[0], notifications=True) as pilot:
        for size in WINDOWS:
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: shows(app, "Home by 15:28", "I'm home"))
            assert not shows(app, "you are late")
            await pilot.press("plus", "plus")
            await until(pilot, lambda: shows(app, "Home by 15:38", "A message to say you are late"))
            assert not shows(app, "little one")
            app.copy_to_clipboard("")
            await tap(pilot, "you are late")
            await until(pilot, lambda: shows(app, "“Running 10 minutes late. Back by 15:38."))
            assert shows(app, "Please tell the little one.”", "I'm home")
            await until(pilot, lambda: shows(app, "Copied, if your terminal allows it."))
            await pilot.press("m")
            assert screen_text(app).count("Copied") == 1
            app.clear_notifications()
            await until(pilot, lambda: not shows(app, "Copied"))
            assert app.clipboard.startswith("Running 10 minutes late.")
            await pilot.press("minus", "minus")


async def test_the_message_follows_the_plan_and_goes_when_it_is_as_before(
    app: LeavingApp, out, clock
) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "Home by 15:28"))
        await pilot.press("m")
        assert app.clipboard == ""
        await pilot.press("plus", "m")
        await until(pilot, lambda: shows(app, "Running 5 minutes late. Back by 15:33."))
        await pilot.press("plus")
        await until(pilot, lambda: shows(app, "Running 10 minutes late. Back by 15:38."))
        await pilot.press("minus", "minus")
        await until(pilot, lambda: shows(app, "Home by 15:28") and not shows(app, "late"))
        # Past the plan, the minutes are those from the plan.
        clock.tick(minutes=42)
        app.beat()
        await until(pilot, lambda: shows(app, "12 min past the plan"))
        await pilot.press("plus", "m")
        await until(pilot, lambda: shows(app, "Running 17 minutes late. Back by 15:45."))


async def test_on_a_phone_five_minutes_more_or_less_are_one_tap_away_and_no_tile_gives_way(
    app: LeavingApp, out
) -> None:
    async with app.run_test(size=PHONE) as pilot:
        for size in (PHONE, (42, 19), (45, 40)):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: shows(app, "Home by 15:28", "I'm home", "? keys"))
            places = [tile.region for tile in app.screen.query("#reach Tile")]
            await tap(pilot, "5 min more")
            await until(pilot, lambda: shows(app, "Home by 15:33", "you are late"))
            assert [tile.region for tile in app.screen.query("#reach Tile")] == places
            assert {place.height for place in places} == {3}
            await tap(pilot, "5 min less")
            await until(pilot, lambda: shows(app, "Home by 15:28"))
        for size in ((40, 15), TERMINAL):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: not app.screen.query_one("#minutes").region)
