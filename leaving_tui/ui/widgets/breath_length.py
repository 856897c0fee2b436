"""How long the breath goes on, and a shorter or a longer one, one tap or arrow away."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal

from leaving_tui.content.library import Library
from leaving_tui.telling.breathing import ChosenBreath
from leaving_tui.ui.widgets.tile import Tile
from leaving_tui.ui.widgets.words import Words


class BreathLength(Horizontal):
    """Three words in a row: shorter, the length, longer; what cannot be stays, more quietly."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library

    def compose(self) -> ComposeResult:
        """The length between the two ways to change it."""
        say = self._library.say
        yield Tile(say("breathe.shorter"), "screen.length(-1)", id="shorter")
        yield Words(id="length")
        yield Tile(say("breathe.longer"), "screen.length(1)", id="longer")

    def show(self, breath: ChosenBreath) -> None:
        """Say how long `breath` is."""
        say, length = self._library.say, breath.length
        told = say("breathe.minutes", n=length) if length else say("breathe.breaths", count=breath.breaths)
        self.query_one("#length", Words).show(told)
        self.query_one("#shorter").set_class(breath.shorter is None, "-none")
        self.query_one("#longer").set_class(breath.longer is None, "-none")

    def on_click(self, event: events.Click) -> None:
        """A tap beside a word is meant for it, and not to stop the breath."""
        event.stop()
