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
        self._said = Words(id="trust-said")
        self._yes = Tile("", "screen.trust(True)", id="trust-yes")
        self._no = Tile("", "screen.trust(False)", id="trust-no")
        self.show(answer, question)

    def compose(self) -> ComposeResult:
        """A sentence and two tiles."""
        yield self._said
        yield Tiles([self._yes, self._no], width=16)

    def show(self, answer: bool | None, question: str) -> None:
        """Show the `question` while it is open, the way on after a no, and nothing after a yes."""
        self.display = not answer
        if answer:
            return
        words, say = self._library.ladder, self._library.say
        asked = answer is None
        self._said.show(question if asked else words.trust_no_next[0])
        self._yes.update(say("trust.yes" if asked else "trust.sure_now"))
        self._no.update(say("trust.no" if asked else "trust.help"))
