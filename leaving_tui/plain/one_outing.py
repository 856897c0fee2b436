"""One past outing: its story in order; change what was noted, or delete it, and take that back."""

from collections.abc import Iterator

from leaving_tui.domain.lookback.story import Entry, story
from leaving_tui.domain.outing import Outing
from leaving_tui.plain.amend import change
from leaving_tui.plain.lengths import in_full
from leaving_tui.plain.questions import ask, numbered
from leaving_tui.plain.talk import BACK, Talk
from leaving_tui.telling.format import clock_time, day
from leaving_tui.telling.sentences import sentence
from leaving_tui.telling.steps import step_names


def open_one(talk: Talk, outing: Outing) -> None:
    """Its story, and what can be done."""
    say = talk.library.say
    talk.tell(day(outing.left_at or outing.prepared_at), ", ".join(filter(None, _about(talk, outing))))
    talk.tell(*(_line(talk, entry) for entry in story(outing)))
    ways = (("e", say("history.edit")), ("d", say("history.delete")), (BACK, say("common.done")))
    match ask(talk, "", [(key, words.lower()) for key, words in ways]):
        case "e":
            change(talk, outing)
        case "d" if ask(talk, say("history.really"), numbered([say("history.yes")])):
            _delete(talk, outing)
        case _:
            return


def _about(talk: Talk, outing: Outing) -> Iterator[str]:
    yield in_full(talk, outing.minutes_out)
    yield from (outing.plan.carer, outing.plan.place)
    yield talk.library.say("history.trial") if outing.trial else ""
    yield step_names(talk.snapshot.notes, talk.library).get(outing.step or "", outing.step or "")


def _line(talk: Talk, entry: Entry) -> str:
    said = sentence(entry, talk.library)
    return talk.say("history.at", at=clock_time(entry.at), text=said) if entry.at else said


def _delete(talk: Talk, outing: Outing) -> None:
    say = talk.library.say
    talk.companion.delete(outing.id)
    talk.tell(talk.say("history.gone"))
    if ask(talk, "", (("z", say("history.bring_it_back").lower()),)) == "z":
        talk.companion.restore(outing)
        talk.tell_saved()
