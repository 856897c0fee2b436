"""The question of trust as it stands on the card until it is answered; never a gate (T3.1)."""

from textual.app import ComposeResult
from textual.containers import Vertical

from leaving_tui.content.library import Library
from leaving_tui.ui.widgets.tile import Tile, Tiles
from leaving_tui.ui.widgets.words import Words


class TrustPanel(Vertical):
    """The question and two answers; after a no, that the care comes first and where to go."""

    def __init__(self, library: Library, answer: bool | None, question: str) -> None:
        super().__init__(id="trust")
        self._library = library
        self._answer = answer
        self._question = question

    def compose(self) -> ComposeResult:
        """A sentence and two tiles."""
        yield Words(id="trust-said")
        yield Tiles(
            [Tile("", "screen.trust(True)", id="trust-yes"), Tile("", "screen.trust(False)", id="trust-no")],
            width=16,
        )

    def on_mount(self) -> None:
        """The question as it stands."""
        self.show(self._answer, self._question)

    def show(self, answer: bool | None, question: str) -> None:
        """Show the `question` while it is open, the way on after a no, and nothing after a yes."""
        self.display = not answer
        if answer:
            return
        words, say = self._library.ladder, self._library.say
        asked = answer is None
        self.query_one("#trust-said", Words).show(question if asked else words.trust_no_next[0])
        self.query_one("#trust-yes", Tile).update(say("trust.yes" if asked else "trust.sure_now"))
        self.query_one("#trust-no", Tile).update(say("trust.no" if asked else "trust.help"))
