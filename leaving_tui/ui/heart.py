"""The one heartbeat: as often as the screen on top needs one."""

import asyncio
from collections.abc import Callable
from typing import Any

from textual.app import App

from leaving_tui.clock import Clock
from leaving_tui.ui.scene import Scene

LOOK = 1.0
"""Seconds between two looks at what has changed, here or in another window."""


class Heart:
    """Hands the moment to the screen on top, and calls `look`, at most once a second."""

    def __init__(self, app: App[Any], clock: Clock, look: Callable[[], None]) -> None:
        self._app = app
        self._clock = clock
        self._look = look
        self._length = 0.0
        self._until_look = 0.0
        self._next: asyncio.TimerHandle | None = None

    def beat(self) -> None:
        """Look, hand the moment down, and come again in time."""
        if self._app.is_running:
            self._until_look = LOOK
            self._look()
            self._hand_down()

    def _hand_down(self) -> None:
        now, beat, origin, scene = self._clock(), LOOK, None, self._app.screen
        if isinstance(scene, Scene):
            scene.now = now
            beat, origin = scene.beat, scene.beat_origin()
        since = (now - origin).total_seconds() if origin else now.timestamp()
        if self._next is not None:
            self._next.cancel()
        self._length = beat
        # The loop's own alarm: a timer of Textual is a task, and a new one costs as much as the beat itself.
        loop = asyncio.get_running_loop()
        self._next = loop.call_later(beat - since % beat, self._app.call_next, self._wake)

    def _wake(self) -> None:
        # A moving picture wakes several times a second; files are looked at once in a second.
        self._until_look -= self._length
        if self._until_look > 0 and self._app.is_running:
            self._hand_down()
        else:
            self.beat()
