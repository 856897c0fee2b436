"""Your baby, and the people around: written down once, for the goodbye, the notes and a call."""

from collections.abc import Callable
from functools import partial
from typing import Any

from leaving_tui.domain.birthday import read_birthday
from leaving_tui.domain.people import Baby, People, Person, Role
from leaving_tui.domain.text import line_in
from leaving_tui.plain.form import Part, fill_in
from leaving_tui.plain.talk import Talk

YES, ADD = "yes", "add"
_HINTED = ("born", "me", "activity")


def baby(talk: Talk) -> None:
    """Name, birth date, the word for you, and medical needs; any of it can be left out."""
    fill_in(talk, partial(_about_baby, talk), partial(_keep_baby, talk))


def _about_baby(talk: Talk) -> list[Part]:
    kept = talk.snapshot.notes.get("baby", {})
    known = Baby.from_dict(kept)
    medical = [(YES, talk.library.say("baby.yes")), ("", talk.library.say("baby.no"))]
    values = {
        "name": known.name,
        "born": f"{known.born.day} {known.born:%b %Y}" if known.born else "",
        "me": known.me,
        "activity": line_in(kept, "activity"),
    }
    parts = [_baby_part(talk, name, value) for name, value in values.items()]
    shown = dict(medical)[YES if known.medical else ""]
    return [*parts, _baby_part(talk, "medical", shown, picks=medical, typed=False)]


def _baby_part(talk: Talk, name: str, value: str, **more: Any) -> Part:
    say = talk.library.say
    hint = say(f"baby.{name}_hint") if name in _HINTED else ""
    return Part(name, say(f"baby.{name}"), value, say(f"prepare.why.baby_{name}"), hint, **more)


def _keep_baby(talk: Talk, name: str, value: str) -> None:
    kept: Any = value
    if name == "born":
        born = read_birthday(value, talk.now)
        kept = born.isoformat() if born else None
    elif name == "medical":
        kept = value == YES
    talk.companion.remember("baby", **{name: kept})


def people(talk: Talk) -> None:
    """Everyone who was named, and room for one more."""
    fill_in(talk, partial(_everyone, talk), partial(_add, talk))


def _add(talk: Talk, _: str, name: str) -> None:
    _change(talk, lambda known: known.add(known.named(name) or Person(name)))


def _everyone(talk: Talk) -> list[Part]:
    say = talk.library.say
    known = [
        Part(person.name, person.name, person.phone, opens=partial(_one, talk, person.name))
        for person in _people(talk).all
    ]
    return [*known, Part(ADD, say("people.add"), why=say("prepare.why.name"))]


def _one(talk: Talk, name: str) -> None:
    """One person's number, role and note."""
    fill_in(talk, partial(_about, talk, name), partial(_keep, talk, name))


def _about(talk: Talk, name: str) -> list[Part]:
    say = talk.library.say
    person = _people(talk).named(name) or Person(name)
    roles = [(role.value, say(f"people.{role}")) for role in Role]

    def part(field: str, value: str, **more: Any) -> Part:
        return Part(field, say(f"people.{field}"), value, say(f"prepare.why.{field}"), **more)

    return [
        part("phone", person.phone),
        part("role", say(f"people.{person.role}"), picks=roles, typed=False),
        part("note", person.note),
    ]


def _keep(talk: Talk, name: str, field: str, value: str) -> None:
    _change(talk, lambda known: known.edit(name, **{field: Role(value) if field == "role" else value}))


def _change(talk: Talk, change: Callable[[People], People]) -> None:
    talk.companion.remember("people", **change(_people(talk)).to_dict())


def _people(talk: Talk) -> People:
    return People.from_dict(talk.snapshot.notes.get("people", {}))
