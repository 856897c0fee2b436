"""At home in every window: nothing lost at 40×15, one sentence below 30×12, resizing keeps all."""

from textual.screen import Screen

from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.widgets.tile import Tile
from tests.conftest import HandClock
from tests.ui.conftest import PHONE, TERMINAL, screen_text, shows, until

MAIN_PATH = [((), "To the goodbye"), (("enter",), "I've left"), (("enter",), "min to go"), (("h",), "easier")]


async def test_the_main_path_needs_no_scrolling_and_its_targets_are_large_enough_for_a_thumb(
    app: LeavingApp,
) -> None:
    """In each window, and whichever of them a stage was first shown in."""
    sizes = [(40, 15), PHONE, TERMINAL, (200, 60)]
    async with app.run_test(size=sizes[0]) as pilot:
        for keys, text in MAIN_PATH:
            await pilot.press(*keys)
            for size in sizes:
                await pilot.resize_terminal(*size)
                await until(pilot, lambda size=size, text=text: app.size == size and shows(app, text))
                nothing_scrolls(app.screen)
                if size in (PHONE, TERMINAL):
                    large_enough(app.screen)
            sizes.reverse()


def nothing_scrolls(screen: Screen[None]) -> None:
    assert screen.max_scroll_y == 0, screen
    assert screen.max_scroll_x == 0, screen
    main = [tile for tile in screen.query(Tile) if tile.has_class("-main") and tile.display]
    assert all(screen.region.contains_region(tile.region) for tile in main), screen


def large_enough(screen: Screen[None]) -> None:
    for tile in screen.query(Tile):
        small = tile.has_class("-soft") or tile.has_class("-line")
        if tile.display and tile.region.area and not small:
            assert tile.region.width >= 12, (screen, screen.size, tile.content)
            assert tile.region.height >= 3, (screen, screen.size, tile.content)


async def test_a_very_small_window_still_says_when_you_are_home(
    away, app: LeavingApp, clock: HandClock
) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        await until(pilot, lambda: shows(app, "Breathe", "min to go"))
        for size in ((28, 10), (20, 5), (29, 30), (80, 8)):
            await pilot.resize_terminal(*size)
            await until(
                pilot, lambda: shows(app, "Home by 15:28", "30 min", "A larger window shows the rest.")
            )
            clock.tick(minutes=10)
            app.beat()
            await until(pilot, lambda: shows(app, "20 min"))
            clock.tick(minutes=-10)
            app.beat()
            await pilot.resize_terminal(*TERMINAL)
            await until(pilot, lambda: shows(app, "Breathe", "min to go") and not shows(app, "larger window"))


async def test_resizing_keeps_what_was_written(app: LeavingApp) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        for key, text in (("enter", "I've left"), ("enter", "min to go"), ("h", "easier"), ("1", "Saved")):
            await pilot.press(key)
            await until(pilot, lambda text=text: shows(app, text))
        app.screen.query_one("#found_out").focus()
        await pilot.press("o", "k")
        await pilot.resize_terminal(*PHONE)
        await pilot.resize_terminal(*TERMINAL)
        await until(pilot, lambda: app.screen.query_one("#found_out").value == "ok")


async def test_turned_upright_the_grounding_stands_as_if_it_had_begun_there(away, app: LeavingApp) -> None:
    looks = []
    async with app.run_test(size=TERMINAL) as pilot:
        await until(pilot, lambda: shows(app, "min to go"))
        for _ in range(2):
            await pilot.press("g")
            await until(pilot, lambda: shows(app, "five things you can see"))
            await pilot.resize_terminal(*PHONE)
            await until(pilot, lambda: shows(app, "Next", "Skip", "Switch", "Stop"))
            looks.append(screen_text(app))
            await pilot.press("escape")
            await until(pilot, lambda: shows(app, "min to go"))
    assert looks[0] == looks[1]
