"""Ground: one exercise, one step at a time; Enter goes on, and skipping is the same."""

from leaving_tui.content.kinds import Exercise
from leaving_tui.content.library import fill
from leaving_tui.domain.outing import Kind
from leaving_tui.plain.check import check
from leaving_tui.plain.commands import by_key
from leaving_tui.plain.questions import ask, numbered
from leaving_tui.plain.talk import BACK, ENTER, Elsewhere, Talk
from leaving_tui.telling.checking import URGE


def ground(talk: Talk) -> None:
    """The exercise of last time, or the first one; its first step at once."""
    _ground(talk, talk.snapshot.notes.get("choices", {}).get("exercise"))


def check_in(talk: Talk) -> None:
    """Check now?; the exercise for an urge is led through from there, and not begun with next time."""
    if check(talk):
        _ground(talk, URGE)


def _ground(talk: Talk, chosen: object) -> None:
    talk.tell_once(*talk.library.grounding.intro)
    exercise = _named(talk, chosen)
    while (switched := _guide(talk, exercise)) is not None:
        exercise = switched


def _named(talk: Talk, chosen: object) -> Exercise:
    exercises = talk.library.exercises
    return next((exercise for exercise in exercises if exercise.id == chosen), exercises[0])


def _guide(talk: Talk, exercise: Exercise) -> Exercise | None:
    """Step by step through `exercise`; the one to go on with, if that is wanted."""
    said = talk.say("ground.name", name=exercise.name, minutes=exercise.minutes, purpose=exercise.purpose)
    talk.tell(said, exercise.care or "")
    if exercise.asks_first and not _is_a_worry(talk):
        return _named(talk, URGE) if check(talk) else None
    at = reached = 0
    try:
        while at < len(exercise.steps):
            reached = max(reached, at + 1)
            typed = _step(talk, exercise, at + 1, fill(exercise.steps[at], talk.names))
            if typed == "o":
                return _another(talk) or exercise
            at = max(0, at - 1) if typed == "a" else at + 1
    finally:
        # What was done is noted, however little.
        if reached:
            talk.companion.note(Kind.GROUND, {"exercise": exercise.id, "steps": reached})
    ways = ((ENTER, talk.say("ground.done")), ("o", talk.say("ground.again")))
    return _another(talk) if ask(talk, talk.library.grounding.done, ways) == "o" else None


def _step(talk: Talk, exercise: Exercise, number: int, step: str) -> str | None:
    """What was typed after a step: any words go on, and only a worry to put off is kept."""
    said = talk.say("ground.step", n=number, of=len(exercise.steps), step=step)
    ways = (
        (ENTER, talk.say("ground.next")),
        ("a", talk.say("ground.before")),
        ("o", talk.say("ground.other")),
        (BACK, talk.say("ground.stop")),
    )
    worry = exercise.keeps_worry and number == 1
    typed = ask(talk, said, ways, free=True, how="" if worry else talk.say("ground.how"))
    if typed is None or typed in dict(ways):
        return typed
    if worry:
        talk.companion.note(Kind.LATER, {"worry": typed})
        talk.tell_saved()
    elif by_key(talk, typed) and not typed.isdecimal():
        raise Elsewhere(typed)
    return typed


def _is_a_worry(talk: Talk) -> bool:
    """A new fact or a worry? (T2.6) A fact is acted on, and no exercise stands in its way."""
    words = talk.library.grounding
    if ask(talk, words.question, numbered([words.fact, words.worry])) == "1":
        talk.companion.note(Kind.URGE, {"minutes": 0, "outcome": "new_fact"})
        talk.tell(words.fact_next)
        return False
    talk.tell(words.worry_next)
    return True


def _another(talk: Talk) -> Exercise | None:
    exercises = talk.library.exercises
    labels = [talk.say("ground.choice", name=each.name, purpose=each.purpose) for each in exercises]
    chosen = ask(talk, talk.say("ground.pick"), numbered(labels))
    if chosen is None:
        return None
    exercise = exercises[int(chosen) - 1]
    talk.companion.remember("choices", exercise=exercise.id)
    return exercise
