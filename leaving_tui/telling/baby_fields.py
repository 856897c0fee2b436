"""What the goodbye and the notes use of the baby, as fields."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from leaving_tui.companion import Companion, Snapshot
from leaving_tui.content.library import Library
from leaving_tui.domain.birthday import read_birthday
from leaving_tui.domain.people import Baby
from leaving_tui.domain.text import clean_line, line_in
from leaving_tui.telling.field import Field
from leaving_tui.telling.format import local
from leaving_tui.telling.names import baby_name

YES = "yes"
_HINTED = ("born", "me", "activity")


def baby_of(snapshot: Snapshot) -> Baby:
    """What is known of the baby."""
    return Baby.from_dict(snapshot.notes.get("baby"))


def baby_fields(snapshot: Snapshot, library: Library, now: datetime) -> list[Field]:
    """Name, birth date, the word for you, what the child can do meanwhile, and medical needs."""
    baby, say = baby_of(snapshot), library.say

    def field(name: str, value: str, **more: Any) -> Field:
        hint = say(f"baby.{name}_hint") if name in _HINTED else ""
        return Field(name, say(f"baby.{name}"), value, why=say(f"prepare.why.baby_{name}"), hint=hint, **more)

    born = f"{baby.born.day} {baby.born:%b %Y}" if baby.born else ""
    months = baby.months(local(now).date())
    aged = "" if months is None else say("baby.age", born=born, count=months)
    known = baby_name(snapshot.notes)
    medical = [(YES, say("baby.yes")), ("", say("baby.no"))]
    value = YES if baby.medical else ""
    return [
        field("name", baby.name, shown=say("notes.filled", text=known) if known and not baby.name else ""),
        field("born", born, shown=aged),
        field("me", baby.me),
        field("activity", line_in(snapshot.notes.get("baby", {}), "activity")),
        field("medical", value, shown=dict(medical)[value], picks=medical, typed=False),
    ]


def keep_baby(field_id: str, value: str, now: datetime) -> Callable[[Companion], object]:
    """What keeps the answer to a field.

    Raises:
        PlanError: the birth date cannot be read; the sentence says what to do.
    """
    kept: Any = clean_line(value)
    if field_id == "born":
        born = read_birthday(value, now)
        kept = born.isoformat() if born else None
    elif field_id == "medical":
        kept = value == YES
    return lambda companion: companion.remember("baby", **{field_id: kept})
