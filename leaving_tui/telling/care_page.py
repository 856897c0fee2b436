"""The care notes brought together for the page: what was typed, what the app knows, and this outing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from leaving_tui.companion import Snapshot
from leaving_tui.content.facts import HelpLine
from leaving_tui.content.library import Library
from leaving_tui.domain.duration import check_times
from leaving_tui.domain.people import Baby, People
from leaving_tui.domain.record import stamp
from leaving_tui.domain.sheet import Asked, Notes, Sheet, compose, filled_in, from_plan
from leaving_tui.domain.text import line_in, note_in
from leaving_tui.telling.format import clock_time, local
from leaving_tui.telling.names import baby_name
from leaving_tui.telling.region import region_code

AT_THE_DOOR = ("last_fed", "last_slept")
"""What is only true for a few hours."""

FRESH = timedelta(hours=12)
"""How long "last fed" and "last slept" stay on the page; our own number."""

TAKEN_OFF = "taken_off"
"""Where the safety lines that a parent took off are kept, by their ids."""


def care_page(snapshot: Snapshot, library: Library, now: datetime, region: str = "") -> Sheet:
    """The sheet for the carer as it stands at `now`; `region` is the one the settings name."""
    kept = snapshot.notes.get("sheet", {})
    baby = replace(Baby.from_dict(snapshot.notes.get("baby")), name=baby_name(snapshot.notes))
    today = local(now).date()
    asked = [Asked(one.id, one.label, one.group, one.start, one.empty) for one in library.care.fields]
    off = taken_off(kept)
    notes = Notes(
        asked,
        [line.text for line in library.care.shown_safety(baby.months(today)) if line.id not in off],
        {one.id: written(kept, one.id, now) for one in asked if one.id in kept},
        region_numbers(snapshot, library, region),
        _this_outing(snapshot, library, now),
        baby,
        People.from_dict(snapshot.notes.get("people")),
    )
    return compose(notes, today, library.say)


def still_empty(snapshot: Snapshot, library: Library, now: datetime, region: str = "") -> list[str]:
    """What a carer cannot do without and nobody has filled in yet, as the page calls it."""
    kept, known = snapshot.notes.get("sheet", {}), filled(snapshot, library, now, region)
    fields = (one for one in library.care.fields if one.empty)
    return [
        one.empty.partition(":")[0] for one in fields if not (known.get(one.id) or written(kept, one.id, now))
    ]


def written(kept: Mapping[str, Any], field_id: str, now: datetime) -> str:
    """What a parent wrote in a field; a last feed or sleep of long ago no longer counts."""
    text = note_in(kept, field_id)
    if field_id not in AT_THE_DOOR:
        return text
    since = kept.get(f"{field_id}_at")
    known = since if isinstance(since, Mapping) else {}
    old = line_in(known, "text") == text and not _fresh(line_in(known, "at"), now)
    return "" if known and old else text


def filled(snapshot: Snapshot, library: Library, now: datetime, region: str = "") -> dict[str, str]:
    """What the app can fill in by itself: from the region, the baby and the people around the baby."""
    baby = Baby.from_dict(snapshot.notes.get("baby"))
    people = People.from_dict(snapshot.notes.get("people"))
    known = filled_in(baby, people, local(now).date(), library.say)
    return {**known, **region_numbers(snapshot, library, region)}


def at_the_door(field_id: str, text: str, now: datetime) -> dict[str, Any]:
    """What to keep of a last feed or sleep told at `now`.

    Raises:
        PlanError: what looks like a clock time in it is none.
    """
    check_times(text)
    return {field_id: text, f"{field_id}_at": {"text": text, "at": stamp(now)}}


def taken_off(kept: Mapping[str, Any]) -> tuple[str, ...]:
    """The ids of the safety lines that a parent took off on purpose (T5.3)."""
    ids = kept.get(TAKEN_OFF)
    return tuple(line for line in ids if isinstance(line, str)) if isinstance(ids, list) else ()


def region_numbers(snapshot: Snapshot, library: Library, chosen: str = "") -> dict[str, str]:
    """The emergency and poison numbers of the region, until a parent writes others (T5.6)."""
    region = library.region(region_code(snapshot, chosen))
    poison = region.poison
    numbers = {
        "emergency_number": region.danger.number if region.danger else "",
        "poison_number": _told(poison[0]) if len(poison) == 1 else ", ".join(map(_named, poison)),
    }
    return {key: number for key, number in numbers.items() if number}


def _this_outing(snapshot: Snapshot, library: Library, now: datetime) -> dict[str, str]:
    """From the outing in hand; at home from the plan, its times only where a clock time was chosen."""
    outing = snapshot.outing
    if outing is not None and outing.home_at is None:
        return from_plan(outing.plan, outing.planned_return(now), clock_time, library.say)
    ready = snapshot.ready(now)
    texts = from_plan(ready.plan, ready.due_at or now, clock_time, library.say)
    # A page printed early would otherwise tell a return that moves along with the clock.
    timed = ("back_at", "check_in")
    return {key: text for key, text in texts.items() if ready.due_at or key not in timed}


def _told(line: HelpLine) -> str:
    return line.number if line.hours == "24 hours" else f"{line.number} ({line.hours})"


def _named(line: HelpLine) -> str:
    return f"{_told(line)} ({line.name[:1].lower()}{line.name[1:]})"


def _fresh(at: str, now: datetime) -> bool:
    try:
        return abs(now - datetime.fromisoformat(at)) < FRESH
    except (ValueError, TypeError):
        return False
