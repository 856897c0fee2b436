"""The doorway: say it, do it, go."""

from collections.abc import Sequence

from leaving_tui.content.kinds import Script
from leaving_tui.content.library import fill
from leaving_tui.plain.commands import offer
from leaving_tui.plain.questions import DASH, ask, rate
from leaving_tui.plain.talk import BACK, ENTER, Command, Talk
from leaving_tui.telling.format import clock_time
from leaving_tui.telling.goodbyes import MINE, goodbyes

_FILLED = "{baby} {carer} {me} {back}"
"""The names a goodbye needs most."""


def arrive(talk: Talk) -> None:
    """When to be home, then the words, then what stands under all of them."""
    at = clock_time(talk.outing.planned_return(talk.now))
    talk.tell(talk.say("goodbye.return", at=at))
    _tell_script(talk)
    words = talk.library.goodbye
    talk.tell(words.slip_out.text, words.timing.text)


def ready(talk: Talk) -> None:
    """The one thing to do, and what else there is."""
    offer(talk, "left", "other_words", "tears", "not_yet")


def _tell_script(talk: Talk) -> None:
    script, known = _script(talk), talk.names
    talk.tell(talk.say("goodbye.say", text=fill(script.say, known)))
    if script.do:
        talk.tell(talk.say("goodbye.do", text=fill(script.do, known)))
    talk.tell(fill(script.note, known))


def _script(talk: Talk) -> Script:
    scripts, chosen = _scripts(talk), talk.outing.plan.script
    return next((script for script in scripts if script.id == chosen), scripts[0])


def _scripts(talk: Talk) -> Sequence[Script]:
    return goodbyes(talk.snapshot, talk.library, talk.now)


def _other_words(talk: Talk) -> None:
    scripts = _scripts(talk)
    _choose(talk, scripts[(scripts.index(_script(talk)) + 1) % len(scripts)])


def _tears(talk: Talk) -> None:
    _choose(talk, next(script for script in _scripts(talk) if script.tears))


def _choose(talk: Talk, script: Script) -> None:
    talk.companion.choose_script(script.id)
    _tell_script(talk)


def _own_words(talk: Talk) -> None:
    """The person's own goodbye, from now on before all others; a dash brings ours back."""
    script, say = _script(talk), talk.library.say
    talk.tell(say("script.why", names=_FILLED), script.say)
    typed = ask(talk, talk.say("form.type"), free=True)
    if typed is None:
        return
    own = typed != DASH
    talk.companion.remember("goodbye", say=typed if own else "", do=script.do if own else "")
    talk.companion.choose_script(MINE if own else "")
    _tell_script(talk)


def _leave(talk: Talk) -> None:
    talk.companion.leave()


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
    Command("r", "rate", _rate),
    Command(BACK, "not_yet", _not_yet),
)
