"""The question of trust is asked once: a yes that was given counts."""

import pytest

from leaving_tui.companion import Companion
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.screens.plan import PlanScreen
from tests.ui.conftest import PHONE, shows, tap, until


@pytest.mark.parametrize("way_back", ["Done", "Take it"])
async def test_T3_1_from_the_plan_a_yes_leads_to_the_steps_and_from_there_back_to_the_plan(
    app: LeavingApp, companion: Companion, way_back: str
) -> None:
    companion.draft(PlanDraft("Grandma", minutes=20))
    async with app.run_test(size=PHONE) as pilot:
        app.action_open("plan")
        await until(pilot, lambda: shows(app, "one question comes first"))
        app.action_about("trust")
        await tap(pilot, "1  yes")
        if way_back == "Take it":
            await until(pilot, lambda: shows(app, "A coffee, a shop, a walk."))
            await pilot.press("enter")
        await tap(pilot, way_back)
        await until(pilot, lambda: isinstance(app.screen, PlanScreen))
        assert not shows(app, "Do you trust", "one question comes first")
