"""A birth date as a parent types it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaving_tui.domain.birthday import read_birthday
from leaving_tui.domain.errors import PlanError

NOW = datetime(2026, 11, 23, 14, 58, tzinfo=UTC)


@pytest.mark.parametrize(
    "typed", ["2026-03-14", "14 Mar 2026", "14 march 2026", "Mar 14, 2026", "14 Mar", " 14th march 2026 "]
)
def test_a_day_is_read_as_people_write_it(typed: str) -> None:
    assert read_birthday(typed, NOW, UTC) == date(2026, 3, 14)


@pytest.mark.parametrize("typed", ["", "   "])
def test_nothing_typed_is_a_skip(typed: str) -> None:
    assert read_birthday(typed, NOW, UTC) is None


@pytest.mark.parametrize(
    "typed", ["soon", "14", "31 Feb 2026", "2026-13-01", "14/3/2026 at noon", "1850-01-01"]
)
def test_what_cannot_be_a_birth_date_is_told_in_one_sentence(typed: str) -> None:
    with pytest.raises(PlanError, match=r"^(Please|That)"):
        read_birthday(typed, NOW, UTC)


def test_a_day_to_come_can_wait() -> None:
    with pytest.raises(PlanError, match="still to come"):
        read_birthday("2026-11-24", NOW, UTC)


@given(st.dates(NOW.date() - timedelta(days=17 * 365), NOW.date()))
@settings(max_examples=40)
def test_any_childs_birthday_can_be_typed_in_two_ways(born: date) -> None:
    for typed in (born.isoformat(), f"{born.day} {born:%b} {born.year}"):
        assert read_birthday(typed, NOW, UTC) == born
