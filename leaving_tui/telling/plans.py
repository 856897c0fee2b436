"""Plans in a few words, to choose from."""

from datetime import datetime

from leaving_tui.companion import Snapshot
from leaving_tui.domain.duration import in_words, parse_span
from leaving_tui.domain.errors import PlanError
from leaving_tui.domain.plans import USUAL, PlanDraft, SavedPlans


def plan_line(draft: PlanDraft) -> str:
    """`Grandma · coffee · 30 min`, with whatever of it is known."""
    length = draft.span if ":" in draft.span else in_words(draft.minutes or USUAL)
    return " · ".join(part for part in (draft.carer, draft.place, length) if part)


def length_shown(draft: PlanDraft, now: datetime) -> str:
    """How long, with its unit however it was typed; a clock time as it was typed."""
    try:
        span = parse_span(draft.span or f"{draft.minutes or USUAL}m", now)
    except PlanError:
        return draft.span
    return draft.span if span.due_at else in_words(span.minutes)


def plans_kept(snapshot: Snapshot) -> list[tuple[str, PlanDraft]]:
    """The last plan, without a name, then those that have one."""
    saved = SavedPlans.from_dict(snapshot.notes.get("plans"))
    last = [("", saved.last)] if saved.last else []
    return [*last, *saved.named]
