"""Outings as text: JSON to keep, CSV and Markdown to read."""

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

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&])")
_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]")


def as_json(outings: Iterable[Outing]) -> str:
    """Everything there is, one outing per line."""
    lines = ",\n".join(json.dumps(to_record(outing)) for outing in outings)
    return f'{{"app": "leaving_tui", "v": 1, "outings": [\n{lines}\n]}}\n'


def as_csv(outings: Iterable[Outing]) -> str:
    """One row per outing; no cell can start a formula in a spreadsheet."""
    text = StringIO()
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    for outing in outings:
        values = _values(outing)
        rows.writerow([_harmless(values[column]) for column in COLUMNS])
    return text.getvalue()


def as_markdown(outings: Iterable[Outing]) -> str:
    """One section per outing, with what was noted and found out."""
    return "# Outings\n\n" + "\n".join(_section(outing) for outing in outings)


FORMATS: dict[str, Callable[[Iterable[Outing]], str]] = {".json": as_json, ".csv": as_csv, ".md": as_markdown}


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


def _section(outing: Outing) -> str:
    values = _values(outing)
    began = f"{outing.left_at.astimezone():%Y-%m-%d %H:%M}" if outing.left_at else ""
    lines = [f"## {began}, {outing.minutes_out} min", ""]
    said = [column for column in COLUMNS[4:15] if values[column] != "" and column != "trial"]
    lines += [f"- {column.replace('_', ' ')}: {_plain(values[column])}" for column in said]
    lines.append("")
    for moment in outing.moments:
        parts = [moment.kind, "" if moment.rating is None else str(moment.rating)]
        parts += [str(value) for value in moment.detail.values()]
        lines.append(f"- {moment.at.astimezone():%H:%M} {_plain(' '.join(filter(None, parts)))}")
    return "\n".join(lines) + "\n"


def _local(moment: datetime | None) -> str:
    return "" if moment is None else moment.astimezone().isoformat(timespec="seconds")


def _harmless(value: str | int) -> str | int:
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


def _plain(value: str | int) -> str:
    """Text that stays on one line and means nothing to Markdown or to a browser."""
    return _MARKDOWN.sub(r"\\\1", " ".join(str(value).split()))
