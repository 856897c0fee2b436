"""When the disk says no: the screen says so, the outing goes on, and the next success writes it all."""

from leaving_tui.ui.app import LeavingApp
from tests.ui.conftest import TERMINAL, shows, until


async def test_the_screen_says_so_once_and_everything_is_written_when_it_can_be(
    app: LeavingApp, companion, clock, folder, tmp_path
) -> None:
    async with app.run_test(size=TERMINAL, notifications=True) as pilot:
        for key, text in (("enter", "I've left"), ("enter", "min to go")):
            await pilot.press(key)
            await until(pilot, lambda text=text: shows(app, text))
        aside = tmp_path / "aside"
        folder.rename(aside)
        folder.write_text("a file where the folder was")
        await pilot.press("r", "6")
        await until(pilot, lambda: app.snapshot.unsaved)
        await until(pilot, lambda: shows(app, "min to go", "Not saved yet"))
        # As a tap on it does: it stands over the log.
        app.clear_notifications()
        await until(pilot, lambda: shows(app, "anxious 6"))
        await pilot.press("q")
        await until(pilot, lambda: shows(app, "not saved yet") and app.is_running)
        folder.unlink()
        aside.rename(folder)
        clock.tick(seconds=1)
        await pilot.press("r", "5")
        await until(pilot, lambda: not app.snapshot.unsaved)
        app.clear_notifications()
        await until(pilot, lambda: shows(app, "anxious 5"))
    assert [moment.rating for moment in companion.outing().moments] == [6, 5]
