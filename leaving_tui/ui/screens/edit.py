"""Change any field of a past outing, or write one down afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4

from leaving_tui.clock import zone_name
from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library
from leaving_tui.domain.amend import YES, amended, complete, from_memory, with_number, without_moment
from leaving_tui.domain.lookback.story import story
from leaving_tui.domain.outing import Felt, Happened, Outing, Reflection
from leaving_tui.domain.past import by_id
from leaving_tui.domain.people import People, Role
from leaving_tui.telling.format import clock_time, local, short_day
from leaving_tui.telling.sentences import sentence
from leaving_tui.telling.steps import step_names
from leaving_tui.ui.form import Field, FormScreen

_MOMENT = "moment-"
_TAKEN_OUT = "out"


class EditScreen(FormScreen):
    """Each field is kept as soon as it is left; a new outing from when it has its two times."""

    def __init__(self, library: Library, snapshot: Snapshot, now: datetime, outing_id: str = "") -> None:
        super().__init__(library, snapshot, now)
        found = by_id(snapshot.finished or (), outing_id)
        self._outing = found or from_memory(str(uuid4()), now, zone_name())

    def heading(self) -> str:
        """What this form is for."""
        return self.say("history.edit_title" if self._kept else "history.add_title")

    def about(self) -> str:
        """Whether it is kept yet."""
        return self.say("history.kept" if self._kept else "history.not_kept")

    @property
    def _kept(self) -> Outing | None:
        return by_id(self.snapshot.finished or (), self._outing.id)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """It was changed, here or elsewhere."""
        kept = self._kept
        if kept is not None and kept.updated_at >= self._outing.updated_at:
            self._outing = kept
        super().show_snapshot(snapshot)

    def save(self, field_id: str, value: str) -> None:
        """Change the one field of the outing as it stands in the journal by then."""
        now = self.now

        def change(outing: Outing) -> Outing:
            if not field_id.startswith(_MOMENT):
                return amended(outing, field_id, value, now)
            place = int(field_id.removeprefix(_MOMENT))
            if value == _TAKEN_OUT:
                return without_moment(outing, place, now)
            return with_number(outing, place, value, now)

        changed = self._outing = change(self._outing)
        if self._kept is not None:
            self.choose(lambda companion: companion.revise(changed.id, change), slow=True)
        elif complete(changed):
            self.choose(lambda companion: companion.add([changed]), slow=True)
        self.show_snapshot(self.snapshot)

    # ---- the fields

    def fields(self) -> Sequence[Field]:
        """Everything an outing holds."""
        return [*self._times(), *self._names(), *self._words(), *self._numbers(), *self._moments()]

    def _field(self, group: str, name: str, value: str, **more: Any) -> Field:
        label, why = self.say(f"history.field.{name}"), self.say(f"history.why.{name}")
        return Field(name, label, value, why=why, group=self.say(f"history.group.{group}"), **more)

    def _pick(
        self, group: str, name: str, value: str, picks: Sequence[tuple[str, str]], **more: Any
    ) -> Field:
        shown = dict(picks).get(value, value) if value else ""
        return self._field(group, name, value, shown=shown, picks=picks, typed=False, **more)

    def _times(self) -> Iterator[Field]:
        outing = self._outing
        for name, at in (("left", outing.left_at), ("home", outing.home_at)):
            yield self._field("when", name, self._typed(at), hint=self.say(f"history.hint.{name}"))

    def _typed(self, at: datetime | None) -> str:
        if at is None:
            return ""
        year = "" if local(at).year == local(self.now).year else f" {local(at).year}"
        return f"{short_day(at)}{year} {clock_time(at)}"

    def _names(self) -> Iterator[Field]:
        plan = self._outing.plan
        carers = People.from_dict(self.snapshot.notes.get("people", {})).in_role(Role.CARER)
        yield self._field("who", "carer", plan.carer, picks=[(person.name, person.name) for person in carers])
        yield self._field("who", "place", plan.place)

    def _words(self) -> Iterator[Field]:
        told = self._outing.reflection or Reflection(self.now, Felt.SKIPPED)
        nothing = ("", self.say("history.no_answer"))
        felt = [(each.value, self._said(f"story.felt_{each}")) for each in Felt if each is not Felt.SKIPPED]
        came_about = [(each.value, self._said(f"ledger.happened_{each}")) for each in Happened]
        predictions = [(text, text) for text in self.library.home.predictions]
        answer = "" if told.felt is Felt.SKIPPED else told.felt.value
        yield self._pick("how", "felt", answer, [*felt, nothing])
        yield self._field("how", "prediction", self._outing.plan.prediction or "", picks=predictions)
        yield self._pick("how", "happened", told.happened or "", [*came_about, nothing])
        yield self._field("how", "found_out", told.found_out, lines=True)
        yield self._field("how", "reunion", told.reunion, lines=True)

    def _numbers(self) -> Iterator[Field]:
        told, step = self._outing.reflection, self._outing.step or ""
        for name, rating in (("before", self._outing.before.rating), ("worst", told.worst if told else None)):
            yield self._field("numbers", name, _number(rating), rating=True)
        names = step_names(self.snapshot.notes, self.library)
        yield self._pick("step", "step", step, [*names.items(), ("", self.say("plan.no_step"))])
        trial = [(YES, self.say("plan.yes")), ("", self.say("plan.no"))]
        yield self._pick("step", "trial", YES if self._outing.trial else "", trial)

    def _moments(self) -> Iterator[Field]:
        told = {entry.moment: entry for entry in reversed(story(self._outing))}
        for place, moment in enumerate(self._outing.moments):
            yield Field(
                f"{_MOMENT}{place}",
                clock_time(moment.at),
                _number(moment.rating),
                sentence(told[place], self.library),
                self.say("history.why.moment"),
                picks=[(_TAKEN_OUT, self.say("history.take_out"))],
                typed=False,
                rating=moment.rating is not None,
                group=self.say("history.group.moments"),
            )

    def _said(self, key: str) -> str:
        return self.say(f"lookback.{key}")


def _number(rating: int | None) -> str:
    return "" if rating is None else str(rating)
