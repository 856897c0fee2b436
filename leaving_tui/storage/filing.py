"""Moving outings between the desk and the archive, so that a kill neither loses nor doubles one."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime, timedelta

from leaving_tui.clock import Clock
from leaving_tui.domain.merge import Merge, merge
from leaving_tui.domain.outing import Outing
from leaving_tui.storage.archive import Archive
from leaving_tui.storage.desk import as_kept, finished
from leaving_tui.storage.errors import JournalError
from leaving_tui.storage.live import Live

_TICK = timedelta(milliseconds=1)


class Filing:
    """Every method needs the journal's lock."""

    def __init__(self, live: Live, archive: Archive, clock: Clock) -> None:
        self._live = live
        self._archive = archive
        self._clock = clock

    def settle(self) -> None:
        """File what is finished: first into the archive, then off the desk; the later version stays."""
        desk = {} if self._live.unsaved else self._live.look()
        done = [outing for outing in desk.values() if finished(outing)]
        if not done:
            return
        filed = merge(self._archive.tended().outings, done)
        if filed.changes:
            self._archive.put(filed.changes)
        if len(done) == len(desk):
            self._live.empty()
        else:
            self._archive.remember(filed.changes)
            self._live.clear({outing.id for outing in done})

    def untangle(self) -> None:
        """Take an outing that was taken back in hand out of the archive, if a kill left it in both."""
        desk = self._live.look()
        if not desk or self._live.unsaved:
            return
        filed = self._archive.tended().outings
        for outing in desk.values():
            known = filed.get(outing.id)
            if known is None or finished(outing):
                continue
            if known.updated_at < outing.updated_at:
                self._archive.take_out(outing.id)
            else:
                self._live.clear({outing.id})

    def change(self, outing_id: str, change: Callable[[Outing], Outing | None]) -> Outing | None:
        """Change a filed outing, or delete it; one that is not there stays so."""
        self.settle()
        outing = self._archive.tended().outings.get(outing_id)
        if outing is None:
            return None
        result = change(outing)
        if result is None:
            self.delete(outing)
        elif result != outing:
            result = self._stamped(result, outing)
            self._archive.put([result])
            self._archive.remember([result])
        return result

    def reopen(self, outing_id: str, change: Callable[[Outing], Outing]) -> Outing:
        """Take a finished outing back in hand, changed."""
        outing = self._live.look().get(outing_id) or self._archive.tended().outings.get(outing_id)
        if outing is None:
            raise JournalError("That outing is no longer in the journal.")
        back = self._stamped(change(outing), outing)
        self._live.change(lambda desk: {**desk, outing_id: back})
        # As long as it is in both, the later version counts.
        with suppress(OSError):
            self.untangle()
        return back

    def add(self, outings: Iterable[Outing], *, come_back: bool) -> Merge:
        """Add outings or later versions of them; those deleted here stay so, unless they may `come_back`."""
        outings = list(outings)
        if any(outing.left_at is None or outing.home_at is None for outing in outings):
            raise JournalError("Only an outing that is over can be added.")
        self.settle()
        shelf = self._archive.tended()
        desk = self._live.look()
        if come_back:
            outings = [self._revived(outing, shelf.deleted.get(outing.id)) for outing in outings]
        ids = {outing.id for outing in outings}
        known = {
            key: desk.get(key) or shelf.outings[key] for key in ids if key in desk or key in shelf.outings
        }
        result = merge(known, map(as_kept, outings), shelf.deleted)
        if result.changes:
            self._archive.put(result.changes)
            self._archive.remember(result.changes)
            taken = desk.keys() & {outing.id for outing in result.changes}
            if taken:
                self._live.clear(set(taken))
        return result

    def give_up(self, outing: Outing) -> None:
        """Remove what is left of an outing that is given up: it may have been filed before."""
        if not self._archive.tended().absent:
            self.delete(outing)

    def delete(self, outing: Outing) -> None:
        """Delete an outing for good, with every trace of its text."""
        self._archive.delete(outing.id, max(self._clock(), outing.updated_at + _TICK))

    def _revived(self, outing: Outing, deleted_at: datetime | None) -> Outing:
        if deleted_at is None or outing.updated_at > deleted_at:
            return outing
        return outing.edit(max(self._clock(), deleted_at + _TICK))

    def _stamped(self, changed: Outing, before: Outing) -> Outing:
        if changed.updated_at <= before.updated_at:
            changed = changed.edit(max(self._clock(), before.updated_at + _TICK))
        return as_kept(changed)
