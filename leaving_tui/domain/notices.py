"""The few moments of an outing that are worth a quiet word: half-way, a check-in, a wait, the end near."""

from datetime import datetime, timedelta
from typing import NamedTuple

from leaving_tui.domain.outing import Outing, Stage

SOON = timedelta(minutes=5)


class Notice(NamedTuple):
    """One quiet word, due `at`; `key` says which."""

    at: datetime
    key: str


def notices_between(
    outing: Outing | None, after: datetime, until: datetime, wait: datetime | None = None
) -> tuple[Notice, ...]:
    """The notices due later than `after` and not later than `until`; none once the person is home.

    `wait` is the end of a wait that the person has begun.
    """
    if outing is None or outing.stage is not Stage.AWAY or outing.left_at is None or outing.due_at is None:
        return ()
    length = outing.due_at - outing.left_at
    notices = [Notice(at, "check_in") for at in outing.plan.check_ins]
    notices += [Notice(wait, "wait_over")] if wait else []
    if length > 2 * SOON:
        notices += [Notice(outing.left_at + length / 2, "half_way"), Notice(outing.due_at - SOON, "soon")]
    return tuple(sorted((item for item in notices if after < item.at <= until), key=lambda item: item.at))
