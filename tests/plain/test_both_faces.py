"""An outing begun in plain lines is gone on with on the screens, and the other way round."""

from leaving_tui.companion import Companion
from leaving_tui.content.library import Library
from leaving_tui.domain.outing import Stage
from leaving_tui.storage.journal import Journal
from leaving_tui.storage.notes import Notes
from leaving_tui.ui.app import LeavingApp
from tests.conftest import HandClock
from tests.plain.conftest import Parent
from tests.ui.conftest import TERMINAL, _without_idling, shows, until

__all__ = ["_without_idling"]
"""The screens are waited for as in the other screen tests."""


async def test_begun_in_lines_it_goes_on_on_the_screens(
    away: Parent, folder, library: Library, clock: HandClock
) -> None:
    away.types("s", "+", "r", "7")
    clock.tick(minutes=10)
    companion = Companion(Journal(folder, clock), Notes(folder), clock)
    app = LeavingApp(companion, library, clock)
    async with app.run_test(size=TERMINAL) as pilot:
        await until(pilot, lambda: shows(app, "Home by 15:33", "I'm home"))
        await pilot.press("h")
        await until(pilot, lambda: shows(app, "about the same"))
    assert "Compared with what you feared, it was…" in away.types("2").lines


async def test_begun_on_the_screens_it_goes_on_in_lines(
    parent: Parent, companion: Companion, library: Library, clock: HandClock
) -> None:
    app = LeavingApp(companion, library, clock)
    async with app.run_test(size=TERMINAL) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "I've left"))
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "Home by 15:28"))
    told = parent.types("h", "1")
    assert "Home by 15:28. 30 minutes to go." in told.lines
    assert parent.companion.snapshot().stage is Stage.BACK


def test_a_wait_begun_on_the_screens_is_ended_in_lines(away: Parent) -> None:
    away.companion.remember("choices", urge_until="2026-11-23T15:03:00.000Z", urge_minutes=5)
    told = away.types("c", "1")
    assert "You are waiting, with 5 minutes to go. It can end at any time." in told.lines
    assert away.outing.moments[0].detail == {"minutes": 0, "outcome": "waited"}


async def test_a_wait_of_an_earlier_outing_is_over_on_the_screens_too(
    away: Parent, companion: Companion, library: Library, clock: HandClock
) -> None:
    away.types("c", "w", "5", 60, "h", "2", "back")
    clock.tick(minutes=30)
    away.types("", "")
    app = LeavingApp(companion, library, clock)
    async with app.run_test(size=TERMINAL) as pilot:
        await pilot.press("c")
        await until(pilot, lambda: shows(app, "Call now"))
        assert not app.screen.has_class("-waiting")
