"""Half-way, check-in due, five minutes left: each once, never after being home."""

from datetime import UTC, datetime, timedelta

from leaving_tui.domain.notices import notices_between
from leaving_tui.domain.outing import Outing, Plan

LEFT = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)


def outing(minutes: int, *check_ins: int) -> Outing:
    times = tuple(LEFT + timedelta(minutes=at) for at in check_ins)
    made = Outing("0" * 32, LEFT, LEFT, Plan(minutes=minutes, check_ins=times))
    return made.leave(LEFT)


def told(out: Outing, *, every: int = 1) -> list[tuple[int, str]]:
    """What is told when one looks `every` so many seconds, as (minute, key)."""
    found, before = [], LEFT
    for second in range(every, 3 * 3600, every):
        now = LEFT + timedelta(seconds=second)
        due = notices_between(out, before, now)
        found += [((item.at - LEFT) // timedelta(minutes=1), item.key) for item in due]
        before = now
    return found


def test_each_is_told_once_and_in_order() -> None:
    assert told(outing(60, 20), every=7) == [(20, "check_in"), (30, "half_way"), (55, "soon")]


def test_a_short_outing_is_left_in_peace() -> None:
    assert told(outing(10), every=7) == []


def test_a_sleeping_machine_tells_them_when_it_wakes_and_only_once() -> None:
    assert [key for _, key in told(outing(60, 20), every=3000)] == ["check_in", "half_way", "soon"]


def test_nothing_is_told_at_home() -> None:
    home = outing(60, 20).come_home(LEFT + timedelta(minutes=5))
    assert told(home, every=60) == []
    assert notices_between(None, LEFT, LEFT + timedelta(days=1)) == ()
    assert told(outing(60)._replace(left_at=None), every=600) == []
