"""The plan: every field may stay empty, says why it is asked, and has the last answer there already."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from textual import events

from leaving_tui.companion import Companion
from leaving_tui.domain.agreement import Sender
from leaving_tui.domain.ladder import Ladder
from leaving_tui.domain.plans import PlanDraft, SavedPlans
from leaving_tui.telling.plans import plans_kept
from leaving_tui.ui.form import Field, FormScreen
from leaving_tui.ui.plan_fields import NONE, PLAN, YES, PlanFields
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
            Tile(self.say("plan.again"), "screen.again"),
        ]

    def fields(self) -> Sequence[Field]:
        """Everything a plan may hold."""
        return PlanFields(self.snapshot, self.library, self.now).all()

    def save(self, field_id: str, value: str) -> None:
        """Keep it, if a plan can be made of it."""
        if field_id == "keep_as":
            self._change_plans(lambda plans, draft: plans.save(value, draft))
        elif field_id == "forget":
            self._change_plans(lambda plans, _: plans.remove(value))
        elif field_id == "again":
            self._use(int(value.removeprefix(PLAN)))
        else:
            change = self._change(field_id, value)
            change(self.snapshot.draft).to_plan(self.now)
            self.choose(lambda companion: companion.draft(change(companion.snapshot().draft)))

    def _change(self, field_id: str, value: str) -> Callable[[PlanDraft], PlanDraft]:
        changed: Any = value
        match field_id:
            case "step":
                step = Ladder.from_dict(self.snapshot.notes.get("steps"), self.library.steps).step(value)
                trial = any(ours.trial for ours in self.library.steps if ours.id == value)
                minutes = step.minutes if step else 0
                return lambda draft: draft.at_step(value or None, minutes, trial=trial)
            case "before":
                changed = int(value) if value else None
            case "trial":
                changed = value == YES
            case "sender":
                changed = Sender(value) if value else Sender.CARER
            case "script":
                changed = value or None
            case "check_ins":
                typed = tuple(part.strip() for part in value.split(","))
                changed = None if not value else () if value == NONE else typed
            case _:
                pass
        return lambda draft: replace(draft, **{field_id: changed})

    def _change_plans(self, change: Callable[[SavedPlans, PlanDraft], SavedPlans]) -> None:
        def keep(companion: Companion) -> None:
            snapshot = companion.snapshot()
            plans = change(SavedPlans.from_dict(snapshot.notes["plans"]), snapshot.draft)
            companion.remember("plans", **plans.to_dict())

        change(SavedPlans.from_dict(self.snapshot.notes.get("plans")), self.snapshot.draft)
        self.choose(keep)

    def _use(self, place: int) -> None:
        _, draft = plans_kept(self.snapshot)[place]
        again = draft.again(self.now)
        self.choose(lambda companion: companion.draft(again))

    def action_again(self) -> None:
        """The earlier plans, to choose from; before there is one, a name for this one."""
        self.open("again" if plans_kept(self.snapshot) else "keep_as")

    def on_key(self, event: events.Key) -> None:
        """On the list a digit uses an earlier plan again: with `e`, two keys in all."""
        place = int(event.key) - 1 if event.key in set("123456789") else -1
        if 0 <= place < len(plans_kept(self.snapshot)) and self.query_one(FieldList).has_focus:
            event.stop()
            self._use(place)
