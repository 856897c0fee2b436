"""What takes a moment is done beside the screen: writing the journal, reading a long one, trying again."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from textual.app import App

from leaving_tui.clock import Clock
from leaving_tui.companion import Companion
from leaving_tui.domain.errors import LeavingError
from leaving_tui.ui.notifier import Notifier

RETRY = timedelta(seconds=5)
"""Between two tries to write what the disk refused."""


class Beside:
    """Carries out one slow change after the other, and one reading at a time."""

    def __init__(self, app: App[Any], companion: Companion, clock: Clock, notifier: Notifier) -> None:
        self._app = app
        self._companion = companion
        self._clock = clock
        self._notifier = notifier
        self._writing = asyncio.Lock()
        self._reading = asyncio.Lock()
        self._tried = clock()

    @property
    def writing(self) -> bool:
        """Whether a change is on its way to the disk."""
        return self._writing.locked()

    def carry_out(self, change: Callable[[Companion], object], then: Callable[[], None]) -> None:
        """Make a change that writes the whole journal; `then` is called when it is made."""
        self._app.run_worker(self._carry_out(change, then))

    def read_past(self, then: Callable[[], None]) -> None:
        """Read the finished outings, unless that is being done; `then` is called when they are there."""
        if not self._reading.locked():
            self._app.run_worker(self._read_past(then))

    def try_again(self) -> None:
        """Try again to write what could not be written, not too often."""
        if not self.writing and abs(self._clock() - self._tried) >= RETRY:
            self._tried = self._clock()
            self._app.run_worker(self._try_again())

    async def _carry_out(self, change: Callable[[Companion], object], then: Callable[[], None]) -> None:
        async with self._writing:
            try:
                await asyncio.to_thread(change, self._companion)
            except LeavingError as error:
                self._notifier.say_no(error)
        then()

    async def _read_past(self, then: Callable[[], None]) -> None:
        async with self._reading:
            try:
                if self._companion.past_is_short:
                    self._companion.finished()
                else:
                    await asyncio.to_thread(self._companion.finished)
            except LeavingError as error:
                self._notifier.trouble(str(error))
                return
        then()

    async def _try_again(self) -> None:
        async with self._writing:
            await asyncio.to_thread(self._companion.retry)
