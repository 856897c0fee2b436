"""The questions that follow an answer, on coming home or long after; each may stay empty."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from leaving_tui.domain.duration import past_time
from leaving_tui.domain.errors import PlanError
from leaving_tui.domain.outing import Felt, Happened, Outing
from leaving_tui.plain.questions import ask, numbered, rate
from leaving_tui.plain.talk import Talk
from leaving_tui.telling.format import clock_time

Keep = Callable[..., Any]
"""Keeps one answer, such as `worst=7`."""


def happened(talk: Talk, outing: Outing, keep: Keep) -> None:
    """The prediction beside what happened (T3.4)."""
    known = outing.reflection
    if not outing.plan.prediction or (known and known.happened):
        return
    say = talk.library.say
    question = say("back.predicted", text=outing.plan.prediction)
    if answer := ask(talk, question, numbered(say(f"back.happened_{how}") for how in Happened)):
        keep(happened=list(Happened)[int(answer) - 1])


def worst(talk: Talk, outing: Outing, keep: Keep) -> None:
    """The worst moment, said to be a memory; not asked where something really went wrong."""
    known = outing.reflection
    if known is None or known.felt is Felt.WRONG or known.worst is not None:
        return
    words = talk.library.rating
    rating = rate(talk, f"{words.worst} {words.worst_note}")
    if rating is not None:
        keep(worst=rating)


def found_out(talk: Talk, outing: Outing, keep: Keep) -> None:
    """What the person found out, in their own words."""
    if outing.reflection and not outing.reflection.found_out:
        _write(talk, talk.library.home.found_out_question, "found_out", keep)


def reunion(talk: Talk, outing: Outing, keep: Keep) -> None:
    """How it was to see each other again."""
    if outing.reflection and not outing.reflection.reunion:
        _write(talk, talk.library.say("back.reunion"), "reunion", keep)


QUESTIONS = (happened, worst, found_out, reunion)


def _write(talk: Talk, question: str, name: str, keep: Keep) -> None:
    if words := ask(talk, question, free=True):
        keep(**{name: words})


def time_home(talk: Talk, outing: Outing, typed: str) -> datetime | None:
    """The time of coming home that was typed; `None`, with the reason told, where it cannot be."""
    try:
        at = past_time(typed, talk.now)
    except PlanError as error:
        talk.tell(str(error))
        return None
    if outing.left_at is None or at >= outing.left_at:
        return at
    talk.tell(talk.library.say("away.still_out_before", at=clock_time(outing.left_at)))
    return None
