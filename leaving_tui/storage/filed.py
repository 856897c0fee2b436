"""The outings of a large file: where each one stands, and what is known of it without making it."""

import json
import os
from array import array
from collections.abc import Mapping, Set
from contextlib import suppress
from datetime import datetime, timedelta

from leaving_tui.domain.outing import Felt, Outing
from leaving_tui.domain.past import Known, Past
from leaving_tui.storage.disk import Disk
from leaving_tui.storage.shape import LONGEST, ROW, outing_of

_MINUTE = timedelta(minutes=1)
_NAMES = ("id", "updated", "trial", "step", "left", "home", "felt", "told")
_GROUPS, _RECORD = [ROW.groupindex[name] for name in _NAMES], ROW.groupindex["record"]
_FELT: dict[str | None, Felt] = {None: Felt.SKIPPED, **{felt.value: felt for felt in Felt}}


class Filed:
    """Keeps the file open: replaced or removed, it can still be read here as it was."""

    def __init__(self, disk: Disk, fd: int) -> None:
        self._disk = disk
        self._fd = disk.again(fd)
        self._known = Known()
        self._starts, self._sizes = array("Q"), array("L")
        self._made: dict[int, Outing] = {}
        self._rows: dict[str, int] = {}

    def __del__(self) -> None:
        with suppress(OSError, AttributeError):
            os.close(self._fd)

    def take(self, text: str, at: int, start: int) -> int:
        """Take in the rows from `at` on that have our shape, and where the first other one begins.

        `text` begins at byte `start` of the file.
        """
        known, rows, time = self._known, self._rows, datetime.fromisoformat
        row = len(known.ids)
        while found := ROW.match(text, at):
            record, close = found.span(_RECORD)
            end = found.end()
            if record == at or text[end - 1] != "\n" or end - at > LONGEST:
                break
            outing_id, updated, trial, step, left, home, felt, told = found.group(*_GROUPS)
            if rows.setdefault(outing_id, row) != row:
                break
            began = time(left)
            minutes = round((time(home) - began) / _MINUTE)
            known.ids.append(outing_id)
            known.began.append(began)
            known.minutes.append(minutes if minutes > 0 else 0)
            known.trials.append(trial is not None)
            known.steps.append(step)
            known.felt.append(_FELT[felt])
            known.told.append(told is not None)
            known.marks.append(hash((updated, end - record)))
            known.keys.append(f"{left[:23]}000{outing_id}")
            self._starts.append(start + record)
            self._sizes.append(close - record)
            row, at = row + 1, end
        return at

    def add(self, outing: Outing) -> bool:
        """Take in an outing that has been made; whether there is none of its id yet."""
        row = len(self._starts)
        if self._rows.setdefault(outing.id, row) != row:
            return False
        self._known.add(outing, hash(repr(outing)))
        self._made[row] = outing
        self._starts.append(0)
        self._sizes.append(0)
        return True

    def find(self, outing_id: str) -> Outing | None:
        """The outing of that id, if it is here."""
        row = self._rows.get(outing_id)
        return None if row is None else self._outing(row)

    def past(self, put: Mapping[str, Outing], gone: Set[str]) -> Past:
        """All outings but the `gone`, with those `put` in place of others; nothing is taken in later."""
        without = {self._rows.pop(key) for key in put.keys() | gone if key in self._rows}
        for outing in put.values():
            self.add(outing)
        self._rows = {}
        return Past(
            self._known, self._outing, (row for row in range(len(self._starts)) if row not in without)
        )

    def _outing(self, row: int) -> Outing | None:
        if row in self._made:
            return self._made[row]
        try:
            text = self._disk.read_at(self._fd, self._sizes[row], self._starts[row]).decode("ascii")
        except (OSError, UnicodeDecodeError):
            return None
        # Another program may have written over the file.
        return outing_of(json.loads(text)) if ROW.fullmatch(text) else None
