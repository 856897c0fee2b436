"""Check now?: real reasons first, the phone never hidden or delayed; then a way to ride out the urge."""

import re
from datetime import timedelta

from leaving_tui.domain.outing import Kind
from leaving_tui.domain.record import stamp
from leaving_tui.plain.commands import find
from leaving_tui.plain.lengths import in_full
from leaving_tui.plain.questions import ask, asks_for_keys, numbered
from leaving_tui.plain.talk import BACK, ENTER, Elsewhere, Talk
from leaving_tui.telling.agreed import agreed
from leaving_tui.telling.checking import if_no_answer, if_nothing_is_new, numbers_to_call, reasons_to_call
from leaving_tui.telling.waiting import LONGEST, minutes_left, minutes_waited

USUAL = 5
"""Minutes of a wait that was not given a length."""
_WAYS = {"1": "planned", "2": "unplanned", "w": "wait", "r": "ride", "m": "messages"}
"""What can be typed there, and what it is."""
_MINUTES = r"(\d{1,3})\s*(?:m|mins?|minutes?)?"


def check(talk: Talk) -> bool:
    """Call now if one of these is true; if nothing is new, wait as long as you like, and no longer.

    Whether they would rather ride the urge, step by step.
    """
    _phone_first(talk)
    if (left := minutes_left(talk.snapshot, talk.now)) is not None:
        talk.tell(talk.say("check.left", length=in_full(talk, left)) if left else talk.say("check.over"))
        talk.tell(talk.library.check_now.your_choice)
        _outcome(talk)
        return False
    talk.tell(if_nothing_is_new(talk.snapshot, talk.now, talk.library))
    way = _way(talk, listed=True)
    while way == "messages":
        talk.tell(talk.say("check.ready"), *talk.library.messages.to_carer)
        way = _way(talk, listed=False)
    _do(talk, way)
    return way == "ride"


def _way(talk: Talk, *, listed: bool) -> str | None:
    choices = [(key, talk.say(f"check.{_named(talk, name)}")) for key, name in _WAYS.items()]
    close = (BACK, talk.library.say("common.close").lower())
    return _WAYS.get(ask(talk, talk.say("check.what"), [*choices, close], listed=listed) or "")


def _named(talk: Talk, way: str) -> str:
    """Where no check-in was agreed, none came as agreed."""
    return "unagreed" if way == "planned" and not _agreed(talk) else way


def _agreed(talk: Talk) -> bool:
    outing = talk.snapshot.outing
    return outing is not None and bool(outing.plan.check_ins)


def _phone_first(talk: Talk) -> None:
    words, snapshot = talk.library.check_now, talk.snapshot
    talk.tell(words.call_now, *reasons_to_call(snapshot, talk.library))
    talk.tell(
        *numbers_to_call(snapshot, talk.library),
        *if_no_answer(snapshot, talk.now, talk.library, talk.settings.region),
    )
    if snapshot.outing and snapshot.outing.plan.check_ins:
        talk.tell(agreed(snapshot.outing, talk.now, talk.library))


def _do(talk: Talk, way: str | None) -> None:
    match way:
        case "planned":
            _log(talk, planned=_agreed(talk))
        case "unplanned":
            _log(talk, planned=False)
        case "wait":
            _wait(talk)
        case _:
            # The ride is an exercise, and Ground has those.
            pass


def _log(talk: Talk, *, planned: bool) -> None:
    """Saved at the choice; what they said is added, if anything."""
    said = None
    try:
        said = ask(talk, talk.say("check.said"), free=True)
    finally:
        talk.companion.note(Kind.CHECK_IN, {"planned": planned, **({"said": said} if said else {})})
    talk.tell_saved()


def _wait(talk: Talk) -> None:
    """A wait that any line ends, at any time and without blame; that it is over is news as any other."""
    minutes = _minutes(talk)
    until = talk.now + timedelta(minutes=minutes)
    talk.companion.remember("choices", urge_until=stamp(until), urge_minutes=minutes)
    talk.tell(talk.say("check.waiting", length=in_full(talk, minutes)))
    while (left := until - talk.now) > timedelta(0):
        line = talk.listen(left.total_seconds())
        if line is None:
            continue
        if line == BACK:
            raise Elsewhere
        if asks_for_keys(talk, line):
            talk.tell(
                talk.say("check.waiting", length=in_full(talk, minutes_left(talk.snapshot, talk.now) or 0))
            )
        elif line != ENTER and find(talk, line):
            raise Elsewhere(line)
        else:
            break
    _outcome(talk)


def _minutes(talk: Talk) -> int:
    """As many as were typed, asked again where it is no number; the usual ones after Enter alone."""
    question = talk.say("check.minutes", usual=USUAL)
    while typed := ask(talk, question, free=True):
        match = re.fullmatch(_MINUTES, typed.casefold())
        if match and 0 < int(match[1]) <= LONGEST:
            return int(match[1])
        question = talk.say("check.minutes_again", most=LONGEST, usual=USUAL)
    return USUAL


def _outcome(talk: Talk) -> None:
    """How the wait was; each answer is as good as another."""
    words = talk.library.check_now
    answers = numbered([words.waited, words.checked, words.new_fact])
    chosen = ask(talk, talk.say("check.how"), answers)
    if chosen is None:
        return
    outcome = ("waited", "checked", "new_fact")[int(chosen) - 1]
    talk.companion.note(Kind.URGE, {"minutes": minutes_waited(talk.snapshot, talk.now), "outcome": outcome})
    talk.companion.remember("choices", urge_until=None)
    talk.tell_saved()
