"""What all screens share: the moment and the snapshot come down, choices go up."""

from collections.abc import Callable
from datetime import UTC, datetime

from textual import events
from textual.binding import BindingsMap
from textual.dom import DOMNode
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.screen import Screen

from leaving_tui.companion import Companion, Snapshot
from leaving_tui.content.library import Library
from leaving_tui.domain.settings import Settings
from leaving_tui.telling.names import home_by
from leaving_tui.telling.title import title
from leaving_tui.ui.painting import NearCompositor
from leaving_tui.ui.widgets.words import Words

WIDTHS = [(0, "-narrow"), (70, "-wide")]
HEIGHTS = [(0, "-low"), (19, "-short"), (26, "-tall")]
"""The columns and the rows from which a screen has a class."""

BY_THE_SECOND, BY_THE_MINUTE = 1.0, 3.0
"""Seconds between two heartbeats, where seconds are shown and where nothing moves but the minutes."""


class Scene(Screen[None]):
    """One screen of the way through. The app's heartbeat hands it `now` and `snapshot` while it is on top."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    LEAST = Size(30, 12)
    """The smallest window that holds a screen; in a smaller one there is one sentence and the time."""
    AUTO_FOCUS = ""
    STYLES = "overlays"
    """The file of its rules, in `styles`."""
    TELLS: frozenset[str] = frozenset()
    """The notices that it tells itself: none of them comes over it."""
    AFRESH = False
    """Whether it begins again where it is opened again, and not where it was left."""

    now: var[datetime] = var(datetime.fromtimestamp(0, UTC), init=False)
    snapshot: var[Snapshot] = var(Snapshot(), init=False)

    class Chosen(Message):
        """The person chose something; `change` carries it out. `slow` changes write the whole journal."""

        def __init__(self, change: Callable[[Companion], object], *, slow: bool = False) -> None:
            super().__init__()
            self.change = change
            self.slow = slow

    settings = Settings()
    """What the person chose; the app hands it down."""

    def __init__(self, library: Library, snapshot: Snapshot, now: datetime) -> None:
        super().__init__()
        self._compositor = NearCompositor()
        self.library = library
        self._composed = False
        self.set_reactive(Scene.now, now)
        self.set_reactive(Scene.snapshot, snapshot)

    @property
    def is_there(self) -> bool:
        """Whether all of it is made and none of it gone."""
        return self._composed and not self._going

    @property
    def _going(self) -> bool:
        # What is on its way out is displayed no more; it only takes its leave.
        return not self.display

    @property
    def _binding_chain(self) -> list[tuple[DOMNode, BindingsMap]]:
        # Textual 8.2 asks at each press which letter each bound key types. Only a field needs to know, and
        # the names of all letters, once looked into, take 0.7 MB.
        nodes = (self, self.app) if self.focused is None else self.focused.ancestors_with_self
        if any(type(node).check_consume_key is not DOMNode.check_consume_key for node in nodes):
            return super()._binding_chain
        chain = [(node, node._bindings.copy()) for node in nodes]  # noqa: SLF001
        for node, bindings in chain:
            if clashed := bindings.apply_keymap(self.app._keymap).clashed_bindings:  # noqa: SLF001
                self.app.handle_bindings_clash(clashed, node)
        return chain

    def fit(self, window: Size) -> None:
        """Begin in the classes of `window`, so that nothing is styled and laid out for another one first."""
        for length, points in ((window.width, WIDTHS), (window.height, HEIGHTS)):
            self.add_class(max(point for point in points if point[0] <= length)[1], update=False)

    def on_mount(self) -> None:
        """Everything is there: show it, and from now on each change of it."""
        self._composed = True
        self.show_snapshot(self.snapshot)
        self.show_now()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """What is on a new screen was styled as it was made; a covered one follows a new theme by itself."""
        event.refresh_styles = False

    async def on_event(self, event: events.Event) -> None:
        """One that goes before it was there shows nothing: what it would show it in was never made."""
        if not self._going or not isinstance(event, (events.Mount, events.Resize, events.InputEvent)):
            await super().on_event(event)

    def on_resize(self, event: events.Resize) -> None:
        """A window too small for this screen still says when you will be home."""
        small = event.size.width < self.LEAST.width or event.size.height < self.LEAST.height
        self.set_class(small, "-small")
        if small and not self.query("#small"):
            self.mount(Words(id="small"))
        self._show_small()

    def _show_small(self) -> None:
        if self.has_class("-small"):
            left = title(self.snapshot.outing, self.now, self.library)
            said = [home_by(self.snapshot, self.now, self.library), left, self.say("common.small")]
            self.query_one("#small", Words).show("\n".join(filter(None, said)))

    def watch_snapshot(self) -> None:
        """Something was chosen, here or in another window."""
        if self.is_there:
            self.show_snapshot(self.snapshot)

    def watch_now(self) -> None:
        """A heartbeat."""
        if self.is_there:
            self.show_now()
            self._show_small()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what changes with a choice."""

    def show_now(self) -> None:
        """Show what changes with the time alone."""

    def say(self, key: str, **values: object) -> str:
        """The sentence `key` of the words, with `values` filled in."""
        return self.library.say(key, **values)

    def choose(self, change: Callable[[Companion], object], *, slow: bool = False) -> None:
        """Send a choice up."""
        self.post_message(self.Chosen(change, slow=slow))

    def step_back(self) -> None:
        """Back to what lies below, once what is under way is done; asked twice, no further."""
        # By the app: the tile that was tapped is on the screen that goes, and would wait for itself.
        self.app.call_later(self._go)

    def _go(self) -> None:
        if self.is_current:
            self.app.pop_screen()

    @property
    def beat(self) -> float:
        """Seconds between two heartbeats while this scene is on top."""
        return BY_THE_SECOND

    def beat_origin(self) -> datetime | None:
        """The moment heartbeats keep step with, where a scene has one of its own."""
        return None
