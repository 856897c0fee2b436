"""What is done about a journal file that is not as it was written. Nothing is ever thrown away."""

import json
import re
from collections.abc import Callable, Mapping
from contextlib import suppress

from leaving_tui.domain.errors import RecordError
from leaving_tui.storage.checked import Sheet, Tables
from leaving_tui.storage.errors import cause
from leaving_tui.storage.file import CheckedStorage
from leaving_tui.storage.folder import BACKUP, LAST, LIVE, OUTINGS, Folder
from leaving_tui.storage.line import Line, as_text
from leaving_tui.storage.log import parse_log
from leaving_tui.storage.loose import documents
from leaving_tui.storage.recovery import Found, recover
from leaving_tui.storage.shelf import DELETED_TABLE, OUTINGS_TABLE, finished_outing

_LOG_LINE = re.compile(r"[0-9a-f]{8} \{")


class Mending:
    """Mends `outings.json`. All of it needs the journal's lock."""

    def __init__(self, folder: Folder, storage: CheckedStorage, tell: Callable[[str], None]) -> None:
        self._folder = folder
        self._storage = storage
        self._tell = tell

    def mend(self) -> tuple[Sheet, OSError | None]:
        """Everything that can still be read, and why it could not be written anew, if it could not."""
        damaged = self._folder.read(OUTINGS)
        backup = self._folder.read(OUTINGS + BACKUP)
        copies = [data for data in (damaged, backup) if data is not None]
        found = recover(OUTINGS, copies, {OUTINGS_TABLE: self._newest()}, _valid)
        _bury(found.tables)
        said = _sentence(found)
        try:
            kept = [self._folder.set_aside(OUTINGS, data) for data in [damaged] if data is not None]
            self._storage.store(found.tables)
        except OSError as problem:
            self._tell(f"{said} They are shown, but could not be written yet: {cause(problem)}.")
            return Sheet(found.tables), problem
        self._tell(f"{said} The damaged file is kept at {kept[0]}." if kept else said)
        return Sheet(found.tables), None

    def weed(self, bad: Mapping[str, Line]) -> None:
        """Set single documents aside that are no outings, so that the others can be shown."""
        how_many = "One outing" if len(bad) == 1 else f"{len(bad)} outings"
        try:
            lines = b",\n".join(as_text(key) + b": " + line.raw for key, line in bad.items())
            kept = self._folder.set_aside(OUTINGS, b'{"outings": {\n%s\n}}\n' % lines)
            with self._storage.together():
                tables = self._storage.read() or {}
                good = {key: line for key, line in tables[OUTINGS_TABLE].items() if key not in bad}
                self._storage.write({**tables, OUTINGS_TABLE: good})
        except OSError as problem:
            self._tell(f"{how_many} could not be read, and not be set aside either: {cause(problem)}.")
        else:
            self._tell(f"{how_many} could not be read. What was there is kept at {kept}.")

    def adopt(self, count: int) -> None:
        """Take over a file of ours that another program has rewritten."""
        with suppress(OSError):
            self._storage.store(self._storage.fetch() or {})
        self._tell(f"Another program has changed {OUTINGS}. Its outings ({count}) were read and are used.")

    def forget(self, outing_id: str) -> None:
        """Remove what the newest changes and the files set aside still hold of an outing."""
        for name in (LAST, *self._folder.names_aside()):
            data = self._folder.read(name) or b""
            if outing_id.encode() in data:
                rest = _without(data, outing_id)
                if rest or name != LAST:
                    self._folder.replace(name, rest)
                else:
                    self._folder.remove(name)

    def _newest(self) -> dict[str, Line]:
        """Finished outings that the newest changes wrote beside the file."""
        lines: dict[str, Line] = {}
        for name in (LAST, LIVE):
            for key, text in parse_log(self._folder.read(name) or b"").rows.items():
                line = Line(as_text(json.loads(text)[key]))
                if _valid(OUTINGS_TABLE, line) and line.get("reflection"):
                    lines[key] = Line(line.raw)
        return lines


def _without(data: bytes, outing_id: str) -> bytes:
    """`data` without the documents, and then without the lines, that mention an outing."""
    text = data.decode("latin-1")
    if not _LOG_LINE.match(text):
        for _, _, start, end in reversed(list(documents(text))):
            if outing_id in text[start:end]:
                text = text[:start] + text[end:]
    lines = text.split("\n")
    if len(lines) > 1:
        # A file all on one line may hold the only copy of other outings, so that line stays.
        lines = [line for line in lines if outing_id not in line]
    return "\n".join(lines).encode("latin-1")


def _valid(table: str, line: Line) -> bool:
    if table != OUTINGS_TABLE:
        return True
    try:
        finished_outing(Line(line.raw))
    except RecordError:
        return False
    return True


def _bury(tables: Tables) -> None:
    """Outings deleted later than their newest version stay deleted."""
    outings = tables.get(OUTINGS_TABLE, {})
    for key, tombstone in list(tables.get(DELETED_TABLE, {}).items()):
        if key in outings and str(outings[key].get("updated_at")) < str(tombstone.get("deleted_at", "")):
            del outings[key]
        elif key in outings:
            del tables[DELETED_TABLE][key]


def _sentence(found: Found) -> str:
    count = len(found.tables.get(OUTINGS_TABLE, {}))
    said = "The journal file was damaged, or changed by hand. " + (
        "One outing was" if count == 1 else f"{count} outings were"
    )
    said += " brought back."
    return (
        f"{said} Please look at {found.unsure} of them: they could not be checked." if found.unsure else said
    )
