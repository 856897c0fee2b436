"""Bringing two journals together: by id, the later version wins, in any order and any number of times."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from leaving_tui.domain.outing import Outing
from leaving_tui.domain.record import stamp, to_record


class Merge(NamedTuple):
    """What coming outings would do to the known ones."""

    new: tuple[Outing, ...] = ()
    newer: tuple[Outing, ...] = ()
    same: tuple[Outing, ...] = ()
    """Known already, just so or in a later version."""
    deleted: tuple[Outing, ...] = ()
    """Deleted here since; they stay deleted."""

    @property
    def changes(self) -> tuple[Outing, ...]:
        """What would be written."""
        return self.new + self.newer


def later(one: Outing, other: Outing) -> Outing:
    """The version with the later `updated_at`; between equal ones the text decides, whatever the order."""
    return max(one, other, key=_rank)


def merge(
    known: Mapping[str, Outing], coming: Iterable[Outing], deleted: Mapping[str, datetime] | None = None
) -> Merge:
    """Sort the `coming` outings by what they would change; `deleted` holds ids and when they were deleted."""
    gone = deleted or {}
    best: dict[str, Outing] = {}
    for outing in coming:
        best[outing.id] = later(best[outing.id], outing) if outing.id in best else outing
    groups: dict[str, list[Outing]] = {"new": [], "newer": [], "same": [], "deleted": []}
    for outing in best.values():
        groups[_group(known.get(outing.id), outing, gone.get(outing.id))].append(outing)
    return Merge(**{name: tuple(group) for name, group in groups.items()})


def _group(known: Outing | None, coming: Outing, deleted_at: datetime | None) -> str:
    if known is not None:
        return "same" if later(known, coming) is known or _rank(known) == _rank(coming) else "newer"
    # A deletion is stamped later than what it deletes, so an equal stamp is a newer version.
    return "deleted" if deleted_at is not None and coming.updated_at < deleted_at else "new"


def _rank(outing: Outing) -> tuple[str, str]:
    return stamp(outing.updated_at), json.dumps(to_record(outing), sort_keys=True)
