"""The log beside the countdown: it takes no room from the check-in, and no tile moves as it grows."""

from leaving_tui.companion import Companion
from leaving_tui.domain.outing import Kind
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.widgets.tile import Tile
from tests.conftest import HandClock
from tests.ui.conftest import TERMINAL, WIDE, shows, until


async def test_T3_8_with_a_long_log_the_check_in_is_whole_the_newest_lines_are_there_and_no_tile_moves(
    app: LeavingApp, companion: Companion, clock: HandClock
) -> None:
    companion.prepare(PlanDraft("Grandma", minutes=60, check_ins=("15:15",)))
    companion.leave()
    clock.tick(minutes=18)
    async with app.run_test(size=TERMINAL) as pilot:
        for size in (TERMINAL, WIDE):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: shows(app, "I'm home", "No news is"))
            places = [tile.region for tile in app.screen.query("#reach Tile")]
            check_in = app.screen.query_one("#agreed-side").region
            for rating in (3, 5, 8, *[6] * 25, 9):
                companion.note(Kind.RATING, rating=rating)
                app.beat()
            await until(pilot, lambda: shows(app, "anxious 9", "o all of it"))
            assert not shows(app, "anxious 3")
            for name in ("#agreed-side", "#log"):
                assert app.screen.region.contains_region(app.screen.query_one(name).region)
            assert app.screen.query_one("#agreed-side").region == check_in
            assert [tile.region for tile in app.screen.query("#reach Tile")] == places
        await pilot.click("#log")
        await until(pilot, lambda: shows(app, "out of the door", "Close"))


async def test_who_is_late_without_having_said_so_has_a_message_to_send(
    app: LeavingApp, away: Companion, clock: HandClock
) -> None:
    async with app.run_test(size=(40, 15)) as pilot:
        for size in ((40, 15), (42, 20), TERMINAL, WIDE):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: shows(app, "I'm home"))
            clock.tick(minutes=30)
            app.beat()
            await until(pilot, lambda: shows(app, "min past"))
            assert not shows(app, "you are late")
            app.copy_to_clipboard("")
            clock.tick(minutes=6)
            app.beat()
            await until(pilot, lambda: shows(app, "m A message to say you are late"))
            places = [tile.region for tile in app.screen.query(Tile) if tile.region]
            await pilot.press("m")
            told = "Running 6 minutes late so far. Please tell the little one."
            await until(pilot, lambda told=told: app.clipboard == told and shows(app, "Running 6 minutes"))
            assert [tile.region for tile in app.screen.query("#reach Tile")] == places[:6]
            clock.tick(minutes=-36)
            app.beat()
            await until(pilot, lambda: shows(app, "30 min") or not shows(app, "late so far"))
