"""Home: the next outing, ready to go, and the belt in words."""

from collections.abc import Iterator
from datetime import timedelta

from leaving_tui.domain.ladder import Ladder
from leaving_tui.domain.lookback.belt import totals
from leaving_tui.domain.suggestion import Nudge, suggest
from leaving_tui.plain.commands import offer
from leaving_tui.plain.lengths import in_full
from leaving_tui.plain.plan import change_plan
from leaving_tui.plain.talk import ENTER, Command, Talk
from leaving_tui.plain.trust import ask_trust, trust
from leaving_tui.telling.format import clock_time
from leaving_tui.telling.sentences import sentence
from leaving_tui.telling.steps import step_names


def arrive(talk: Talk) -> None:
    """The plan, the belt, and the one question there is before the first step (T3.1)."""
    talk.tell(*_plan(talk))
    talk.tell(*belt_in_words(talk), _welcome_back(talk))
    if trust(talk) is None:
        talk.tell(talk.library.ladder.trust_question)
        offer(talk, "trust")


def ready(talk: Talk) -> None:
    """The way to the door."""
    offer(talk, "to_goodbye", "plan", "keys")


def belt_in_words(talk: Talk) -> list[str]:
    """How many outings there were, and what they add up to."""
    return [sentence(line, talk.library) for line in totals(talk.companion.finished()).lines]


def _welcome_back(talk: Talk) -> str:
    ladder = Ladder.from_dict(talk.snapshot.notes.get("steps"), talk.library.steps)
    found = suggest(ladder, talk.companion.finished(), talk.now)
    return talk.library.say(found.reason_key, **found.values) if found.kind is Nudge.WELCOME_BACK else ""


def _plan(talk: Talk) -> Iterator[str]:
    ready, now = talk.snapshot.ready(talk.now), talk.now
    at = clock_time(ready.due_at or now + timedelta(minutes=ready.plan.minutes))
    yield talk.say("home.next", length=in_full(talk, ready.plan.minutes), at=at)
    if ready.plan.carer:
        yield talk.say("home.with", carer=ready.plan.carer)
    if ready.plan.place:
        yield talk.say("home.place", place=ready.plan.place)
    names = step_names(talk.snapshot.notes, talk.library)
    if ready.draft.step in names:
        yield talk.say("home.step", step=names[ready.draft.step])


def _to_goodbye(talk: Talk) -> None:
    talk.companion.prepare()


def _change_plan(talk: Talk) -> None:
    change_plan(talk)
    talk.tell(*_plan(talk))


COMMANDS = (
    Command(ENTER, "to_goodbye", _to_goodbye),
    Command("e", "plan", _change_plan),
    Command("t", "trust", ask_trust),
)
