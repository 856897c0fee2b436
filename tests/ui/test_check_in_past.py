"""A check-in that is past and unmarked is told as past, on Away and on Check in, with the way to note it."""

import pytest

from leaving_tui.companion import Companion
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.ui.app import LeavingApp
from tests.conftest import HandClock
from tests.ui.conftest import PHONE, TERMINAL, WIDE, shows, tap, until

PAST = "Grandma was to text at 15:15. No news is not bad news."


@pytest.fixture
def out(companion: Companion) -> Companion:
    """Out for an hour since 14:58, with two check-ins."""
    companion.prepare(PlanDraft("Grandma", minutes=60, check_ins=("15:15", "15:45")))
    companion.leave()
    return companion


async def test_T3_8_it_is_told_as_past_and_one_tap_or_key_leads_to_where_it_is_noted(
    app: LeavingApp, out, clock: HandClock
) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "Grandma texts at 15:15."))
        tiles = [tile.region for tile in app.screen.query("#reach Tile")]
        clock.tick(minutes=18)
        app.beat()
        for size, where in ((PHONE, "#agreed"), (TERMINAL, "#agreed-side"), (WIDE, None)):
            await pilot.resize_terminal(*size)
            told = app.screen.query_one(where or "#agreed-side")
            await until(
                pilot, lambda told=told: told.region and str(told.content) == f"{PAST} Tap or c if it came."
            )
            if size == PHONE:
                assert [tile.region for tile in app.screen.query("#reach Tile")] == tiles
            await (pilot.click(where) if where else pilot.press("c"))
            await until(pilot, lambda: shows(app, "Call now", PAST, "1 They checked in"))
            assert not shows(app, "c if it came")
            await pilot.press("escape")
            await until(pilot, lambda: shows(app, "I'm home"))


async def test_T3_8_once_it_is_noted_the_next_one_is_told(app: LeavingApp, out, clock: HandClock) -> None:
    clock.tick(minutes=10)
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "I'm home"))
        await pilot.press("c", "1")
        await until(pilot, lambda: shows(app, "I'm home"))
        clock.tick(minutes=9)
        app.beat()
        await until(pilot, lambda: shows(app, "Grandma texts at 15:45."))


async def test_past_the_planned_return_too_a_phone_tells_it(
    app: LeavingApp, companion, clock: HandClock
) -> None:
    companion.prepare(PlanDraft("Grandma", minutes=30, check_ins=("15:15",)))
    companion.leave()
    clock.tick(minutes=33)
    async with app.run_test(size=PHONE) as pilot:
        whole = "Grandma was to text at 15:15. You can call now. Tap or c if it came."
        await until(pilot, lambda: shows(app, "min past", whole, "A message to say you are late"))
        await pilot.press("m")
        await until(
            pilot, lambda: shows(app, whole, "“Running 3 minutes late so far. Please tell the little one.”")
        )
        await pilot.click("#agreed")
        await tap(pilot, "They checked in")
        await until(pilot, lambda: shows(app, "past the plan") and not shows(app, "was to text"))


async def test_in_a_low_window_it_has_one_row_once_a_message_needs_the_others(
    app: LeavingApp, companion, clock: HandClock
) -> None:
    companion.prepare(PlanDraft("Grandma", minutes=30, check_ins=("15:15",)))
    companion.leave()
    clock.tick(minutes=33)
    async with app.run_test(size=(40, 15)) as pilot:
        await until(pilot, lambda: shows(app, "c Check-in at 15:15: done?", "A message to say you are late"))
        assert not shows(app, "was to text")
        await pilot.click("#own-short")
        await until(pilot, lambda: shows(app, "Call now if"))
