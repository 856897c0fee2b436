"""A past outing as fields: when, who and where, how it went, its numbers, and what was noted while out."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library
from leaving_tui.domain.amend import YES, amended, with_number, without_moment
from leaving_tui.domain.lookback.story import story
from leaving_tui.domain.outing import Felt, Happened, Outing, Reflection
from leaving_tui.domain.people import Role
from leaving_tui.domain.when import names_day
from leaving_tui.telling.field import Field
from leaving_tui.telling.format import clock_time, day, local, short_day
from leaving_tui.telling.people_fields import others_who_stayed, people_of
from leaving_tui.telling.sentences import sentence
from leaving_tui.telling.steps import step_names

_MOMENT = "moment-"
_TAKEN_OUT = "out"

Picks = Sequence[tuple[str, str]]


class OutingFields:
    """Everything that an outing holds."""

    def __init__(self, outing: Outing, snapshot: Snapshot, library: Library, now: datetime) -> None:
        self._outing = outing
        self._snapshot = snapshot
        self._library = library
        self._now = now

    def all(self) -> list[Field]:
        """Every field, under its heading."""
        return [*self._times(), *self._names(), *self._words(), *self._numbers(), *self._moments()]

    def _field(self, group: str, name: str, value: str, **more: Any) -> Field:
        label, why = self._say(f"history.field.{name}"), self._say(f"history.why.{name}")
        return Field(name, label, value, why=why, group=self._say(f"history.group.{group}"), **more)

    def _pick(self, group: str, name: str, value: str, picks: Picks) -> Field:
        shown = dict(picks).get(value, value) if value else ""
        return self._field(group, name, value, shown=shown, picks=picks, typed=False)

    def _times(self) -> Iterator[Field]:
        outing = self._outing
        for name, at in (("left", outing.left_at), ("home", outing.home_at)):
            yield self._field("when", name, self._typed(at), hint=self._say(f"history.hint.{name}"))

    def _typed(self, at: datetime | None) -> str:
        if at is None:
            return ""
        year = "" if local(at).year == local(self._now).year else f" {local(at).year}"
        return f"{short_day(at)}{year} {clock_time(at)}"

    def _names(self) -> Iterator[Field]:
        plan, carers = self._outing.plan, people_of(self._snapshot).in_role(Role.CARER)
        names = [*(person.name for person in carers), *others_who_stayed(self._snapshot)]
        yield self._field("who", "carer", plan.carer, picks=[(name, name) for name in names])
        yield self._field("who", "place", plan.place)

    def _words(self) -> Iterator[Field]:
        told = self._outing.reflection or Reflection(self._now, Felt.SKIPPED)
        nothing = ("", self._say("history.no_answer"))
        felt = [
            (each.value, self._say(f"lookback.story.felt_{each}"))
            for each in Felt
            if each is not Felt.SKIPPED
        ]
        came_about = [(each.value, self._say(f"lookback.ledger.happened_{each}")) for each in Happened]
        predictions = [(text, text) for text in self._library.home.predictions]
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
        names = step_names(self._snapshot.notes, self._library)
        yield self._pick("step", "step", step, [*names.items(), ("", self._say("plan.no_step"))])
        trial = [(YES, self._say("plan.yes")), ("", self._say("plan.no"))]
        yield self._pick("step", "trial", YES if self._outing.trial else "", trial)

    def _moments(self) -> Iterator[Field]:
        told = {entry.moment: entry for entry in reversed(story(self._outing))}
        for place, moment in enumerate(self._outing.moments):
            yield Field(
                f"{_MOMENT}{place}",
                clock_time(moment.at),
                _number(moment.rating),
                sentence(told[place], self._library),
                self._say("history.why.moment"),
                picks=[(_TAKEN_OUT, self._say("history.take_out"))],
                typed=False,
                rating=moment.rating is not None,
                acts=True,
                group=self._say("history.group.moments"),
            )

    def _say(self, key: str) -> str:
        return self._library.say(key)


def outing_changed(outing: Outing, field_id: str, value: str, now: datetime) -> Outing:
    """`outing` with the answer `value` to one of its fields.

    Raises:
        PlanError: it cannot be read, or does not fit the rest; the sentence says what to do.
    """
    if not field_id.startswith(_MOMENT):
        return amended(outing, field_id, value, now)
    place = int(field_id.removeprefix(_MOMENT))
    if value == _TAKEN_OUT:
        return without_moment(outing, place, now)
    return with_number(outing, place, value, now)


def year_taken(outing: Outing, field_id: str, value: str, now: datetime) -> str:
    """The day that a time was taken for, where it is of an earlier year that was not typed; else empty."""
    at = {"left": outing.left_at, "home": outing.home_at}.get(field_id)
    if at is None or local(at).year == local(now).year or not names_day(value):
        return ""
    return "" if str(local(at).year) in value else f"{day(at)} {local(at).year}"


def _number(rating: int | None) -> str:
    return "" if rating is None else str(rating)
