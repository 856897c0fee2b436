"""The breath as it moves: its shape, and under it what to do in a word, and a count."""

from textual.app import ComposeResult
from textual.containers import Center, Vertical
from textual.content import Content

from leaving_tui.content.library import Library
from leaving_tui.domain.breath import Breath, Phase
from leaving_tui.ui.widgets.pacer import Pacer
from leaving_tui.ui.widgets.words import Words


class MovingBreath(Vertical):
    """Told from the moment alone; only what has changed is painted again."""

    def __init__(self, library: Library) -> None:
        super().__init__(id="breathing")
        self._library = library
        self._pacer = Pacer()
        self._phase = Words(id="phase")
        self._said: tuple[Phase, int] | None = None

    def compose(self) -> ComposeResult:
        """The shape, and the words under it."""
        with Center():
            # As wide as its shape: what stands to the left on its rows is sent with them.
            yield self._pacer
        yield self._phase

    def begin(self) -> None:
        """What comes next is said, whatever was said before."""
        self._said = None

    def show(self, breath: Breath, of: int, *, still: bool, bell: bool) -> bool:
        """Show this moment of the breath; whether its words have changed.

        `still` has words and a count alone; `bell` rings at each turn.
        """
        if not still:
            self._pacer.fill(breath.fullness)
        if (breath.phase, breath.count) == self._said:
            return False
        if bell and self._said is not None and self._said[0] is not breath.phase:
            self.app.bell()
        self._said = breath.phase, breath.count
        word = self._library.breathing.word(breath.phase)
        count = self._library.say("breathe.count", n=breath.count, breath=breath.number, of=of)
        said = Content.assemble((word, "bold $primary"), "\n", (count, "$quiet"))
        self._phase.show(said, layout=False)
        return True

    def end(self) -> None:
        """A last word where the others stood."""
        self._phase.show(self._library.breathing.closer, layout=False)
