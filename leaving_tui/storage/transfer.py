"""Outings out to a file, and in from one: nothing is changed until all of it has been read."""

import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from leaving_tui.domain.errors import RecordError
from leaving_tui.domain.merge import Merge, merge
from leaving_tui.domain.outing import Outing
from leaving_tui.storage.errors import JournalError, cannot
from leaving_tui.storage.formats import FORMATS, JSON_BEGINS, Format
from leaving_tui.storage.loose import records
from leaving_tui.storage.outside import check_place, write_out
from leaving_tui.storage.shelf import finished_outing

LARGEST = 64 * 1024 * 1024
"""Bytes of a file that is read in; a year of outings is below one hundredth of it."""

Progress = Callable[[int, int], None]
"""Is told how many are done, out of how many; the latter is 0 while that is not known."""


def _silent(_done: int, _all: int) -> None:
    """Nobody is watching."""


@dataclass(frozen=True)
class Preview:
    """What reading in a file would do."""

    new: tuple[Outing, ...] = ()
    newer: tuple[Outing, ...] = ()
    same: tuple[Outing, ...] = ()
    deleted: tuple[Outing, ...] = ()
    """Deleted here since; they stay deleted."""
    unreadable: tuple[str, ...] = field(default=())
    """For each record that cannot be read, why."""

    @property
    def outings(self) -> tuple[Outing, ...]:
        """What is to be handed to `Journal.merge`."""
        return self.new + self.newer


def export(
    outings: Sequence[Outing],
    path: Path,
    progress: Progress = _silent,
    formats: Mapping[str, Format] = FORMATS,
) -> None:
    """Write `outings` to `path`, in the one of `formats` that its extension names; 0600.

    Raises:
        JournalError: the extension is another, the place is taken by the journal itself, or the disk said no.
    """
    write = formats.get(path.suffix.lower())
    if write is None:
        raise JournalError(f"{path.name} does not say how to write it: end it in .json, .csv or .md.")
    check_place(path)
    write_out(path, write(_counted(outings, progress)))


def preview(
    path: Path,
    known: Iterable[Outing],
    deleted: Mapping[str, datetime] | None = None,
    progress: Progress = _silent,
) -> Preview:
    """What reading in `path`, an export or a journal, would add to the `known` outings; changes nothing.

    Raises:
        JournalError: it cannot be read, is too large, or is not a journal.
    """
    readable: list[Outing] = []
    unreadable: list[str] = []
    try:
        for number, record in enumerate(records(_content(path)), 1):
            try:
                readable.append(finished_outing(record))
            except RecordError as problem:
                unreadable.append(str(problem))
            progress(number, 0)
    except (ValueError, RecursionError):
        raise JournalError(f"{path} is not a journal that can be read. Nothing was changed.") from None
    found: Merge = merge({outing.id: outing for outing in known}, readable, deleted)
    return Preview(found.new, found.newer, found.same, found.deleted, tuple(unreadable))


def says_no_more(path: Path, known: Iterable[Outing]) -> bool:
    """Whether `path` is a whole export of ours in which nothing is new beside the `known` outings."""
    begins = JSON_BEGINS.encode()
    try:
        with path.open("rb") as file:
            if file.read(len(begins)) != begins:
                return False
        found = preview(path, known)
    except (OSError, JournalError):
        return False
    return not (found.new or found.newer or found.unreadable)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1) if stat.S_ISREG(path.stat().st_mode) else None
    except FileNotFoundError:
        raise JournalError(f"There is no file {path}. Please give the name of one that is there.") from None
    except OSError as problem:
        raise cannot("read", path, problem, " Please choose another file.") from problem
    if data is None:
        raise JournalError(f"{path} is not a file. Please give the name of a file.")
    if len(data) > LARGEST:
        raise JournalError(f"{path} is too large to be a journal. Nothing was changed.")
    return data


def _counted(outings: Sequence[Outing], progress: Progress) -> Iterator[Outing]:
    for number, outing in enumerate(outings, 1):
        yield outing
        progress(number, len(outings))
