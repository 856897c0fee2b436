"""A person's ladder of steps, and what their own record suggests next; it never refuses a step (T3.6)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Any, Protocol

from leaving_tui.domain.errors import PlanError
from leaving_tui.domain.outing import Felt, Outing
from leaving_tui.domain.people import line_in, whole_in
from leaving_tui.domain.text import clean_line

GAP = timedelta(weeks=3)
"""Time without an outing after which it may feel harder again (T3.12); our own number."""

_EARLY = 0.75
"""Home after less than this share of the plan is an early return; our own number."""

_LONGEST = 48 * 60
_OWN = "own:"
_PREFIX = "prepare.ladder."


class Shipped(Protocol):
    """What the ladder needs of a step that came with the app: its id and its minutes apart."""

    @property
    def id(self) -> str:
        """Stable; outings refer to it."""
        ...

    @property
    def minutes(self) -> int:
        """The length to start with."""
        ...


@dataclass(frozen=True, slots=True)
class Step:
    """One step as the person has it; an empty `name` means the one that came with the app."""

    id: str
    minutes: int = 0
    name: str = ""
    difficulty: int | None = None
    """How hard the person expects it to be, 0–10."""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Ladder:
    """All steps in the person's order, hidden ones too; none is ever removed, since outings refer to them."""

    steps: tuple[Step, ...] = ()

    @property
    def shown(self) -> tuple[Step, ...]:
        """The steps the person wants to see."""
        return tuple(step for step in self.steps if not step.hidden)

    def step(self, step_id: str | None) -> Step | None:
        """The step of this id."""
        return next((step for step in self.steps if step.id == step_id), None)

    def add(self, name: str, minutes: int, after: str | None = None) -> Ladder:
        """With a step of the person's own, behind the step `after` or at the end.

        Raises:
            PlanError: it has no name.
        """
        line = clean_line(name)
        if not line:
            raise PlanError("Please give the step a name.")
        own = base = _OWN + line.casefold()
        count = 1
        while self.step(own):
            count += 1
            own = f"{base} {count}"
        at = next((place for place, step in enumerate(self.steps, 1) if step.id == after), len(self.steps))
        new = Step(own, max(0, min(minutes, _LONGEST)), line)
        return Ladder((*self.steps[:at], new, *self.steps[at:]))

    def rename(self, step_id: str, name: str) -> Ladder:
        """With another name for a step; an empty one brings the app's own back, or changes nothing."""
        line = clean_line(name)
        return self if not line and step_id.startswith(_OWN) else self._with(step_id, name=line)

    def rate(self, step_id: str, difficulty: int | None) -> Ladder:
        """With how hard the person expects a step to be.

        Raises:
            PlanError: it is not from 0 to 10.
        """
        if difficulty is not None and not 0 <= difficulty <= 10:
            raise PlanError("Please give a number from 0 to 10.")
        return self._with(step_id, difficulty=difficulty)

    def hide(self, step_id: str, *, hidden: bool = True) -> Ladder:
        """With a step out of sight, or back in it."""
        return self._with(step_id, hidden=hidden)

    def move(self, step_id: str, places: int) -> Ladder:
        """With a step so many places further down, or up if negative, counting those in sight."""
        order = [step for step in self.steps if not step.hidden or step.id == step_id]
        at = next((place for place, step in enumerate(order) if step.id == step_id), None)
        if at is None:
            return self
        order.insert(max(0, at + places), order.pop(at))
        # Steps out of sight keep their places, so that they come back where they were.
        moving = iter(order)
        seen = {step.id for step in order}
        return Ladder(tuple(next(moving) if step.id in seen else step for step in self.steps))

    def to_dict(self) -> dict[str, Any]:
        """As a plain JSON object."""
        return {"steps": [asdict(step) for step in self.steps]}

    @classmethod
    def from_dict(cls, record: object, shipped: Iterable[Shipped]) -> Ladder:
        """The steps that came with the app, changed as a JSON object says, with the person's own among them.

        A bad entry is left out. A step that is new in this version stands behind the one it came after.
        """
        ours = {step.id: step.minutes for step in shipped}
        rows = record.get("steps") if isinstance(record, Mapping) else None
        kept: dict[str, Step] = {}
        for row in rows if isinstance(rows, list) else []:
            step = _step(row, ours)
            if step and step.id not in kept:
                kept[step.id] = step
        steps, before = list(kept.values()), 0
        for step_id, minutes in ours.items():
            if step_id not in kept:
                steps.insert(before, Step(step_id, minutes))
            before = next(place for place, step in enumerate(steps, 1) if step.id == step_id)
        return cls(tuple(steps))

    def _with(self, step_id: str, **changes: Any) -> Ladder:
        return Ladder(tuple(replace(step, **changes) if step.id == step_id else step for step in self.steps))


class Nudge(StrEnum):
    """What the app suggests; it is only ever one of several equal choices."""

    START = "start"
    REPEAT = "repeat"
    NEXT = "next"
    SMALLER = "smaller"
    CHANGE = "change"
    WELCOME_BACK = "welcome_back"
    WAIT = "wait"


@dataclass(frozen=True, slots=True)
class Choices:
    """All steps in sight, as equals; `None` where there is no such step."""

    repeat: str | None = None
    smaller: str | None = None
    next: str | None = None
    other: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A step and why, as the key of a sentence and its values; `step_id` is `None` with no step in sight."""

    step_id: str | None
    kind: Nudge
    reason_key: str
    values: Mapping[str, Any] = field(default_factory=dict)
    choices: Choices = Choices()


def suggest(ladder: Ladder, outings: Iterable[Outing], now: datetime) -> Suggestion:
    """What the person's own finished outings suggest at `now`; ratings play no part in it (T3.6)."""
    past = sorted((outing for outing in outings if outing.left_at and outing.home_at), key=_time)
    steps = [step.id for step in ladder.shown]
    placed = [outing for outing in past if outing.step in steps]
    if not steps:
        return Suggestion(None, Nudge.START, _PREFIX + "none")
    found = _from_record(steps, placed, past[-1]) if placed else _start(ladder.shown, past)
    gap = now - (past[-1].home_at or now) if past else timedelta(0)
    if gap < GAP:
        return found
    weeks = {"count": gap // timedelta(weeks=1)}
    same = found.choices.repeat or found.step_id
    return Suggestion(same, Nudge.WELCOME_BACK, _PREFIX + "welcome_back", weeks, found.choices)


def _start(steps: Sequence[Step], past: Sequence[Outing]) -> Suggestion:
    """The first step, or the longest one within the last outing that was made without a ladder."""
    choices = Choices(other=tuple(step.id for step in steps))
    minutes = past[-1].plan.minutes if past and not past[-1].trial else 0
    # Of steps of one length the later one is meant: the earlier ones are trials without time apart.
    within = [step for step in reversed(steps) if 0 < step.minutes <= minutes]
    if not within:
        return Suggestion(steps[0].id, Nudge.START, _PREFIX + "start", {}, choices)
    like = max(within, key=lambda step: step.minutes)
    return Suggestion(like.id, Nudge.START, _PREFIX + "start_like", {"minutes": minutes}, choices)


def _from_record(steps: list[str], placed: Sequence[Outing], last: Outing) -> Suggestion:
    """The first that applies: it went wrong, was elsewhere, ended early, felt harder, was done often."""
    here = placed[-1].step or ""
    choices = _choices(steps, steps.index(here))
    goes = [outing for outing in placed if outing.step == here and _felt(outing) is not Felt.WRONG]

    def offer(kind: Nudge, reason: str, step: str | None = None, **values: Any) -> Suggestion:
        return Suggestion(step or here, kind, _PREFIX + reason, values, choices)

    if _felt(last) is Felt.WRONG:
        return offer(Nudge.WAIT, "wrong")
    if last.step != here:
        return offer(Nudge.REPEAT, "again")
    if not last.trial and last.minutes_out < last.plan.minutes * _EARLY:
        return offer(Nudge.REPEAT, "early")
    if _felt(last) is Felt.HARDER:
        return _after_harder(offer, goes, choices.smaller)
    if len(goes) >= 3 and (change := _unvaried(goes[-3:])):
        return offer(Nudge.CHANGE, f"change_{change}", count=len(goes))
    if len(goes) >= 2 and choices.next:
        return offer(Nudge.NEXT, "ready", choices.next, count=len(goes))
    return offer(Nudge.REPEAT, str(_felt(last)))


def _after_harder(
    offer: Callable[..., Suggestion], goes: Sequence[Outing], smaller: str | None
) -> Suggestion:
    carer = goes[-1].plan.carer
    ending = "" if carer else "_unnamed"
    if smaller and [_felt(outing) for outing in goes[-2:]] == [Felt.HARDER, Felt.HARDER]:
        return offer(Nudge.SMALLER, "harder_twice" + ending, smaller, carer=carer)
    return offer(Nudge.REPEAT, "harder" + ending, carer=carer)


def _choices(steps: list[str], at: int) -> Choices:
    smaller = steps[at - 1] if at else None
    larger = steps[at + 1] if at + 1 < len(steps) else None
    return Choices(steps[at], smaller, larger, tuple(steps[: max(0, at - 1)] + steps[at + 2 :]))


def _unvaried(goes: Sequence[Outing]) -> str | None:
    """The one thing worth changing next: the first that was the same each time (T3.11)."""
    if _one(outing.plan.place for outing in goes):
        return "place"
    if _one_time_of_day(goes):
        return "time"
    return "carer" if _one(outing.plan.carer for outing in goes) else None


def _one(names: Iterable[str]) -> bool:
    found = {name.casefold() for name in names}
    return len(found) == 1 and "" not in found


def _one_time_of_day(goes: Sequence[Outing]) -> bool:
    """Whether all left within three hours of each other by the clock: then 21 hours of it are free."""
    minutes = sorted(left.hour * 60 + left.minute for left in map(_time, goes))
    return any(later - sooner >= 21 * 60 for sooner, later in pairwise([*minutes, minutes[0] + 24 * 60]))


def _felt(outing: Outing) -> Felt:
    return outing.reflection.felt if outing.reflection else Felt.SKIPPED


def _time(outing: Outing) -> datetime:
    return outing.left_at or outing.prepared_at


def _step(row: object, ours: Mapping[str, int]) -> Step | None:
    if not isinstance(row, Mapping):
        return None
    step_id, name = line_in(row, "id"), line_in(row, "name")
    own = step_id.startswith(_OWN) and bool(name)
    if not own and step_id not in ours:
        return None
    minutes = (whole_in(row, "minutes", 0, _LONGEST) or 0) if own else ours[step_id]
    return Step(step_id, minutes, name, whole_in(row, "difficulty", 0, 10), row.get("hidden") is True)
