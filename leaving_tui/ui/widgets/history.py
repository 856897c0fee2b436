"""Past outings, newest first, drawn line by line: only what is visible costs anything."""

from collections.abc import Sequence
from datetime import datetime

from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from leaving_tui.content.library import Library
from leaving_tui.domain.outing import Outing
from leaving_tui.domain.past import place_of
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.widgets.rows import row


class HistoryList(ScrollView, can_focus=True):
    """A list of outings; a tap or Enter opens one."""

    COMPONENT_CLASSES = {"history--row", "history--quiet", "history--cursor"}
    BINDINGS = [
        Binding("up", "step(-1)", "The one above", show=False, id="one_up"),
        Binding("down", "step(1)", "The one below", show=False, id="one_down"),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "step(-1000000)", show=False),
        Binding("end", "step(1000000)", show=False),
        Binding("enter", "open", "Open this one", show=False, id="open"),
    ]

    outings: reactive[Sequence[Outing]] = reactive((), init=False, always_update=True)
    cursor: reactive[int] = reactive(0, init=False, repaint=False)

    class Opened(Message):
        """The person wants to see the outing of this id."""

        def __init__(self, outing_id: str) -> None:
            super().__init__()
            self.outing_id = outing_id

    def __init__(self, library: Library, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._library = library

    def watch_outings(self, old: Sequence[Outing], new: Sequence[Outing]) -> None:
        """Other outings: draw what is visible of them, with the cursor on the same one if it is there."""
        if old is new:
            return
        at = old[self.cursor].id if self.cursor < len(old) else None
        self.virtual_size = Size(1, len(new))
        self.cursor = 0 if at is None else place_of(new, at) or 0
        self.refresh(layout=self.styles.is_auto_height)
        self.call_after_refresh(self._show_cursor)

    def watch_cursor(self, old: int, new: int) -> None:
        """Keep the chosen outing in sight; repaint the two rows."""
        self._show_cursor()
        top, width = int(self.scroll_offset.y), self.size.width
        self.refresh(Region(0, old - top, width, 1), Region(0, new - top, width, 1))

    def _show_cursor(self) -> None:
        top, height = int(self.scroll_offset.y), self.size.height
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False, force=True)
        elif height and self.cursor >= top + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False, force=True)

    def action_step(self, rows: int) -> None:
        """Up or down."""
        self.cursor = max(0, min(len(self.outings) - 1, self.cursor + rows))

    def action_page(self, pages: int) -> None:
        """As many rows as are visible up or down."""
        self.action_step(pages * max(1, self.size.height - 1))

    def action_open(self) -> None:
        """Show the chosen outing."""
        if self.outings:
            self.post_message(self.Opened(self.outings[self.cursor].id))

    def on_click(self, event: events.Click) -> None:
        """One tap opens."""
        at = event.y + int(self.scroll_offset.y)
        if at < len(self.outings):
            self.cursor = at
            self.action_open()

    def render_line(self, y: int) -> Strip:
        """One outing."""
        width = self.scrollable_content_region.width
        at = y + int(self.scroll_offset.y)
        if at >= len(self.outings):
            return Strip.blank(width, self.rich_style)
        chosen = self.has_focus and at == self.cursor
        style = self.get_component_rich_style("history--cursor" if chosen else "history--row")
        quiet = style if chosen else self.get_component_rich_style("history--quiet")
        day, length, company, answer, note = row(self.outings[at], self._now, width, self._library)
        cells = [(day, quiet), (length, style), (company, quiet), (answer, style), (note, quiet)]
        return Strip([Segment(*cell) for cell in cells]).adjust_cell_length(width, style)

    @property
    def _now(self) -> datetime:
        assert isinstance(self.screen, Scene)
        return self.screen.now
