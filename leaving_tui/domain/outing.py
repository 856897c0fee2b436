"""One outing: what was planned, what happened, and the stage it has reached."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import Enum, StrEnum
from math import ceil
from types import MappingProxyType
from typing import Any, NamedTuple, Self

SCALE = "anxious-0-10/1"
"""Name and version of the rating's wording, stored with each rating (T7.2)."""

_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Stage(Enum):
    """Where a person is on the way through; always read from the record, never stored."""

    HOME = "home"
    GOODBYE = "goodbye"
    AWAY = "away"
    BACK = "back"


class Felt(StrEnum):
    """How it went, compared with what was feared."""

    EASIER = "easier"
    SAME = "same"
    HARDER = "harder"
    WRONG = "wrong"
    SKIPPED = "skipped"


class Happened(StrEnum):
    """Whether the prediction came about."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Kind(StrEnum):
    """What a moment of an outing can be."""

    RATING = "rating"
    BREATHE = "breathe"
    GROUND = "ground"
    KIND = "kind"
    CHECK_IN = "check_in"
    URGE = "urge"
    LATER = "later"
    TIME = "time"


class Plan(NamedTuple):
    """What was meant; every field may stay empty. `minutes` is the time apart; `check_ins` are in UTC."""

    carer: str = ""
    place: str = ""
    minutes: int = 30
    check_ins: tuple[datetime, ...] = ()
    prediction: str | None = None
    script: str | None = None
    cue: str = ""
    extra: Mapping[str, Any] = _NOTHING


class Before(NamedTuple):
    """How anxious the person was before leaving, 0–10; `None` is a skip."""

    rating: int | None = None
    scale: str = SCALE
    extra: Mapping[str, Any] = _NOTHING


class Moment(NamedTuple):
    """Something noted while out. `kind` is a `Kind` or the name of one that a newer version knows."""

    at: datetime
    kind: str
    detail: Mapping[str, Any] = _NOTHING
    rating: int | None = None
    extra: Mapping[str, Any] = _NOTHING


class Reflection(NamedTuple):
    """What the person found out by going; only `felt` is ever asked for."""

    at: datetime
    felt: Felt
    worst: int | None = None
    happened: Happened | None = None
    found_out: str = ""
    reunion: str = ""
    extra: Mapping[str, Any] = _NOTHING


class Outing(NamedTuple):
    """One time apart. Every change gives a new object; all times are aware and in UTC."""

    id: str
    updated_at: datetime
    prepared_at: datetime
    plan: Plan = Plan()
    tz: str = "UTC"
    trial: bool = False
    step: str | None = None
    left_at: datetime | None = None
    due_at: datetime | None = None
    home_at: datetime | None = None
    before: Before = Before()
    moments: tuple[Moment, ...] = ()
    reflection: Reflection | None = None
    v: int = 1
    extra: Mapping[str, Any] = _NOTHING
    taken_back: Reflection | None = None
    """An answer that was taken back, for what else was said with it; a finished outing has none."""

    @property
    def stage(self) -> Stage:
        """The stage this record has reached."""
        if self.left_at is None:
            return Stage.GOODBYE
        if self.home_at is None:
            return Stage.AWAY
        return Stage.BACK if self.reflection is None else Stage.HOME

    @property
    def minutes_out(self) -> int:
        """Whole minutes between the door and being home; 0 while unknown or if the clock ran backwards."""
        if self.left_at is None or self.home_at is None:
            return 0
        return max(0, round((self.home_at - self.left_at) / timedelta(minutes=1)))

    def long_past(self, now: datetime, limit: timedelta = timedelta(hours=1)) -> bool:
        """Whether the plan is past by more than `limit` while out: time to ask if they are home."""
        return self.stage is Stage.AWAY and self.due_at is not None and now - self.due_at > limit

    def planned_return(self, now: datetime) -> datetime:
        """When the person means to be back; before leaving, as if they left at `now`."""
        return self.due_at or _as_shown(now + timedelta(minutes=self.plan.minutes), now)

    def leave(self, now: datetime) -> Self:
        """Out of the door at `now`; leaving twice changes nothing."""
        if self.left_at is not None:
            return self
        due = self.planned_return(now)
        minutes = max(1, ceil((due - now) / timedelta(minutes=1)))
        # A long goodbye moves check-ins along with a return that is counted from the door.
        waited = now - self.prepared_at if self.due_at is None else timedelta(0)
        check_ins = tuple(_as_shown(at + waited, now) for at in self.plan.check_ins)
        plan = self.plan._replace(minutes=minutes, check_ins=check_ins)
        return self._changed(now, left_at=now, due_at=due, plan=plan)

    def move_return(self, minutes: int, now: datetime) -> Self:
        """The planned return moved by `minutes`, never to before the door, and noted as a `time` moment.

        Once the plan has passed, more time counts from `now`: who adds five minutes wants five to come, and
        who takes them away again at once has the plan back.
        """
        if self.due_at is None or self.left_at is None or self.home_at is not None:
            return self
        moments = self.moments
        last = moments[-1] if moments else None
        moved = 0
        if last and last.kind == Kind.TIME and now - last.at < timedelta(minutes=1):
            moments, moved = moments[:-1], int(last.detail.get("minutes", 0))
        # Who took too much away a moment ago wants that back, and not a new plan.
        base = max(self.due_at, now) if minutes > 0 and moved >= 0 else self.due_at
        due = _as_shown(max(self.left_at + timedelta(minutes=1), base + timedelta(minutes=minutes)), now)
        if minutes < 0 < moved and due <= now:
            due = self.due_at - timedelta(minutes=moved)
        if due == self.due_at:
            return self
        moved += round((due - self.due_at) / timedelta(minutes=1))
        if moved:
            moments = (*moments, Moment(now, Kind.TIME, {"minutes": moved}))
        return self._changed(now, due_at=due, moments=moments)

    def note(self, moment: Moment) -> Self:
        """With one more moment in its log; no check-in is the agreed one where none was agreed."""
        if moment.detail.get("planned") is True and not self.plan.check_ins:
            moment = moment._replace(detail={**moment.detail, "planned": False})
        return self._changed(moment.at, moments=(*self.moments, moment))

    def come_home(self, now: datetime) -> Self:
        """Home at `now`; coming home twice keeps the first time."""
        if self.left_at is None or self.home_at is not None:
            return self
        return self._changed(now, home_at=now)

    def not_home_yet(self, now: datetime) -> Self:
        """Still out after all."""
        return self._changed(now, home_at=None, reflection=None)

    def set_home_at(self, home_at: datetime, now: datetime) -> Self:
        """With the real time of coming home, never before leaving."""
        if self.left_at is None:
            return self
        return self._changed(now, home_at=max(self.left_at, home_at))

    def answer(self, felt: Felt, now: datetime) -> Self:
        """With the one-key answer; further details of an earlier answer are kept."""
        told = self.reflection or self.taken_back or Reflection(now, felt)
        return self._changed(now, reflection=told._replace(at=now, felt=felt), taken_back=None)

    def take_back(self, now: datetime) -> Self:
        """Without its answer, as if just home; what else was said is there again with the next one."""
        return self._changed(now, reflection=None, taken_back=self.reflection or self.taken_back)

    def reflect(self, now: datetime, **details: Any) -> Self:
        """With more said about it: `worst`, `happened`, `found_out` or `reunion`."""
        if self.reflection is None:
            return self
        return self._changed(now, reflection=self.reflection._replace(**details))

    def edit(self, now: datetime, **changes: Any) -> Self:
        """With any fields changed, stamped as later than before."""
        return self._changed(now, **changes)

    def _changed(self, now: datetime, **changes: Any) -> Self:
        # A clock that was set back must not make an edit look old: a merge keeps the later one.
        stamp = max(now, self.updated_at + timedelta(milliseconds=1))
        return self._replace(updated_at=stamp, **changes)


def _as_shown(at: datetime, now: datetime) -> datetime:
    """`at` as a clock without seconds shows it, to add up with the minutes told; always later than `now`."""
    shown = at.replace(second=0, microsecond=0)
    return shown if shown > now else at
