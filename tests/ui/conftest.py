"""The app on a hand-moved clock, and ways to look at it as a person does."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from textual._compositor import Compositor
from textual.app import App
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.pilot import Pilot
from textual.widget import Widget

from leaving_tui.companion import Companion
from leaving_tui.content.library import Library
from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.widgets.tile import Tile
from tests.conftest import HandClock
from tests.ui.idle import idle, idle_screen

PHONE, TERMINAL, WIDE = (42, 20), (80, 24), (120, 34)


_paint = Compositor.render_update
_read = Stylesheet._parse_rules
_READ: dict[tuple[Any, ...], list[RuleSet]] = {}


def _no_picture(compositor: Compositor, *_: Any, **__: Any) -> None:
    compositor._dirty_regions.clear()


def _read_once(styles: Stylesheet, *text: Any, **about: Any) -> list[RuleSet]:
    read = (*text, *about.items(), *styles._variables.items())
    if read not in _READ:
        _READ[read] = _read(styles, *text, **about)
    return _READ[read]


@pytest.fixture(autouse=True)
def _without_idling(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is waited for longer than it takes, and the same styles are read once for all tests."""
    monkeypatch.setattr("textual.pilot.wait_for_idle", idle)
    monkeypatch.setattr("textual.app.wait_for_idle", idle)
    monkeypatch.setattr(Pilot, "_wait_for_screen", idle_screen)
    monkeypatch.setattr(Stylesheet, "_parse_rules", _read_once)
    # An app without a terminal throws its pictures away; `screen_text` paints what a test looks at.
    monkeypatch.setattr(Compositor, "render_update", _no_picture)
    # In its quiet moment the app looks once through all there is in memory: here, that is all of pytest's.
    monkeypatch.setattr("gc.collect", lambda: 0)
    # Walks by taps go faster than a thumb; `test_double_taps` shows what the time is for.
    monkeypatch.setattr("leaving_tui.ui.widgets.steady.SETTLED", 0.0)


@pytest.fixture
def painted(_without_idling: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every picture on the way is painted, also those that no test looks at."""
    monkeypatch.setattr(Compositor, "render_update", _paint)


def leave(companion: Companion) -> Companion:
    """Someone leaves now; if nothing else was planned for half an hour, home by 15:28."""
    companion.prepare()
    companion.leave()
    return companion


@pytest.fixture
def away(companion: Companion) -> Companion:
    """Someone has just left."""
    return leave(companion)


@pytest.fixture
def app(companion: Companion, library: Library, clock: HandClock) -> LeavingApp:
    return LeavingApp(companion, library, clock)


@pytest.fixture
def the_door(companion: Companion, library: Library, clock: HandClock) -> Callable[[], LeavingApp]:
    """The app as it begins at the doorway, prepared as things stand by then."""

    def prepared() -> LeavingApp:
        companion.prepare()
        return LeavingApp(companion, library, clock)

    return prepared


async def until(pilot: Pilot[None], predicate: Callable[[], object], seconds: float = 10) -> None:
    """Wait until `predicate` holds, however slow the machine; `seconds` only ends a test that would hang."""
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    await pilot.pause()
    while not predicate():
        if loop.time() > end:
            raise AssertionError(f"it never came true; the screen shows:\n{screen_text(pilot.app)}")
        await asyncio.sleep(0.01)
        await pilot.pause()


def screen_text(app: App[Any]) -> str:
    """All that is on the screen, as lines of text."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


def shows(app: LeavingApp, *texts: str) -> bool:
    """Whether every one of `texts` can be read on the screen, line breaks apart."""
    shown = " ".join(screen_text(app).split()).casefold()
    return all(text.casefold() in shown for text in texts)


async def tap(pilot: Pilot[None], label: str) -> None:
    """Tap the tile that says `label`, once it stands still."""
    await until(pilot, lambda: at_rest(pilot.app) and _tile(pilot, label))
    tile = _tile(pilot, label)
    assert tile is not None
    await pilot.click(tile)
    await pilot.pause()


def at_rest(app: App[None]) -> bool:
    """Nothing moves, and nothing is being saved that could still change the screen."""
    return app.animator._complete_event.is_set() and not any(worker.is_running for worker in app.workers)


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
