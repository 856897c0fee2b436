"""When to point gently to people who can help: an offer, never a finding (T6.6, T6.7)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from leaving_tui.domain.outing import Felt, Outing
from leaving_tui.domain.past import as_past

IN_A_ROW = 3
VERY_HIGH = 9
PAUSE = timedelta(weeks=1)
"""The least time between two offers."""


def may_offer(outings: Iterable[Outing], now: datetime, last_offer: datetime | None) -> bool:
    """Whether the last three outings were each hard, and a week has passed since the last offer."""
    if last_offer is not None and now - last_offer < PAUSE:
        return False
    last = as_past(outings)[:IN_A_ROW]
    return len(last) == IN_A_ROW and all(_hard(outing) for outing in last)


def _hard(outing: Outing) -> bool:
    ratings = [outing.before.rating, *(moment.rating for moment in outing.moments)]
    if outing.reflection is not None:
        if outing.reflection.felt is Felt.HARDER:
            return True
        ratings.append(outing.reflection.worst)
    return any(rating is not None and rating >= VERY_HIGH for rating in ratings)
