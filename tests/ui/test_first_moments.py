"""The first moments: whoever is quicker than the app finds everything in its place all the same."""

import asyncio

import pytest

from leaving_tui.companion import Companion
from leaving_tui.domain.outing import Felt
from leaving_tui.ui.app import LeavingApp
from tests.ui.conftest import TERMINAL, leave, shows, until

pytestmark = pytest.mark.usefixtures("painted")


async def test_a_quick_enter_meets_a_goodbye_that_looks_as_it_should(
    app: LeavingApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As if both keys came before the first frame was on its way.
    monkeypatch.setattr("leaving_tui.ui.app.SENT", 3600)
    async with app.run_test(size=TERMINAL) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "I've left"))
        light = app.screen.query_one("#light")
        assert light.region.width <= 64
        assert light.styles.background.hex == app.current_theme.surface.upper()
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "Home by 15:28", "Breathe"))


@pytest.mark.parametrize("turns", [0, 4, 12, 30])
async def test_leaving_home_while_the_past_is_being_shown_harms_nothing(
    app: LeavingApp, companion: Companion, turns: int
) -> None:
    leave(companion).come_home()
    companion.answer(Felt.EASIER)
    companion.done()
    async with app.run_test(size=TERMINAL) as pilot:
        for _ in range(turns):
            await asyncio.sleep(0)
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "I've left"))
        await pilot.press("escape")
        await until(pilot, lambda: shows(app, "Past outings", "1 outing"))
