"""A thin line that fills: the way gone, or the breath before the door."""

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget


class Bar(Widget):
    """A line one row high; `share` is the part that is filled, 0.0 to 1.0. Repaints by half cells only."""

    COMPONENT_CLASSES = {"bar--gone", "bar--rest"}

    share: reactive[float] = reactive(0.0, repaint=False, init=False)
    halves: reactive[int] = reactive(0)

    def watch_share(self) -> None:
        """Repaint only when a half cell changes."""
        self.halves = round(self.share * self.size.width * 2)

    def on_resize(self) -> None:
        """Another width."""
        self.watch_share()

    def render_line(self, y: int) -> Strip:
        """The one line."""
        width = self.size.width
        whole, half = divmod(self.halves, 2)
        gone = "━" * whole + "╸" * half
        rest = self.get_component_rich_style("bar--rest")
        return Strip(
            [
                Segment(gone, self.get_component_rich_style("bar--gone")),
                Segment("─" * (width - len(gone)), rest),
            ],
            width,
        )
