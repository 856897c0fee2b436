"""Whether the carer of the plan is trusted, and how that is asked (T3.1)."""

from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library, fill
from leaving_tui.domain.trust import trusted


def trusts(snapshot: Snapshot) -> bool | None:
    """Whether the person trusts the carer of the plan; `None` while that question is open."""
    return trusted(snapshot.notes.get("choices", {}), snapshot.draft.carer)


def trust_question(snapshot: Snapshot, library: Library) -> str:
    """The question, about the carer of the plan by name where there is one."""
    carer, words = snapshot.draft.carer, library.ladder
    return fill(words.trust_question, {"carer": carer}) if carer else words.trust_question_unnamed
