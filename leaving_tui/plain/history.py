"""Past outings: the belt in words, the newest first, one to open, and what they show together."""

from collections.abc import Sequence

from leaving_tui.domain.lookback.search import Index
from leaving_tui.domain.outing import Outing
from leaving_tui.lookback_text import look_back
from leaving_tui.plain.home import belt_in_words
from leaving_tui.plain.lengths import in_full
from leaving_tui.plain.one_outing import open_one
from leaving_tui.plain.plan import step_name
from leaving_tui.plain.questions import ask
from leaving_tui.plain.talk import BACK, Talk
from leaving_tui.telling.format import day

PAGE = 5
"""Outings told at once."""


def history(talk: Talk) -> None:
    """A few at a time; a number opens one, words find some."""
    found: Sequence[Outing] = talk.companion.finished()
    talk.tell(*belt_in_words(talk))
    told = 0
    while found:
        page = found[told : told + PAGE]
        talk.tell(*(talk.say("choice", key=n, words=_line(talk, o)) for n, o in enumerate(page, told + 1)))
        told += len(page)
        found, told = _answer(talk, found, told)


def _answer(talk: Talk, found: Sequence[Outing], told: int) -> tuple[Sequence[Outing], int]:
    """What to go on with, and how many of it have been told; nothing when it is done."""
    older = [("m", talk.say("history.older"))] if told < len(found) else []
    ways = [*older, ("t", talk.say("history.numbers")), (BACK, talk.library.say("common.done").lower())]
    answer = ask(talk, talk.say("history.find"), ways, free=True)
    match answer:
        case None:
            return (), 0
        case "m":
            return found, told
        case "t":
            _numbers(talk)
        case _ if answer.isdecimal() and 0 < int(answer) <= told:
            open_one(talk, found[int(answer) - 1])
        case _:
            return _find(talk, answer), 0
    return talk.companion.finished(), told


def _find(talk: Talk, words: str) -> Sequence[Outing]:
    index = Index()
    index.refresh(talk.companion.finished())
    found = index.find(words)
    if not found:
        talk.tell(talk.say("history.none"))
    return found


def _line(talk: Talk, outing: Outing) -> str:
    felt = outing.reflection.felt if outing.reflection else "skipped"
    company = ", ".join(part for part in (outing.plan.carer, outing.plan.place) if part)
    return talk.say(
        "history.one_with" if company else "history.one",
        day=day(outing.left_at or outing.prepared_at),
        length=in_full(talk, outing.minutes_out),
        company=company,
        felt=talk.library.say(f"home.felt_{felt}"),
    )


def _numbers(talk: Talk) -> None:
    """What was predicted and what happened, and the numbers over time; the drawn belt says nothing aloud."""
    steps = {step.id: step_name(talk, step.id) for step in talk.library.steps}
    _, _, told = look_back(talk.companion.finished(), talk.library.say, steps=steps).partition("\n\n")
    for block in told.split("\n\n"):
        talk.tell(block)
        talk.pause()
