"""Past outings on a screen of their own: find one, open it."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from leaving_tui.companion import Snapshot
from leaving_tui.domain.lookback.search import Index
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.widgets.history import HistoryList
from leaving_tui.ui.widgets.past import BeltPanel
from leaving_tui.ui.widgets.tile import Tile, Tiles
from leaving_tui.ui.widgets.words import Words


class HistoryScreen(Scene):
    """The belt, the list, and a filter that works as you type."""

    AUTO_FOCUS = "HistoryList"
    BINDINGS = [
        Binding("slash,f", "filter", "Find", id="find"),
        Binding("escape", "app.back", "Close", id="close"),
    ]

    def compose(self) -> ComposeResult:
        """Belt, filter, list, way out."""
        self._index = Index()
        yield Words(self.say("common.past_outings"), classes="headline")
        yield BeltPanel(self.library)
        yield Input(placeholder=self.say("history.find"), id="find")
        yield HistoryList(self.library)
        yield Tiles([Tile(self.say("common.close"), "app.back")], id="foot")

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """They have been read, or one has changed."""
        if snapshot.finished is not None:
            self._index.refresh(snapshot.finished)
            self.query_one(BeltPanel).outings = snapshot.finished
            self._find()

    def on_input_changed(self) -> None:
        """Only those that hold every word."""
        self._find()

    def on_input_submitted(self) -> None:
        """To the list."""
        self.query_one(HistoryList).focus()

    def _find(self) -> None:
        self.query_one(HistoryList).outings = self._index.find(self.query_one(Input).value)

    def action_filter(self) -> None:
        """To the filter."""
        self.query_one(Input).focus()
