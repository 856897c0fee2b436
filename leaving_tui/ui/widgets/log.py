"""What happened so far, as far as there is room: the newest lines, and the key for all of them."""

from collections.abc import Sequence
from textwrap import wrap

from textual import events

from leaving_tui.ui.widgets.words import Words

OTHERS = 16
"""Rows of the screen that belong to what stands around the log."""


class NewestLog(Words):
    """The last entries of a log, each whole; `more` is said above them where others are left out."""

    def __init__(self, more: str, *, id: str) -> None:
        super().__init__(id=id)
        self._more = more
        self._entries: Sequence[str] = ()

    def tell(self, log: str) -> None:
        """Show as much as there is room for of `log`, one entry a line."""
        self._entries = log.splitlines()
        self._fit()

    def on_resize(self, event: events.Resize) -> None:
        """Room for more of them, or for fewer."""
        self._fit()

    def _fit(self) -> None:
        room, width = max(3, self.screen.size.height - OTHERS), self.size.width
        rows = [len(wrap(entry, width)) if width else 1 for entry in self._entries]
        first = 0
        while sum(rows[first:]) + bool(first) > room and first < len(rows) - 1:
            first += 1
        self.show("\n".join([self._more][: bool(first)] + list(self._entries[first:])))
