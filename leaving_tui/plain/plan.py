"""The plan for the next outing: each part may stay empty, and is kept at once if a plan can be made of it."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from leaving_tui.domain.agreement import Sender
from leaving_tui.domain.plans import PlanDraft, SavedPlans
from leaving_tui.plain.form import fill_in
from leaving_tui.plain.plan_parts import NONE, YES, ladder, parts
from leaving_tui.plain.talk import Talk
from leaving_tui.plain.trust import ask_trust, trust
from leaving_tui.telling.plans import plans_kept


def change_plan(talk: Talk) -> None:
    """Part by part, in any order."""
    fill_in(talk, partial(parts, talk), partial(_keep, talk))


def _keep(talk: Talk, name: str, value: str) -> None:
    """Raises `PlanError` for what no plan can be made of."""
    if name == "step" and value and not trust(talk):
        ask_trust(talk)
        if not trust(talk):
            return
    if name in ("keep_as", "forget"):
        _keep_plans(talk, name, value)
        return
    draft = _with(talk, talk.snapshot.draft, name, value)
    draft.to_plan(talk.now)
    talk.companion.draft(draft)


def _keep_plans(talk: Talk, name: str, value: str) -> None:
    snapshot = talk.snapshot
    plans = SavedPlans.from_dict(snapshot.notes.get("plans"))
    plans = plans.save(value, snapshot.draft) if name == "keep_as" else plans.remove(value)
    talk.companion.remember("plans", **plans.to_dict())
    talk.tell_saved()


def _with(talk: Talk, draft: PlanDraft, name: str, value: str) -> PlanDraft:
    changed: Any = value
    match name:
        case "again":
            return plans_kept(talk.snapshot)[int(value)][1].again(talk.now)
        case "step":
            return _at_step(talk, draft, value)
        case "sender":
            changed = Sender(value) if value else Sender.CARER
        case "before":
            changed = int(value)
        case "trial":
            changed = value == YES
        case "script":
            changed = value or None
        case "check_ins":
            changed = _check_ins(value)
        case _:
            pass
    return draft._replace(**{name: changed})


def _at_step(talk: Talk, draft: PlanDraft, step_id: str) -> PlanDraft:
    step = ladder(talk).step(step_id)
    if step is None:
        return draft.at_step(None)
    trial = any(shipped.trial for shipped in talk.library.steps if shipped.id == step_id)
    return draft.at_step(step_id, step.minutes, trial=trial)


def _check_ins(typed: str) -> Sequence[str] | None:
    if not typed:
        return None
    return () if typed == NONE else tuple(part.strip() for part in typed.split(","))
