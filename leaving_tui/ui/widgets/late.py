"""Running late: a message ready to send, out of sight until the return has been moved later."""

from datetime import datetime, timedelta

from leaving_tui.content.library import Library
from leaving_tui.domain.outing import Outing
from leaving_tui.telling.names import when_back
from leaving_tui.ui.widgets.tile import Tile

_MINUTE = timedelta(minutes=1)


class LateMessage(Tile):
    """One quiet line; a tap shows the message as text, to copy by hand where a terminal drops it."""

    def __init__(self, library: Library) -> None:
        super().__init__("", "screen.late", id="late", classes="-line")
        self._library = library
        self._open = False
        self.message = ""
        """What can be sent; empty while there is nothing to say."""

    def show(self, outing: Outing, now: datetime) -> None:
        """Offer the message for `outing` if it is planned to end later than it was at the door."""
        late = 0
        if outing.due_at and outing.left_at:
            late = round((outing.due_at - outing.left_at) / _MINUTE) - outing.plan.minutes
        self.message = ""
        if late > 0 and outing.due_at:
            at = when_back(outing.due_at, now, self._library)
            self.message = self._library.say("away.late_message", count=late, at=at)
        self._open = self._open and bool(self.message)
        self._say()

    def open(self) -> None:
        """Show the message."""
        self._open = bool(self.message)
        self._say()

    def _say(self) -> None:
        self.display = bool(self.message)
        offer = self._library.say("away.late_offer")
        self.update(self._library.say("away.late_text", text=self.message) if self._open else offer)
