"""Care notes: what the carer needs to know, part by part; and the page as they read it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from leaving_tui.domain.sheet import Row
from leaving_tui.plain.form import Form, fill_in, fill_one
from leaving_tui.plain.questions import ask, back_to_here, numbered
from leaving_tui.plain.talk import ENTER, Talk
from leaving_tui.telling.care_page import care_page, still_empty
from leaving_tui.telling.field import Field
from leaving_tui.telling.note_fields import NoteFields, keep_note
from leaving_tui.telling.program import program_here

_LINE = re.compile("_{3,}")


def notes(talk: Talk) -> None:
    """Choose a part, then a thing in it; or hear the page."""
    talk.tell_once(*talk.library.care.intro)
    ways = (
        ("s", talk.library.say("notes.page").lower()),
        (ENTER, talk.library.say("common.done").lower()),
    )
    listed = True
    with back_to_here():
        while True:
            groups = list(dict.fromkeys(field.group for field in _fields(talk)))
            parts = numbered(_part(talk, group) for group in groups)
            chosen = ask(talk, talk.say("notes.pick"), (*parts, *ways), listed=listed)
            listed = False
            if chosen == "s":
                tell_page(talk)
            elif chosen:
                fill_in(talk, _form(talk, groups[int(chosen) - 1]))
            else:
                return


def tell_page(talk: Talk) -> None:
    """The whole page, emergencies first; before it, what is missing."""
    known = talk.snapshot, talk.library, talk.now, talk.settings.region
    sheet, empty = care_page(*known), still_empty(*known)
    talk.tell(talk.say("notes.still_empty", fields=", ".join(map(str.lower, empty))) if empty else "")
    talk.tell(sheet.title, sheet.day)
    for block in sheet.blocks:
        talk.pause()
        talk.tell(talk.say("form.group", group=block.heading))
        talk.tell(*(_row(talk, row) for row in block.rows))
    if not talk.snapshot.sample:
        talk.pause()
        talk.tell(talk.library.say("notes.print", program=program_here()))


def _row(talk: Talk, row: Row) -> str:
    """A row; a line to write on says that it is empty, where a voice would spell it out."""
    text = _LINE.sub(talk.say("notes.nothing"), row.text)
    return f"{row.label}: {text}" if row.label else text


def last_fed(talk: Talk) -> None:
    """When the baby was last fed, told at the door."""
    _at_the_door(talk, "last_fed")


def last_slept(talk: Talk) -> None:
    """When the baby last slept, told at the door."""
    _at_the_door(talk, "last_slept")


def _at_the_door(talk: Talk, field_id: str) -> None:
    def fields() -> list[Field]:
        hint = talk.say("notes.door_hint")
        return [replace(_now(talk).at_the_door(field_id), hint=hint)]

    talk.tell(fields()[0].label)
    fill_one(talk, Form(fields, _form(talk, "").keep), field_id)


def _form(talk: Talk, group: str) -> Form:
    def fields() -> list[Field]:
        return [field for field in _fields(talk) if field.group == group]

    def keep(field_id: str, text: str) -> None:
        keep_note(field_id, text, talk.now)(talk.companion)

    return Form(fields, keep)


def _part(talk: Talk, group: str) -> str:
    things = [field for field in _fields(talk) if field.group == group]
    if not any(thing.typed for thing in things):
        return group
    written = sum(bool(thing.value) for thing in things)
    return talk.say("notes.group", group=group, count=written, of=len(things))


def _fields(talk: Talk) -> Sequence[Field]:
    return _now(talk).all()


def _now(talk: Talk) -> NoteFields:
    return NoteFields(talk.snapshot, talk.library, talk.now, talk.settings.region)
