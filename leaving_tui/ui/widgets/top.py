"""The first row of a stage: where one is, and what time it is."""

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class TopLine(Widget):
    """A sentence on the left, which gives way where there is no room, and the time on the right."""

    said: reactive[str] = reactive("")
    time: reactive[str] = reactive("")

    def __init__(self, said: str = "") -> None:
        super().__init__(id="top")
        self.set_reactive(TopLine.said, said)

    def render(self) -> Content:
        """Both, as far apart as the row allows."""
        room = max(0, self.content_size.width - cell_len(self.time) - 1)
        return Content.assemble(Content(self.said).truncate(room, ellipsis=True, pad=True), " ", self.time)
