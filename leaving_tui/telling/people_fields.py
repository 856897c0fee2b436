"""The people around the baby as fields: a list by what they are to the outing, and what is known of one."""

from collections.abc import Callable, Iterator
from typing import Any

from leaving_tui.companion import Companion, Snapshot
from leaving_tui.content.library import Library
from leaving_tui.domain.people import People, Person, Role
from leaving_tui.telling.field import Field

ADD = "add"

_LATELY = 30
"""Outings that are looked through for names."""

Change = Callable[[People], People]


class PeopleFields:
    """Everyone who was named, as they stand in a snapshot."""

    def __init__(self, snapshot: Snapshot, library: Library) -> None:
        self.people = people_of(snapshot)
        self._others = others_who_stayed(snapshot)
        self._library = library

    def all(self) -> list[Field]:
        """Everyone, by role, and room for one more."""
        return [*self._everyone(), self._new()]

    def _everyone(self) -> Iterator[Field]:
        for role in Role:
            group = self._say(f"{role}s")
            for person in self.people.in_role(role):
                row = f"person-{person.name}"
                yield Field(row, person.name, shown=person.phone, group=group, enters=person.name)

    def _new(self) -> Field:
        why, gap = self._library.say("prepare.why.name"), " " if self.people.all else ""
        picks = [(name, name) for name in self._others]
        return Field(ADD, self._say("add"), why=why, shown=" ", group=gap, picks=picks)

    def of(self, name: str) -> list[Field]:
        """What is known of one person."""
        person = self.people.named(name)
        return list(self._of(person)) if person else []

    def _of(self, person: Person) -> Iterator[Field]:
        roles = [(role.value, self._say(role)) for role in Role]
        shown = self._say(person.role)
        yield self._field("name", person.name)
        yield self._field("phone", person.phone)
        yield self._field("role", person.role.value, shown=shown, picks=roles, typed=False)
        yield self._field("note", person.note, lines=True)

    def _field(self, name: str, value: str, **more: Any) -> Field:
        return Field(name, self._say(name), value, why=self._library.say(f"prepare.why.{name}"), **more)

    def _say(self, key: str) -> str:
        return self._library.say(f"people.{key}")


def people_of(snapshot: Snapshot) -> People:
    """Everyone who was named."""
    return People.from_dict(snapshot.notes.get("people"))


def others_who_stayed(snapshot: Snapshot) -> list[str]:
    """Who stayed with the baby lately and is not among the people, the most recent first."""
    people, found = people_of(snapshot), dict[str, str]()
    for outing in (snapshot.finished or ())[:_LATELY]:
        name = outing.plan.carer
        if name and not people.named(name):
            found.setdefault(name.casefold(), name)
    return list(found.values())


def person_change(field_id: str, value: str, name: str) -> Change:
    """What the answer to a field of the person `name` changes; the field `ADD` adds one."""
    if field_id == ADD:
        return lambda people: people.add(people.named(value) or Person(value))
    changed = Role(value) if field_id == "role" else value
    return lambda people: people.edit(name, **{field_id: changed})


def keep_people(change: Change, snapshot: Snapshot) -> Callable[[Companion], object]:
    """What keeps the changed list.

    Raises:
        PlanError: it cannot be changed so, as tried on `snapshot`; the sentence says what to do.
    """
    change(people_of(snapshot))

    def keep(companion: Companion) -> None:
        companion.remember("people", **change(people_of(companion.snapshot())).to_dict())

    return keep
