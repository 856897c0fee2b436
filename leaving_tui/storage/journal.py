"""The journal: every outing, safe on disk before anything is said to be saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from leaving_tui.clock import Clock
from leaving_tui.domain.outing import Outing
from leaving_tui.storage.desk import Change, Desk, all_finished, as_kept, changed, finished, in_hand, told_by
from leaving_tui.storage.disk import Disk
from leaving_tui.storage.errors import BusyError, DamagedError, JournalError, cannot
from leaving_tui.storage.folder import Folder
from leaving_tui.storage.live import Live, Step
from leaving_tui.storage.names import OUTINGS

if TYPE_CHECKING:
    from leaving_tui.domain.merge import Merge
    from leaving_tui.storage.archive import Archive
    from leaving_tui.storage.filing import Filing
    from leaving_tui.storage.shelf import Shelf

__all__ = ["Journal", "JournalError"]

SHORT = 512 * 1024
"""Bytes of finished outings, about 500, that are read in less than ten milliseconds."""


class Journal:
    """All outings in one folder, shared by any number of windows. Opening it reads nothing."""

    def __init__(self, folder: Path, clock: Clock, disk: Disk | None = None) -> None:
        """Make the folder if need be.

        Raises:
            JournalError: it is not a folder, or cannot be made.
        """
        self._folder = Folder(folder, clock, disk)
        self._folder.make()
        self.notices: list[str] = []
        """What the person should know, each sentence once; whoever shows them clears the list."""
        self._told: set[str] = set()
        self._live = Live(self._folder, self._tell)
        self._tidied = False
        self._newest_first: tuple[object, Sequence[Outing]] | None = None

    @cached_property
    def _archive(self) -> Archive:
        # The first screen shows what is going on; the past, and what keeps it, comes after it.
        from leaving_tui.storage.archive import Archive

        return Archive(self._folder, self._tell)

    @cached_property
    def _filing(self) -> Filing:
        from leaving_tui.storage.filing import Filing

        return Filing(self._live, self._archive, self._folder.clock)

    @property
    def unsaved(self) -> str | None:
        """While the disk says no to the outing in progress: one sentence about it."""
        return self._live.unsaved

    def live(self) -> Outing | None:
        """The outing in progress; asking costs one look at the file's stamp."""
        with self._telling("read"):
            return in_hand(self._live.look())

    def change_live(self, change: Change) -> Outing | None:
        """Change the outing in progress; it is on disk when this returns, or `unsaved` says why not.

        `change` gets the newest version and must be pure: after trouble with the disk it may be asked again.
        An answered outing is filed with the finished ones; one that is given up (`None`) leaves no trace.
        """
        seen: list[tuple[Outing | None, Outing | None]] = []

        def step(desk: Desk) -> Desk:
            after, result = changed(desk, change)
            seen.append((in_hand(desk), result))
            return after

        with self._telling("write"):
            self._take(step)
            before, result = seen[0]
            if result is None and before is not None and before.left_at is not None and not self.unsaved:
                with self._folder.lock:
                    self._filing.give_up(before)
        return result

    def outings(self) -> Sequence[Outing]:
        """All finished outings, newest first. Takes a moment when the file has changed; any thread may ask.

        Raises:
            JournalError: they cannot be read, or a newer version of the app wrote them.
        """
        with self._telling("read"):
            stamp, known = self.archive_stamp(), self._newest_first
            if known is not None and known[0] == stamp:
                return known[1]
            # The desk first: what leaves it between the two looks is then found in the archive.
            desk = self._live.look()
            found = self._beside(desk)
            self._newest_first = stamp, found
            return found

    @property
    def short(self) -> bool:
        """Whether reading all finished outings takes no longer than a picture does."""
        with self._telling("read"):
            stamp = self._folder.stamp(OUTINGS)
            return stamp is None or stamp.size <= SHORT

    def deleted(self) -> Mapping[str, datetime]:
        """When outings that are no more were deleted, by id."""
        with self._telling("read"):
            return self._shelf().deleted

    def archive_stamp(self) -> object:
        """Changes when the finished outings do; costs two looks at files' stamps."""
        with self._telling("read"):
            desk = self._live.look()
            return self._folder.stamp(OUTINGS), tuple(
                (outing.id, outing.updated_at if finished(outing) else None) for outing in desk.values()
            )

    def change(self, outing_id: str, change: Callable[[Outing], Outing | None]) -> Outing | None:
        """Change a finished outing, or delete it by giving `None`; one that is not there stays so.

        Raises:
            JournalError: it could not be written; then it is as it was.
        """
        seen: list[Outing] = []

        def step(desk: Desk) -> Desk:
            outing = desk.get(outing_id)
            result = change(outing) if outing is not None and finished(outing) else None
            if result is None:
                return desk
            seen.append(as_kept(result))
            return {**desk, outing_id: as_kept(result)}

        with self._telling("write"):
            if outing_id in self._live.look():
                # Answered while the disk said no to filing it: it goes on where it is.
                self._take(step)
            if seen:
                return seen[0]
            with self._folder.lock:
                return self._filing.change(outing_id, change)

    def reopen(self, outing_id: str, change: Callable[[Outing], Outing]) -> Outing:
        """Take a finished outing back in hand, changed.

        Raises:
            JournalError: there is no such outing, or it could not be read.
        """
        with self._telling("write"), self._folder.lock:
            return self._filing.reopen(outing_id, change)

    def add(self, outings: Iterable[Outing]) -> Merge:
        """Add finished outings, or later versions of them; one that was deleted comes back.

        Raises:
            JournalError: they could not be written; then none was.
        """
        with self._telling("write"), self._folder.lock:
            return self._filing.add(outings, come_back=True)

    def merge(self, outings: Iterable[Outing]) -> Merge:
        """Merge the outings of another journal; what was deleted here stays deleted.

        Raises:
            JournalError: they could not be written; then none was.
        """
        with self._telling("write"), self._folder.lock:
            return self._filing.add(outings, come_back=False)

    def retry(self) -> bool:
        """Try again to save and file what waits; whether all is on disk now."""
        with self._telling("write"):
            if self._live.unsaved or any(map(finished, self._live.look().values())):
                self._take(lambda desk: desk)
        return self._live.unsaved is None

    def close(self) -> None:
        """Save what waits, if the disk allows."""
        with suppress(JournalError):
            self.retry()

    def _take(self, step: Step) -> None:
        try:
            with self._folder.lock:
                self._live.change(step)
                # What is finished is safe on the desk; if the disk says no, it is filed another time.
                with suppress(OSError, JournalError):
                    self._filing.settle()
        except (OSError, BusyError) as problem:
            self._live.change_in_mind(step, problem)

    def _beside(self, desk: Desk) -> Sequence[Outing]:
        """The finished outings of the archive and the desk, newest first."""
        self._tidy()
        filed = self._archive.glance()
        if filed is None:
            return all_finished(self._shelf().outings, desk)
        return filed.past(*told_by(desk, filed.find))

    def _shelf(self) -> Shelf:
        self._tidy()
        with suppress(DamagedError):
            shelf = self._archive.read()
            if not shelf.bad and not shelf.rewritten:
                return shelf
        with self._folder.lock:
            shelf = self._archive.tended()
            if not shelf.unwritten:
                # A backup may still have an outing that is in hand again.
                self._filing.untangle()
                shelf = self._archive.tended()
            return shelf

    def _tidy(self) -> None:
        """Put everything in order, once."""
        if self._tidied:
            return
        self._tidied = True
        cares = (self._live.mend, self._filing.settle, self._filing.untangle)
        with suppress(OSError, BusyError), self._folder.lock:
            for care in cares:
                with suppress(OSError, JournalError):
                    care()
            from leaving_tui.storage.upkeep import tidy

            tidy(self._folder, self._tell)

    def _tell(self, sentence: str) -> None:
        if sentence not in self._told:
            self._told.add(sentence)
            self.notices.append(sentence)

    @contextmanager
    def _telling(self, verb: str) -> Iterator[None]:
        try:
            yield
        except OSError as problem:
            raise cannot(verb, self._folder.path, problem) from problem
