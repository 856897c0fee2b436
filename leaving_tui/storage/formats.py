"""Outings as text: JSON to keep, CSV for a spreadsheet."""

import csv
import json
import re
from collections.abc import Callable, Iterable
from datetime import datetime
from io import StringIO

from leaving_tui.domain.outing import Outing
from leaving_tui.domain.record import to_record

COLUMNS = (
    "left_at",
    "due_at",
    "home_at",
    "minutes_out",
    "carer",
    "place",
    "step",
    "trial",
    "before",
    "prediction",
    "felt",
    "worst",
    "happened",
    "found_out",
    "reunion",
    "moments",
    "tz",
    "id",
)
"""The columns of the CSV, named as in the data contract; times are local, with their offset."""

_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]")


Format = Callable[[Iterable[Outing]], str]
"""Outings as the text of a file."""


JSON_BEGINS = '{"app": "leaving_tui", "v": 1, "outings": ['
"""What an export that is whole begins with."""


def as_json(outings: Iterable[Outing]) -> str:
    """Everything there is, one outing per line."""
    lines = ",\n".join(json.dumps(to_record(outing)) for outing in outings)
    return f"{JSON_BEGINS}\n{lines}\n]}}\n"


def as_csv(outings: Iterable[Outing]) -> str:
    """One row per outing; no cell can start a formula in a spreadsheet."""
    text = StringIO()
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    for outing in outings:
        values = _values(outing)
        rows.writerow([_harmless(values[column]) for column in COLUMNS])
    return text.getvalue()


FORMATS: dict[str, Format] = {".json": as_json, ".csv": as_csv}


def _values(outing: Outing) -> dict[str, str | int]:
    back = outing.reflection
    return {
        "left_at": _local(outing.left_at),
        "due_at": _local(outing.due_at),
        "home_at": _local(outing.home_at),
        "minutes_out": outing.minutes_out,
        "carer": outing.plan.carer,
        "place": outing.plan.place,
        "step": outing.step or "",
        "trial": "yes" if outing.trial else "no",
        "before": "" if outing.before.rating is None else outing.before.rating,
        "prediction": outing.plan.prediction or "",
        "felt": str(back.felt) if back else "",
        "worst": "" if back is None or back.worst is None else back.worst,
        "happened": str(back.happened) if back and back.happened else "",
        "found_out": back.found_out if back else "",
        "reunion": back.reunion if back else "",
        "moments": len(outing.moments),
        "tz": outing.tz,
        "id": outing.id,
    }


def _local(moment: datetime | None) -> str:
    return "" if moment is None else moment.astimezone().isoformat(timespec="seconds")


def _harmless(value: str | int) -> str | int:
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value
