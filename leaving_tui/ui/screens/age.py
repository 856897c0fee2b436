"""What many babies do at an age: ranges and "many", never what a baby will do (T4.1)."""

from __future__ import annotations

from datetime import datetime

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library
from leaving_tui.telling.goodbyes import COMFORT_UNTIL, months_old
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.widgets.tile import Foot, Tile
from leaving_tui.ui.widgets.words import Words


class AgeScreen(Scene):
    """One card at a time, the one for the baby's age first."""

    STYLES = "prepare"
    AUTO_FOCUS = "#panel"
    BINDINGS = [
        Binding("left", "turn(-1)", "Younger", id="younger"),
        Binding("right", "turn(1)", "Older", id="older"),
        Binding("escape", "app.back", "Close", id="close"),
    ]

    def __init__(self, library: Library, snapshot: Snapshot, now: datetime) -> None:
        super().__init__(library, snapshot, now)
        self._own = library.age(months_old(snapshot, now))
        self._at = library.ages.index(self._own) if self._own else 0

    def compose(self) -> ComposeResult:
        """The card and the ways on."""
        yield Words(self.say("age.title"), classes="headline")
        with VerticalScroll(id="panel"):
            yield Words(id="unknown", classes="quiet")
            yield Words(id="name")
            yield Words(id="lines")
            yield Words(id="comfort", classes="quiet")
        yield Foot(
            [
                Tile(self.say("age.younger"), "screen.turn(-1)"),
                Tile(self.say("age.older"), "screen.turn(1)"),
                Tile(self.say("age.baby"), "app.open('baby')"),
                Tile(self.say("common.close"), "app.back", classes="-main"),
            ],
            width=16,
        )

    def on_mount(self) -> None:
        """The card of the baby's age."""
        unknown = self.query_one("#unknown", Words)
        unknown.show("" if self._own else self.say("age.unknown"))
        unknown.display = self._own is None
        self._show()

    def _show(self) -> None:
        card = self.library.ages[self._at]
        key = "age.yours" if card is self._own else "age.months"
        self.query_one("#name", Words).show(self.say(key, name=card.name))
        self.query_one("#lines", Words).show("\n\n".join(line.text for line in card.lines))
        young = card.from_months < COMFORT_UNTIL
        self.query_one("#comfort", Words).show(self.library.goodbye.comfort.text if young else "")

    def action_turn(self, by: int) -> None:
        """Another age."""
        self._at = max(0, min(len(self.library.ages) - 1, self._at + by))
        self._show()
