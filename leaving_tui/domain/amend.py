"""A past outing with one field changed, as the person typed or picked it; or written down from memory."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, tzinfo
from types import MappingProxyType
from typing import Any

from leaving_tui.domain.amend_times import Changes, Told, home_at, left_at
from leaving_tui.domain.errors import PlanError
from leaving_tui.domain.outing import Before, Felt, Happened, Moment, Outing, Plan, Reflection
from leaving_tui.domain.text import clean, clean_line

YES = "yes"
"""The value of a trial run."""

_MINUTE = timedelta(minutes=1)

Change = Callable[[Outing, Told], Changes]


def from_memory(outing_id: str, now: datetime, tz: str) -> Outing:
    """An outing to be written down at `now`, long after it was; it has no times yet."""
    return Outing(outing_id, now, now, Plan(minutes=0), tz, reflection=Reflection(now, Felt.SKIPPED))


def complete(outing: Outing) -> bool:
    """Whether it has the two times without which there is no outing to keep."""
    return outing.left_at is not None and outing.home_at is not None


def amended(outing: Outing, name: str, text: str, now: datetime, zone: tzinfo | None = None) -> Outing:
    """`outing` with the field `name` of `FIELDS` changed; an empty `text` empties it.

    Raises:
        PlanError: it cannot be read, or does not fit the rest; the sentence says what to do.
    """
    return outing.edit(now, **FIELDS[name](outing, Told(text, now, zone)))


def outside(outing: Outing) -> bool:
    """Whether something was noted before the outing began, or after the minute in which it ended."""
    left, home = outing.left_at, outing.home_at
    return any(
        (left is not None and moment.at < left) or (home is not None and moment.at >= home + _MINUTE)
        for moment in outing.moments
    )


def without_moment(outing: Outing, place: int, now: datetime) -> Outing:
    """`outing` without the moment at `place` of its log."""
    return outing.edit(now, moments=outing.moments[:place] + outing.moments[place + 1 :])


def with_moment(outing: Outing, moment: Moment, now: datetime) -> Outing:
    """`outing` with `moment` in its log again, where its time is."""
    return outing.edit(now, moments=tuple(sorted((*outing.moments, moment), key=lambda noted: noted.at)))


def taken_out(before: Outing, after: Outing) -> Moment | None:
    """The moment that `before` has and `after` has not."""
    if len(after.moments) >= len(before.moments):
        return None
    pairs = zip(before.moments, (*after.moments, None), strict=False)
    return next(moment for moment, left in pairs if moment != left)


def with_number(outing: Outing, place: int, text: str, now: datetime) -> Outing:
    """`outing` with another rating for the moment at `place` of its log; an empty `text` is a skip.

    Raises:
        PlanError: it is no number from 0 to 10.
    """
    moment = outing.moments[place]._replace(rating=_rating(text))
    return outing.edit(now, moments=(*outing.moments[:place], moment, *outing.moments[place + 1 :]))


def _planned(name: str, read: Callable[[str], Any]) -> Change:
    return lambda outing, told: {"plan": outing.plan._replace(**{name: read(told.text)})}


def _reflected(name: str, read: Callable[[str], Any]) -> Change:
    def change(outing: Outing, told: Told) -> Changes:
        reflection = outing.reflection or Reflection(told.now, Felt.SKIPPED)
        return {"reflection": reflection._replace(**{name: read(told.text)})}

    return change


def _direct(name: str, read: Callable[[str], Any]) -> Change:
    return lambda _, told: {name: read(told.text)}


def _before(outing: Outing, told: Told) -> Changes:
    rating = _rating(told.text)
    # Where there was no number, the new one is given on today's scale (T7.2).
    return {
        "before": outing.before._replace(rating=rating)
        if outing.before.rating is not None
        else Before(rating)
    }


def _rating(text: str) -> int | None:
    if not text:
        return None
    if not text.isdecimal() or int(text) > 10:
        raise PlanError("Please give a number from 0 to 10.")
    return int(text)


FIELDS: Mapping[str, Change] = MappingProxyType(
    {
        "left": left_at,
        "home": home_at,
        "carer": _planned("carer", clean_line),
        "place": _planned("place", clean_line),
        "felt": _reflected("felt", lambda text: Felt(text or Felt.SKIPPED)),
        "prediction": _planned("prediction", lambda text: clean(text) or None),
        "happened": _reflected("happened", lambda text: Happened(text) if text else None),
        "found_out": _reflected("found_out", clean),
        "reunion": _reflected("reunion", clean),
        "before": _before,
        "worst": _reflected("worst", _rating),
        "step": _direct("step", lambda text: text or None),
        "trial": _direct("trial", lambda text: text == YES),
    }
)
"""Every field that can be changed afterwards, in the order in which it is asked for."""
