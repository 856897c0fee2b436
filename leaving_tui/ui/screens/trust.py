"""Do you trust them?: asked before the ladder; without a yes, the care comes first (T3.1)."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from leaving_tui.companion import Snapshot
from leaving_tui.telling.trust import trust_question, trusts
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.widgets.tile import Tile, Tiles
from leaving_tui.ui.widgets.words import Words


class TrustScreen(Scene):
    """The question, and where to go from a no or a doubt: the care comes first then."""

    STYLES = "prepare"
    BINDINGS = [
        Binding("1,y", "answer(True)", "Yes, I trust them", id="yes"),
        Binding("2", "answer(False)", "No, or not sure that I do", id="no"),
        Binding("p", "app.about('people')", "People", id="people"),
        Binding("escape", "app.back", "Close", id="close"),
    ]

    def compose(self) -> ComposeResult:
        """The question, why it is asked, the answers, and what helps."""
        words = self.library.ladder
        with Vertical(id="panel"):
            yield Words(trust_question(self.snapshot, self.library), classes="headline")
            yield Words(self.say("trust.why"), classes="quiet")
            yield Tiles(
                [
                    Tile(self.say("trust.yes"), "screen.answer(True)"),
                    Tile(self.say("trust.no"), "screen.answer(False)"),
                ],
                width=16,
            )
            yield Words(" ".join(words.trust_no_next), id="care-first")
            yield Tiles(
                [
                    Tile(self.say("notes.title"), "app.about('notes')", id="to-notes"),
                    Tile(self.say("trust.people"), "app.about('people')"),
                    Tile(self.say("common.close"), "app.back"),
                ]
            )

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """What was answered decides what stands below."""
        self.set_class(trusts(snapshot) is False, "-no")

    def action_answer(self, yes: bool) -> None:
        """Keep it; a yes leads on to the steps, and the question is not there on the way back."""
        self.choose(lambda companion: companion.trust(yes=yes))
        if yes:
            self.step_back()
            self.app.call_later(self.app.run_action, "open('steps')")
