"""What a person's own record suggests next on their ladder; it never refuses a step (T3.6)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Any

from leaving_tui.domain.duration import in_words
from leaving_tui.domain.ladder import Ladder, Step
from leaving_tui.domain.outing import Felt, Outing
from leaving_tui.domain.past import Past, as_past

GAP = timedelta(weeks=3)
"""Time without an outing after which it may feel harder again (T3.12); our own number."""

_EARLY = 0.75
"""Home after less than this share of the plan is an early return; our own number."""

_PREFIX = "prepare.ladder."


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
    past = as_past(outings)
    steps = [step.id for step in ladder.shown]
    placed = [place for place, step in enumerate(past.known.steps) if step in steps]
    if not steps:
        return Suggestion(None, Nudge.START, _PREFIX + "none")
    found = _from_record(steps, past, placed) if placed else _start(ladder.shown, past)
    gap = now - (past[0].home_at or now) if past else timedelta(0)
    if gap < GAP:
        return found
    weeks = {"count": gap // timedelta(weeks=1)}
    same = found.choices.repeat or found.step_id
    return Suggestion(same, Nudge.WELCOME_BACK, _PREFIX + "welcome_back", weeks, found.choices)


def _start(steps: Sequence[Step], past: Past) -> Suggestion:
    """The first step, or the longest one within the last outing that was made without a ladder."""
    choices = Choices(other=tuple(step.id for step in steps))
    minutes = past[0].plan.minutes if past and not past[0].trial else 0
    # Of steps of one length the later one is meant: the earlier ones are trials without time apart.
    within = [step for step in reversed(steps) if 0 < step.minutes <= minutes]
    if not within:
        return Suggestion(steps[0].id, Nudge.START, _PREFIX + "start", {}, choices)
    like = max(within, key=lambda step: step.minutes)
    return Suggestion(like.id, Nudge.START, _PREFIX + "start_like", {"length": in_words(minutes)}, choices)


def _from_record(steps: list[str], past: Past, placed: Sequence[int]) -> Suggestion:
    """The first that applies: it went wrong, was elsewhere, ended early, felt harder, was done often."""
    known, last = past.known, past[0]
    here = known.steps[placed[0]] or ""
    choices = _choices(steps, steps.index(here))
    at_step = [place for place in placed if known.steps[place] == here]
    goes = [place for place in at_step if known.felt[place] is not Felt.WRONG]

    def offer(kind: Nudge, reason: str, step: str | None = None, **values: Any) -> Suggestion:
        return Suggestion(step or here, kind, _PREFIX + reason, values, choices)

    if _felt(last) is Felt.WRONG:
        return offer(Nudge.WAIT, "wrong")
    if last.step != here:
        return offer(Nudge.REPEAT, "again")
    if not last.trial and last.minutes_out < last.plan.minutes * _EARLY:
        return offer(Nudge.REPEAT, "early")
    if _felt(last) is Felt.HARDER:
        twice = [known.felt[place] for place in goes[:2]] == [Felt.HARDER, Felt.HARDER]
        return _after_harder(offer, last.plan.carer, choices.smaller if twice else None)
    if len(goes) >= 3 and (change := _unvaried([past[place] for place in goes[:3]])):
        return offer(Nudge.CHANGE, f"change_{change}", count=len(goes))
    if len(goes) >= 2 and choices.next:
        return offer(Nudge.NEXT, "ready", choices.next, count=len(goes))
    return offer(Nudge.REPEAT, str(_felt(last)))


def _after_harder(offer: Callable[..., Suggestion], carer: str, smaller: str | None) -> Suggestion:
    ending = "" if carer else "_unnamed"
    if smaller:
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
