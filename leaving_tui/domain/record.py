"""An outing as a plain JSON record and back: the data contract, checked field by field."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from leaving_tui.domain.bounds import LONGEST_PLAN, MOST_MOMENTS, cleaned, kept, moment_in_time, number_within
from leaving_tui.domain.errors import RecordError
from leaving_tui.domain.fields import Fields
from leaving_tui.domain.outing import Before, Felt, Happened, Moment, Outing, Plan, Reflection
from leaving_tui.domain.text import clean, clean_line

VERSION = 1
"""The schema version this program writes."""

_UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"

Record = dict[str, Any]

UPGRADES: dict[int, Callable[[Record], Record]] = {}
"""For each older schema version, the pure function that turns its record into the next version's."""


def stamp(moment: datetime) -> str:
    """A moment as RFC 3339 in UTC with milliseconds and `Z`, so that text order is time order."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def document_id(outing_id: str) -> int:
    """The TinyDB document id of an outing: its UUID as an integer, since a stock table's ids are integers."""
    from uuid import UUID

    return UUID(outing_id).int


def to_record(outing: Outing, known: Sequence[Record] = ()) -> Record:
    """The JSON record of `outing`; fields that a newer version added are written back unchanged.

    `known` are the records of its first moments, if they were made before.
    """
    plan, before = outing.plan, outing.before
    taken_back = {"taken_back": _reflection_record(outing.taken_back)} if outing.taken_back else {}
    return {
        **outing.extra,
        **taken_back,
        "v": outing.v,
        "id": outing.id,
        "updated_at": stamp(outing.updated_at),
        "tz": outing.tz,
        "trial": outing.trial,
        "step": outing.step,
        "plan": {
            **plan.extra,
            "carer": plan.carer,
            "place": plan.place,
            "minutes": plan.minutes,
            "check_ins": [stamp(at) for at in plan.check_ins],
            "prediction": plan.prediction,
            "script": plan.script,
            "cue": plan.cue,
        },
        "prepared_at": stamp(outing.prepared_at),
        "left_at": _stamp_or_none(outing.left_at),
        "due_at": _stamp_or_none(outing.due_at),
        "home_at": _stamp_or_none(outing.home_at),
        "before": {**before.extra, "rating": before.rating, "scale": before.scale},
        "moments": [*known, *map(_moment_record, outing.moments[len(known) :])],
        "reflection": _reflection_record(outing.reflection),
    }


def from_record(record: object, before: tuple[Moment, ...] = ()) -> Outing:
    """The outing a JSON record holds; its moments come after those in `before`.

    Raises:
        RecordError: a field is missing or has the wrong type; the text names it.
    """
    fields = Fields(_upgraded(record), "outing")
    outing_id = _one_spelling(fields.take("id", str))
    prepared = fields.optional("prepared_at", datetime)
    left = fields.optional("left_at", datetime)
    updated = fields.optional("updated_at", datetime)
    known = prepared or left or updated
    if known is None:
        raise RecordError("The outing has no time at all.")
    reflection, taken_back = fields.optional("reflection", dict), fields.optional("taken_back", dict)
    moments = fields.take("moments", list, [])
    number_within(len(before) + len(moments), 0, MOST_MOMENTS, "outing.moments")
    return Outing(
        id=outing_id,
        updated_at=updated or known,
        prepared_at=known,
        plan=_plan(fields.take("plan", dict, {})),
        tz=clean_line(fields.take("tz", str, "UTC")),
        trial=fields.take("trial", bool, False),
        step=_line_or_none(fields.optional("step", str)),
        left_at=left,
        due_at=fields.optional("due_at", datetime),
        home_at=fields.optional("home_at", datetime),
        before=_before(fields.optional("before", dict) or {}),
        moments=before + tuple(_moment(item) for item in moments),
        reflection=None if reflection is None else _reflection(reflection),
        v=number_within(fields.take("v", int, VERSION), 1, 10**9, "outing.v"),
        extra=fields.rest(),
        taken_back=None if reflection or taken_back is None else _reflection(taken_back),
    )


def _one_spelling(outing_id: str) -> str:
    if re.fullmatch(_UUID, outing_id):
        return outing_id
    from uuid import UUID

    try:
        return str(UUID(outing_id))
    except ValueError:
        raise RecordError("The field outing.id is not a UUID.") from None


def _upgraded(record: object) -> Record:
    if not isinstance(record, Mapping):
        raise RecordError("An outing must be a JSON object.")
    current = dict(record)
    try:
        while isinstance(version := current.get("v", VERSION), int) and version in UPGRADES:
            current = UPGRADES[version](current)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise RecordError("The outing is of an older version, and not a whole one.") from None
    return current


def _plan(record: Record) -> Plan:
    fields = Fields(record, "plan")
    return Plan(
        carer=clean_line(fields.take("carer", str, "")),
        place=clean_line(fields.take("place", str, "")),
        minutes=number_within(fields.take("minutes", int, 0), 0, LONGEST_PLAN, "plan.minutes"),
        check_ins=tuple(moment_in_time(at, "plan.check_ins") for at in fields.take("check_ins", list, [])),
        prediction=_text_or_none(fields.optional("prediction", str)),
        script=_line_or_none(fields.optional("script", str)),
        cue=clean_line(fields.take("cue", str, "")),
        extra=fields.rest(),
    )


def _before(record: Record) -> Before:
    fields = Fields(record, "before")
    scale = fields.take("scale", str, Before().scale)
    return Before(fields.rating("rating"), clean_line(scale), fields.rest())


def _moment(record: object) -> Moment:
    if not isinstance(record, Mapping):
        raise RecordError("The field outing.moments must hold objects.")
    fields = Fields(dict(record), "moment")
    at = fields.optional("at", datetime)
    if at is None:
        raise RecordError("The field moment.at is missing.")
    detail = cleaned(kept(fields.take("detail", dict, {}), "moment.detail"))
    minutes = detail.get("minutes", 0)
    if not isinstance(minutes, int) or abs(minutes) > LONGEST_PLAN:
        raise RecordError("The field moment.detail.minutes must be a number of minutes.")
    return Moment(at, clean_line(fields.take("kind", str)), detail, fields.rating("rating"), fields.rest())


def _reflection(record: Record) -> Reflection:
    fields = Fields(record, "reflection")
    at = fields.optional("at", datetime)
    if at is None:
        raise RecordError("The field reflection.at is missing.")
    happened = fields.optional("happened", str)
    return Reflection(
        at=at,
        felt=fields.member("felt", Felt, fields.take("felt", str)),
        worst=fields.rating("worst"),
        happened=None if happened is None else fields.member("happened", Happened, happened),
        found_out=clean(fields.optional("found_out", str) or ""),
        reunion=clean(fields.optional("reunion", str) or ""),
        extra=fields.rest(),
    )


def _moment_record(moment: Moment) -> Record:
    record: Record = {**moment.extra, "at": stamp(moment.at), "kind": str(moment.kind)}
    if moment.detail:
        record["detail"] = dict(moment.detail)
    if moment.kind == "rating" or moment.rating is not None:
        record["rating"] = moment.rating
    return record


def _reflection_record(reflection: Reflection | None) -> Record | None:
    if reflection is None:
        return None
    return {
        **reflection.extra,
        "at": stamp(reflection.at),
        "felt": str(reflection.felt),
        "worst": reflection.worst,
        "happened": None if reflection.happened is None else str(reflection.happened),
        "found_out": reflection.found_out or None,
        "reunion": reflection.reunion or None,
    }


def _stamp_or_none(moment: datetime | None) -> str | None:
    return None if moment is None else stamp(moment)


def _text_or_none(text: str | None) -> str | None:
    return clean(text) or None if text else None


def _line_or_none(text: str | None) -> str | None:
    return clean_line(text) or None if text else None
