"""How a finished outing looks in its file as this version writes it.

What fits this shape is surely an outing that is over, and need not be made to know that. What does not fit
may be one all the same, such as one with fields of a newer version.
"""

import re

from leaving_tui.domain import record
from leaving_tui.domain.outing import Felt, Happened

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
    r'"trial": (?:false|(?P<trial>true)), "step": (?:null|"(?P<step>[!#-\[\]-~]+)"), '
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
