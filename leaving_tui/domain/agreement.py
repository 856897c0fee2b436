"""What was agreed about keeping in touch: when, who sends it, and what is worth a call."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise, zip_longest
from typing import Any, NamedTuple, Self

from leaving_tui.domain.outing import Kind, Outing, Plan
from leaving_tui.domain.text import line_in, note_in

LATE_AFTER = 10
"""Minutes after which a check-in counts as late, unless the parent chose otherwise; our own number."""

EARLY = timedelta(minutes=15)
"""How long before its time a message still counts as the agreed one; our own number."""

_MINUTE, _STEP = timedelta(minutes=1), timedelta(minutes=5)


class Sender(StrEnum):
    """Who sends the agreed message; the carer does, so that no news needs no asking."""

    CARER = "carer"
    ME = "me"


class Agreement(NamedTuple):
    """The check-ins of one outing, in UTC and in order, who sends them, and "call me if" (T3.8)."""

    at: tuple[datetime, ...] = ()
    sender: Sender = Sender.CARER
    call_me_if: str = ""

    def extra(self) -> dict[str, Any]:
        """What a plan carries beside its check-in times; empty where nothing was chosen."""
        chosen = {
            "sender": "" if self.sender is Sender.CARER else str(self.sender),
            "call_me_if": self.call_me_if,
        }
        return {key: value for key, value in chosen.items() if value}

    @classmethod
    def of(cls, plan: Plan) -> Self:
        """What the plan of an outing says was agreed."""
        sender = sender_of(line_in(plan.extra, "sender"))
        return cls(tuple(sorted(plan.check_ins)), sender, note_in(plan.extra, "call_me_if"))


def sender_of(text: str) -> Sender:
    """The sender this word names; the carer where it names none."""
    return Sender(text) if text in tuple(Sender) else Sender.CARER


def default_count(minutes: int) -> int:
    """Check-ins for so many minutes apart: none under an hour, one up to four hours, then two (T3.8)."""
    if minutes < 60:
        return 0
    return 1 if minutes <= 240 else 2


def default_check_ins(left_at: datetime, due_at: datetime) -> tuple[datetime, ...]:
    """The check-ins offered for an outing between these two moments."""
    return spread(left_at, due_at, default_count(round((due_at - left_at) / timedelta(minutes=1))))


def spread(left_at: datetime, due_at: datetime, count: int) -> tuple[datetime, ...]:
    """`count` moments evenly between leaving and return, on five minutes wherever that stays between them."""
    exact = (left_at + (due_at - left_at) * part / (count + 1) for part in range(1, count + 1))
    placed = (near if left_at < (near := _to_five(at)) < due_at else at for at in exact)
    return between(placed, left_at, due_at)


def between(check_ins: Iterable[datetime], left_at: datetime, due_at: datetime) -> tuple[datetime, ...]:
    """The check-ins that fall after leaving and before the return, in order, each once."""
    return tuple(sorted({at for at in check_ins if left_at < at < due_at}))


def unmet(check_ins: Iterable[datetime], received: Iterable[datetime] = ()) -> tuple[datetime, ...]:
    """The check-ins for which no message came, in order."""
    heard = tuple(received)
    return tuple(
        at
        for at, (start, end) in _turns(check_ins).items()
        if not any(start <= moment and (end is None or moment < end) for moment in heard)
    )


def next_check_in(
    check_ins: Iterable[datetime], now: datetime, received: Iterable[datetime] = ()
) -> datetime | None:
    """The check-in to wait for: the one whose turn it is while no message came, else the next."""
    turns = _turns(check_ins)
    return next((at for at in unmet(turns, received) if (end := turns[at][1]) is None or now < end), None)


def came(outing: Outing) -> tuple[datetime, ...]:
    """When an agreed check-in was noted on `outing`, in UTC."""
    noted = (moment for moment in outing.moments if moment.kind == Kind.CHECK_IN)
    return tuple(moment.at for moment in noted if moment.detail.get("planned") is True)


def still_unmet(outing: Outing) -> tuple[datetime, ...]:
    """The check-ins agreed for `outing` for which nothing was noted, in order."""
    return unmet(outing.plan.check_ins, came(outing))


def waited_for(outing: Outing, now: datetime) -> datetime | None:
    """The check-in whose turn it is on `outing`, be it to come or past; none once all have come."""
    return next_check_in(outing.plan.check_ins, now, came(outing))


def is_past(check_in: datetime | None, now: datetime) -> bool:
    """Whether a check-in is over by a minute: as long as a clock shows its time, it is due."""
    return check_in is not None and now - check_in >= _MINUTE


def is_due(check_in: datetime | None, now: datetime) -> bool:
    """Whether it is the very minute of a check-in."""
    return check_in is not None and check_in <= now and not is_past(check_in, now)


def _turns(check_ins: Iterable[datetime]) -> dict[datetime, tuple[datetime, datetime | None]]:
    """When the turn of each check-in begins, `EARLY` before its time, and when it ends, as the next begins.

    Between two that are close it is half-way, so that the first is not over before its time.
    """
    times = sorted(set(check_ins))
    changes = [max(to - EARLY, at + (to - at) / 2) for at, to in pairwise(times)]
    starts = [at - EARLY for at in times[:1]] + changes
    return dict(zip(times, zip_longest(starts, changes), strict=True))


def is_late(check_in: datetime | None, now: datetime, minutes: int = LATE_AFTER) -> bool:
    """Whether a check-in that is still waited for is more than `minutes` past its time."""
    return check_in is not None and now - check_in > timedelta(minutes=minutes)


def _to_five(moment: datetime) -> datetime:
    # Every time zone in use today is a multiple of five minutes from UTC, so this is round on any clock.
    past = timedelta(minutes=moment.minute % 5, seconds=moment.second, microseconds=moment.microsecond)
    return moment - past + (_STEP if past * 2 >= _STEP else timedelta(0))
