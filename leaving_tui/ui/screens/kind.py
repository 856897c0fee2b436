"""Kind words: what you yourself found out first, then a line to hold on to."""

from __future__ import annotations

from datetime import datetime

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library, fill
from leaving_tui.domain.outing import Felt, Kind, Plan, Stage
from leaving_tui.domain.people import People, Role
from leaving_tui.telling.format import short_day
from leaving_tui.telling.names import names
from leaving_tui.ui.scene import Scene
from leaving_tui.ui.widgets.tile import Tile, Tiles
from leaving_tui.ui.widgets.words import Words

PLACES = {Stage.GOODBYE: "door", Stage.AWAY: "away", Stage.BACK: "home", Stage.HOME: "any"}
OWN_FIRST = 3
"""How many of the own findings come before the lines."""


class KindScreen(Scene):
    """One line at a time, large; any key for the next."""

    BINDINGS = [
        Binding("space,enter,right,down,k", "step(1)", "Another line", id="next"),
        Binding("left,up", "step(-1)", "The line before", id="previous"),
        Binding("f", "friend", "Text a friend", id="friend"),
        Binding("escape", "done", "Close", id="close"),
    ]

    def __init__(self, library: Library, snapshot: Snapshot, now: datetime) -> None:
        super().__init__(library, snapshot, now)
        self._lines = self._found_out() + self._kind_lines()
        self._at = now.toordinal() % len(self._lines) if not self._found_out() else 0

    def _found_out(self) -> list[tuple[str, str, str]]:
        found = [
            outing
            for outing in self.snapshot.finished or ()
            if outing.reflection and outing.reflection.found_out and outing.reflection.felt is not Felt.WRONG
        ]
        return [
            (
                f"own:{outing.id}",
                self.say("kind.found_out", text=outing.reflection.found_out),
                self.say("kind.you_on", day=short_day(outing.reflection.at)),
            )
            for outing in found[:OWN_FIRST]
            if outing.reflection
        ]

    def _kind_lines(self) -> list[tuple[str, str, str]]:
        outing = self.snapshot.outing
        plan = outing.plan if outing else Plan()
        known = names(self.snapshot, plan)
        facts = {"carer": plan.carer, "checkin": plan.check_ins, "plan": plan.carer and plan.place}
        early = outing and outing.home_at and outing.due_at and outing.home_at < outing.due_at
        known_facts = frozenset(name for name, value in {**facts, "early": early}.items() if value)
        lines = self.library.lines_for(PLACES[self.snapshot.stage], known_facts)
        return [
            (line.id, fill(line.text, known), self.say("kind.yours") if line.own else "") for line in lines
        ]

    def compose(self) -> ComposeResult:
        """The line, whose it is, and the ways on."""
        with Vertical(id="panel"):
            yield Words(id="line")
            yield Words(id="whose")
        yield Words(self.library.kindness.crying, id="crying", classes="quiet")
        yield Words(id="friend")
        yield Tiles(
            [
                Tile(self.say("kind.next"), "screen.step(1)", classes="-main"),
                Tile(self.say("kind.friend"), "screen.friend"),
                Tile(self.say("common.close"), "screen.done"),
            ],
            id="foot",
        )

    def on_mount(self) -> None:
        """The first line."""
        self._show()

    def _show(self) -> None:
        _, line, whose = self._lines[self._at]
        self.query_one("#line", Words).show(line)
        self.query_one("#whose", Words).show(whose)

    def on_key(self, event: events.Key) -> None:
        """Any key without a meaning of its own shows another line."""
        if event.is_printable and event.key not in self.active_bindings:
            event.stop()
            self.action_step(1)

    def action_step(self, by: int) -> None:
        """Another line."""
        self._at = (self._at + by) % len(self._lines)
        self._show()

    def action_friend(self) -> None:
        """A friend's number and a message to send."""
        people = People.from_dict(self.snapshot.notes.get("people", {}))
        friends = [
            self.say("check.phone", name=friend.name, phone=friend.phone)
            for friend in people.in_role(Role.FRIEND)
        ]
        message = self.library.messages.to_friend[0]
        self.app.copy_to_clipboard(message)
        said = [self.library.kindness.friend, *friends, self.say("kind.message", text=message)]
        self.query_one("#friend", Words).show("\n".join(said))

    def action_done(self) -> None:
        """Back; the line is noted."""
        line = self._lines[self._at][0]
        self.choose(lambda companion: companion.note(Kind.KIND, {"line": line}))
        self.app.call_later(self.app.run_action, "back")
