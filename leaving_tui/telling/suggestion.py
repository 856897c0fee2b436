"""What the ladder suggests, in one sentence that says why."""

from datetime import datetime

from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library
from leaving_tui.domain.suggestion import Nudge, Suggestion, suggest
from leaving_tui.telling.steps import ladder_of, step_names
from leaving_tui.telling.trust import trusts


def suggestion(snapshot: Snapshot, library: Library, now: datetime) -> Suggestion:
    """What the person's own record suggests next."""
    return suggest(ladder_of(snapshot, library), snapshot.finished or (), now)


def suggestion_line(snapshot: Snapshot, library: Library, now: datetime) -> str:
    """Why which step; empty before the past has been read, and without a yes to the question of trust."""
    if snapshot.finished is None or not trusts(snapshot):
        return ""
    return reason(suggestion(snapshot, library, now), snapshot, library)


def reason(found: Suggestion, snapshot: Snapshot, library: Library) -> str:
    """Why it is suggested; the plan may be at another step, or at none, or at the next one by now."""
    step = step_names(snapshot.notes, library).get(found.step_id or "", "")
    taken = found.kind is Nudge.NEXT and snapshot.draft.step == found.step_id
    return library.say(f"{found.reason_key}_taken" if taken else found.reason_key, **found.values, step=step)
