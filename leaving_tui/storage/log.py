"""A TinyDB storage for one small table that changes often: each change adds a line, older lines stay.

A line is a checksum and one whole document, `0f3a77e2 {"<id>": {…}}`, so any good line is the whole truth.
Behind the last one there may be spaces: a line written over them does not make the file longer, and a file as
long as before is safe on disk in half the time.
"""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from leaving_tui.storage.batch import BatchStorage, Content
from leaving_tui.storage.line import Line, as_text, crc

if TYPE_CHECKING:
    from leaving_tui.storage.folder import Folder, Stamp

TABLE = "live"
LONGEST = 256 * 1024
"""Bytes after which the file is written anew with only the newest lines."""

ROOM = 32 * 1024
"""Bytes of spaces put behind a line for which there was no room."""

Rows = dict[str, bytes]


class Log(NamedTuple):
    """What a log file holds."""

    rows: Rows
    size: int = 0
    """Bytes of whole lines; what follows was cut off while it was being written."""
    torn: int = 0
    """Bytes after the last whole line."""
    bad: int = 0
    """Whole lines that are not as they were written."""
    room: int = 0
    """Bytes of spaces after the last whole line."""

    def documents(self) -> dict[str, Line]:
        """The newest version of each document, to keep and to change."""
        return {key: Line(text[len(as_text(key)) + 3 : -1]) for key, text in self.rows.items()}


def parse_log(data: bytes) -> Log:
    """The newest good line of each document in `data`."""
    rows: Rows = {}
    bad = 0
    whole = data.rfind(b"\n") + 1
    for line in data[:whole].split(b"\n")[:-1]:
        sum_, _, text = line.partition(b" ")
        row = _row(text) if sum_ == crc(text).encode() else None
        if row is None:
            bad += 1
        else:
            rows.update(row)
    rest = len(data) - whole
    return Log(rows, whole, rest, bad) if data[whole:].strip(b" ") else Log(rows, whole, 0, bad, rest)


def log_line(key: str, document: object) -> bytes:
    """The line that says what document `key` is now."""
    text = b"{%s: %s}" % (as_text(key), document.text() if isinstance(document, Line) else as_text(document))
    return b"%s %s\n" % (crc(text).encode(), text)


class LogStorage(BatchStorage):
    """Keeps the table `live` in a log. Several processes must share a lock around read and write."""

    def __init__(self, folder: "Folder", name: str) -> None:
        self._folder = folder
        self._name = name
        self._seen: tuple[Stamp | None, Log] | None = None
        self._looked: object | None = None

    def load(self) -> Log:
        """What the file holds now; read again only if it has changed. While locked, one look is enough.

        Raises:
            JournalError: it is not a plain file.
            OSError: it cannot be read.
        """
        return self._look()[1]

    def _look(self) -> "tuple[Stamp | None, Log]":
        turn, seen = self._folder.lock.turn, self._seen
        if seen is not None and turn is not None and self._looked is turn:
            return seen
        stamp = self._folder.stamp(self._name)
        if seen is None or seen[0] != stamp:
            # One assignment, so that another thread never sees an old log under a new stamp.
            self._seen = seen = stamp, parse_log(self._folder.read(self._name) or b"")
        self._looked = turn
        return seen

    def fetch(self) -> dict[str, dict[str, Line]] | None:
        """The table from the file."""
        documents = self.load().documents()
        return {TABLE: documents} if documents else None

    def store(self, data: Content) -> None:
        """Add a line for each document that changed; without documents there is no file."""
        stamp, log = self._look()
        lines = {key: log_line(key, document) for key, document in data.get(TABLE, {}).items()}
        added = b"".join(line for key, line in lines.items() if log.rows.get(key) != line[9:-1])
        self._seen = None
        if log.rows.keys() - lines.keys() or not 0 < log.size <= LONGEST:
            self._replace(lines)
        elif added:
            # Where file times are coarse, only its length tells another window that a file has changed.
            self._add(lines, added, log, roomy=stamp is not None and stamp.exact)

    def _add(self, lines: Mapping[str, bytes], added: bytes, log: Log, *, roomy: bool) -> None:
        room = log.room if roomy else 0
        fresh = ROOM if roomy and len(added) > room else 0
        try:
            self._folder.append(self._name, added + b" " * fresh, log.size, room)
        except OSError:
            # After a failed sync a file cannot be trusted with more; a whole new one can.
            self._replace(lines)
        else:
            left = fresh or max(0, room - len(added))
            self._remember(lines, Log({}, log.size + len(added), 0, log.bad, left))

    def renew(self) -> None:
        """Write the file anew with only what is good in it."""
        documents = (self.fetch() or {}).get(TABLE, {})
        self._seen = None
        self._replace({key: log_line(key, document) for key, document in documents.items()})

    def put_away(self, name: str) -> None:
        """Give the file another name, so that there is none."""
        self._seen = None
        self._folder.rename(self._name, name)

    def _replace(self, lines: Mapping[str, bytes]) -> None:
        if lines:
            # Twice, so that one bad spot cannot take the only line there is.
            whole = b"".join(lines.values()) * 2
            self._folder.replace(self._name, whole)
            self._remember(lines, Log({}, len(whole)))
        else:
            self._folder.remove(self._name)

    def _remember(self, lines: Mapping[str, bytes], log: Log) -> None:
        """Know what was just written, without reading it again."""
        stamp = self._folder.stamp(self._name)
        if stamp is not None and stamp.size == log.size + log.room:
            self._seen = stamp, log._replace(rows={key: line[9:-1] for key, line in lines.items()})


def _row(text: bytes) -> Rows | None:
    """The one document in `text`, just as we would write it; `None` if that is not what it holds."""
    try:
        ((key, document),) = json.loads(text).items()
    except (ValueError, AttributeError, RecursionError):
        return None
    if not isinstance(document, dict):
        return None
    if not text.startswith(b"{%s: {" % as_text(key)):
        text = as_text({key: document})
    return {str(key): text}
