"""Do you trust this person?: asked once, before the first step, never at the door (T3.1)."""

from leaving_tui.plain.commands import offer
from leaving_tui.plain.questions import ask, numbered
from leaving_tui.plain.talk import Talk


def not_asked(talk: Talk) -> bool:
    """Whether the question is still open."""
    return "trust" not in talk.snapshot.notes.get("choices", {})


def trusts(talk: Talk) -> bool:
    """Whether the person said yes."""
    return talk.snapshot.notes.get("choices", {}).get("trust") is True


def ask_trust(talk: Talk) -> None:
    """The question; without a yes, the care comes first and the ladder can wait."""
    words = talk.library.ladder
    chosen = ask(talk, words.trust_question, numbered([words.trust_yes, words.trust_no]))
    if chosen is None:
        return
    talk.companion.remember("choices", trust=chosen == "1")
    talk.tell_saved()
    if chosen != "1":
        talk.tell(*words.trust_no_next)
        offer(talk, "notes")
