"""Everything a key does can be tapped, on a phone too; and no tile moves away from under a thumb."""

from datetime import timedelta

from leaving_tui.domain.outing import Felt, Kind
from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.screens.keys import KeysScreen
from leaving_tui.ui.widgets.hints import Hints
from leaving_tui.ui.widgets.tile import Tile
from tests.ui.conftest import PHONE, TERMINAL, WIDE, leave, shows, tap, until

ANYWHERE = ["b", "g", "k", "n", "l", "x", "q", "ctrl+p"]
HOME, GOODBYE = ["enter", "e"], ["enter", "←", "→", "esc"]
AWAY, BACK = ["h", "c", "r", "+", "-", "s"], ["1", "2", "3", "s", "w", "esc"]
"""The keys of the contract."""

WINDOWS = (PHONE, TERMINAL, WIDE)


async def open_keys(pilot, app: LeavingApp) -> None:
    """By a tap on the hint row."""
    await until(pilot, lambda: shows(app, "? keys"))
    for hints in app.screen.query(Hints):
        at = hints.render().plain.find("? keys")
        if hints.region.height and at >= 0:
            await pilot.click(hints, offset=(at, 0))
            break
    await until(pilot, lambda: isinstance(app.screen, KeysScreen) and shows(app, "Close"))


async def tap_row(pilot, app: LeavingApp, key: str) -> None:
    """Scroll to the row of `key`, and tap it near its right end."""
    panel = app.screen.query_one("#panel")
    texts = [str(option.prompt).split()[:1] for option in panel.options]
    top = panel._index_to_line[texts.index([key])]
    panel.scroll_to(y=top, animate=False)
    await pilot.pause()
    await pilot.click(panel, offset=(30, top - int(panel.scroll_offset.y)))
    await until(pilot, lambda: not isinstance(app.screen, KeysScreen))


async def test_every_key_of_a_stage_is_two_taps_away(app, companion) -> None:
    async with app.run_test(size=PHONE) as pilot:
        for size in WINDOWS:
            app.beat()
            await pilot.resize_terminal(*size)
            await tells(pilot, app, *HOME)
            companion.prepare()
            await tells(pilot, app, *GOODBYE)
            companion.leave()
            await tells(pilot, app, *AWAY)
            companion.come_home()
            await tells(pilot, app, *BACK)
            companion.answer(Felt.SAME)
            companion.done()


async def tells(pilot, app: LeavingApp, *keys: str) -> None:
    """Two taps away, on the stage that has been reached, stand `keys` and those of everywhere."""
    app.beat()
    await open_keys(pilot, app)
    told = {str(option.prompt).split()[0] for option in app.screen.query_one("#panel").options}
    assert {*keys, *ANYWHERE} <= told


async def test_a_tap_or_enter_on_a_key_does_it_on_the_screen_one_comes_from(app, companion) -> None:
    companion.prepare()
    async with app.run_test(size=PHONE) as pilot:
        await open_keys(pilot, app)
        await tap_row(pilot, app, "esc")
        await until(pilot, lambda: companion.snapshot().outing is None)
        leave(companion)
        app.beat()
        due = companion.snapshot().outing.due_at
        await open_keys(pilot, app)
        await tap_row(pilot, app, "+")
        await until(pilot, lambda: companion.snapshot().outing.due_at == due + timedelta(minutes=5))
        await open_keys(pilot, app)
        await pilot.press("down", "enter")
        await until(pilot, lambda: shows(app, "Call now") and len(app.screen_stack) == 2)
        # Over another screen, too; and back to the stage.
        await open_keys(pilot, app)
        await pilot.press("escape", "escape")
        await open_keys(pilot, app)
        await tap_row(pilot, app, "g")
        await until(pilot, lambda: shows(app, "Five senses"))
        await pilot.press("escape")
        await open_keys(pilot, app)
        await tap_row(pilot, app, "h")
        await until(pilot, lambda: shows(app, "About the same"))


async def test_the_quiet_log_is_one_tap_away(app, away) -> None:
    away.note(Kind.RATING, rating=7)
    async with app.run_test(size=PHONE) as pilot:
        for where in ("#headline", "CountdownPanel", "#agreed"):
            await until(pilot, lambda: shows(app, "Home by", "o log"))
            await pilot.click(where)
            await until(pilot, lambda: shows(app, "This outing", "out of the door", "anxious 7", "Close"))
            app.pop_screen()


async def test_no_tile_moves_at_the_planned_return_or_with_the_time_hidden(app, away, clock) -> None:
    async with app.run_test(size=PHONE) as pilot:
        for size in WINDOWS:
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: shows(app, "min to go"))
            places = [tile.region for tile in app.screen.query("#reach Tile")]
            clock.tick(minutes=30)
            app.beat()
            await until(pilot, lambda: shows(app, "the time you planned. Fine to be on"))
            assert [tile.region for tile in app.screen.query("#reach Tile")] == places
            clock.tick(minutes=2)
            app.beat()
            await until(pilot, lambda: shows(app, "2 min past the plan"))
            assert [tile.region for tile in app.screen.query("#reach Tile")] == places
            await pilot.press("s", "s")
            await until(pilot, lambda: app.screen.query(".-hidden"))
            assert [tile.region for tile in app.screen.query("#reach Tile")] == places
            clock.tick(minutes=-32)
            app.beat()
            await pilot.press("s")


async def test_a_tap_on_the_step_goes_on_and_all_tiles_are_wide_enough_for_a_thumb(app) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "To the goodbye"))
        app.action_open("ground")
        await until(pilot, lambda: shows(app, "1 of 5", "Next", "Stop"))
        assert all(tile.region.width >= 12 for tile in app.screen.query(Tile) if tile.region)
        await pilot.click("#step")
        await until(pilot, lambda: shows(app, "2 of 5"))


async def test_after_a_tap_and_back_enter_does_what_the_screen_says_it_does(app, companion) -> None:
    async with app.run_test(size=PHONE) as pilot:
        for label, there in (("2  no", "The steps can wait"), ("Change plan", "How long")):
            await tap(pilot, label)
            await until(pilot, lambda there=there: shows(app, there))
            await pilot.press("escape")
            await until(pilot, lambda: shows(app, "To the goodbye"))
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "I've left"))
    assert companion.outing() is not None
