"""Running late: the return is moved, and the message for the carer is one tap or key away."""

import pytest

from leaving_tui.companion import Companion
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.ui.app import LeavingApp
from tests.conftest import HandClock
from tests.ui.conftest import PHONE, TERMINAL, WIDE, shows, tap, until

SIZES = pytest.mark.parametrize("size", [(40, 15), PHONE, TERMINAL, WIDE], ids=str)


@pytest.fixture
def out(companion: Companion, clock: HandClock) -> Companion:
    """Out for half an hour since 14:58."""
    companion.prepare(PlanDraft("Grandma", minutes=30))
    companion.leave()
    return companion


@SIZES
async def test_after_more_time_one_tap_shows_the_message_as_text(app: LeavingApp, out, size) -> None:
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: shows(app, "Home by 15:28", "I'm home"))
        assert not shows(app, "you are late")
        await pilot.press("plus", "plus")
        await until(pilot, lambda: shows(app, "Home by 15:38", "A message to say you are late"))
        assert not shows(app, "little one")
        await tap(pilot, "you are late")
        await until(pilot, lambda: shows(app, "“Running 10 minutes late. Back by 15:38."))
        assert shows(app, "Please tell the little one.”", "I'm home")
        assert app.clipboard.startswith("Running 10 minutes late.")


async def test_the_message_follows_the_plan_and_goes_when_it_is_as_before(app: LeavingApp, out) -> None:
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


async def test_past_the_plan_the_minutes_are_those_from_the_plan(app: LeavingApp, out, clock) -> None:
    clock.tick(minutes=42)
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "12 min past the plan"))
        await pilot.press("plus", "m")
        await until(pilot, lambda: shows(app, "Running 17 minutes late. Back by 15:45."))
