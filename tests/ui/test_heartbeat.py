"""A screen that is left alone shows what is so all the same."""

from pathlib import Path

import pytest

from leaving_tui.companion import Companion
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.storage.journal import Journal
from leaving_tui.storage.notes import Notes
from leaving_tui.ui.app import LeavingApp
from tests.conftest import HandClock
from tests.ui.conftest import TERMINAL, screen_text, shows, until


async def test_home_left_alone_stays_as_it_is_but_for_the_plan_and_what_another_window_does(
    app: LeavingApp, companion: Companion, clock: HandClock, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its own heartbeat, here quicker than in life."""
    for length in ("screens.home.BY_THE_MINUTE", "heart.LOOK"):
        monkeypatch.setattr(f"leaving_tui.ui.{length}", 0.0625)
    other = Companion(Journal(folder, clock), Notes(folder), clock)
    async with app.run_test(size=TERMINAL) as pilot:
        await until(pilot, lambda: shows(app, "30 min", "Each outing makes one mark"))
        still = screen_text(app)
        other.draft(PlanDraft(carer="Nana", span="15:05"))
        await until(pilot, lambda: shows(app, "With Nana", "Home by 15:05"))
        clock.tick(minutes=8)
        await until(pilot, lambda: shows(app, "With Nana", "7 min"))
        other.draft(PlanDraft())
        await until(pilot, lambda: screen_text(app) == still)
        other.prepare()
        await until(pilot, lambda: shows(app, "I've left"))
