"""What the ladder suggests, in one sentence that says why."""

from datetime import datetime

from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library
from leaving_tui.domain.ladder import Ladder
from leaving_tui.domain.suggestion import Suggestion, suggest
from leaving_tui.domain.trust import trusted


def suggestion(snapshot: Snapshot, library: Library, now: datetime) -> Suggestion:
    """What the person's own record suggests next."""
    ladder = Ladder.from_dict(snapshot.notes.get("steps"), library.steps)
    return suggest(ladder, snapshot.finished or (), now)


def trusts(snapshot: Snapshot) -> bool | None:
    """Whether the person trusts the carer of the plan; `None` while that question is open."""
    return trusted(snapshot.notes.get("choices", {}), snapshot.draft.carer)


def suggestion_line(snapshot: Snapshot, library: Library, now: datetime) -> str:
    """Why which step; empty before the past has been read, and without a yes to the question of trust."""
    if snapshot.finished is None or not trusts(snapshot):
        return ""
    found = suggestion(snapshot, library, now)
    return library.say(found.reason_key, **found.values)
