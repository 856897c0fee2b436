"""The ladder: what the record suggests, beside every other step as its equal; and the steps themselves."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding

from leaving_tui.companion import Snapshot
from leaving_tui.domain.ladder import Ladder
from leaving_tui.telling.field import Field
from leaving_tui.telling.plan_changes import at_step
from leaving_tui.telling.step_fields import (
    ADD,
    Change,
    StepFields,
    keep_ladder,
    new_step,
    step_change,
)
from leaving_tui.telling.trust import trust_question, trusts
from leaving_tui.ui.form import FormScreen
from leaving_tui.ui.widgets.tile import Tile
from leaving_tui.ui.widgets.trust import TrustPanel


class StepsScreen(FormScreen):
    """A list of steps; choosing one shows it, to take it or to make it your own."""

    BINDINGS = [
        Binding("a", "add", "Add a step", id="add"),
        Binding("t", "take", "Take this step", id="take"),
        Binding("u", "move(-1)", "Move it up", id="up"),
        Binding("d", "move(1)", "Move it down", id="down"),
        Binding("h", "hide", "Hide or show it", id="hide"),
        Binding("1", "trust(True)", "Yes, I trust them", show=False, id="trust_yes"),
        Binding("2", "trust(False)", "No, or not sure that I do", show=False, id="trust_no"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A letter means the step that is shown, while none of its fields is open: there, `t` is a ten."""
        if action in ("take", "move", "hide") and not self.inside:
            return False
        if action == "trust":
            return self._editing is None and not self.inside and not trusts(self.snapshot)
        return self._editing is None or action not in ("add", "take", "move", "hide")

    def heading(self) -> str:
        """What this form is for, or the step it is about."""
        return self._fields.names.get(self.inside, "") if self.inside else self.say("steps.title")

    def about(self) -> str:
        """Why the suggestion is what it is; or what to do before this step."""
        return self._fields.before(self.inside) if self.inside else self._fields.about()

    def extra(self) -> ComposeResult:
        """The question of trust, while it is open, above the steps; it hides none of them (T3.1)."""
        yield TrustPanel(self.library, trusts(self.snapshot), trust_question(self.snapshot, self.library))

    def refresh_list(self) -> None:
        """Every step, or one; the question stands above the list."""
        super().refresh_list()
        panel, snapshot = self.query_one(TrustPanel), self.snapshot
        panel.show(trusts(snapshot), trust_question(snapshot, self.library))
        panel.display = panel.display and not self.inside

    def ways_out(self) -> Sequence[Tile]:
        """Done, or what can be done with the step that is shown."""
        entry = [
            ("take", "take", "-main"),
            ("up", "move(-1)", ""),
            ("down", "move(1)", ""),
            ("hide", "hide", ""),
        ]
        return [
            Tile(self.say("common.done"), "screen.leave_field", classes="-main -list"),
            Tile(self.say("steps.add_own"), "screen.add", classes="-list"),
            *(
                Tile(self.say(f"steps.{name}"), f"screen.{action}", id=name, classes=f"-entry {kind}")
                for name, action, kind in entry
            ),
            Tile(self.say("common.back"), "screen.leave_field", classes="-entry"),
        ]

    # ---- the fields

    def fields(self) -> Sequence[Field]:
        """All steps, or what can be changed of one."""
        return self._fields.of(self.inside) if self.inside else self._fields.all()

    # ---- what is chosen

    def save(self, field_id: str, value: str) -> None:
        """Keep it; a new name becomes a new step."""
        change = step_change(field_id, value, self.inside, self.library)
        added = new_step(change, self.snapshot, self.library) if field_id == ADD else ""
        self._change(change)
        self.inside = added or self.inside

    def _change(self, change: Change) -> None:
        self.choose(keep_ladder(change, self.snapshot, self.library))

    def action_add(self) -> None:
        """A step of one's own."""
        self.inside = ""
        self.open(ADD)

    def action_take(self) -> None:
        """Plan the next outing with this step; before the first one, a question (T3.1)."""
        step = self._ladder.step(self.inside)
        if step is None:
            return
        if not trusts(self.snapshot):
            self.app.call_later(self.app.run_action, "about('trust')")
            return
        change = at_step(step.id, self.snapshot, self.library)
        self.choose(lambda companion: companion.draft(change(companion.snapshot().draft)))
        self.step_back()

    def action_trust(self, yes: bool) -> None:
        """Keep the answer; without a yes, see what can help."""
        self.choose(lambda companion: companion.trust(yes=yes))
        if not yes:
            self.app.call_later(self.app.run_action, "about('trust')")

    def action_move(self, places: int) -> None:
        """One place up or down among those in sight."""
        step = self.inside
        if step:
            self._change(lambda ladder: ladder.move(step, places))

    def action_hide(self) -> None:
        """Out of sight, or back in it."""
        if step := self._ladder.step(self.inside):
            self._change(lambda ladder: ladder.hide(step.id, hidden=not step.hidden))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """A step was changed."""
        super().show_snapshot(snapshot)
        step = self._ladder.step(self.inside)
        self.query_one("#hide", Tile).update(self.say("steps.show" if step and step.hidden else "steps.hide"))

    # ---- what there is

    @property
    def _fields(self) -> StepFields:
        return StepFields(self.snapshot, self.library, self.now)

    @property
    def _ladder(self) -> Ladder:
        return self._fields.ladder
