"""Running late: a message ready to send, out of sight until someone is."""

from datetime import datetime

from leaving_tui.content.library import Library
from leaving_tui.domain.outing import Outing
from leaving_tui.telling.late import late_message
from leaving_tui.ui.widgets.tile import Tile


class LateMessage(Tile):
    """One quiet line; a tap shows the message as text, to copy by hand where a terminal drops it."""

    def __init__(self, library: Library) -> None:
        super().__init__("", "screen.late", id="late", classes="-line")
        self._library = library
        self._open = False
        self._shown = ""
        self.display = False
        self.message = ""
        """What can be sent; empty while there is nothing to say."""

    def show(self, outing: Outing, now: datetime) -> None:
        """Offer the message for `outing` if it ends later than was planned at the door."""
        self.message = late_message(outing, now, self._library)
        self._open = self._open and bool(self.message)
        self._say()

    def open(self) -> None:
        """Show the message."""
        self._open = bool(self.message)
        self._say()

    def _say(self) -> None:
        offer = self._library.say("away.late_offer") if self.message else ""
        said = self._library.say("away.late_text", text=self.message) if self._open else offer
        if said != self._shown:
            self._shown, self.display = said, bool(said)
            self.update(said)
