"""Care notes: what the carer needs to know, one part and one thing at a time."""

from collections.abc import Sequence
from functools import partial

from leaving_tui.content.care import CareField
from leaving_tui.plain.form import Part, fill_in
from leaving_tui.plain.questions import ask, numbered
from leaving_tui.plain.talk import Talk


def notes(talk: Talk) -> None:
    """Choose a part, then a thing in it."""
    care = talk.library.care
    talk.tell_once(*care.intro)
    fields = [field for field in care.fields if field.filled_by != "plan"]
    groups = [group for group in care.groups if any(field.group == group for field in fields)]
    while chosen := ask(talk, talk.say("notes.pick"), numbered(_part(talk, g, fields) for g in groups)):
        group = groups[int(chosen) - 1]
        fill_in(talk, partial(_things, talk, group, fields), partial(_keep, talk))


def _part(talk: Talk, group: str, fields: Sequence[CareField]) -> str:
    things = _things(talk, group, fields)
    written = sum(bool(thing.value) for thing in things)
    return talk.say("notes.group", group=group, count=written, of=len(things))


def _things(talk: Talk, group: str, fields: Sequence[CareField]) -> list[Part]:
    written = talk.snapshot.notes.get("sheet", {})
    return [
        Part(field.id, field.label, str(written.get(field.id, "")), field.why, field.hint)
        for field in fields
        if field.group == group
    ]


def _keep(talk: Talk, field_id: str, text: str) -> None:
    talk.companion.remember("sheet", **{field_id: text})
