"""Whether the carer of the plan is trusted (T3.1)."""

from leaving_tui.companion import Snapshot
from leaving_tui.domain.trust import trusted


def trusts(snapshot: Snapshot) -> bool | None:
    """Whether the person trusts the carer of the plan; `None` while that question is open."""
    return trusted(snapshot.notes.get("choices", {}), snapshot.draft.carer)
