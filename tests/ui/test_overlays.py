"""Screens over a stage: what belongs together stands together, in every window."""

from leaving_tui.companion import Companion
from leaving_tui.content.library import Library
from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.widgets.tile import Foot, Tiles
from tests.conftest import HandClock
from tests.ui.conftest import PHONE, TERMINAL, WIDE, screen_text, shows, tap, until
from tests.ui.forms import typed

WINDOWS = (PHONE, TERMINAL, WIDE)


async def test_the_ways_out_stand_under_the_middle_of_what_is_above_them(app: LeavingApp) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "To the goodbye"))
        for size in WINDOWS:
            await pilot.resize_terminal(*size)
            for name in ("help", "check", "kind", "keys", "age", "sheet"):
                app.action_open(name)
                await until(pilot, lambda: len(app.screen_stack) == 2 and app.screen.query(Foot))
                panel, tiles = app.screen.query_one("#panel"), app.screen.query_one(Foot).query_one(Tiles)
                await until(pilot, lambda panel=panel, tiles=tiles: tiles.region.area and panel.region.area)
                assert app.screen.region.size == size
                assert abs(panel.region.center[0] - tiles.region.center[0]) <= 1, name
                assert app.screen.region.contains_region(tiles.region), name
                assert tiles.region.y >= panel.region.bottom, name
                app.pop_screen()


async def test_no_text_runs_into_the_scroll_bar(app: LeavingApp) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "To the goodbye"))
        app.action_open("help")
        for size in WINDOWS:
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: shows(app, "findahelpline.com"))
            panel = app.screen.query_one("#panel")
            assert app.screen.region.size == size
            assert shows_gap_above(app, "People to call or text:")
            assert panel.show_vertical_scrollbar
            rows = screen_text(app).split("\n")[panel.region.y : panel.region.bottom]
            assert {row[panel.region.right - 2 : panel.region.right - 1].strip() for row in rows} == {""}


def shows_gap_above(app: LeavingApp, text: str) -> bool:
    rows = screen_text(app).split("\n")
    at = next(place for place, row in enumerate(rows) if text in row)
    return not rows[at - 1].strip(" ▁▂▃▄▅▆▇█▔▕▏")


async def test_a_time_that_cannot_be_is_said_beside_it_when_it_was_given(
    away: Companion, library: Library, clock: HandClock
) -> None:
    clock.tick(hours=3)
    app = LeavingApp(away, library, clock)
    async with app.run_test(size=PHONE) as pilot:
        for size in WINDOWS:
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: shows(app, "Still out, or home already?", "at another time?"))
            assert not shows(app, "You left at 14:58.")
            app.screen.query_one("#at").focus()
            await until(pilot, lambda: app.screen.query_one("#at").has_focus)
            await typed(pilot, "14:00")
            await tap(pilot, "Save that time")
            await until(pilot, lambda: shows(app, "You left at 14:58.", "Save that time", "Close"))
            app.pop_screen()
            app.action_open("still_out")


async def test_the_palette_is_no_wider_than_what_stands_in_it_needs(app: LeavingApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: shows(app, "To the goodbye"))
        await pilot.press("ctrl+p")
        await until(pilot, lambda: shows(app, "Change the plan", "What the carer needs to know"))
        [box] = app.screen.children
        assert box.region.width <= 84
