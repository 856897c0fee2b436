"""How am I?: one number, or a skip."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from leaving_tui.companion import Companion
from leaving_tui.domain.outing import Kind, Stage
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.widgets.rating import RatingRow
from leaving_tui.ui.widgets.tile import Tile, Tiles
from leaving_tui.ui.widgets.words import Words


class RateScreen(Scene):
    """One question. Before the door it is the rating before, while out it is a moment of the outing."""

    AUTO_FOCUS = "RatingRow"
    BINDINGS = [Binding("escape", "app.back", "Close", id="close")]

    def compose(self) -> ComposeResult:
        """The question, the numbers, why it is asked, and the ways out."""
        with Vertical(id="panel"):
            yield Words(self.library.rating.question, classes="headline")
            yield RatingRow(self.library)
            yield Words(self.say("rate.why"), classes="quiet")
            yield Tiles(
                [Tile(self.say("common.skip"), "screen.skip"), Tile(self.say("common.close"), "app.back")]
            )

    def action_skip(self) -> None:
        """No number."""
        self.query_one(RatingRow).action_skip()

    def on_rating_row_rated(self, message: RatingRow.Rated) -> None:
        """Saved, and back."""
        rating, stage = message.rating, self.snapshot.stage

        def save(companion: Companion) -> None:
            if stage is Stage.AWAY:
                companion.note(Kind.RATING, rating=rating)
            else:
                companion.rate_before(rating)

        self.choose(save)
        # A notice would stand over the very line of the log that tells it.
        log_in_sight = stage is Stage.AWAY and self.has_class("-wide")
        if rating is not None and not log_in_sight:
            self.app.notify(self.say("rate.kept", n=rating), markup=False, timeout=3)
        self.step_back()
