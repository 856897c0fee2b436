"""Text on the screen, always literal: a name such as `[/you]` is shown as it was typed."""

from textual.content import Content
from textual.widgets import Static


class Words(Static):
    """A piece of text that repaints only when it changes."""

    def __init__(
        self, text: str | Content = "", *, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(text, markup=False, id=id, classes=classes)
        self._said = text

    def show(self, text: str | Content, *, layout: bool = True) -> None:
        """Show `text` instead; `layout=False` where its size cannot change."""
        if text != self._said:
            self._said = text
            self.update(text, layout=layout)
