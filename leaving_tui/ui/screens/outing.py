"""One past outing: its story in order; delete it, or take that back."""

from __future__ import annotations

from datetime import datetime

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library
from leaving_tui.domain.lookback.story import story
from leaving_tui.domain.outing import Outing
from leaving_tui.telling.format import clock_time, day
from leaving_tui.telling.names import company
from leaving_tui.telling.sentences import sentence
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.widgets.tile import Tile, Tiles
from leaving_tui.ui.widgets.words import Words


class OutingScreen(Scene):
    """The timeline of an outing, in the person's own words."""

    AUTO_FOCUS = "#panel"
    BINDINGS = [
        Binding("d", "delete", "Delete", id="delete"),
        Binding("u", "undo", "Undo", id="undo"),
        Binding("escape", "app.back", "Close", id="close"),
    ]

    def __init__(self, library: Library, snapshot: Snapshot, now: datetime, outing: Outing) -> None:
        super().__init__(library, snapshot, now)
        self._outing = outing

    def compose(self) -> ComposeResult:
        """The story, then what can be done."""
        outing = self._outing
        yield Words(day(outing.left_at or outing.prepared_at), classes="headline")
        yield Words(company(outing.plan), classes="quiet")
        with VerticalScroll(id="panel"):
            for entry in story(outing):
                at = clock_time(entry.at) if entry.at and entry.kind != "answer" else ""
                yield Words(
                    f"{at:<7}{sentence(entry, self.library)}" if at else sentence(entry, self.library)
                )
        yield Words(id="state")
        yield Tiles(
            [
                Tile(self.say("history.delete"), "screen.delete", id="delete"),
                Tile(self.say("history.undo"), "screen.undo", id="undo"),
                Tile(self.say("common.close"), "app.back"),
            ],
            id="foot",
        )

    def action_delete(self) -> None:
        """Ask once, then delete."""
        if self.has_class("-gone"):
            return
        if not self.has_class("-asked"):
            self.add_class("-asked")
            self.query_one("#state", Words).show(self.say("history.really"))
            self.query_one("#delete", Tile).update(self.say("history.yes"))
            return
        outing_id = self._outing.id
        self.choose(lambda companion: companion.delete(outing_id), slow=True)
        self.add_class("-gone")
        self.query_one("#state", Words).show(self.say("history.gone"))

    def action_undo(self) -> None:
        """Bring it back, or do not delete after all."""
        outing = self._outing
        if self.has_class("-gone"):
            self.choose(lambda companion: companion.restore(outing), slow=True)
        self.remove_class("-gone", "-asked")
        self.query_one("#delete", Tile).update(self.say("history.delete"))
        self.query_one("#state", Words).show("")
