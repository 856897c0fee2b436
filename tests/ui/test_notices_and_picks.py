"""Notices cover no tile; what looks like a key to choose with is one."""

from textual.geometry import Region

from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.widgets.picks import Picks
from leaving_tui.ui.widgets.tile import Tile
from tests.conftest import START
from tests.ui.conftest import PHONE, TERMINAL, shows, until
from tests.ui.forms import open_field


async def test_on_a_phone_a_notice_covers_no_tile_and_goes_at_a_tap_and_a_check_in_says_that_it_is_saved(
    app: LeavingApp, companion
) -> None:
    async with app.run_test(size=PHONE, notifications=True) as pilot:
        await until(pilot, lambda: shows(app, "To the goodbye", "? keys"))
        await no_tile_is_covered(pilot, app)
        companion.prepare()
        app.beat()
        await until(pilot, lambda: shows(app, "I've left", "? keys"))
        await no_tile_is_covered(pilot, app)
        companion.leave()
        app.beat()
        await until(pilot, lambda: shows(app, "I'm home", "? keys"))
        await no_tile_is_covered(pilot, app)
        app.action_open("rate")
        await until(pilot, lambda: shows(app, "Close"))
        await no_tile_is_covered(pilot, app)
        await pilot.press("escape", "c")
        await until(pilot, lambda: shows(app, "Call now"))
        await pilot.press("1")
        await until(pilot, lambda: shows(app, "Home by", "Saved."))


async def test_no_word_of_a_notice_is_cut_off(app: LeavingApp, away, clock) -> None:
    async with app.run_test(size=PHONE, notifications=True) as pilot:
        await until(pilot, lambda: shows(app, "I'm home"))
        clock.tick(minutes=25.2)
        app.beat()
        await until(
            pilot, lambda: shows(app, "Half-way. Home by 15:28.", "Five minutes to your planned return.")
        )


TROUBLE = "Not saved yet: the disk is full. It is kept here, and saving is tried again."


async def test_no_notice_covers_what_one_needs_while_out_or_the_reasons_to_call(
    app: LeavingApp, away
) -> None:
    """Two that come together, or the long one of a disk that says no, and it goes at a tap."""
    together = ("Half-way. Home by 15:28.", "The check-in you agreed is due now.")
    needed = (
        "#headline, CountdownPanel, #agreed, #reach Tile, #minutes Tile, #log, #side Words, #left, #panel"
    )
    async with app.run_test(size=PHONE, notifications=True) as pilot:
        for keys, there in ((["escape"], "I'm home"), (["c"], "Call now if"), (["w"], "Your wait")):
            await pilot.press(*keys)
            for size, notices in (
                (PHONE, together),
                (PHONE, (TROUBLE,)),
                (TERMINAL, together),
                (TERMINAL, (TROUBLE,)),
            ):
                await pilot.resize_terminal(*size)
                await until(pilot, lambda there=there: shows(app, there))
                for text in notices:
                    app.notify(text, timeout=20)
                await until(pilot, lambda notices=notices: len([*filter(None, told(app))]) == len(notices))
                for widget in app.screen.query(needed):
                    assert not any(widget.region.overlaps(toast) for toast in told(app)), widget
                for _ in notices:
                    await pilot.click(app.screen.query("Toast").first())
                await until(pilot, lambda: not app.screen.query("Toast"))


def told(app: LeavingApp) -> list[Region]:
    """Where the notices are."""
    return [toast.region for toast in app.screen.query("Toast")]


async def test_a_rating_is_told_by_the_log_where_it_is_in_sight_and_else_by_a_notice(app, away) -> None:
    async with app.run_test(size=PHONE, notifications=True) as pilot:
        for size, key, told in ((PHONE, "5", True), (TERMINAL, "6", False)):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: shows(app, "I'm home"))
            await pilot.press("r", key)
            await until(
                pilot, lambda key=key: shows(app, "I'm home", f"anxious {key}") or app.screen.query("Toast")
            )
            assert shows(app, f"Saved: {key}.") is told
            app.clear_notifications()
            await until(pilot, lambda: not app.screen.query("Toast"))
    assert [moment.rating for moment in away.outing().moments] == [5, 6]


async def no_tile_is_covered(pilot, app: LeavingApp) -> None:
    """A notice comes, and goes at a tap."""
    app.notify("Five minutes until the time you planned. Fine to head back now.", timeout=20)
    await until(pilot, lambda: app.screen.query("Toast") and shows(app, "Five minutes until"))
    toast = app.screen.query("Toast").first()
    for tile in app.screen.query(Tile):
        if tile.region and not tile.has_class("-line"):
            assert not tile.region.overlaps(toast.region)
    await pilot.click(toast)
    await until(pilot, lambda: not shows(app, "Five minutes until"))


async def test_where_digits_are_typed_no_answer_has_a_number(app: LeavingApp, companion) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "To the goodbye"))
        await pilot.press("e")
        await open_field(pilot, "span")
        picks = app.screen.query_one(Picks)
        assert not any(str(option.prompt)[:3] == "1  " for option in picks.options)
        await pilot.press("1", "5", "enter")
        await until(pilot, lambda: companion.snapshot().ready(START).plan.minutes == 15)
