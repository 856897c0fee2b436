"""The plan for the next outing: each part may stay empty, and is kept at once if a plan can be made of it."""

from leaving_tui.domain.errors import PlanError
from leaving_tui.plain.baby import age, baby
from leaving_tui.plain.form import Form, fill_in
from leaving_tui.plain.lengths import in_full
from leaving_tui.plain.notes import notes
from leaving_tui.plain.people import people
from leaving_tui.plain.steps import steps
from leaving_tui.plain.talk import Talk
from leaving_tui.plain.trust import ask_trust
from leaving_tui.telling.field import Field
from leaving_tui.telling.plan_changes import keep_plan
from leaving_tui.telling.plan_fields import PlanFields
from leaving_tui.telling.trust import trusts

ROOMS = {"baby": baby, "people": people, "steps": steps, "notes": notes, "age": age}
"""What is filled in by itself."""


def change_plan(talk: Talk) -> None:
    """Part by part, in any order."""
    talk.companion.finished()

    def fields() -> list[Field]:
        return list(PlanFields(talk.snapshot, talk.library, talk.now).all())

    def keep(name: str, value: str) -> None:
        try:
            keep_plan(name, value, talk.snapshot, talk.library, talk.now)(talk.companion)
        except PlanError as error:
            raise PlanError(_as_read(talk, name, value, str(error))) from None
        if name in ("keep_as", "forget"):
            talk.tell_saved()

    fill_in(talk, Form(fields, keep, lambda field: _open(talk, field)))


def _as_read(talk: Talk, name: str, value: str, why: str) -> str:
    """Why it cannot be; a bare number may have been meant for one of the choices."""
    if name != "span" or not value.isdecimal():
        return why
    return talk.say("plan.as_minutes", length=in_full(talk, int(value)), why=why)


def _open(talk: Talk, field: Field) -> None:
    """Where a part of the plan leads; before the first step, the question of trust (T3.1)."""
    if field.opens != "trust":
        ROOMS[field.opens](talk)
        return
    ask_trust(talk)
    if trusts(talk.snapshot):
        steps(talk)
