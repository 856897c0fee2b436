"""The care notes as fields: what was written, what is filled in from elsewhere, and the safety lines."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from leaving_tui.companion import Companion, Snapshot
from leaving_tui.content.care import CareField
from leaving_tui.content.library import Library
from leaving_tui.domain.birthday import read_birthday
from leaving_tui.domain.people import Baby
from leaving_tui.telling.care_page import (
    AT_THE_DOOR,
    TAKEN_OFF,
    at_the_door,
    filled,
    taken_off,
    written,
)
from leaving_tui.telling.door_picks import door_picks
from leaving_tui.telling.field import Field
from leaving_tui.telling.format import local
from leaving_tui.telling.region import region_code

SAFETY = "safety-"
OFF = "off"


class NoteFields:
    """Every field of the notes under its heading; `region` is the one the settings name."""

    def __init__(self, snapshot: Snapshot, library: Library, now: datetime, region: str = "") -> None:
        self._snapshot = snapshot
        self._library = library
        self._now = now
        self._chosen_region = region
        self._kept = snapshot.notes.get("sheet", {})
        self._baby = Baby.from_dict(snapshot.notes.get("baby"))

    def all(self) -> list[Field]:
        """The region before the numbers it fills in, what is asked, and the lines on every page."""
        care = self._library.care
        known = filled(self._snapshot, self._library, self._now, self._chosen_region)
        asked = [self._asked(field, known) for field in care.fields if field.filled_by != "plan"]
        # A region that the settings name is changed there.
        region = [] if self._chosen_region else [self._region(care.groups[0])]
        return [*region, *asked, *self._safety()]

    def at_the_door(self, field_id: str) -> Field:
        """Last fed or last slept, to be told at the door."""
        asked = next(field for field in self._library.care.fields if field.id == field_id)
        text, picks = written(self._kept, field_id, self._now), self._picks(field_id)
        return Field(
            field_id, asked.label, text, why=asked.why, hint=self._say("door_hint"), picks=picks, anew=True
        )

    def _asked(self, field: CareField, known: Mapping[str, str]) -> Field:
        text, ready = written(self._kept, field.id, self._now), known.get(field.id, "")
        start = ready or ("" if field.id in self._kept else field.start)
        from_region = "_region" if field.filled_by == "region" else ""
        why = [
            field.why,
            self._library.care.doses if field.id == "medicines" else "",
            self._say("none_from_region") if from_region and not ready else "",
        ]
        born = self._baby.born if field.id == "birth_date" else None
        return Field(
            field.id,
            field.label,
            f"{born.day} {born:%b %Y}" if born else text or start,
            shown=self._say(f"filled{from_region}", text=ready) if ready and not text else "",
            why=" ".join(filter(None, why)),
            hint=field.hint if ready or not from_region else "",
            lines=field.lines,
            group=field.group,
            picks=self._picks(field.id) if field.id in AT_THE_DOOR else (),
            anew=field.id in AT_THE_DOOR,
        )

    def _region(self, group: str) -> Field:
        region = self._library.region(region_code(self._snapshot))
        known = [(one.id, one.name) for one in self._library.regions if one.danger]
        value, none = region.id if region.danger else "", self._say("region_none")
        return Field(
            "region",
            self._say("region"),
            value,
            shown=region.name if value else none,
            why=self._say("region_why"),
            # Where it is not known the list begins with what is chosen, and the countries are below it.
            picks=[("", none), *known],
            typed=False,
            group=group,
        )

    def _safety(self) -> Iterator[Field]:
        """The lines on every page; one goes only by being opened, read and taken off (T5.3)."""
        off, months = taken_off(self._kept), self._baby.months(local(self._now).date())
        for line in self._library.care.shown_safety(months):
            yield Field(
                f"{SAFETY}{line.id}",
                line.name,
                OFF if line.id in off else "",
                shown=self._say("off_page" if line.id in off else "on_page"),
                why=f"{line.text} {self._library.care.keep_safety}",
                picks=[("", self._say("keep_on")), (OFF, self._say("take_off"))],
                typed=False,
                group=self._say("safety_group"),
            )

    def _picks(self, field_id: str) -> list[tuple[str, str]]:
        return door_picks(field_id, self._now, self._library.say)

    def _say(self, key: str, **values: object) -> str:
        return self._library.say(f"notes.{key}", **values)


def keep_note(field_id: str, value: str, now: datetime) -> Callable[[Companion], object]:
    """What keeps the answer to a field of the notes where it belongs.

    Raises:
        PlanError: the birth date cannot be read; the sentence says what to do.
    """
    if field_id == "region":
        return lambda companion: companion.remember("choices", region=value)
    if field_id == "birth_date":
        born = read_birthday(value, now)
        day = born.isoformat() if born else None
        return lambda companion: companion.remember("baby", born=day)
    if field_id.startswith(SAFETY):
        return _take_off(field_id.removeprefix(SAFETY), off=value == OFF)
    door = field_id in AT_THE_DOOR
    kept: dict[str, Any] = at_the_door(field_id, value, now) if door else {field_id: value}
    return lambda companion: companion.remember("sheet", **kept)


def _take_off(line: str, *, off: bool) -> Callable[[Companion], None]:
    def change(companion: Companion) -> None:
        others = [one for one in taken_off(companion.snapshot().notes["sheet"]) if one != line]
        companion.remember("sheet", **{TAKEN_OFF: [*others, line] if off else others})

    return change
