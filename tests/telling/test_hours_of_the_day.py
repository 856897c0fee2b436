"""Clock times in the hours that the person, or else the machine's locale, prefers."""

from datetime import UTC, datetime

import pytest

from leaving_tui.telling.format import clock_time, prefer

HALF_PAST_THREE = datetime(2026, 11, 23, 15, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _usual_again():
    yield
    prefer("24")


@pytest.mark.parametrize(("clock", "written"), [("12", "3:30 pm"), ("24", "15:30")])
def test_the_person_chooses_the_hours(clock: str, written: str) -> None:
    prefer(clock)
    assert clock_time(HALF_PAST_THREE) == written


@pytest.mark.parametrize("name", [None, "", "C", "C.UTF-8", "POSIX", "xx_YY.UTF-8"])
def test_a_locale_that_names_no_country_or_is_not_there_has_24_hours(name: str | None, monkeypatch) -> None:
    if name is not None:
        monkeypatch.setenv("LC_ALL", name)
    prefer("12")
    prefer("auto")
    assert clock_time(HALF_PAST_THREE) == "15:30"
