"""The one heartbeat: as often as the screen on top needs one."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Any

from textual.app import App

from leaving_tui.clock import Clock
from leaving_tui.ui.scene import Scene

LOOK = 1.0
"""Seconds between two looks at what has changed, here or in another window."""


class Heart:
    """Hands the moment to the screen on top, and calls `look`, at most once a second.

    A screen that still shows what is so is left in peace, unless there is `news`.
    """

    def __init__(
        self, app: App[Any], clock: Clock, look: Callable[[], None], news: Callable[[], bool]
    ) -> None:
        self._app = app
        self._clock = clock
        self._look = look
        self._news = news
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
        now, scene = self._clock(), self._app.screen
        if isinstance(scene, Scene):
            scene.now = now
        self._come_again(now)

    def _come_again(self, now: datetime) -> None:
        scene, beat, origin = self._app.screen, LOOK, None
        if isinstance(scene, Scene):
            beat, origin = scene.beat, scene.beat_origin()
        since = (now - origin).total_seconds() if origin else now.timestamp()
        if self._next is not None:
            self._next.cancel()
        self._length = beat
        # The loop's own alarm: a timer of Textual is a task, and a new one costs as much as the beat itself.
        self._next = asyncio.get_running_loop().call_later(beat - since % beat, self._alarm)

    def _alarm(self) -> None:
        # Waking Textual costs several times what looking does.
        if self._in_peace(now := self._clock()):
            self._come_again(now)
        else:
            self._app.call_next(self._wake)

    def _in_peace(self, now: datetime) -> bool:
        if not self._app.is_running:
            return False
        scene = self._app.screen
        return isinstance(scene, Scene) and scene.still_so(now) and not self._news()

    def _wake(self) -> None:
        # A moving picture wakes several times a second; files are looked at once in a second.
        self._until_look -= self._length
        if self._until_look > 0 and self._app.is_running:
            self._hand_down()
        else:
            self.beat()
