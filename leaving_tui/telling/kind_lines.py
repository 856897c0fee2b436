"""Kind words: what the person found out themselves first, then the lines that fit where they are."""

from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library, fill
from leaving_tui.domain.outing import Felt, Plan, Stage
from leaving_tui.domain.past import as_past
from leaving_tui.domain.people import People, Role
from leaving_tui.telling.format import short_day
from leaving_tui.telling.names import names

PLACES = {Stage.GOODBYE: "door", Stage.AWAY: "away", Stage.BACK: "home", Stage.HOME: "any"}
WRITES = {Stage.AWAY: 0, Stage.BACK: 2}
"""Which message to a friend is true where; before the door, the one that says nothing of being out."""
BEFORE_THE_DOOR = 1
OWN_FIRST = 3
"""How many of the own findings come before the lines."""


@dataclass(frozen=True, slots=True)
class KindLine:
    """One line to hold on to; `whose` says that the words are the person's own, empty for ours."""

    id: str
    text: str
    whose: str = ""


def kind_lines(snapshot: Snapshot, library: Library, now: datetime) -> tuple[list[KindLine], int]:
    """All lines in their order, and the one to begin with: without own words, each day another."""
    own, lines = _found_out(snapshot, library), _written(snapshot, library, now)
    return [*own, *lines], 0 if own else now.toordinal() % len(lines)


def friend_message(snapshot: Snapshot, library: Library) -> str:
    """A message ready to send, true where the person is."""
    return library.messages.to_friend[WRITES.get(snapshot.stage, BEFORE_THE_DOOR)]


def to_a_friend(snapshot: Snapshot, library: Library) -> list[str]:
    """That it can help to write to a friend, their numbers, and a message that is ready."""
    friends = People.from_dict(snapshot.notes.get("people", {})).in_role(Role.FRIEND)
    return [
        library.kindness.friend,
        *(library.say("check.phone", name=one.name, phone=one.phone) for one in friends),
        library.say("kind.message", text=friend_message(snapshot, library)),
    ]


def _found_out(snapshot: Snapshot, library: Library) -> list[KindLine]:
    past = as_past(snapshot.finished or ())
    calm = (
        told and felt is not Felt.WRONG for told, felt in zip(past.known.told, past.known.felt, strict=True)
    )
    told = ((outing.id, outing.reflection) for outing in past.where(calm) if outing.reflection)
    found = islice(((own, said) for own, said in told if said.found_out), OWN_FIRST)
    return [
        KindLine(
            f"own:{outing_id}",
            library.say("kind.found_out", text=said.found_out),
            library.say("kind.you_on", day=short_day(said.at)),
        )
        for outing_id, said in found
    ]


def _written(snapshot: Snapshot, library: Library, now: datetime) -> list[KindLine]:
    plan = snapshot.outing.plan if snapshot.outing else Plan()
    known, yours = names(snapshot, plan, now), library.say("kind.yours")
    lines = library.lines_for(PLACES[snapshot.stage], _facts(snapshot, plan, known["checkin"]))
    return [KindLine(line.id, fill(line.text, known), yours if line.own else "") for line in lines]


def _facts(snapshot: Snapshot, plan: Plan, check_in: str) -> frozenset[str]:
    """What a line may speak of."""
    outing = snapshot.outing
    early = outing and outing.home_at and outing.due_at and outing.home_at < outing.due_at
    known = {
        "carer": plan.carer,
        "checkin": check_in,
        "plan": plan.carer and plan.place,
        "early": early,
    }
    return frozenset(name for name, value in known.items() if value)
