"""Past outings, newest first, drawn line by line: only what is visible costs anything."""

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from leaving_tui.content.library import Library
from leaving_tui.domain.duration import in_words
from leaving_tui.domain.outing import Outing
from leaving_tui.telling.format import short_day
from leaving_tui.telling.names import company


class HistoryList(ScrollView, can_focus=True):
    """A list of outings; a tap or Enter opens one."""

    COMPONENT_CLASSES = {"history--row", "history--quiet", "history--cursor"}
    BINDINGS = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("pageup", "step(-10)", show=False),
        Binding("pagedown", "step(10)", show=False),
        Binding("home", "step(-1000000)", show=False),
        Binding("end", "step(1000000)", show=False),
        Binding("enter", "open", show=False),
    ]

    outings: reactive[tuple[Outing, ...]] = reactive((), init=False)
    cursor: reactive[int] = reactive(0, init=False)

    class Opened(Message):
        """The person wants to see this outing."""

        def __init__(self, outing: Outing) -> None:
            super().__init__()
            self.outing = outing

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library

    def watch_outings(self) -> None:
        """Other outings: draw what is visible of them."""
        self.virtual_size = Size(self.size.width, len(self.outings))
        self.cursor = max(0, min(self.cursor, len(self.outings) - 1))
        self.refresh()

    def watch_cursor(self, old: int, new: int) -> None:
        """Keep the chosen outing in sight; repaint the two rows."""
        top, height = int(self.scroll_offset.y), self.size.height
        if new < top:
            self.scroll_to(y=new, animate=False, force=True)
        elif height and new >= top + height:
            self.scroll_to(y=new - height + 1, animate=False, force=True)
        width = self.size.width
        self.refresh(Region(0, old - top, width, 1), Region(0, new - top, width, 1))

    def action_step(self, rows: int) -> None:
        """Up or down."""
        self.cursor = max(0, min(len(self.outings) - 1, self.cursor + rows))

    def action_open(self) -> None:
        """Show the chosen outing."""
        if self.outings:
            self.post_message(self.Opened(self.outings[self.cursor]))

    def on_click(self, event: events.Click) -> None:
        """One tap opens."""
        row = event.y + int(self.scroll_offset.y)
        if row < len(self.outings):
            self.cursor = row
            self.action_open()

    def render_line(self, y: int) -> Strip:
        """One outing."""
        width = self.size.width
        row = y + int(self.scroll_offset.y)
        if row >= len(self.outings):
            return Strip.blank(width, self.rich_style)
        outing = self.outings[row]
        chosen = self.has_focus and row == self.cursor
        style = self.get_component_rich_style("history--cursor" if chosen else "history--row")
        quiet = style if chosen else self.get_component_rich_style("history--quiet")
        day = f"{short_day(outing.left_at or outing.prepared_at):<8}"
        length = in_words(outing.minutes_out)
        length = f"{length.removesuffix(' min') if outing.minutes_out > 60 else length:<8}"
        answer = " " + self._answer(outing)
        room = max(0, width - len(day) - len(length) - cell_len(answer))
        return Strip(
            [
                Segment(day, quiet),
                Segment(length, style),
                Segment(set_cell_size(company(outing.plan), room), quiet),
                Segment(answer, style),
            ]
        ).adjust_cell_length(width, style)

    def _answer(self, outing: Outing) -> str:
        felt = outing.reflection.felt if outing.reflection else "skipped"
        return self._library.say(f"home.felt_{felt}")
