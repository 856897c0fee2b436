"""Which screen shows, one heartbeat, and one way for every choice."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import ClassVar

from textual import work
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.reactive import var
from textual.screen import Screen
from textual.timer import Timer

from leaving_tui.clock import Clock
from leaving_tui.companion import Companion, Snapshot
from leaving_tui.content.library import Library
from leaving_tui.domain.errors import LeavingError
from leaving_tui.domain.notices import Notice, notices_between
from leaving_tui.domain.outing import Stage
from leaving_tui.domain.settings import Settings
from leaving_tui.telling.format import clock_time
from leaving_tui.telling.title import title
from leaving_tui.ui.notifier import notify_outside
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.terminal import TerminalTitle, restore_on_signals
from leaving_tui.ui.theme import THEMES, variable_defaults
from leaving_tui.ui.widgets.history import HistoryList

STAGES = {
    Stage.HOME: "home.HomeScreen",
    Stage.GOODBYE: "goodbye.GoodbyeScreen",
    Stage.AWAY: "away.AwayScreen",
    Stage.BACK: "back.BackScreen",
}
"""The screen of each stage."""

OVERLAYS = {
    "breathe": "breathe.BreatheScreen",
    "ground": "ground.GroundScreen",
    "kind": "kind.KindScreen",
    "check": "check.CheckScreen",
    "rate": "rate.RateScreen",
    "help": "nerves.NervesScreen",
    "notes": "notes.NotesScreen",
    "history": "history.HistoryScreen",
    "outing": "outing.OutingScreen",
    "edit": "edit.EditScreen",
    "look_back": "lookback.LookBackScreen",
    "plan": "plan.PlanScreen",
    "keys": "keys.KeysScreen",
    "still_out": "still_out.StillOutScreen",
}
"""Screens that lie over a stage and lead back to it; each is imported when it is first opened."""


LOOK = 1.0
"""Seconds between two looks at what has changed, here or in another window."""


class LeavingApp(App[None]):
    """The app: it shows the screen of the stage that the outing has reached."""

    TITLE = "Leaving"
    CSS_PATH: ClassVar = [f"styles/{room}.tcss" for room in ("common", "stages", "overlays", "past")]
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

    snapshot: var[Snapshot] = var(Snapshot(), init=False)

    def __init__(
        self, companion: Companion, library: Library, clock: Clock, settings: Settings | None = None
    ) -> None:
        super().__init__()
        self.settings = settings or Settings()
        self._companion = companion
        self._library = library
        self._clock = clock
        self._writing = asyncio.Lock()
        self._reading = asyncio.Lock()
        self._terminal_title = TerminalTitle(self)
        self._next_beat: Timer | None = None
        self._until_look = 0.0
        for theme in THEMES:
            self.register_theme(theme)
        self.set_reactive(LeavingApp.snapshot, companion.snapshot())
        chosen = str(self.settings.theme or self.snapshot.notes["choices"].get("theme"))
        self.theme = chosen if chosen in self.available_themes else THEMES[0].name
        if self.settings.still:
            self.animation_level = "none"
        self.set_keymap(self.settings.keys)
        self._noticed = clock()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colour variables, for the themes that come with Textual."""
        return variable_defaults(self.current_theme)

    def get_default_screen(self) -> Screen[None]:
        """The screen of the stage is the first one: no empty screen is ever painted."""
        scene = self._scene(STAGES[self.snapshot.stage])
        # Textual 8.2 gives every screen but the default one a callback, and `switch_screen` wants one.
        scene._push_result_callback(scene, None)  # noqa: SLF001
        return scene

    def on_ready(self) -> None:
        """After the first frame: signals, the collector, the journal, and the heart."""
        restore_on_signals(self)
        self._terminal_title.lend_while_paused()
        gc.collect()
        gc.freeze()
        gc.enable()
        self._read_journal()
        outing = self.snapshot.outing
        if outing and outing.long_past(self._clock()):
            self.action_open("still_out")
        self.beat()

    # ---- the heart

    def beat(self) -> None:
        """Look at what has changed, hand the moment to the screen on top, and come again in time."""
        if self.is_running:
            self._look()
            self._hand_down()

    def _look(self) -> None:
        self._until_look = LOOK
        self._take_in()
        if self._companion.stale:
            self._read_journal()
        for sentence in (*self._companion.take_notices(), *self._take_problems()):
            self.notify(sentence, markup=False, timeout=20)
        now = self._clock()
        for notice in notices_between(self.snapshot.outing, self._noticed, now):
            self._tell(notice)
        self._noticed = now
        self._terminal_title.show(title(self.snapshot.outing, now, self._library))

    def _take_in(self) -> None:
        # While an answer is on its way to the disk it is neither here nor there: what is shown stays.
        if not self._writing.locked():
            self.snapshot = self._companion.snapshot()

    def _tell(self, notice: Notice) -> None:
        outing = self.snapshot.outing
        at = clock_time(outing.due_at) if outing and outing.due_at else ""
        text = self._library.say(f"notices.{notice.key}", at=at)
        self.notify(text, markup=False, timeout=20)
        notify_outside(self, self.settings, text)

    def _take_problems(self) -> list[str]:
        """What in the person's own words could not be used, each sentence once."""
        problems, self._library.problems[:] = list(self._library.problems), []
        return problems

    def _hand_down(self) -> None:
        now, beat, origin = self._clock(), LOOK, None
        if isinstance(self.screen, Scene):
            self.screen.now = now
            beat, origin = self.screen.beat, self.screen.beat_origin()
        since = (now - origin).total_seconds() if origin else now.timestamp()
        if self._next_beat is not None:
            self._next_beat.stop()
        self._next_beat = self.set_timer(beat - since % beat, lambda: self._wake(beat))

    def _wake(self, after: float) -> None:
        # A moving picture wakes several times a second; files are looked at once in a second.
        self._until_look -= after
        if self._until_look > 0 and self.is_running:
            self._hand_down()
        else:
            self.beat()

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
            self._carry_out_slowly(message)
            return
        try:
            message.change(self._companion)
        except LeavingError as error:
            self.notify(str(error), markup=False)
        self.beat()

    @work
    async def _carry_out_slowly(self, message: Scene.Chosen) -> None:
        async with self._writing:
            try:
                await asyncio.to_thread(message.change, self._companion)
            except LeavingError as error:
                self.notify(str(error), markup=False)
        self.beat()

    @work
    async def _read_journal(self) -> None:
        """Read the past beside the screen; one reading at a time."""
        if self._reading.locked():
            return
        async with self._reading:
            try:
                await asyncio.to_thread(self._companion.finished)
            except LeavingError as error:
                self.notify(str(error), markup=False, timeout=20)
                return
        self._take_in()

    # ---- screens over the stage

    def action_open(self, name: str) -> None:
        """Lay the screen `name` over the stage; it takes the place of another one that lies there."""
        scene = self._scene(OVERLAYS[name])
        if type(self.screen) is type(scene):
            return
        if len(self.screen_stack) > 1 and isinstance(self.screen, Scene):
            self.switch_screen(scene)
        else:
            self.push_screen(scene)

    def action_about(self, name: str, *outing_id: str) -> None:
        """Lay the screen `name` about one past outing over what is there; `back` leads back to that."""
        self.push_screen(self._scene(OVERLAYS[name], *outing_id))

    def on_history_list_opened(self, message: HistoryList.Opened) -> None:
        """Show a past outing."""
        self.action_about("outing", message.outing_id)

    async def action_back(self) -> None:
        """Back to the stage."""
        if len(self.screen_stack) > 1:
            # Not awaited: the tile that was tapped is on the screen that goes, and would wait for itself.
            self.pop_screen()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: our own screens, the theme and quitting; no picture of private words to disk."""
        for binding in self.BINDINGS:
            if isinstance(binding, Binding) and binding.show:
                yield SystemCommand(
                    binding.description,
                    binding.tooltip,
                    lambda b=binding: self.call_next(self.run_action, b.action),
                )
        yield SystemCommand("Theme", "Evening, morning, or high contrast", self.action_change_theme)

    def _scene(self, name: str, *about: str) -> Scene:
        module, _, kind = name.partition(".")
        scene: Callable[..., Scene] = getattr(import_module(f"leaving_tui.ui.screens.{module}"), kind)
        return scene(self._library, self._companion.snapshot(), self._clock(), *about)

    def watch_theme(self, theme: str) -> None:
        """A theme that was chosen is remembered."""
        if self.is_running and theme != self.snapshot.notes["choices"].get("theme"):
            self._companion.remember("choices", theme=theme)

    def _fatal_error(self) -> None:
        """A crash shows one calm sentence: Textual's own report would print private words."""
        self.bell()
        self._exit_renderables.append(self._library.say("common.crash"))
        self._close_messages_no_wait()
