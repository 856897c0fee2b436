"""A line to type in, above ready answers."""

from collections.abc import Callable

from textual import events
from textual.widgets import Input
from textual.widgets.input import Selection


class Line(Input):
    """Until something is typed, the digit of a ready answer gives it; down leads to the answers."""

    fresh = False
    """Whether a digit may still mean an answer."""

    def __init__(self, give: Callable[[str], bool], to_answers: Callable[[], None], *, id: str) -> None:
        """`give` gives the answer of a digit and says whether there is one."""
        super().__init__(id=id, select_on_focus=False)
        self._give = give
        self._to_answers = to_answers

    def begin(self, text: str, *, anew: bool = False) -> None:
        """Start with `text`: the next letter goes on from its end, or takes its place where it is `anew`."""
        self.value = text
        # By itself a line keeps what was selected in the text before, as numbers of letters.
        self.selection = Selection(0 if anew else len(text), len(text))

    def on_key(self, event: events.Key) -> None:
        """All letters come here in their order, however fast they are; so the digits are sorted out here."""
        if event.key == "down":
            # Else the answers, which have the focus by then, would go down to the second one.
            event.stop()
            event.prevent_default()
            self._to_answers()
        elif self.fresh and event.character and self._give(event.character):
            event.stop()
            event.prevent_default()
        else:
            self.fresh = False

    def on_click(self) -> None:
        """Who taps the line is about to type."""
        self.fresh = False
