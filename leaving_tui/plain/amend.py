"""A past outing with any of its fields changed, or one written down long after it was."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any
from uuid import uuid4

from leaving_tui.clock import zone_name
from leaving_tui.domain.amend import YES, amended, complete, from_memory
from leaving_tui.domain.outing import Felt, Happened, Outing
from leaving_tui.plain.form import Part, fill_in
from leaving_tui.plain.talk import Talk
from leaving_tui.telling.format import clock_time, short_day
from leaving_tui.telling.steps import step_names


def change(talk: Talk, outing: Outing) -> None:
    """Change any field of `outing`; each change is kept at once."""
    _Amending(talk, outing).fill_in()


def add(talk: Talk) -> None:
    """Write an outing down; it is kept from when it has its two times."""
    _Amending(talk, from_memory(str(uuid4()), talk.now, zone_name())).fill_in()


class _Amending:
    """The outing as it stands, kept or not yet."""

    def __init__(self, talk: Talk, outing: Outing) -> None:
        self._talk = talk
        self._outing = outing

    def fill_in(self) -> None:
        """Field by field."""
        fill_in(self._talk, lambda: [*self._plan(), *self._told()], self._keep)
        if not complete(self._outing):
            self._talk.tell(self._talk.library.say("history.not_kept"))

    def _keep(self, name: str, value: str) -> None:
        change = partial(amended, name=name, text=value, now=self._talk.now)
        was_kept, self._outing = complete(self._outing), change(self._outing)
        if was_kept:
            self._talk.companion.revise(self._outing.id, change)
        elif complete(self._outing):
            self._talk.companion.add([self._outing])

    def _plan(self) -> Iterator[Part]:
        outing, say = self._outing, self._talk.library.say
        yield self._part("left", _moment(outing.left_at), hint=say("history.hint.left"))
        yield self._part("home", _moment(outing.home_at), hint=say("history.hint.home"))
        yield self._part("carer", outing.plan.carer)
        yield self._part("place", outing.plan.place)
        names = step_names(self._talk.snapshot.notes, self._talk.library)
        step = names.get(outing.step or "", outing.step or "")
        yield self._part("step", step, picks=[("", say("plan.no_step")), *names.items()], typed=False)
        trial = [(YES, say("plan.yes")), ("", say("plan.no"))]
        yield self._part("trial", dict(trial)[YES if outing.trial else ""], picks=trial, typed=False)

    def _told(self) -> Iterator[Part]:
        outing, told = self._outing, self._outing.reflection
        felt = {each.value: self._sentence(f"felt_{each}") for each in Felt}
        happened = {each.value: self._sentence(f"happened_{each}") for each in Happened}
        yield self._part("before", _number(outing.before.rating), rated=True)
        yield self._part("felt", felt[told.felt] if told else "", picks=list(felt.items()), typed=False)
        yield self._part("worst", _number(told.worst if told else None), rated=True)
        yield self._part("prediction", outing.plan.prediction or "")
        came = happened[told.happened] if told and told.happened else ""
        yield self._part("happened", came, picks=list(happened.items()), typed=False)
        yield self._part("found_out", told.found_out if told else "")
        yield self._part("reunion", told.reunion if told else "")

    def _part(self, name: str, value: str, **more: Any) -> Part:
        say = self._talk.library.say
        return Part(name, say(f"history.field.{name}"), value, say(f"history.why.{name}"), **more)

    def _sentence(self, key: str) -> str:
        return self._talk.library.say(f"lookback.story.{key}")


def _moment(at: datetime | None) -> str:
    return f"{short_day(at)} {clock_time(at)}" if at else ""


def _number(rating: int | None) -> str:
    return "" if rating is None else str(rating)
