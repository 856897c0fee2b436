"""The doorway: one short goodbye in a pool of light, and one button."""

from datetime import timedelta

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Center, Vertical

from leaving_tui.companion import Companion, Snapshot
from leaving_tui.content.kinds import Script
from leaving_tui.content.library import fill
from leaving_tui.telling.doorway import Doorway
from leaving_tui.telling.names import names, when_back
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.widgets.bar import Bar
from leaving_tui.ui.widgets.hints import Hints
from leaving_tui.ui.widgets.steady import SteadyTile
from leaving_tui.ui.widgets.tile import Tile
from leaving_tui.ui.widgets.words import Words

SOFT = timedelta(seconds=20)
"""How long a short goodbye takes; the bar fills once and stops."""

SHORT = 4
"""Seconds that an answer to a key stays, for a person who has just pressed it."""


class GoodbyeScreen(Scene):
    """Say it, do it, go."""

    STYLES = "goodbye"
    BINDINGS = [
        Binding("enter", "leave", "I've left", id="leave"),
        Binding("left", "script(-1)", "Other words", show=False, id="script_before"),
        Binding("right", "script(1)", "Other words", id="script_after"),
        Binding("t", "tears", "Tears at the door", id="tears"),
        Binding("e", "app.open('script')", "Write my own", id="script"),
        Binding("f", "app.open('fed')", "Last fed", id="fed"),
        Binding("s", "app.open('slept')", "Last slept", id="slept"),
        Binding("a", "app.open('baby')", "Your baby", id="baby"),
        Binding("escape", "not_yet", "Not yet", id="not_yet"),
    ]

    _before: Script | None = None
    """What stood there before the words for tears."""

    def compose(self) -> ComposeResult:
        """The return time, the words in their light, what to do, and the button."""
        library = self.library
        yield Words(id="return")
        with Center(id="doorway"), Vertical(id="light"):
            yield Words(id="say")
            yield Words(id="do")
            yield Tile(self.say("goodbye.for_now"), "screen.tears", id="for-now", classes="-line")
            yield Bar()
            yield Words(self.say("goodbye.no_hurry"), id="no-hurry")
        yield Words(id="note")
        yield Words(library.goodbye.slip_out.text, id="slip-out")
        yield Words(f"{library.goodbye.timing.text} {library.goodbye.running_late}", id="under")
        yield Tile("", "app.open('baby')", id="once", classes="-line")
        with Center(id="go"):
            yield SteadyTile(self.say("goodbye.left"), "screen.leave", classes="-main")
        yield from self._hints()

    def _hints(self) -> ComposeResult:
        with Vertical(id="hints"):
            yield Hints(
                [
                    ("esc", self.say("goodbye.not_yet"), "screen.not_yet"),
                    ("?", self.say("common.keys"), "app.open('keys')"),
                    ("← →", self.say("goodbye.others"), "screen.script(1)"),
                    ("t", self.say("goodbye.tears"), "screen.tears"),
                    ("b", self.say("away.breathe").lower(), "app.open('breathe')"),
                    ("n", self.say("common.notes"), "app.open('notes')"),
                ]
            )
            yield Hints(
                [
                    ("f", self.say("goodbye.fed"), "app.open('fed')"),
                    ("s", self.say("goodbye.slept"), "app.open('slept')"),
                    ("e", self.say("goodbye.own"), "app.open('script')"),
                    ("a", self.say("goodbye.baby"), "app.open('baby')"),
                ]
            )

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Other words were chosen, or a name was set."""
        outing = snapshot.outing
        if outing is None:
            return
        door = self._door
        script, known = door.shown, names(snapshot, outing.plan, self.now)
        self.query_one("#say", Words).show(fill(script.say, known))
        self.query_one("#do", Words).show(fill(script.do, known))
        self.query_one("#note", Words).show(fill(script.note, known))
        self.set_class(door.only_for_now, "-for-now")
        self.set_class(bool(door.once), "-once")
        self.query_one("#once", Tile).update(door.once)

    def show_now(self) -> None:
        """The planned return, if they left now, and the soft bar."""
        outing = self.snapshot.outing
        if outing is None:
            return
        at = when_back(outing.planned_return(self.now), self.now, self.library)
        self.query_one("#return", Words).show(self.say("away.home_by", at=at), layout=False)
        self.query_one(Bar).share = min(1.0, (self.now - outing.prepared_at) / SOFT)

    def action_leave(self) -> None:
        """Out of the door."""
        self.choose(self._door.leave)

    def action_not_yet(self) -> None:
        """Stay for now."""
        self.choose(Companion.not_yet)

    def action_script(self, step: int) -> None:
        """The next or the previous words."""
        self._choose(self._door.beside(step))

    def action_tears(self) -> None:
        """The shortest words, for now; a second time, those from before; they may be the usual ones."""
        door = self._door
        if door.only_for_now:
            self._choose(self._before or door.usual)
        elif not door.shown.tears:
            self._before = door.shown
            self._choose(door.shortest)
        else:
            self.app.notify(self.say("goodbye.tears_already"), markup=False, timeout=SHORT)

    def _choose(self, script: Script) -> None:
        self.choose(lambda companion: companion.choose_script(script.id))

    @property
    def _door(self) -> Doorway:
        return Doorway(self.snapshot, self.library, self.now)
