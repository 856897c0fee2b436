"""Quiet words beside the screen: in the app always; by bell, terminal or phone where the person chose it."""

from collections.abc import Iterable
from typing import Any

from textual.app import App

from leaving_tui.clock import Clock
from leaving_tui.content.library import Library
from leaving_tui.domain.errors import LeavingError
from leaving_tui.domain.settings import Settings
from leaving_tui.snapshot import Snapshot
from leaving_tui.telling.format import clock_time
from leaving_tui.telling.phone import tell_phone
from leaving_tui.ui.terminal import write

LONG = 20
"""Seconds that a sentence stays, for a person whose eyes are elsewhere."""


class Notifier:
    """Tells each notice of an outing once, and each other sentence as long as it is new."""

    def __init__(self, app: App[Any], library: Library, clock: Clock, settings: Settings) -> None:
        self._app = app
        self._library = library
        self._clock = clock
        self._settings = settings
        self._told_until = clock()
        self._trouble: str | None = None

    def show(self, sentences: Iterable[str]) -> None:
        """Show sentences in the app."""
        for sentence in sentences:
            self._app.notify(sentence, markup=False, timeout=LONG)

    def say_no(self, error: LeavingError) -> None:
        """Why something could not be done."""
        self._app.notify(str(error), markup=False)

    def trouble(self, sentence: str | None) -> None:
        """Trouble that goes on is told when it begins, and not at each beat."""
        if sentence and sentence != self._trouble:
            self.show([sentence])
        self._trouble = sentence

    def tell_due(self, snapshot: Snapshot) -> None:
        """What fell due since the last time: half-way, a check-in, the end of a wait, five minutes left."""
        since, self._told_until = self._told_until, self._clock()
        if (outing := snapshot.outing) is None or outing.due_at is None:
            return
        # Only while out; the first screen does without.
        from leaving_tui.domain.notices import notices_between
        from leaving_tui.telling.waiting import wait_until

        for notice in notices_between(outing, since, self._told_until, wait_until(snapshot)):
            text = self._library.say(f"notices.{notice.key}", at=clock_time(outing.due_at))
            if notice.key not in getattr(self._app.screen, "TELLS", ()):
                self.show([text])
            self._outside(text)

    def _outside(self, text: str) -> None:
        if self._settings.bell:
            self._app.bell()
        if self._settings.terminal:
            # Each terminal knows one of these and leaves the others alone.
            write(self._app, f"\x1b]9;{text}\x07\x1b]777;notify;Leaving;{text}\x07\x1b]99;;{text}\x1b\\")
        if self._settings.termux:
            tell_phone(text)
