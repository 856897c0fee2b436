"""The doorway: say it, do it, go."""

from collections.abc import Sequence

from leaving_tui.content.kinds import Script
from leaving_tui.content.library import fill
from leaving_tui.plain.baby import baby
from leaving_tui.plain.commands import offer
from leaving_tui.plain.notes import last_fed, last_slept
from leaving_tui.plain.questions import DASH, ask, rate
from leaving_tui.plain.talk import BACK, ENTER, Command, Talk
from leaving_tui.telling.goodbyes import COMFORT_UNTIL, MINE, goodbyes, months_old
from leaving_tui.telling.names import when_back
from leaving_tui.telling.own_words import FILLED, about_own_words, braced


def arrive(talk: Talk) -> None:
    """When to be home, then the words, then what stands under all of them."""
    at = when_back(talk.outing.planned_return(talk.now), talk.now, talk.library)
    talk.tell(talk.say("goodbye.return", at=at))
    _tell_script(talk)
    words = talk.library.goodbye
    talk.tell(words.slip_out.text, f"{words.timing.text} {words.running_late}")
    _tell_once(talk)


def ready(talk: Talk) -> None:
    """The one thing to do, and what else there is."""
    offer(talk, "left", "other_words", "tears", "fed", "slept", "not_yet", "keys")


def _tell_once(talk: Talk) -> None:
    """The comfort line for a baby under twelve months (T4.9), or who the baby is: until they have left."""
    notes, months = talk.snapshot.notes, months_old(talk.snapshot, talk.now)
    choices = notes.get("choices", {})
    if months is not None and months < COMFORT_UNTIL and not choices.get("comfort_told"):
        talk.tell(talk.library.goodbye.comfort.text)
    elif not notes.get("baby") and not choices.get("baby_asked"):
        talk.tell(talk.say("goodbye.ask_baby"))
        offer(talk, "baby")


def _tell_script(talk: Talk) -> None:
    script, known = _script(talk), talk.names
    talk.tell(talk.say("goodbye.say", text=fill(script.say, known)))
    if script.do:
        talk.tell(talk.say("goodbye.do", text=fill(script.do, known)))
    talk.tell(fill(script.note, known))


def _script(talk: Talk) -> Script:
    return _of_id(talk, talk.outing.plan.script)


def _usual(talk: Talk) -> Script:
    """The words that the plan asks for."""
    return _of_id(talk, talk.snapshot.draft.script)


def _of_id(talk: Talk, script_id: str | None) -> Script:
    scripts = _scripts(talk)
    return next((script for script in scripts if script.id == script_id), scripts[0])


def _scripts(talk: Talk) -> Sequence[Script]:
    return goodbyes(talk.snapshot, talk.library, talk.now)


def _only_for_now(talk: Talk) -> bool:
    """Whether the words for tears stand in for others: these are back the next time."""
    return _script(talk).tears and not _usual(talk).tears


def _other_words(talk: Talk) -> None:
    scripts = _scripts(talk)
    _choose(talk, scripts[(scripts.index(_script(talk)) + 1) % len(scripts)])


def _tears(talk: Talk) -> None:
    """The shortest words, for now; a second time, the words of the plan."""
    shortest = next(script for script in _scripts(talk) if script.tears)
    _choose(talk, _usual(talk) if _only_for_now(talk) else shortest)


def _choose(talk: Talk, script: Script) -> None:
    talk.companion.choose_script(script.id)
    _tell_script(talk)


def _own_words(talk: Talk) -> None:
    """The person's own goodbye, from now on before all others; a dash brings ours back."""
    script, say = _script(talk), talk.library.say
    talk.tell(say("script.why", names=" ".join(map(braced, FILLED))), script.say)
    typed = ask(talk, talk.say("form.type"), free=True)
    if typed is None:
        return
    own = typed != DASH
    talk.companion.remember("goodbye", say=typed if own else "", do=script.do if own else "")
    talk.companion.choose_script(MINE if own else "")
    talk.tell(about_own_words(typed, talk.library) if own else "")
    _tell_script(talk)


def _leave(talk: Talk) -> None:
    """Out of the door; what was told once is not told again."""
    usual, for_now = talk.snapshot.draft.script, _only_for_now(talk)
    young = months_old(talk.snapshot, talk.now) is not None
    talk.companion.leave()
    if for_now:
        talk.companion.draft(talk.snapshot.draft._replace(script=usual))
    talk.companion.remember("choices", baby_asked=True, **({"comfort_told": True} if young else {}))


def _not_yet(talk: Talk) -> None:
    talk.companion.not_yet()


def _rate(talk: Talk) -> None:
    talk.companion.rate_before(rate(talk, talk.library.rating.question))
    talk.tell_saved()


COMMANDS = (
    Command(ENTER, "left", _leave),
    Command("o", "other_words", _other_words),
    Command("t", "tears", _tears),
    Command("e", "own_words", _own_words),
    Command("f", "fed", last_fed),
    Command("s", "slept", last_slept),
    Command("a", "baby", baby),
    Command("r", "rate", _rate),
    Command(BACK, "not_yet", _not_yet),
)
