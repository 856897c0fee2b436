"""Which screen shows, one heartbeat, and one way for every choice."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.content import Content
from textual.reactive import var
from textual.screen import Screen

from leaving_tui.clock import Clock
from leaving_tui.companion import Companion, Snapshot
from leaving_tui.content.library import Library
from leaving_tui.domain.errors import LeavingError
from leaving_tui.domain.outing import Stage
from leaving_tui.domain.settings import Settings
from leaving_tui.telling.title import title
from leaving_tui.ui.beside import Beside
from leaving_tui.ui.calm import CalmApp
from leaving_tui.ui.heart import Heart
from leaving_tui.ui.notifier import Notifier
from leaving_tui.ui.rooms import OVERLAYS, STAGES, maker, palette
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.styling import Styling, at_once
from leaving_tui.ui.terminal import TerminalTitle, restore_on_signals
from leaving_tui.ui.theme import THEMES, variable_defaults

if TYPE_CHECKING:
    from leaving_tui.ui.widgets.history import HistoryList

SENT, QUIET = 0.003, 0.4
"""Seconds in which the first frame is on its way, and after which the first moments are over."""


class LeavingApp(CalmApp):
    """The app: it shows the screen of the stage that the outing has reached."""

    TITLE = "Leaving"
    BINDINGS = [
        Binding("b", "open('breathe')", "Breathe", id="breathe", tooltip="A breath to follow"),
        Binding("g", "open('ground')", "Ground", id="ground", tooltip="Feel where you are"),
        Binding("k", "open('kind')", "Kind words", id="kind", tooltip="A line to hold on to"),
        Binding("n", "open('notes')", "Care notes", id="notes", tooltip="What the carer needs to know"),
        Binding("l", "open('history')", "Past outings", id="history", tooltip="What you found out"),
        Binding("x", "open('help')", "More than nerves", id="help", tooltip="People who can help"),
        Binding("question_mark", "open('keys')", "Keys", id="keys", tooltip="What each key does"),
        Binding("q,ctrl+q", "quit", "Quit", id="quit", tooltip="An outing goes on by itself"),
        Binding("ctrl+c", "quit", "Quit", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", "Pause", show=False),
    ]

    COMMANDS = {palette}

    snapshot: var[Snapshot] = var(Snapshot(), init=False)
    _coloured = False

    def __init__(
        self, companion: Companion, library: Library, clock: Clock, settings: Settings | None = None
    ) -> None:
        first = companion.snapshot()
        super().__init__(css_path=list(at_once(first.stage)))
        self.settings = settings or Settings()
        if self.animation_level == "none":
            # Asked for in the environment, as of any Textual app.
            self.settings = self.settings._replace(motion="none")
        # Nothing moves but the breath: a page that glides sends a thin line hundreds of pictures.
        self.animation_level = "none"
        self._companion = companion
        self._library = library
        self.last_words = library.say("common.crash")
        self._clock = clock
        self._terminal_title = TerminalTitle(self)
        self._warned = False
        self._heart = Heart(self, clock, self._look)
        self._notifier = Notifier(self, library, clock, self.settings)
        self._beside = Beside(self, companion, clock, self._notifier)
        self._styling = Styling(self, first.stage)
        for theme in THEMES:
            self.register_theme(theme)
        self.set_reactive(LeavingApp.snapshot, first)
        chosen = str(self.settings.theme or self.snapshot.notes["choices"].get("theme"))
        self._begin_in(chosen if chosen in self.available_themes else THEMES[0].name)
        self.set_keymap(self.settings.keys)

    def _begin_in(self, theme: str) -> None:
        # Before anything is styled. As a change of theme it would have all styles read a second time.
        self._coloured = True
        self.set_reactive(LeavingApp.theme, theme)
        self._refresh_truecolor_filter(self.ansi_theme)
        self.set_class(self.current_theme.dark, "-dark-mode")
        self.set_class(not self.current_theme.dark, "-light-mode")
        self.stylesheet.set_variables(self.get_css_variables())

    def get_css_variables(self) -> dict[str, str]:
        """The colours of the theme, once it is known which it is."""
        return super().get_css_variables() if self._coloured else {}

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colour variables, for the themes that come with Textual."""
        return variable_defaults(self.current_theme)

    def get_default_screen(self) -> Screen[None]:
        """The screen of the stage is the first one: no empty screen is ever painted."""
        scene = self._scene(STAGES[self.snapshot.stage])
        if self.snapshot.stage is not Stage.HOME or scene.snapshot.finished is not None:
            self._styling.parts()
        # Textual 8.2 gives every screen but the default one a callback, and `switch_screen` wants one.
        scene._push_result_callback(scene, None)  # noqa: SLF001
        return scene

    def on_load(self) -> None:
        """Before anything is changed in the terminal: a signal may come at any time."""
        restore_on_signals(self)

    def on_ready(self) -> None:
        """The first frame is drawn; while this waits, another thread sends it to the terminal."""
        self._terminal_title.lend_while_paused()
        self.set_timer(SENT, self._settle_in)

    def _settle_in(self) -> None:
        """After the first frame: the journal, the collector and the heart; the rest in a quiet moment."""
        self._styling.parts()
        self._beside.read_past(self._take_in)
        self.set_timer(QUIET, self._settle_down)
        outing = self.snapshot.outing
        if outing and outing.long_past(self._clock()):
            self.action_open("still_out")
        gc.freeze()
        gc.enable()
        self.beat()

    def _settle_down(self) -> None:
        """In a quiet moment: what the start has left over goes, and what other screens share is read."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        self._styling.overlays()

    def beat(self) -> None:
        """Look at what has changed and show it at once."""
        self._heart.beat()

    def _look(self) -> None:
        self._take_in()
        if self._companion.stale:
            self._beside.read_past(self._take_in)
        problems, self._library.problems[:] = list(self._library.problems), []
        self._notifier.show((*self._companion.take_notices(), *problems))
        self._notifier.trouble(self.snapshot.unsaved)
        if self.snapshot.unsaved:
            self._beside.try_again()
        self._notifier.tell_due(self.snapshot)
        self._terminal_title.show(title(self.snapshot.outing, self._clock(), self._library))

    def _take_in(self) -> None:
        # While an answer is on its way to the disk it is neither here nor there: what is shown stays.
        if not self._beside.writing:
            self.snapshot = self._companion.snapshot()

    def watch_snapshot(self, old: Snapshot, new: Snapshot) -> None:
        """Follow the outing to the screen of its stage; hand the rest down."""
        if not self.is_running:
            return
        if old.stage is not new.stage:
            while len(self.screen_stack) > 1:
                self.pop_screen()
            self.switch_screen(self._scene(STAGES[new.stage]))
            return
        for screen in self.screen_stack:
            if isinstance(screen, Scene):
                screen.snapshot = new

    def on_screen_resume(self) -> None:
        """A screen that comes to the top gets the moment at once."""
        self.call_next(self.beat)

    # ---- choices

    async def on_scene_chosen(self, message: Scene.Chosen) -> None:
        """Carry out a choice; one that writes the whole journal does so beside the screen, in order."""
        if message.slow:
            self._beside.carry_out(message.change, self.beat)
            return
        try:
            message.change(self._companion)
        except LeavingError as error:
            self._notifier.say_no(error)
        self.beat()

    # ---- screens over the stage

    def action_open(self, name: str) -> None:
        """Lay the screen `name` over what is there, or go back to where it lies already."""
        scene = self._scene(OVERLAYS[name])
        kind, anew = type(scene), scene.AFRESH
        if any(type(screen) is kind for screen in self.screen_stack):
            while type(self.screen) is not kind:
                self.pop_screen()
            if not anew:
                return
            self.pop_screen()
        self.push_screen(scene)

    def action_about(self, name: str, *outing_id: str) -> None:
        """Lay the screen `name` about one past outing over what is there; `back` leads back to that."""
        self.push_screen(self._scene(OVERLAYS[name], *outing_id))

    def on_history_list_opened(self, message: HistoryList.Opened) -> None:
        """Show a past outing."""
        self.action_about("outing", message.outing_id)

    def pop_screen(self) -> AwaitComplete:
        """Back to the screen below, which gets the moment before it is painted again."""
        gone = super().pop_screen()
        if isinstance(self.screen, Scene):
            self.screen.now = self._clock()
        return gone

    async def action_back(self) -> None:
        """Back to the stage."""
        if len(self.screen_stack) > 1:
            # Not awaited: the tile that was tapped is on the screen that goes, and would wait for itself.
            self.pop_screen()

    async def action_quit(self) -> None:
        """Leave in one press; only with something not yet on disk it takes a second one."""
        if self.snapshot.unsaved and not self._warned and not self._companion.retry():
            self._warned = True
            self._notifier.show([self._library.say("common.not_saved")])
            return
        self.exit()

    def _scene(self, name: str, *about: str) -> Scene:
        scene = maker(name)(self._library, self._companion.snapshot(), self._clock(), *about)
        if self.screen_stack:
            self._styling.of(scene)
        scene.fit(self.size)
        scene.settings = self.settings
        if scene.snapshot.sample:
            scene.add_class("-sample", update=False)
            scene.border_subtitle = Content(self._library.say("common.sample"))
        return scene

    def watch_theme(self, theme: str) -> None:
        """A theme that was chosen is remembered."""
        if self.is_running and theme != self.snapshot.notes["choices"].get("theme"):
            self._companion.remember("choices", theme=theme)
