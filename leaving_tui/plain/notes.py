"""Care notes: what the carer needs to know, one part and one thing at a time."""

from collections.abc import Sequence

from leaving_tui.content.care import CareField
from leaving_tui.plain.questions import DASH, ask, numbered
from leaving_tui.plain.talk import Talk


def notes(talk: Talk) -> None:
    """Choose a part, then a thing in it; each is kept as soon as it is typed."""
    care = talk.library.care
    talk.tell_once(*care.intro)
    parts = {
        group: [f for f in care.fields if f.group == group and f.filled_by != "plan"] for group in care.groups
    }
    parts = {group: fields for group, fields in parts.items() if fields}
    while chosen := ask(talk, talk.say("notes.pick"), numbered(_part(talk, *part) for part in parts.items())):
        _fill_in(talk, list(parts.values())[int(chosen) - 1])


def _part(talk: Talk, group: str, fields: Sequence[CareField]) -> str:
    written = sum(bool(_written(talk, field)) for field in fields)
    return talk.say("notes.group", group=group, count=written, of=len(fields))


def _fill_in(talk: Talk, fields: Sequence[CareField]) -> None:
    listed = True
    while chosen := ask(
        talk, talk.say("notes.field"), numbered(_value(talk, field) for field in fields), listed=listed
    ):
        field, listed = fields[int(chosen) - 1], False
        talk.tell(field.why, field.hint)
        typed = ask(talk, talk.say("notes.type"), free=True)
        if typed is not None:
            talk.companion.remember("sheet", **{field.id: "" if typed == DASH else typed})
        talk.tell(_value(talk, field))


def _value(talk: Talk, field: CareField) -> str:
    text = _written(talk, field)
    return talk.say("notes.value" if text else "notes.empty", label=field.label, text=text)


def _written(talk: Talk, field: CareField) -> str:
    return str(talk.snapshot.notes.get("sheet", {}).get(field.id, ""))
