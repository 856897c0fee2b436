"""Kind words: what you yourself found out first, then a line to hold on to."""

from __future__ import annotations

from collections.abc import Iterator

from leaving_tui.content.library import fill
from leaving_tui.domain.outing import Felt, Kind, Plan, Stage
from leaving_tui.domain.people import People, Role
from leaving_tui.plain.questions import ask
from leaving_tui.plain.talk import BACK, ENTER, Talk
from leaving_tui.telling.format import short_day

PLACES = {Stage.GOODBYE: "door", Stage.AWAY: "away", Stage.BACK: "home", Stage.HOME: "any"}
OWN_FIRST = 3
"""How many of the own findings come before the lines."""


def kind(talk: Talk) -> None:
    """One line; Enter for the next."""
    own, ours = list(_found_out(talk)), list(_kind_lines(talk))
    lines = own + ours
    # Without words of one's own, each day begins with another line.
    at = 0 if own else talk.now.toordinal() % len(ours)
    ways = (
        (ENTER, talk.say("kind.next")),
        ("f", talk.say("kind.friend")),
        (BACK, talk.library.say("common.done").lower()),
    )
    said, first = lines[at], True
    try:
        while True:
            if ask(talk, said[1], ways, listed=first) == "f":
                _friend(talk)
                ask(talk, "", ways[:1])
            at, first = at + 1, False
            said = lines[at % len(lines)]
    finally:
        talk.companion.note(Kind.KIND, {"line": said[0]})


def _found_out(talk: Talk) -> Iterator[tuple[str, str]]:
    found = [
        (outing.id, outing.reflection)
        for outing in talk.companion.finished()
        if outing.reflection and outing.reflection.found_out and outing.reflection.felt is not Felt.WRONG
    ]
    for outing_id, reflection in found[:OWN_FIRST]:
        said = talk.library.say("kind.found_out", text=reflection.found_out)
        yield f"own:{outing_id}", f"{said} {short_day(reflection.at)}."


def _kind_lines(talk: Talk) -> Iterator[tuple[str, str]]:
    snapshot = talk.snapshot
    for line in talk.library.lines_for(PLACES[snapshot.stage], _facts(talk)):
        text = fill(line.text, talk.names)
        yield line.id, talk.say("kind.own", text=text) if line.own else text


def _facts(talk: Talk) -> frozenset[str]:
    outing = talk.snapshot.outing
    plan = outing.plan if outing else Plan()
    early = outing and outing.home_at and outing.due_at and outing.home_at < outing.due_at
    known = {
        "carer": plan.carer,
        "checkin": plan.check_ins,
        "plan": plan.carer and plan.place,
        "early": early,
    }
    return frozenset(name for name, value in known.items() if value)


def _friend(talk: Talk) -> None:
    """A friend's number and a message to send."""
    say, people = talk.library.say, People.from_dict(talk.snapshot.notes.get("people", {}))
    friends = people.in_role(Role.FRIEND)
    talk.tell(talk.library.kindness.friend)
    talk.tell(*(say("check.phone", name=friend.name, phone=friend.phone) for friend in friends))
    talk.tell(say("kind.message", text=talk.library.messages.to_friend[0]))
