"""H: the least that Textual can show, and the least it needs to answer a key."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Hello(App[None]):
    """One word, and how often space was pressed."""

    BINDINGS = [("q", "quit", "Quit")]
    presses = 0

    def compose(self) -> ComposeResult:
        """The word."""
        yield Static("Hello 0")

    def key_space(self) -> None:
        """Once more."""
        self.presses += 1
        self.query_one(Static).update(f"Hello {self.presses}")


Hello().run()
