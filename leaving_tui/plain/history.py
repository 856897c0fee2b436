"""Past outings: the belt in words, the newest first, one to open, and what they show together."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta

from leaving_tui.domain.lookback.calendar import year
from leaving_tui.domain.outing import Felt, Outing
from leaving_tui.domain.past import by_id
from leaving_tui.lookback_text import look_back
from leaving_tui.plain.amend import add
from leaving_tui.plain.home import belt_in_words
from leaving_tui.plain.lengths import in_full
from leaving_tui.plain.one_outing import open_one
from leaving_tui.plain.questions import ask, back_to_here
from leaving_tui.plain.talk import BACK, Talk
from leaving_tui.telling.finding import index
from leaving_tui.telling.format import day, local
from leaving_tui.telling.steps import step_names

PAGE = 5
"""Outings told at once."""


def history(talk: Talk) -> None:
    """A few at a time; a number opens one, words find some."""
    talk.tell(*belt_in_words(talk))
    found: Sequence[Outing] = talk.companion.finished()
    told = _tell_some(talk, found, 0)
    while (answer := _asked(talk, older=told < len(found))) is not None:
        match answer:
            case "m":
                told = _tell_some(talk, found, told)
            case "t":
                _numbers(talk)
            case "z" if (deleted := talk.snapshot.deleted) is not None:
                talk.companion.restore(deleted)
                talk.tell_saved()
            case "y":
                talk.tell(*_months(talk))
            case "a":
                with back_to_here():
                    add(talk)
            case _ if answer.isdecimal() and 0 < int(answer) <= told:
                with back_to_here():
                    _open(talk, found[int(answer) - 1].id)
            case _:
                found = _find(talk, answer)
                told = _tell_some(talk, found, 0)


def _asked(talk: Talk, *, older: bool) -> str | None:
    ways = [
        *([("m", talk.say("history.older"))] if older else []),
        ("t", talk.say("history.numbers")),
        ("y", talk.say("history.year")),
        ("a", talk.say("history.add")),
        *([("z", talk.say("history.bring_back"))] if talk.snapshot.deleted else []),
        (BACK, talk.library.say("common.done").lower()),
    ]
    return ask(talk, talk.say("history.find"), ways, free=True)


def _tell_some(talk: Talk, found: Sequence[Outing], told: int) -> int:
    """Tell the next few; how many have been told by then. Their numbers stay theirs, whatever changes."""
    page = found[told : told + PAGE]
    talk.tell(*(talk.say("choice", key=n, words=_line(talk, o)) for n, o in enumerate(page, told + 1)))
    return told + len(page)


def _open(talk: Talk, outing_id: str) -> None:
    outing = by_id(talk.companion.finished(), outing_id)
    if outing is None:
        talk.tell(talk.library.say("history.gone"))
    else:
        open_one(talk, outing)


def _find(talk: Talk, words: str) -> Sequence[Outing]:
    outings = talk.companion.finished()
    known = index(talk.snapshot.notes, talk.library)
    known.refresh(outings)
    found = known.find(words)
    key = "some" if found else "none"
    talk.tell(talk.library.say(f"history.found_{key}", count=len(found), n=len(outings)))
    return found


def _months(talk: Talk) -> Iterator[str]:
    """A year at a glance: how many outings in each month that had some, the newest first."""
    shown = year(talk.companion.finished(), local(talk.now).date(), None)
    days = [
        (week.first + timedelta(days=place), count or 0)
        for week in shown.weeks
        for place, count in enumerate(week.counts)
    ]
    counts = Counter[tuple[int, int]]()
    for day_, count in days:
        counts[day_.year, day_.month] += count
    names = talk.library.say("lookback.months").split()
    yield talk.library.say("lookback.calendar.title" if shown.outings else "lookback.calendar.none")
    for (in_year, month), count in sorted(counts.items(), reverse=True):
        if count:
            said = talk.library.say("common.outings", count=count)
            yield talk.say("history.month", month=names[month - 1], year=in_year, outings=said)


def _line(talk: Talk, outing: Outing) -> str:
    felt = outing.reflection.felt if outing.reflection else Felt.SKIPPED
    answer = "history.no_answer" if felt is Felt.SKIPPED else f"home.felt_{felt}"
    company = ", ".join(part for part in (outing.plan.carer, outing.plan.place) if part)
    return talk.say(
        "history.one_with" if company else "history.one",
        day=day(outing.left_at or outing.prepared_at),
        length=in_full(talk, outing.minutes_out),
        company=company,
        felt=talk.library.say(answer),
    )


def _numbers(talk: Talk) -> None:
    """What was predicted and what happened, and the numbers over time; the drawn belt says nothing aloud."""
    steps = step_names(talk.snapshot.notes, talk.library)
    _, _, told = look_back(talk.companion.finished(), talk.library.say, steps=steps).partition("\n\n")
    for block in told.split("\n\n"):
        talk.tell(block)
        talk.pause()
