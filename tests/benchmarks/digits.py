"""D: the least that a countdown by the second can be in Textual."""

from textual.app import App, ComposeResult
from textual.widgets import Digits


class Seconds(App[None]):
    """Large digits that change once a second."""

    BINDINGS = [("q", "quit", "Quit")]
    left = 3600

    def compose(self) -> ComposeResult:
        """The digits."""
        yield Digits("60:00")

    def on_mount(self) -> None:
        """From now on."""
        self.set_interval(1, self.tick)

    def tick(self) -> None:
        """One second less."""
        self.left -= 1
        self.query_one(Digits).update(f"{self.left // 60:02}:{self.left % 60:02}")


Seconds().run()
