"""Waiting for the app: exactly as long as it has something to do, and not a moment longer.

Textual's own tests guess it from how busy the processor is, 0.02 s at a time and more than once for each key
and click. We look at what the loop has left to run: a busy machine cannot make us look too early either.
"""

import asyncio
from collections.abc import Iterator

from textual._context import active_app
from textual.app import App
from textual.pilot import Pilot
from textual.timer import Timer

SOON = 0.02
"""Seconds: what happens by itself within this time is waited for."""


async def idle(_least: float = 0, most: float = 1) -> None:
    """Wait until the app has done all it can do now, and has drawn it; after `most` seconds go on anyway."""
    loop = asyncio.get_running_loop()
    begun = loop.time()
    while loop.time() < begun + most:
        if loop._ready:  # type: ignore[attr-defined]
            await asyncio.sleep(0)
        elif app := _drawing():
            app.screen._on_timer_update()
            await asyncio.sleep(0)
        elif loop.time() < begun + SOON and _about_to_do_something():
            await asyncio.sleep(0.001)
        else:
            return


async def idle_screen(pilot: Pilot[None], _most: float = 30) -> bool:
    """In place of asking every widget in turn whether it has seen its messages."""
    await idle()
    return pilot.app._exception is None


def _running() -> App[None] | None:
    app = active_app.get(None)
    return app if app is not None and app.is_running and app.screen_stack else None


def _drawing() -> App[None] | None:
    """The app, if what is on the screen is not yet what it should be."""
    app = _running()
    return app if app and not app._batch_count and app.screen._update_timer._active.is_set() else None


def _about_to_do_something() -> bool:
    app = _running()
    return app is not None and (any(_short_timers(app)) or any(worker.is_running for worker in app.workers))


def _short_timers(app: App[None]) -> Iterator[Timer]:
    for node in (app, *app.screen_stack):
        for timer in node._timers:
            waiting = timer._task and not timer._task.done() and timer._active.is_set()
            if waiting and timer._interval <= SOON:
                yield timer
