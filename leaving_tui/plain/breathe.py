"""Breathe: one line for each part of a breath, at its time; any line that is typed stops it, and no more."""

from collections.abc import Iterator
from datetime import timedelta

from leaving_tui.domain.breath import Pattern
from leaving_tui.domain.outing import Kind, Stage
from leaving_tui.plain.commands import by_key, key_of, offer
from leaving_tui.plain.lengths import in_full
from leaving_tui.plain.questions import ask, numbered, rate
from leaving_tui.plain.talk import ENTER, Elsewhere, Talk
from leaving_tui.telling.breathing import ChosenBreath, chosen_breath, last_rating
from leaving_tui.telling.names import home_by

_HEARD = ("pattern", "nerves", "keys", "quit")
"""What a breath is stopped by and leads to; any other line only stops it."""
BEFORE = 3
"""Sentences of the caution that stand right before the first breath; the rest comes after it.

The first of the rest is whom holds are not for: a held breath begins with it.
"""
_SLIP = timedelta(seconds=1)


def breathe(talk: Talk) -> None:
    """The usual breath, at once; the first time with its caution, and a held one asks first (T1.2, T1.5)."""
    first = not talk.snapshot.notes.get("choices", {}).get("breathe_caution")
    caution = talk.library.breathing.caution
    usual = chosen_breath(talk.snapshot, talk.library)
    breath = _with_or_without_holds(talk, usual) if usual.asks_first else usual
    if first:
        talk.companion.remember("choices", breathe_caution=True)
        talk.tell(*caution[:BEFORE])
    talk.tell(home_by(talk.snapshot, talk.now, talk.library))
    talk.tell(talk.say("breathe.start", name=breath.words.name, length=_length(talk, breath)))
    offer(talk, "pattern")
    reached = _breathed(talk, breath)
    after = caution[BEFORE + usual.asks_first :] if first else ()
    talk.tell(talk.say("breathe.breaths", count=reached), *after)
    _afterwards(talk)


def _length(talk: Talk, breath: ChosenBreath) -> str:
    if breath.length:
        return in_full(talk, breath.length)
    return talk.library.say("breathe.breaths", count=breath.breaths)


def _breathed(talk: Talk, breath: ChosenBreath) -> int:
    reached = 0
    try:
        for reached in _paced(talk, breath.pattern, breath.breaths):  # noqa: B007 - the last one counts
            pass
    finally:
        # Stopping early counts, even if it was the input that ended.
        talk.companion.note(Kind.BREATHE, {"pattern": breath.words.id, "breaths": reached})
    return reached


def _paced(talk: Talk, pattern: Pattern, breaths: int) -> Iterator[int]:
    """Each breath by its number, as it begins; the time of each part follows from the one before."""
    turn = talk.now
    for number in range(1, breaths + 1):
        yield number
        for phase, seconds in pattern.phases:
            if abs(talk.now - turn) > _SLIP:
                # The machine slept, or its clock was set: go on from here.
                turn = talk.now
            talk.tell(talk.library.breathing.word(phase))
            if talk.settings.breath_bell:
                talk.ring()
            turn += timedelta(seconds=seconds)
            line = talk.hear(max(0.0, (turn - talk.now).total_seconds()))
            if line is not None:
                command = by_key(talk, line)
                if command and command.name in _HEARD:
                    talk.keep(line)
                return


def _with_or_without_holds(talk: Talk, breath: ChosenBreath) -> ChosenBreath:
    """Whom holds are not for comes first (T1.2); the answer is said, as Enter alone leaves them out."""
    texts = talk.library.breathing
    answers = numbered([texts.hold_go_on, texts.hold_leave_out])
    sit, _, stop = texts.hold_caution
    chosen = ask(talk, "\n".join((texts.caution[BEFORE], sit, stop)), answers)
    if chosen:
        talk.companion.remember("choices", breathe_holds=chosen == "1")
    talk.tell(talk.say("breathe.holds" if chosen == "1" else "breathe.no_holds"))
    return breath._replace(holds=chosen == "1")


def _afterwards(talk: Talk) -> None:
    """How they are now, if they want to say; if it went up, something else is offered (T1.9)."""
    outing, texts = talk.snapshot.outing, talk.library.breathing
    if outing is None or outing.stage is not Stage.AWAY:
        _practised(talk)
        return
    before = last_rating(outing)
    rating = rate(talk, texts.closer)
    if rating is None:
        return
    talk.companion.note(Kind.RATING, rating=rating)
    talk.tell_saved()
    if before is not None and rating > before:
        talk.tell(texts.went_up)
        offer(talk, "ground")


def _practised(talk: Talk) -> None:
    """Outside an outing nothing is rated; an Enter meant for the breath must not open the door."""
    again, other = key_of(talk, "breathe"), key_of(talk, "pattern")
    ways = ((again, talk.say("breathe.again")), (other, talk.say("breathe.other")))
    if chosen := ask(
        talk, talk.library.breathing.practise, (*ways, (ENTER, talk.library.say("common.done").lower()))
    ):
        raise Elsewhere(chosen)


def another(talk: Talk) -> None:
    """Another pattern or another length, now and next time."""
    patterns = talk.library.patterns
    names = [talk.say("breathe.pattern", name=words.name, about=words.about) for words in patterns]
    if chosen := ask(talk, talk.say("breathe.pick"), numbered(names)):
        pattern = patterns[int(chosen) - 1].id
        talk.companion.remember("choices", pattern=pattern, breathe_minutes=None)
    words = chosen_breath(talk.snapshot, talk.library).words
    lengths = [(str(minutes), in_full(talk, minutes)) for minutes in words.minutes]
    if minutes := ask(talk, talk.say("breathe.length"), lengths):
        talk.companion.remember("choices", breathe_minutes=int(minutes))
    breathe(talk)
