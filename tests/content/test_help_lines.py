"""More than nerves: the numbers, and the words round them."""

from datetime import date, timedelta

import pytest

from leaving_tui.content.facts import HelpLine, Region
from leaving_tui.content.library import Library, fill
from leaving_tui.content.regions import read_regions

LIBRARY = Library()
PAGE = LIBRARY.more_than_nerves
each_region = pytest.mark.parametrize(
    "region", LIBRARY.regions, ids=[region.id for region in LIBRARY.regions]
)


def all_lines(region: Region) -> list[HelpLine]:
    return [*([region.danger] if region.danger else []), *region.lines, *region.poison]


def test_T6_2_the_first_line_names_danger_and_the_number() -> None:
    danger = LIBRARY.region("US").danger
    assert danger
    shown = fill(PAGE.danger_here, {"number": danger.number})
    assert shown == "If anyone is in danger now, call your local emergency number: 911."
    assert PAGE.danger == "If anyone is in danger now, call your local emergency number."


@each_region
def test_T6_3_each_line_has_number_hours_source_date_and_status(region: Region) -> None:
    assert all_lines(region)
    for line in all_lines(region):
        assert line.number
        assert line.hours
        assert line.source
        assert line.checked_on <= date(2027, 12, 31)
        assert line.status == "verified"


def test_T6_3_a_line_that_is_not_verified_is_not_shown() -> None:
    line = {"name": "A", "number": "1", "hours": "24 hours", "source": ["K"], "checked_on": date(2026, 1, 1)}
    good, bad = line | {"status": "verified"}, line | {"number": "2", "status": "not verified"}
    tables = {
        "XX": {"name": "X", "danger": bad, "lines": [good, bad], "poison": [bad]},
        "ANY": {"name": "Anywhere", "lines": [good]},
    }
    here, _ = read_regions(tables)
    assert here.danger is None
    assert [shown.number for shown in (*here.lines, *here.poison)] == ["1", "1"]


@pytest.mark.parametrize("code", ["", "XX", "C", "POSIX", "zz ", "[bold]"])
def test_T6_4_an_unknown_region_gets_findahelpline_and_never_a_guess(code: str) -> None:
    region = LIBRARY.region(code)
    assert region.danger is None
    assert region.poison == ()
    assert [line.number for line in region.lines] == ["findahelpline.com"]


@each_region
def test_findahelpline_is_shown_everywhere(region: Region) -> None:
    assert region.lines[-1].number == "findahelpline.com"


@pytest.mark.parametrize(
    ("code", "danger"),
    [("us", "911"), ("GB", "999"), ("UK", "999"), ("IT", "112"), ("AU", "000"), ("PH", "911")],
)
def test_a_country_code_finds_its_region(code: str, danger: str) -> None:
    found = LIBRARY.region(code).danger
    assert found
    assert found.number == danger


@each_region
def test_T6_5_after_12_months_the_region_says_that_its_numbers_are_old(region: Region) -> None:
    assert not region.stale(region.checked_on + timedelta(days=365))
    assert region.stale(region.checked_on + timedelta(days=366))


def test_T6_5_the_page_has_words_for_the_date_and_for_old_numbers() -> None:
    assert "23 Nov 2026" in fill(PAGE.checked, {"date": "23 Nov 2026"})
    assert "more than 12 months ago" in PAGE.stale


def test_T6_6_the_page_may_say_that_talking_could_help_and_never_you_have() -> None:
    texts = [PAGE.intro, *PAGE.signs, *PAGE.hope, PAGE.who, *PAGE.scary, *PAGE.now, PAGE.offer]
    assert any("could help to talk to someone" in text for text in PAGE.hope)
    assert not any("you have " in text.lower() for text in texts)


def test_T6_7_the_pointer_is_an_offer_with_not_now() -> None:
    assert PAGE.offer.endswith("?")
    assert PAGE.offer_not_now == "Not now"


def test_T6_8_unwanted_thoughts_are_kept_apart_from_danger_which_has_the_emergency_route() -> None:
    scary, now = " ".join(PAGE.scary), " ".join(PAGE.now)
    assert "common" in scary
    assert "against what you want" in scary
    assert "might hurt yourself or your baby" in now
    assert "see, hear, or believe things" in now
    assert "emergency number" in now
    assert "emergency" not in scary


def test_T6_9_the_page_is_for_every_kind_of_carer() -> None:
    for who in ("Partners", "adoptive", "foster", "single", "grandparent"):
        assert who in PAGE.who
    assert "any parent" in " ".join(PAGE.hope)


def test_T8_5_a_heads_up_comes_first_and_names_the_way_out() -> None:
    assert PAGE.heads_up.startswith("A heads-up")
    assert "Esc" in PAGE.heads_up
    assert PAGE.scary_heads_up.startswith("A heads-up")


def test_T3_9_check_now_lists_real_reasons_then_the_urge_and_leaves_the_choice() -> None:
    check = LIBRARY.check_now
    assert check.call_now.startswith("Call now")
    assert len(check.reasons) == 4
    assert "Ride the urge" in " ".join(check.nothing_new)
    assert "always call" in check.your_choice


def test_T5_6_the_regions_we_have_a_poison_line_for() -> None:
    assert {region.id for region in LIBRARY.regions if region.poison} == {"US", "GB", "IE", "CA", "AU", "NZ"}
