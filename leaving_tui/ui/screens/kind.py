"""Kind words: what you yourself found out first, then a line to hold on to."""

from __future__ import annotations

from datetime import datetime

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library
from leaving_tui.domain.outing import Kind
from leaving_tui.telling.kind_lines import friend_message, kind_lines, to_a_friend
from leaving_tui.ui.copying import copy
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.widgets.tile import Foot, Tile
from leaving_tui.ui.widgets.words import Words


class KindScreen(Scene):
    """One line at a time, large; any key for the next."""

    BINDINGS = [
        Binding("space,enter,right,down,k", "step(1)", "Another line", id="next"),
        Binding("left,up", "step(-1)", "The line before", id="previous"),
        Binding("f", "friend", "Text a friend", id="friend"),
        Binding("escape", "done", "Close", id="close"),
    ]

    def __init__(self, library: Library, snapshot: Snapshot, now: datetime) -> None:
        super().__init__(library, snapshot, now)
        self._lines, self._at = kind_lines(snapshot, library, now)

    def compose(self) -> ComposeResult:
        """The line, whose it is, and the ways on."""
        with Vertical(id="panel"):
            yield Words(id="line")
            yield Words(id="whose")
        yield Words(self.library.kindness.crying, id="crying", classes="quiet")
        yield Words(id="friend")
        yield Foot(
            [
                Tile(self.say("kind.next"), "screen.step(1)", classes="-main"),
                Tile(self.say("kind.friend"), "screen.friend"),
                Tile(self.say("common.close"), "screen.done"),
            ]
        )

    def on_mount(self) -> None:
        """The first line."""
        self._show()

    def _show(self) -> None:
        line = self._lines[self._at]
        self.query_one("#line", Words).show(line.text)
        self.query_one("#whose", Words).show(line.whose)

    def on_key(self, event: events.Key) -> None:
        """Any key without a meaning of its own shows another line."""
        if event.is_printable and event.key not in self.active_bindings:
            event.stop()
            self.action_step(1)

    def action_step(self, by: int) -> None:
        """Another line."""
        self._at = (self._at + by) % len(self._lines)
        self._show()

    def action_friend(self) -> None:
        """A friend's number and a message to send."""
        copy(self, friend_message(self.snapshot, self.library))
        self.add_class("-friend")
        self.query_one("#friend", Words).show("\n".join(to_a_friend(self.snapshot, self.library)))

    def action_done(self) -> None:
        """Back; the line is noted."""
        line = self._lines[self._at].id
        self.choose(lambda companion: companion.note(Kind.KIND, {"line": line}))
        self.step_back()
