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
    typed = ask(talk, talk.say("still_out.time"), choices, free=True)
    match typed:
        case None | "1":
            return
        case "2":
            talk.companion.come_home()
        case "3":
            talk.companion.come_home(outing.due_at)
        case _:
            if (home := time_home(talk, outing, typed)) is None:
                _ask(talk, outing)
            else:
                talk.companion.come_home(home)
