"""The app on a hand-moved clock, and ways to look at it as a person does."""

import asyncio
from collections.abc import Callable

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from leaving_tui.companion import Companion
from leaving_tui.content.library import Library
from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.widgets.tile import Tile
from tests.conftest import HandClock

PHONE, TERMINAL, WIDE = (42, 20), (80, 24), (120, 34)


@pytest.fixture
def app(companion: Companion, library: Library, clock: HandClock) -> LeavingApp:
    return LeavingApp(companion, library, clock)


async def until(pilot: Pilot[None], predicate: Callable[[], object], seconds: float = 10) -> None:
    """Wait until `predicate` holds, however slow the machine; `seconds` only ends a test that would hang."""
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while not predicate():
        if loop.time() > end:
            raise AssertionError(f"it never came true; the screen shows:\n{screen_text(pilot.app)}")  # type: ignore[arg-type]
        await pilot.pause(0.04)


def screen_text(app: LeavingApp) -> str:
    """All that is on the screen, as lines of text."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


def shows(app: LeavingApp, *texts: str) -> bool:
    """Whether every one of `texts` can be read on the screen, line breaks apart."""
    shown = " ".join(screen_text(app).split()).casefold()
    return all(text.casefold() in shown for text in texts)


async def tap(pilot: Pilot[None], label: str) -> None:
    """Tap the tile that says `label`, once it stands still."""
    seen: list[object] = []

    def still() -> bool:
        tile = _tile(pilot, label)
        seen.append(tile and (tile, tile.region))
        return len(seen) > 2 and seen[-1] is not None and seen[-1] == seen[-2] == seen[-3]

    await until(pilot, still)
    tile = _tile(pilot, label)
    assert tile is not None
    await pilot.click(tile)
    await pilot.pause()


def _tile(pilot: Pilot[None], label: str) -> Widget | None:
    screen = pilot.app.screen.region
    for tile in pilot.app.screen.query(Tile):
        visible = tile.display and tile.visible and tile.region.height > 0
        if (
            visible
            and label.casefold() in str(tile.content).casefold()
            and screen.contains_region(tile.region)
        ):
            return tile
    return None
