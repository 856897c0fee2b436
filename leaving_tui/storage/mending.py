"""What is done about a journal file that is not as it was written. Nothing is ever thrown away."""

import json
import re
from collections.abc import Callable

from leaving_tui.domain.errors import RecordError
from leaving_tui.domain.record import document_id
from leaving_tui.storage.checked import Sheet, Tables
from leaving_tui.storage.errors import cause
from leaving_tui.storage.file import CheckedStorage
from leaving_tui.storage.folder import Folder
from leaving_tui.storage.line import Line, as_text
from leaving_tui.storage.log import parse_log
from leaving_tui.storage.loose import documents
from leaving_tui.storage.names import BACKUP, LAST, LIVE, OUTINGS
from leaving_tui.storage.recovery import Found, recover, sound
from leaving_tui.storage.shelf import (
    DELETED_TABLE,
    OUTINGS_TABLE,
    Shelf,
    finished_outing,
    numbered,
    tombstone,
)

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
        found = recover(OUTINGS, copies, {OUTINGS_TABLE: self._newest()}, _identify)
        _bury(found.tables)
        said = _sentence(found)
        try:
            kept = [self._folder.set_aside(OUTINGS, data) for data in copies if not sound(data)]
            self._storage.store(found.tables)
        except OSError as problem:
            self._tell(f"{said} They are shown, but could not be written yet: {cause(problem)}.")
            return Sheet(found.tables), problem
        places = " and ".join(map(str, kept))
        self._tell(f"{said} What was damaged is kept at {places}." if kept else said)
        return Sheet(found.tables), None

    def put_right(self, shelf: Shelf) -> OSError | None:
        """Set documents aside that are no outings, and take over what another program wrote; or why not."""
        said = []
        try:
            if shelf.bad:
                how_many = "One outing" if len(shelf.bad) == 1 else f"{len(shelf.bad)} outings"
                said.append(f"{how_many} could not be read.")
                lines = b",\n".join(as_text(key) + b": " + line.raw for key, line in shelf.bad.items())
                kept = self._folder.set_aside(OUTINGS, b'{"outings": {\n%s\n}}\n' % lines)
                said.append(f"What was there is kept at {kept}.")
            with self._storage.together():
                tables = self._storage.read() or {}
                self._storage.write({**tables, OUTINGS_TABLE: numbered(shelf.outings.values())})
        except OSError as problem:
            said.append(f"The journal could not be put right yet: {cause(problem)}.")
            return problem
        finally:
            if shelf.rewritten:
                count = len(shelf.outings)
                said.append(
                    f"Another program has changed {OUTINGS}. Its outings ({count}) were read and are used."
                )
            self._tell(" ".join(said))
        return None

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
                if _identify(OUTINGS_TABLE, key, line) and Line(line.raw).get("reflection"):
                    lines[key] = line
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


def _identify(table: str, key: str, line: Line) -> str | None:
    if table == DELETED_TABLE:
        return key if tombstone(line) else None
    if table != OUTINGS_TABLE:
        return key
    try:
        # A spoilt document id must not make a second outing of one.
        return str(document_id(finished_outing(Line(line.raw)).id))
    except RecordError:
        return None


def _bury(tables: Tables) -> None:
    """Outings deleted later than their newest version stay deleted."""
    outings = tables.get(OUTINGS_TABLE, {})
    for key, buried in list(tables.get(DELETED_TABLE, {}).items()):
        if key in outings and str(outings[key].get("updated_at")) < str(buried.get("deleted_at", "")):
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
