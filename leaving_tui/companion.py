"""Every use case of the app, for any face it may have: screens, plain lines or the command line."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any
from uuid import uuid4

from leaving_tui.clock import Clock, zone_name
from leaving_tui.domain.errors import PlanError
from leaving_tui.domain.outing import Before, Felt, Kind, Moment, Outing, Stage
from leaving_tui.domain.plans import PlanDraft, SavedPlans
from leaving_tui.domain.text import clean
from leaving_tui.domain.trust import trust_answer
from leaving_tui.snapshot import NOTES, Snapshot
from leaving_tui.storage.journal import Journal, JournalError
from leaving_tui.storage.notes import Notes

__all__ = ["NOTES", "Companion", "Snapshot"]


class Companion:
    """Stays beside one person through their outings; each change is on disk before it returns."""

    def __init__(self, journal: Journal, notes: Notes, clock: Clock) -> None:
        self._journal = journal
        self._notes = notes
        self._clock = clock
        self._answered: Outing | None = None
        self._deleted: Outing | None = None
        self._finished: Sequence[Outing] | None = None
        self._finished_stamp: object = None

    # ---- what there is

    def snapshot(self) -> Snapshot:
        """All that can be shown now; cheap enough for every heartbeat."""
        outing = self._journal.live()
        if outing is not None:
            self._answered = None
        notes = self._notes.all()
        return Snapshot(
            outing=outing or self._answered,
            finished=self._finished,
            draft=PlanDraft.from_dict(notes.get("plan", {})).current(self._clock()),
            notes={name: notes.get(name, {}) for name in NOTES},
            deleted=self._deleted,
            unsaved=self._journal.unsaved or self._notes.unsaved,
        )

    def outing(self) -> Outing | None:
        """The outing in progress, from the journal."""
        return self._journal.live()

    def finished(self) -> Sequence[Outing]:
        """All finished outings, newest first; reads the journal if it has changed, so may take a moment."""
        stamp = self._journal.archive_stamp()
        if self._finished is None or stamp != self._finished_stamp:
            try:
                self._finished = self._journal.outings()
            finally:
                # What cannot be read is not asked for again until it has changed.
                self._finished_stamp = self._journal.archive_stamp()
        return self._finished

    @property
    def past_is_short(self) -> bool:
        """Whether reading the finished outings takes only a few milliseconds."""
        return self._journal.short

    @property
    def stale(self) -> bool:
        """Whether finished outings have changed on disk since they were last asked for."""
        try:
            return self._journal.archive_stamp() != self._finished_stamp
        except JournalError:
            # The disk does not tell just now; it is asked again with the next heartbeat.
            return False

    def take_notices(self) -> list[str]:
        """What the journal and the notes have to tell the person, each sentence once."""
        told = [*self._journal.notices, *self._notes.notices]
        self._journal.notices.clear()
        self._notes.notices.clear()
        return told

    def retry(self) -> bool:
        """Try again to write what could not be written; whether all is on disk."""
        journal, notes = self._journal.retry(), self._notes.retry()
        return journal and notes

    # ---- before the door

    def prepare(self, draft: PlanDraft | None = None) -> Outing | None:
        """Ready to say goodbye with `draft`, or the plan that was kept; an outing under way changes nothing.

        Raises:
            PlanError: `draft` cannot be kept as it is.
        """
        now = self._clock()
        ready = draft.to_plan(now) if draft else self.snapshot().ready(now)
        if (known := self._journal.live()) is not None and known.left_at is not None:
            return known

        def begin(live: Outing | None) -> Outing | None:
            if live is not None and live.left_at is not None:
                return live
            return Outing(
                id=str(uuid4()),
                updated_at=now,
                prepared_at=now,
                plan=ready.plan,
                tz=zone_name(),
                trial=ready.draft.trial,
                step=ready.draft.step,
                due_at=ready.due_at,
                before=Before(ready.draft.before),
            )

        self.draft(ready.draft)
        return self._journal.change_live(begin)

    def draft(self, draft: PlanDraft) -> None:
        """Keep the plan for the next outing as it is being typed, with the length it means now."""
        with suppress(PlanError):
            draft = draft.to_plan(self._clock()).draft
        self._notes.save("plan", draft.to_dict())

    def choose_script(self, script: str) -> None:
        """Say goodbye with another script."""
        self._change(lambda outing: outing.edit(self._clock(), plan=outing.plan._replace(script=script)))

    def rate_before(self, rating: int | None) -> None:
        """How anxious the person is before leaving."""
        self._change(lambda outing: outing.edit(self._clock(), before=Before(rating)))

    def not_yet(self) -> None:
        """Stay for now: the goodbye is put away; an outing under way is not touched."""
        self._journal.change_live(lambda live: live if live is not None and live.left_at else None)

    def leave(self, *, for_now: bool = False) -> None:
        """Out of the door. The plan is kept for next time; rating, prediction and words `for_now` are not."""
        now = self._clock()
        outing = self._change(lambda outing: outing.leave(now))
        draft = self.snapshot().draft
        if outing is not None:
            draft = draft if for_now else draft._replace(script=outing.plan.script)
            self._keep_for_next_time(draft, outing.plan.carer)
        self.draft(draft.again(now))

    def _keep_for_next_time(self, draft: PlanDraft, carer: str) -> None:
        self.remember("plans", **SavedPlans.from_dict(self._notes.load("plans")).used(draft).to_dict())
        if carer:
            # Only at the door; the first screen does without.
            from leaving_tui.domain.people import People

            self.remember("people", **People.from_dict(self._notes.load("people")).used(carer).to_dict())

    # ---- away

    def move_return(self, minutes: int) -> None:
        """Plan to be back `minutes` later, or earlier if negative."""
        self._change(lambda outing: outing.move_return(minutes, self._clock()))

    def note(self, kind: Kind, detail: Mapping[str, Any] | None = None, rating: int | None = None) -> None:
        """Log a moment of the outing; at home there is nothing to log it to, and that is fine."""
        moment = Moment(self._clock(), kind, _cleaned(detail or {}), rating)
        self._change(lambda outing: outing.note(moment) if outing.stage is Stage.AWAY else outing)

    def come_home(self, at: datetime | None = None) -> None:
        """Home now, or since `at`."""
        now = self._clock()
        self._change(
            lambda outing: outing.come_home(now).set_home_at(at, now) if at else outing.come_home(now)
        )

    # ---- home again

    def not_home_yet(self) -> None:
        """Still out after all; an answered outing stays answered."""
        self._change(
            lambda outing: outing.not_home_yet(self._clock()) if outing.reflection is None else outing
        )

    def answer(self, felt: Felt) -> None:
        """The one-key answer; it finishes the outing. May take a moment: the journal is written."""
        if self._answered is not None:
            self._change_answered(lambda outing: outing.answer(felt, self._clock()))
            return
        outing = self._change(lambda outing: outing.answer(felt, self._clock()) if outing.home_at else outing)
        self._answered = outing if outing and outing.home_at else None

    def take_back(self) -> None:
        """Take the answer back, to be asked again."""
        if self._answered is not None:
            self._journal.reopen(self._answered.id, lambda outing: outing.take_back(self._clock()))
            self._answered = None

    def reflect(self, **details: Any) -> None:
        """Say more about the outing just answered: `worst`, `happened`, `found_out`, `reunion`."""
        details = dict(_cleaned(details))
        self._change_answered(lambda outing: outing.reflect(self._clock(), **details))

    def set_home_at(self, at: datetime) -> None:
        """The real time of coming home, for the outing in hand."""
        change = lambda outing: outing.set_home_at(at, self._clock())  # noqa: E731 - used twice below
        if self._answered is not None:
            self._change_answered(change)
        else:
            self._change(change)

    def done(self) -> None:
        """Looked at long enough; back to the plan and the past."""
        self._answered = None

    # ---- looking back

    def edit(self, outing_id: str, **changes: Any) -> None:
        """Change any field of a finished outing."""
        self.revise(outing_id, lambda outing: outing.edit(self._clock(), **changes))

    def revise(self, outing_id: str, change: Callable[[Outing], Outing]) -> None:
        """Change a finished outing as it stands now, whoever changed it last."""
        changed = self._journal.change(outing_id, change)
        if self._answered is not None and self._answered.id == outing_id:
            self._answered = changed

    def delete(self, outing_id: str) -> Outing | None:
        """Delete a finished outing; gives it back, so that it can be restored."""
        # A start deletes nothing.
        from leaving_tui.domain.past import by_id

        kept = by_id(self.finished(), outing_id)
        self._journal.change(outing_id, lambda _: None)
        self._deleted = kept or self._deleted
        return kept

    def restore(self, outing: Outing) -> None:
        """Bring a deleted outing back."""
        self._journal.add([outing.edit(self._clock())])
        if self._deleted is not None and self._deleted.id == outing.id:
            self._deleted = None

    def add(self, outings: Iterable[Outing]) -> None:
        """Add finished outings, such as one written down afterwards."""
        self._journal.add(outings)

    # ---- set down once

    def remember(self, note: str, /, **values: Any) -> None:
        """Keep some values under the name `note`, beside those it has."""
        self._notes.change(note, lambda known: {**known, **_cleaned(values)})

    def trust(self, *, yes: bool) -> None:
        """Whether the person trusts the carer of the plan (T3.1)."""
        carer = self.snapshot().draft.carer
        self._notes.change("choices", lambda known: {**known, **trust_answer(known, carer, yes=yes)})

    def _change(self, change: Callable[[Outing], Outing]) -> Outing | None:
        return self._journal.change_live(lambda live: None if live is None else change(live))

    def _change_answered(self, change: Callable[[Outing], Outing]) -> None:
        if self._answered is not None:
            self._answered = self._journal.change(self._answered.id, change) or self._answered


def _cleaned(values: Mapping[str, Any]) -> Mapping[str, Any]:
    return {key: clean(value) if isinstance(value, str) else value for key, value in values.items()}
