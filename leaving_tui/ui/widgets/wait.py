"""A wait with an urge, in one quiet line beside the countdown."""

from datetime import datetime

from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library
from leaving_tui.telling.waiting import minutes_left
from leaving_tui.ui.widgets.tile import Tile


class WaitLine(Tile):
    """How long it goes on, and then that it is over, until the person says how it was; a tap leads there."""

    def __init__(self, library: Library) -> None:
        super().__init__("", "app.open('check')", id="wait", classes="-line")
        self._library = library
        self._shown: int | None = None
        self.display = False

    def show(self, snapshot: Snapshot, now: datetime) -> bool:
        """Show the wait, if there is one; whether there is."""
        left = minutes_left(snapshot, now)
        if left != self._shown:
            self._shown = left
            self.display = left is not None
            self.update(
                self._library.say("away.waiting", n=left) if left else self._library.say("away.waited")
            )
        return left is not None
