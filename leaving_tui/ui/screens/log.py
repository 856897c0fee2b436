"""This outing: what happened so far, for screens without room for it beside the countdown."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from leaving_tui.companion import Snapshot
from leaving_tui.telling.agreed import agreed
from leaving_tui.telling.sentences import log
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.widgets.tile import Foot, Tile
from leaving_tui.ui.widgets.words import Words


class LogScreen(Scene):
    """The quiet log, and the agreed check-in."""

    AUTO_FOCUS = "#panel"
    BINDINGS = [Binding("escape", "app.back", "Close", id="close")]

    def compose(self) -> ComposeResult:
        """One line for each moment, and the way out."""
        with VerticalScroll(id="panel"):
            yield Words(self.say("away.log_title"), classes="title")
            yield Words(id="log")
            yield Words(self.say("away.check_in_title"), classes="title gap")
            yield Words(id="agreed")
        yield Foot([Tile(self.say("common.close"), "app.back")])

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Something was noted."""
        if snapshot.outing is not None:
            self.query_one("#log", Words).show(log(snapshot.outing, self.library))

    def show_now(self) -> None:
        """The next check-in."""
        if self.snapshot.outing is not None:
            self.query_one("#agreed", Words).show(agreed(self.snapshot.outing, self.now, self.library))
