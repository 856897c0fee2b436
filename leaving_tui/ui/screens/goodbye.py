"""The doorway: one short goodbye in a pool of light, and one button."""

from collections.abc import Sequence
from datetime import timedelta

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Center, Vertical

from leaving_tui.companion import Companion, Snapshot
from leaving_tui.content.kinds import Script
from leaving_tui.content.library import fill
from leaving_tui.domain.outing import Outing
from leaving_tui.domain.people import Baby, age_in_months
from leaving_tui.telling.format import clock_time, local
from leaving_tui.telling.names import names
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.widgets.bar import Bar
from leaving_tui.ui.widgets.hints import Hints
from leaving_tui.ui.widgets.tile import Tile
from leaving_tui.ui.widgets.words import Words

SOFT = timedelta(seconds=20)
"""How long a short goodbye takes; the bar fills once and stops."""


class GoodbyeScreen(Scene):
    """Say it, do it, go."""

    BINDINGS = [
        Binding("enter", "leave", "I've left", id="leave"),
        Binding("left", "script(-1)", "Other words", show=False, id="script_before"),
        Binding("right", "script(1)", "Other words", id="script_after"),
        Binding("t", "tears", "Tears at the door", id="tears"),
        Binding("escape", "not_yet", "Not yet", id="not_yet"),
    ]

    def compose(self) -> ComposeResult:
        """The return time, the words in their light, what to do, and the button."""
        library = self.library
        yield Words(id="return")
        with Center(id="doorway"), Vertical(id="light"):
            yield Words(id="say")
            yield Words(id="do")
            yield Bar()
        yield Words(id="note")
        yield Words(f"{library.goodbye.slip_out.text} {library.goodbye.timing.text}", id="under")
        with Center(id="go"):
            yield Tile(self.say("goodbye.left"), "screen.leave", classes="-main")
        yield Hints(
            [
                ("esc", self.say("goodbye.not_yet"), "screen.not_yet"),
                ("← →", self.say("goodbye.others"), "screen.script(1)"),
                ("t", self.say("goodbye.tears"), "screen.tears"),
                ("b", self.say("away.breathe").lower(), "app.open('breathe')"),
                ("?", self.say("common.keys"), "app.open('keys')"),
            ]
        )

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Other words were chosen, or a name was set."""
        outing = snapshot.outing
        if outing is None:
            return
        script = self._script(outing)
        known = names(snapshot, outing.plan)
        self.query_one("#say", Words).show(fill(script.say, known))
        self.query_one("#do", Words).show(fill(script.do, known))
        self.query_one("#note", Words).show(fill(script.note, known))

    def show_now(self) -> None:
        """The planned return, if they left now, and the soft bar."""
        outing = self.snapshot.outing
        if outing is None:
            return
        at = clock_time(outing.planned_return(self.now))
        self.query_one("#return", Words).show(self.say("away.home_by", at=at), layout=False)
        self.query_one(Bar).share = min(1.0, (self.now - outing.prepared_at) / SOFT)

    def action_leave(self) -> None:
        """Out of the door."""
        self.choose(Companion.leave)

    def action_not_yet(self) -> None:
        """Stay for now."""
        self.choose(Companion.not_yet)

    def action_script(self, step: int) -> None:
        """The next or the previous words."""
        if (outing := self.snapshot.outing) is not None:
            scripts = self._scripts
            at = scripts.index(self._script(outing))
            self._choose(scripts[(at + step) % len(scripts)])

    def action_tears(self) -> None:
        """The shortest words."""
        self._choose(next(script for script in self._scripts if script.tears))

    def _choose(self, script: Script) -> None:
        self.choose(lambda companion: companion.choose_script(script.id))

    def _script(self, outing: Outing) -> Script:
        chosen = (script for script in self._scripts if script.id == outing.plan.script)
        return next(chosen, self._scripts[0])

    @property
    def _scripts(self) -> Sequence[Script]:
        """The words that fit the baby's age first; with no age known, those for any age."""
        born = Baby.from_dict(self.snapshot.notes.get("baby", {})).born
        if born is not None:
            return self.library.scripts_for(age_in_months(born, local(self.now).date()))
        return sorted(self.library.scripts, key=lambda script: (not script.own, not script.tears))
