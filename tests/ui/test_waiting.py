"""A wait with an urge is seen wherever the person is, and its end is told there."""

import pytest

from leaving_tui.companion import Companion
from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.screens.kind import KindScreen
from tests.conftest import HandClock
from tests.ui.conftest import PHONE, TERMINAL, WIDE, shows, tap, until
from tests.ui.test_calm import kinds

WAITING = "Your wait: 5:00 to go"


async def test_a_wait_is_one_tap_away_in_the_first_view_and_its_end_is_answered_warmly(
    app: LeavingApp, away: Companion, clock: HandClock
) -> None:
    """While it goes on, nothing names what cannot be tapped."""
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "I'm home"))
        await pilot.press("c")
        await until(pilot, lambda: shows(app, "Call now", "Wait 5 min", "Close"))
        await tap(pilot, "Wait 5 min")
        await until(pilot, lambda: shows(app, WAITING))
        app.screen.query_one("#panel").scroll_end(animate=False)
        await until(pilot, lambda: shows(app, "Messages ready") and not shows(app, "Wait 5"))
        assert not app.screen.query_one("#nothing-new").region
        app.screen.query_one("#panel").scroll_home(animate=False)
        clock.tick(minutes=5)
        app.beat()
        await tap(pilot, "I waited")
        await until(pilot, lambda: shows(app, "You stayed with it for 5 minutes.", "Call now"))
        await tap(pilot, "Wait 5 min")
        await until(pilot, lambda: shows(app, WAITING) and not shows(app, "You stayed"))


@pytest.mark.parametrize("by", ["key", "tap", "typed"])
async def test_a_wait_that_begins_is_in_view_and_so_are_the_ways_to_end_it(
    app: LeavingApp, away: Companion, by: str
) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "I'm home"))
        await pilot.press("c")
        await until(pilot, lambda: shows(app, "Call now", "Home by 15:28"))
        panel = app.screen.query_one("#panel")
        if by == "key":
            panel.scroll_end(animate=False)
            await until(pilot, lambda: panel.scroll_offset.y > 0)
            await pilot.press("w")
        else:
            field = app.screen.query_one("#own-wait")
            field.scroll_visible(animate=False)
            await pilot.pause()
            if by == "tap":
                await tap(pilot, "Wait 5 min")
            else:
                field.focus()
                await pilot.press("5", "enter")
        await until(pilot, lambda: shows(app, WAITING, "I waited", "I checked", "Home by 15:28"))
        assert panel.scroll_offset.y == 0
        # What is read further down does not take it away.
        panel.scroll_end(animate=False)
        await until(pilot, lambda: panel.scroll_offset.y > 0)
        assert shows(app, WAITING)


async def test_away_shows_the_wait_in_one_line_that_leads_to_it_and_tells_its_end(
    app: LeavingApp, away: Companion, clock: HandClock
) -> None:
    async with app.run_test(size=PHONE, notifications=True) as pilot:
        await until(pilot, lambda: shows(app, "I'm home"))
        tiles = [tile.region for tile in app.screen.query("#reach Tile")]
        await pilot.press("c", "w", "escape")
        for size in (PHONE, TERMINAL, WIDE):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: shows(app, "I'm home", "Your wait: 5 min to go"))
            if size == PHONE:
                assert [tile.region for tile in app.screen.query("#reach Tile")] == tiles
            await tap(pilot, "Your wait")
            await until(pilot, lambda: shows(app, WAITING))
            await pilot.press("escape")
        clock.tick(minutes=4, seconds=30)
        app.beat()
        await until(pilot, lambda: shows(app, "I'm home", "Your wait: 1 min to go"))
        clock.tick(seconds=30)
        app.beat()
        await until(pilot, lambda: shows(app, "Your wait is over. How was it?", "if you like."))
        await tap(pilot, "Your wait is over")
        await tap(pilot, "I waited")
        await until(pilot, lambda: kinds(away) == ["urge"])
        await pilot.press("escape")
        await until(pilot, lambda: shows(app, "I'm home") and not app.screen.query_one("#wait").display)


async def test_its_end_is_told_over_another_screen_but_not_over_the_one_that_tells_it(
    app: LeavingApp, away: Companion, clock: HandClock
) -> None:
    async with app.run_test(size=PHONE, notifications=True) as pilot:
        for over in (True, False):
            await until(pilot, lambda: shows(app, "I'm home"))
            await pilot.press("c")
            await until(pilot, lambda: shows(app, "Call now"))
            await pilot.press("w")
            await until(pilot, lambda: shows(app, WAITING))
            if over:
                app.action_open("kind")
                await until(pilot, lambda: isinstance(app.screen, KindScreen) and shows(app, "Another"))
            clock.tick(minutes=5)
            app.beat()
            end = "Your wait is over. Check in asks" if over else "The wait is over. How was it?"
            await until(pilot, lambda end=end: shows(app, end))
            assert any("wait" in notice.message for notice in app._notifications) is over
            app.clear_notifications()
            if over:
                app.pop_screen()
            await tap(pilot, "I waited")
            await until(pilot, lambda: not shows(app, "I waited"))
            app.pop_screen()


async def test_each_answer_to_a_wait_has_a_key_no_other_wait_begins_and_what_was_really_waited_is_logged(
    app: LeavingApp, away: Companion, clock: HandClock
) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        for seconds, key, detail in (
            (2, "3", {"minutes": 0, "outcome": "waited"}),
            (130, "4", {"minutes": 2, "outcome": "checked"}),
            (999, "3", {"minutes": 5, "outcome": "waited"}),
            (1, "5", {"minutes": 0, "outcome": "new_fact"}),
        ):
            await until(pilot, lambda: shows(app, "I'm home"))
            await pilot.press("c")
            await until(pilot, lambda: shows(app, "Call now", "w wait 5 min") and not shows(app, "I waited"))
            before = len(kinds(away))
            await pilot.press("3", "w")
            await until(pilot, lambda: shows(app, WAITING, "3 I waited", "4 I checked", "5 There was"))
            assert not shows(app, "w wait")
            clock.tick(seconds=seconds)
            app.beat()
            await pilot.press("w", "question_mark")
            await until(pilot, lambda: shows(app, "How the wait was: I waited"))
            assert not shows(app, "Wait 5 minutes")
            await pilot.press("escape", key)
            await until(pilot, lambda before=before: len(kinds(away)) == before + 1)
            assert away.outing().moments[-1].detail == detail
            await pilot.press("escape")
        await pilot.press("o")
        await until(pilot, lambda: shows(app, "an urge to check, and you waited a moment", "waited 5 min"))
