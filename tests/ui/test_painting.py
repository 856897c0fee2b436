"""What is painted piece by piece is what a whole picture would show."""

from typing import Any

import pyte
import pytest
from textual._compositor import CompositorUpdate
from textual.screen import Screen

from leaving_tui.companion import Companion
from leaving_tui.ui.app import LeavingApp
from tests.conftest import HandClock
from tests.ui.conftest import TERMINAL, screen_text, shows, until

pytestmark = pytest.mark.usefixtures("painted")


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> pyte.Screen:
    """All that the app paints, as a terminal shows it."""
    seen = pyte.Screen(*TERMINAL)
    stream = pyte.Stream(seen)
    display = LeavingApp._display

    def shown(app: LeavingApp, screen: Screen[Any], picture: object) -> None:
        if isinstance(picture, CompositorUpdate):
            stream.feed(picture.render_segments(app.console).replace("\n", "\r\n"))
        display(app, screen, picture)

    monkeypatch.setattr(LeavingApp, "_display", shown)
    return seen


async def test_after_every_step_of_a_walk_the_terminal_shows_the_whole_screen_as_it_is(
    app: LeavingApp, away: Companion, clock: HandClock, terminal: pyte.Screen
) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        await until(pilot, lambda: shows(app, "I'm home"))
        for keys in (
            ["s"],
            ["plus"],
            ["c"],
            ["w"],
            ["end"],
            ["escape"],
            ["r", "7"],
            ["l"],
            ["f"],
            ["escape"],
            ["b"],
        ):
            await pilot.press(*keys)
            for _ in range(3):
                clock.tick(seconds=1)
                app.beat()
                await pilot.pause()
            await until(
                pilot, lambda: "\n".join(line.rstrip() for line in terminal.display) == screen_text(app)
            )
