"""The plan: every field may stay empty, says why it is asked, and has the last answer there already."""

from collections.abc import Sequence

from textual import events

from leaving_tui.companion import Snapshot
from leaving_tui.telling.field import Field
from leaving_tui.telling.plan_changes import keep_plan, use_again
from leaving_tui.telling.plan_fields import PlanFields
from leaving_tui.telling.plans import plans_kept
from leaving_tui.ui.form import FormScreen
from leaving_tui.ui.widgets.fields import FieldList
from leaving_tui.ui.widgets.tile import Tile


class PlanScreen(FormScreen):
    """Who, where, how long, and what you think will happen; and plans to use again."""

    def heading(self) -> str:
        """What this form is for."""
        return self.say("home.next")

    def about(self) -> str:
        """How a plan is used again, once there is one."""
        return self.say("plan.about") if plans_kept(self.snapshot) else ""

    def ways_out(self) -> Sequence[Tile]:
        """Done, or everything as it was another time."""
        return [
            Tile(self.say("common.done"), "screen.leave_field", classes="-main"),
            Tile(self._again(), "screen.again", id="again"),
        ]

    def _again(self) -> str:
        return self.say("plan.again" if plans_kept(self.snapshot) else "plan.keep")

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Once a plan is kept, it can be used again."""
        super().show_snapshot(snapshot)
        self.query_one("#again", Tile).update(self._again())

    def fields(self) -> Sequence[Field]:
        """Everything a plan may hold."""
        return PlanFields(self.snapshot, self.library, self.now).all()

    def save(self, field_id: str, value: str) -> None:
        """Keep it, if a plan can be made of it."""
        self.choose(keep_plan(field_id, value, self.snapshot, self.library, self.now))

    def action_again(self) -> None:
        """The earlier plans, to choose from; before there is one, a name for this one."""
        self.open("again" if plans_kept(self.snapshot) else "keep_as")

    def on_key(self, event: events.Key) -> None:
        """On the list a digit uses an earlier plan again: with `e`, two keys in all."""
        place = int(event.key) - 1 if event.key in set("123456789") else -1
        if 0 <= place < len(plans_kept(self.snapshot)) and self.query_one(FieldList).has_focus:
            event.stop()
            self.choose(use_again(place, self.snapshot, self.now))
