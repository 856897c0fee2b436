"""While out, the planned return stays in view over whatever a person opens meanwhile."""

from leaving_tui.companion import Companion
from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.widgets.return_line import ReturnLine
from tests.conftest import HandClock
from tests.ui.conftest import PHONE, TERMINAL, at_rest, leave, shows, until


async def test_the_care_notes_their_page_and_check_in_say_when_you_will_be_home(
    app: LeavingApp, companion: Companion, clock: HandClock
) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await pilot.press("n")
        await until(pilot, lambda: shows(app, "Care notes", "Done"))
        assert not app.screen.query_one(ReturnLine).region
        leave(companion)
        app.beat()
        await until(pilot, lambda: shows(app, "I'm home"))
        for keys, text in (
            (["n"], "Emergency number"),
            (["n", "down", "enter"], "Keep it"),
            (["n", "s"], "As your carer reads it"),
            (["c"], "Call now if"),
        ):
            await pilot.press(*keys)
            for size in (PHONE, TERMINAL):
                await pilot.resize_terminal(*size)
                await until(pilot, lambda text=text: at_rest(app) and shows(app, text, "Home by 15:28"))
            companion.move_return(5)
            clock.tick(seconds=1)
            app.beat()
            await until(pilot, lambda: shows(app, "Home by 15:33"))
            companion.move_return(-5)
            while len(app.screen_stack) > 1:
                app.pop_screen()
