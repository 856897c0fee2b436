"""Still out, or home already?: asked on start when the planned return is long past."""

from leaving_tui.domain.outing import Outing
from leaving_tui.plain.questions import ask, numbered
from leaving_tui.plain.reflection import time_home
from leaving_tui.plain.talk import Talk
from leaving_tui.telling.format import clock_time


def ask_if_long_past(talk: Talk) -> None:
    """Ask, if it is time to; the real end of an outing can always be set."""
    outing = talk.snapshot.outing
    if outing is not None and outing.long_past(talk.now):
        _ask(talk, outing)


def _ask(talk: Talk, outing: Outing) -> None:
    say, at = talk.library.say, clock_time(outing.planned_return(talk.now))
    talk.tell(say("away.still_out"), say("away.still_out_why", at=at))
    answers = ("away.still_out_yes", "away.still_out_now", "away.still_out_planned")
    choices = numbered(say(answer, at=at) for answer in answers)
    question, listed = talk.say("still_out.time"), True
    while (typed := ask(talk, question, choices, free=True, listed=listed)) not in (None, "1"):
        listed = False
        home = {"2": talk.now, "3": outing.due_at}.get(typed) or time_home(talk, outing, typed)
        if home:
            talk.companion.come_home(home)
            return
