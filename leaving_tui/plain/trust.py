"""Do you trust this person?: asked before the first step, and never at the door (T3.1)."""

from leaving_tui.plain.commands import offer
from leaving_tui.plain.questions import ask, numbered
from leaving_tui.plain.talk import Talk


def ask_trust(talk: Talk) -> None:
    """The question; without a yes, the care comes first and the ladder can wait."""
    words, carer = talk.library.ladder, talk.snapshot.draft.carer
    talk.tell(words.trust_question)
    talk.tell(talk.library.say("trust.about", carer=carer) if carer else "", talk.library.say("trust.why"))
    chosen = ask(talk, "", numbered([words.trust_yes, words.trust_no]))
    if chosen is None:
        return
    talk.companion.trust(yes=chosen == "1")
    talk.tell_saved()
    if chosen != "1":
        talk.tell(*words.trust_no_next)
        offer(talk, "notes")
