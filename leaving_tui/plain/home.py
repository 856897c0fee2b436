"""Home: the next outing, ready to go, and the belt in words."""

from collections.abc import Iterator

from leaving_tui.domain.lookback.belt import totals
from leaving_tui.plain.commands import offer
from leaving_tui.plain.lengths import in_full
from leaving_tui.plain.plan import change_plan
from leaving_tui.plain.steps import steps
from leaving_tui.plain.talk import ENTER, Command, Talk
from leaving_tui.plain.trust import ask_trust
from leaving_tui.telling.names import when_back
from leaving_tui.telling.sentences import sentence
from leaving_tui.telling.steps import step_names
from leaving_tui.telling.suggestion import suggestion_line
from leaving_tui.telling.trust import trust_question, trusts


def arrive(talk: Talk) -> None:
    """The plan, the belt, and what comes before or after a step of the ladder."""
    talk.tell(*_plan(talk))
    talk.tell(*belt_in_words(talk), suggestion_line(talk.snapshot, talk.library, talk.now))
    answer, words = trusts(talk.snapshot), talk.library.ladder
    if not answer:
        # The one question there is before the first step (T3.1).
        asked = trust_question(talk.snapshot, talk.library)
        talk.tell(asked if answer is None else words.trust_no_next[0])
        offer(talk, "trust")


def ready(talk: Talk) -> None:
    """The way to the door."""
    offer(talk, "to_goodbye", "plan", "steps", "keys")


def belt_in_words(talk: Talk) -> list[str]:
    """How many outings there were, and what they add up to."""
    return [sentence(line, talk.library) for line in totals(talk.companion.finished()).lines]


def _plan(talk: Talk) -> Iterator[str]:
    ready, now = talk.snapshot.ready(talk.now), talk.now
    at = when_back(ready.planned_return(now), now, talk.library)
    yield talk.say("home.next", length=in_full(talk, ready.plan.minutes), at=at)
    if ready.plan.carer:
        yield talk.say("home.with", carer=ready.plan.carer)
    if ready.plan.place:
        yield talk.say("home.place", place=ready.plan.place)
    names = step_names(talk.snapshot.notes, talk.library)
    if ready.draft.step in names:
        yield talk.say("home.step", step=names[ready.draft.step])
    if ready.draft.trial and ready.draft.step not in {step.id for step in talk.library.steps if step.trial}:
        yield talk.library.say("home.trial")


def _to_goodbye(talk: Talk) -> None:
    talk.companion.prepare()


def _change_plan(talk: Talk) -> None:
    change_plan(talk)
    talk.tell(*_plan(talk))


def _steps(talk: Talk) -> None:
    """The ladder; before the first step, the question of trust."""
    if not trusts(talk.snapshot):
        ask_trust(talk)
    if trusts(talk.snapshot):
        steps(talk)
        talk.tell(*_plan(talk))


COMMANDS = (
    Command(ENTER, "to_goodbye", _to_goodbye),
    Command("e", "plan", _change_plan),
    Command("s", "steps", _steps),
    Command("t", "trust", ask_trust),
)
