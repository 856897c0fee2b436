"""The planned return, in view wherever a person goes meanwhile."""

from datetime import datetime

from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library
from leaving_tui.telling.names import home_by
from leaving_tui.ui.widgets.words import Words


class ReturnLine(Words):
    """`Home by 15:30` while out; else it takes no row."""

    def __init__(self) -> None:
        super().__init__(id="return")
        self.display = False

    def follow(self, snapshot: Snapshot, now: datetime, library: Library) -> None:
        """Show the return as it is planned now."""
        said = home_by(snapshot, now, library)
        self.show(said)
        self.display = bool(said)
