"""Do you trust this person?: asked before the first step, and never at the door (T3.1)."""

from leaving_tui.domain.trust import trust_answer, trusted
from leaving_tui.plain.commands import offer
from leaving_tui.plain.questions import ask, numbered
from leaving_tui.plain.talk import Talk


def trust(talk: Talk) -> bool | None:
    """What was answered about who stays; `None` while the question is open."""
    snapshot = talk.snapshot
    return trusted(snapshot.notes.get("choices", {}), snapshot.draft.carer)


def ask_trust(talk: Talk) -> None:
    """The question; without a yes, the care comes first and the ladder can wait."""
    words, snapshot = talk.library.ladder, talk.snapshot
    chosen = ask(talk, words.trust_question, numbered([words.trust_yes, words.trust_no]))
    if chosen is None:
        return
    answer = trust_answer(snapshot.notes.get("choices", {}), snapshot.draft.carer, yes=chosen == "1")
    talk.companion.remember("choices", **answer)
    talk.tell_saved()
    if chosen != "1":
        talk.tell(*words.trust_no_next)
        offer(talk, "notes")
