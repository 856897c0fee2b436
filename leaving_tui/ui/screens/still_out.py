"""Still out, or home already?: asked on start when the planned return is long past."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input

from leaving_tui.companion import Companion
from leaving_tui.domain.duration import past_time
from leaving_tui.domain.errors import PlanError
from leaving_tui.telling.format import clock_time
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.widgets.tile import Tile, Tiles
from leaving_tui.ui.widgets.words import Words


class StillOutScreen(Scene):
    """The real end of an outing can always be set."""

    BINDINGS = [
        Binding("o,escape", "app.back", "Still out", id="out"),
        Binding("h", "home", "Home just now", id="home"),
        Binding("p", "planned", "Home as planned", id="planned"),
    ]

    def compose(self) -> ComposeResult:
        """The question, the likely answers, and room for any time."""
        with Vertical(id="panel"):
            yield Words(self.say("away.still_out"), classes="headline")
            yield Words(self.say("away.still_out_why", at=self._due), classes="quiet")
            yield Tiles(
                [
                    Tile(self.say("away.still_out_yes"), "app.back", classes="-main"),
                    Tile(self.say("away.still_out_now"), "screen.home"),
                    Tile(self.say("away.still_out_planned", at=self._due), "screen.planned"),
                ]
            )
            yield Words(self.say("away.still_out_when"), classes="gap")
            yield Input(placeholder=self._due, id="at")
            yield Words(id="problem")
            yield Tiles(
                [
                    Tile(self.say("away.still_out_save"), "screen.save"),
                    Tile(self.say("common.close"), "app.back"),
                ]
            )

    @property
    def _due(self) -> str:
        outing = self.snapshot.outing
        return clock_time(outing.due_at) if outing and outing.due_at else ""

    def action_home(self) -> None:
        """Home just now."""
        self.choose(Companion.come_home)

    def action_planned(self) -> None:
        """Home when it was planned."""
        outing = self.snapshot.outing
        if outing and outing.due_at:
            due = outing.due_at
            self.choose(lambda companion: companion.come_home(due))

    def action_save(self) -> None:
        """Home at the time that was typed."""
        outing = self.snapshot.outing
        if outing is None or outing.left_at is None:
            return
        try:
            at = past_time(self.query_one(Input).value, self.now)
        except PlanError as error:
            self._tell(str(error))
            return
        if at < outing.left_at:
            self._tell(self.say("away.still_out_before", at=clock_time(outing.left_at)))
            return
        self.choose(lambda companion: companion.come_home(at))

    def _tell(self, problem: str) -> None:
        self.add_class("-problem")
        self.query_one("#problem", Words).show(problem)

    def on_input_submitted(self) -> None:
        """Enter saves the time."""
        self.action_save()
