"""What an answer to a field of the plan changes."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from leaving_tui.companion import Companion, Snapshot
from leaving_tui.content.library import Library
from leaving_tui.domain.agreement import Sender
from leaving_tui.domain.plans import PlanDraft, SavedPlans
from leaving_tui.telling.plan_fields import NONE, PLAN, YES
from leaving_tui.telling.plans import plans_kept
from leaving_tui.telling.steps import ladder_of

Change = Callable[[PlanDraft], PlanDraft]


def keep_plan(
    field_id: str, value: str, snapshot: Snapshot, library: Library, now: datetime
) -> Callable[[Companion], object]:
    """What keeps the answer `value`, as tried on `snapshot`.

    Raises:
        PlanError: no plan can be made of it; the sentence says what to do.
    """
    match field_id:
        case "keep_as":
            return _keep_plans(snapshot, lambda plans, draft: plans.save(value, draft))
        case "forget":
            return _keep_plans(snapshot, lambda plans, _: plans.remove(value))
        case "again":
            return use_again(int(value.removeprefix(PLAN)), snapshot, now)
        case "step":
            change = at_step(value, snapshot, library)
        case _:
            answer = _read(field_id, value)
            change = lambda draft: draft._replace(**{field_id: answer})  # noqa: E731 - as the others are
    change(snapshot.draft).to_plan(now)
    return lambda companion: companion.draft(change(companion.snapshot().draft))


def use_again(place: int, snapshot: Snapshot, now: datetime) -> Callable[[Companion], object]:
    """What brings back the kept plan at `place`, as it is meant at `now`."""
    again = plans_kept(snapshot)[place][1].again(now)
    return lambda companion: companion.draft(again)


def at_step(step_id: str, snapshot: Snapshot, library: Library) -> Change:
    """What plans an outing at a step of the ladder; an empty `step_id` leaves the ladder."""
    step = ladder_of(snapshot, library).step(step_id)
    if step is None:
        return lambda draft: draft.at_step(None)
    trial = any(ours.trial for ours in library.steps if ours.id == step_id)
    return lambda draft: draft.at_step(step_id, step.minutes, trial=trial)


def _read(field_id: str, value: str) -> Any:
    match field_id:
        case "before":
            return int(value) if value else None
        case "trial":
            return value == YES
        case "sender":
            return Sender(value) if value else Sender.CARER
        case "script":
            return value or None
        case "check_ins":
            typed = tuple(part.strip() for part in value.split(","))
            return None if not value else () if value == NONE else typed
        case _:
            return value


def _keep_plans(
    snapshot: Snapshot, change: Callable[[SavedPlans, PlanDraft], SavedPlans]
) -> Callable[[Companion], object]:
    """Tried here, where a problem can be told; then carried out on the newest plans."""
    change(SavedPlans.from_dict(snapshot.notes.get("plans")), snapshot.draft)

    def keep(companion: Companion) -> None:
        newest = companion.snapshot()
        plans = change(SavedPlans.from_dict(newest.notes.get("plans")), newest.draft)
        companion.remember("plans", **plans.to_dict())

    return keep
