"""The baby, and the people around the baby: who stays, who helps, and how to reach them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from leaving_tui.domain.errors import PlanError
from leaving_tui.domain.text import clean, clean_line, line_in, note_in


class Role(StrEnum):
    """What a person is to the outing."""

    CARER = "carer"
    FRIEND = "friend"
    BACKUP = "backup"


@dataclass(frozen=True, slots=True)
class Person:
    """Someone a parent can name; only the name is needed."""

    name: str
    phone: str = ""
    role: Role = Role.CARER
    note: str = ""

    def cleaned(self) -> Person:
        """With its text safe to keep and to show."""
        return replace(self, name=clean_line(self.name), phone=clean_line(self.phone), note=clean(self.note))

    def to_dict(self) -> dict[str, Any]:
        """As a plain JSON object."""
        return {**asdict(self), "role": str(self.role)}

    @classmethod
    def from_dict(cls, record: object) -> Person | None:
        """The person a JSON object holds, or `None` where it has no name; an unknown role is a carer's."""
        if not isinstance(record, Mapping) or not (name := line_in(record, "name")):
            return None
        role = record.get("role")
        known = Role(role) if role in tuple(Role) else Role.CARER
        return cls(name, line_in(record, "phone"), known, note_in(record, "note"))


@dataclass(frozen=True, slots=True)
class People:
    """Everyone a parent has named, the most recent first; a name, in any case, stands for one person."""

    all: tuple[Person, ...] = ()

    def named(self, name: str) -> Person | None:
        """The person of this name, whatever its case."""
        asked = _same(name)
        return next((person for person in self.all if _same(person.name) == asked), None)

    def in_role(self, role: Role) -> tuple[Person, ...]:
        """Everyone in `role`, the most recent first."""
        return tuple(person for person in self.all if person.role is role)

    def add(self, person: Person) -> People:
        """With `person` first; someone known by that name keeps a phone and note that are not given anew."""
        new = person.cleaned()
        if not new.name:
            return self
        if known := self.named(new.name):
            new = replace(new, phone=new.phone or known.phone, note=new.note or known.note)
        return People((new, *self.remove(new.name).all))

    def used(self, name: str) -> People:
        """With the person of this name first, added as a carer if new; no name changes nothing."""
        return self.add(self.named(name) or Person(name))

    def edit(self, name: str, /, **changes: Any) -> People:
        """With the person of this name changed, in the same place; an unknown name changes nothing.

        Raises:
            PlanError: the new name is empty or is already another person's.
        """
        known = self.named(name)
        if known is None:
            return self
        new = replace(known, **changes).cleaned()
        if not new.name:
            raise PlanError("Please give this person a name.")
        if _same(new.name) != _same(known.name) and self.named(new.name):
            raise PlanError(f"{new.name} is in the list already. Please give another name.")
        return People(tuple(new if person is known else person for person in self.all))

    def remove(self, name: str) -> People:
        """Without the person of this name."""
        return People(tuple(person for person in self.all if _same(person.name) != _same(name)))

    def to_dict(self) -> dict[str, Any]:
        """As a plain JSON object."""
        return {"people": [person.to_dict() for person in self.all]}

    @classmethod
    def from_dict(cls, record: object) -> People:
        """Everyone a JSON object holds; a bad entry is left out, and of two with one name the first stays."""
        people = cls()
        rows = record.get("people") if isinstance(record, Mapping) else None
        for row in rows if isinstance(rows, list) else []:
            person = Person.from_dict(row)
            if person and not people.named(person.name):
                people = cls((*people.all, person))
        return people


@dataclass(frozen=True, slots=True)
class Baby:
    """What a parent told us of the baby; each field may stay empty.

    `me` is what the child calls the parent. `medical` means there is a care team's plan to follow.
    """

    name: str = ""
    born: date | None = None
    me: str = ""
    medical: bool = False

    def months(self, today: date) -> int | None:
        """Whole months of age on `today`, or `None` while the birth date is not known."""
        return None if self.born is None else age_in_months(self.born, today)

    def to_dict(self) -> dict[str, Any]:
        """As a plain JSON object."""
        born = self.born.isoformat() if self.born else None
        return {"name": self.name, "born": born, "me": self.me, "medical": self.medical}

    @classmethod
    def from_dict(cls, record: object) -> Baby:
        """The baby a JSON object holds; what cannot be read stays empty."""
        if not isinstance(record, Mapping):
            return cls()
        medical = record.get("medical") is True
        return cls(line_in(record, "name"), _date(record.get("born")), line_in(record, "me"), medical)


def age_in_months(born: date, today: date) -> int:
    """Whole months between two dates, 0 before birth; in a short month the last day completes it."""
    day = min(born.day, monthrange(today.year, today.month)[1])
    months = (today.year - born.year) * 12 + today.month - born.month - (today.day < day)
    return max(0, months)


def _date(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _same(name: str) -> str:
    return clean_line(name).casefold()
