"""How a finished outing looks in its file as this version writes it.

What fits this shape is surely an outing that is over, and need not be made to know that. What does not fit
may be one all the same, such as one with fields of a newer version.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from leaving_tui.domain import record
from leaving_tui.domain.bounds import cleaned
from leaving_tui.domain.outing import Before, Felt, Happened, Moment, Outing, Plan, Reflection
from leaving_tui.domain.text import LONGEST_NOTE, clean

VERSION = 1
"""The version of the record that has this shape."""

_MONTHS = "(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])"
_LONG_MONTHS = "(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31"
_TIME = (
    f"(?:19[7-9]|2[01][0-9])[0-9]-(?:{_MONTHS}|{_LONG_MONTHS})"
    r"T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z"
)
_SAID = r"[ !#-\[\]-~]*+(?:\\(?:[\"\\/bfnrt]|u[0-9a-f]{4})[ !#-\[\]-~]*+)*+"
_TEXT = f'"{_SAID}"'
_MAYBE = f"(?:{_TEXT}|null)"
_MINUTES = "(?:0|[1-9][0-9]{0,4})"
_RATING = "(?:null|10|[0-9])"
_VALUE = f"(?:{_TEXT}|-?{_MINUTES}|true|false|null)"
_ITEM = rf'(?:"minutes": -?{_MINUTES}|(?!"minutes")"[a-z_]++": {_VALUE})'
_DETAIL = rf"\{{(?:{_ITEM}(?:, {_ITEM})*+)?+\}}"
_MOMENT = rf'\{{"at": "{_TIME}", "kind": {_TEXT}(?:, "detail": {_DETAIL})?+(?:, "rating": {_RATING})?+\}}'
_REFLECTION = (
    rf'\{{"at": "{_TIME}", "felt": "(?P<felt>{"|".join(Felt)})", "worst": {_RATING}, '
    rf'"happened": (?:null|"(?:{"|".join(Happened)})"), '
    rf'"found_out": (?:null|(?P<told>{_TEXT})), "reunion": {_MAYBE}\}}'
)
_ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_OUTING = (
    rf'\{{"v": {VERSION}, "id": "(?P<id>{_ID})", "updated_at": "(?P<updated>{_TIME})", "tz": {_TEXT}, '
    rf'"trial": (?:false|(?P<trial>true)), "step": (?:null|"(?P<step>[!#-\[\]-~]{{1,64}}+)"), '
    rf'"plan": \{{"carer": {_TEXT}, "place": {_TEXT}, "minutes": {_MINUTES}, '
    rf'"check_ins": \[(?:"{_TIME}"(?:, "{_TIME}")*+)?+\], '
    rf'"prediction": {_MAYBE}, "script": {_MAYBE}, "cue": {_TEXT}\}}, '
    rf'"prepared_at": "{_TIME}", "left_at": "(?P<left>{_TIME})", '
    rf'"due_at": (?:"{_TIME}"|null), "home_at": "(?P<home>{_TIME})", '
    rf'"before": \{{"rating": {_RATING}, "scale": {_TEXT}\}}, '
    rf'"moments": \[(?:{_MOMENT}(?:, {_MOMENT})*+)?+\], "reflection": (?:{_REFLECTION}|null)\}}'
)
LONGEST = 64 * 1024
"""Characters of a line that is compared; far fewer than the most moments an outing may have."""

ROW = re.compile(rf'(?:"[0-9]{{1,39}}": )?+(?P<record>{_OUTING})(?:,?\n)?+')
"""The record of an outing; in a journal file, with the id before it and the line's end after it."""


def up_to_date() -> bool:
    """Whether records are still of this shape; where not, each outing is made to know that it is one."""
    return record.VERSION == VERSION


def outing_of(fields: Mapping[str, Any]) -> Outing:
    """The outing in a record of this shape, just as `from_record` makes it, in a third of the time."""
    plan, told = fields["plan"], fields["reflection"]
    return Outing(
        id=fields["id"],
        updated_at=_at(fields["updated_at"]),
        prepared_at=_at(fields["prepared_at"]),
        plan=Plan(
            carer=_line(plan["carer"]),
            place=_line(plan["place"]),
            minutes=plan["minutes"],
            check_ins=tuple(map(_at, plan["check_ins"])),
            prediction=_note(plan["prediction"]) or None,
            script=_line(plan["script"]) or None,
            cue=_line(plan["cue"]),
            extra={},
        ),
        tz=_line(fields["tz"]),
        trial=fields["trial"],
        step=fields["step"],
        left_at=_at(fields["left_at"]),
        due_at=_at(fields["due_at"]) if fields["due_at"] else None,
        home_at=_at(fields["home_at"]),
        before=Before(fields["before"]["rating"], _line(fields["before"]["scale"]), {}),
        moments=tuple(map(_moment, fields["moments"])),
        reflection=_reflection(told) if told else None,
        v=VERSION,
        extra={},
    )


def _moment(fields: Mapping[str, Any]) -> Moment:
    detail = cleaned(fields["detail"]) if "detail" in fields else {}
    return Moment(_at(fields["at"]), _line(fields["kind"]), detail, fields.get("rating"), {})


def _reflection(fields: Mapping[str, Any]) -> Reflection:
    return Reflection(
        at=_at(fields["at"]),
        felt=Felt(fields["felt"]),
        worst=fields["worst"],
        happened=Happened(fields["happened"]) if fields["happened"] else None,
        found_out=_note(fields["found_out"]),
        reunion=_note(fields["reunion"]),
        extra={},
    )


def _line(text: str | None) -> str:
    return " ".join(_note(text).split())


def _note(text: str | None) -> str:
    if not text:
        return ""
    plain = len(text) <= LONGEST_NOTE and text.isascii() and text.isprintable()
    return text.strip() if plain else clean(text)


_at = datetime.fromisoformat
