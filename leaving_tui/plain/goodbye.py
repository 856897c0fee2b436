"""The doorway: say it, do it, go."""

from leaving_tui.content.kinds import Script
from leaving_tui.content.library import fill
from leaving_tui.plain.baby import baby
from leaving_tui.plain.commands import offer
from leaving_tui.plain.notes import last_fed, last_slept
from leaving_tui.plain.questions import DASH, ask, rate
from leaving_tui.plain.talk import BACK, ENTER, Command, Talk
from leaving_tui.telling.doorway import Doorway
from leaving_tui.telling.goodbyes import MINE
from leaving_tui.telling.names import when_back
from leaving_tui.telling.own_words import about_own_words, braced_names


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
    door = _door(talk)
    if door.asks_for_baby:
        talk.tell(talk.say(f"goodbye.{door.ask_baby}"))
        offer(talk, "baby")
    elif door.once:
        talk.tell(door.once)


def _tell_script(talk: Talk) -> None:
    script, known = _door(talk).shown, talk.names
    talk.tell(talk.say("goodbye.say", text=fill(script.say, known)))
    if script.do:
        talk.tell(talk.say("goodbye.do", text=fill(script.do, known)))
    talk.tell(fill(script.note, known))


def _door(talk: Talk) -> Doorway:
    return Doorway(talk.snapshot, talk.library, talk.now)


def _other_words(talk: Talk) -> None:
    _choose(talk, _door(talk).beside(1))


def _tears(talk: Talk) -> None:
    """The shortest words, for now; a second time, the words of the plan; they may be the usual ones."""
    door = _door(talk)
    if door.shown.tears and not door.only_for_now:
        talk.tell(talk.library.say("goodbye.tears_already"))
    else:
        _choose(talk, door.usual if door.only_for_now else door.shortest)


def _choose(talk: Talk, script: Script) -> None:
    talk.companion.choose_script(script.id)
    _tell_script(talk)


def _own_words(talk: Talk) -> None:
    """The person's own goodbye, from now on before all others; a dash brings ours back."""
    script, say = _door(talk).shown, talk.library.say
    talk.tell(say("script.why", **braced_names()), script.say)
    typed = ask(talk, talk.say("form.type"), free=True)
    if typed is None:
        return
    own = typed != DASH
    talk.companion.remember("goodbye", say=typed if own else "", do=script.do if own else "")
    talk.companion.choose_script(MINE if own else "")
    talk.tell(about_own_words(typed, talk.library) if own else "")
    _tell_script(talk)


def _leave(talk: Talk) -> None:
    _door(talk).leave(talk.companion)


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
