"""A line to type in, above ready answers."""

from collections.abc import Callable

from textual import events
from textual.widgets import Input


class Line(Input):
    """Until something is typed, the digit of a ready answer gives it; down leads to the answers."""

    fresh = False
    """Whether a digit may still mean an answer."""

    def __init__(self, give: Callable[[str], bool], to_answers: Callable[[], None], *, id: str) -> None:
        """`give` gives the answer of a digit and says whether there is one."""
        super().__init__(id=id)
        self._give = give
        self._to_answers = to_answers

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
        elif event.is_printable:
            self.fresh = False

    def on_click(self) -> None:
        """Who taps the line is about to type."""
        self.fresh = False
