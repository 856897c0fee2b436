"""Do you trust them?: asked before a step is taken, and never at the door (T3.1)."""

from leaving_tui.plain.commands import offer
from leaving_tui.plain.questions import ask, numbered
from leaving_tui.plain.talk import Talk
from leaving_tui.telling.trust import trust_question


def ask_trust(talk: Talk) -> None:
    """The question; without a yes, the care comes first and the ladder can wait."""
    words = talk.library.ladder
    talk.tell(trust_question(talk.snapshot, talk.library))
    talk.tell(talk.library.say("trust.why"))
    chosen = ask(talk, "", numbered([words.trust_yes, words.trust_no]))
    if chosen is None:
        return
    talk.companion.trust(yes=chosen == "1")
    talk.tell_saved()
    if chosen != "1":
        talk.tell(*words.trust_no_next)
        offer(talk, "notes")
