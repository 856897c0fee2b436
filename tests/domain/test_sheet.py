"""The care notes as one page: what stands on it, in which order, and that it always fits."""

import re
from datetime import UTC, date, datetime
from functools import cache
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from leaving_tui.content.library import Library
from leaving_tui.content.regions import region_for
from leaving_tui.domain.agreement import Agreement, Sender
from leaving_tui.domain.outing import Plan
from leaving_tui.domain.people import Baby, People, Person, Role
from leaving_tui.domain.sheet import Asked, Notes, check_in_line, compose, from_plan
from leaving_tui.domain.sheet_html import html_page
from leaving_tui.domain.sheet_text import page

LIBRARY = Library()
CARE = LIBRARY.care
TODAY = date(2026, 11, 23)
ASKED = [Asked(one.id, one.label, one.group, one.start, one.empty) for one in CARE.fields]
IDS = [one.id for one in ASKED]
ALLERGIES = "Allergies: not filled in - please ask"
FILLED = {
    "address": "12 Elm Road, corner of High Street",
    "my_phone": "555 0100",
    "doctor": "Dr Okafor, 555 0142",
    "hospital": "St Mary, 3 Station Road",
    "weight": "7.2 kg",
    "allergies": "Egg. Rash: give the blue syrup as the label says, then call me.",
    "consent": "Signed, in the green folder",
    "feeding": "A bottle at 3, warm.\nHolds it better sitting up.",
    "soothing": "The elephant song",
}


def clock(moment: datetime) -> str:
    return moment.strftime("%H:%M")


def notes(texts=None, months: int | None = 7, off: frozenset[str] = frozenset(), **more) -> Notes:
    safety = [line.text for line in CARE.shown_safety(months) if line.id not in off]
    return Notes(ASKED, safety, texts or {}, **more)


def sheet(*given, **more):
    return compose(notes(*given, **more), TODAY, LIBRARY.say)


def text_of(*given, **more) -> str:
    return page(sheet(*given, **more))


def fits(text: str) -> bool:
    lines = text.removesuffix("\n").split("\n")
    return len(lines) <= 66 and all(max(len(line), cell_len(line)) <= 80 for line in lines)


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_T5_1_all_that_a_carer_may_need_is_asked_for_and_printed():
    texts = {field_id: f"answer {number}." for number, field_id in enumerate(IDS)}
    printed = text_of(texts)
    for asked in ASKED:
        assert f": {texts[asked.id]}" in printed
    assert f"Home address and cross street: {texts['address']}" in printed
    needed = {"address", "weight", "allergies", "consent", "crying", "backup", "back_at", "check_in"}
    assert needed <= set(IDS)


def test_T5_1_return_time_and_check_in_come_from_the_plan():
    due = datetime(2026, 11, 23, 15, 30, tzinfo=UTC)
    agreed = Agreement((due.replace(hour=14), due.replace(hour=15)), Sender.CARER, "he will not nap")
    plan = Plan("Grandma", "the library", 90, agreed.at, extra=agreed.extra())
    printed = text_of({"where": "an older place"}, now=from_plan(plan, due, clock, LIBRARY.say))
    assert "Planned return: 15:30" in printed
    assert "Where the parent is: the library" in printed
    assert "Check-in plan: Please text at 14:30 and 15:30." in printed
    assert "Call me if: he will not nap" in printed


def test_the_check_in_is_put_to_the_carer_in_words():
    at = tuple(datetime(2026, 11, 23, hour, tzinfo=UTC) for hour in (14, 15, 16))
    assert check_in_line(Agreement(), clock, LIBRARY.say).startswith("No check-in.")
    assert check_in_line(Agreement(at[:1], Sender.ME), clock, LIBRARY.say) == "I will text at 14:00."
    assert check_in_line(Agreement(at), clock, LIBRARY.say) == "Please text at 14:00, 15:00 and 16:00."


def test_T5_1_last_fed_and_last_slept_are_filled_at_the_door():
    printed = text_of({"last_fed": "yesterday"}, now={"last_fed": "13:40", "last_slept": "12:00 to 13:15"})
    assert "Last fed: 13:40" in printed
    assert "Last slept: 12:00 to 13:15" in printed


def test_T5_1_the_baby_and_the_backup_person_need_not_be_typed_again():
    people = People().add(Person("Sam", "555 0102", Role.BACKUP)).add(Person("Grandma"))
    printed = text_of(baby=Baby("Noor", date(2026, 4, 20), "Mama"), people=people)
    assert printed.startswith("Care notes for Noor\nFilled in 23 Nov 2026\n")
    assert "Date of birth: 20 Apr 2026 (7 months)" in printed
    assert "Backup person: Sam 555 0102" in printed
    assert "Grandma" not in printed


@cache
def full_page() -> str:
    """Far more than a page has room for, in every field."""
    return text_of(dict.fromkeys(IDS, "word " * 900))


def test_T5_2_one_page_with_emergencies_first():
    for texts in ({}, FILLED):
        emergencies_first_on_one_page(text_of(texts, defaults={"emergency_number": "112"}))
    emergencies_first_on_one_page(full_page())


def emergencies_first_on_one_page(printed: str) -> None:
    assert fits(printed)
    headings = [line for line in printed.splitlines()[2:] if line and not line.startswith(" ")]
    assert headings[:2] == ["Emergencies", "Every time"]
    body = printed.split("Every time")[0]
    assert "Emergency number:" in body
    assert "Allerg" in body


def test_T5_2_a_filled_page_shows_every_word():
    printed = one_line(text_of(FILLED))
    for text in FILLED.values():
        assert one_line(text) in printed
    assert "more on the phone" not in printed


def test_a_text_that_is_too_long_says_so_and_takes_no_room_from_the_others():
    printed = text_of({**FILLED, "feeding": "milk and more milk " * 200})
    assert "(more on the phone)" in printed
    assert "What soothes the baby: The elephant song" in printed
    assert one_line(FILLED["allergies"]) in one_line(printed)
    assert len(printed.splitlines()) == 66


def test_long_texts_share_the_room_evenly():
    printed = text_of({"feeding": "milk " * 700, "naps": "dream " * 700, "rules": "quiet " * 700})
    lines = [sum(word in line for line in printed.splitlines()) for word in ("milk", "dream", "quiet")]
    assert max(lines) - min(lines) <= 1


def test_emergencies_and_allergies_are_kept_whole_before_anything_else():
    long = {"allergies": "egg and nuts " * 60, "address": "corner of Elm Road " * 25}
    printed = one_line(text_of({**dict.fromkeys(IDS, "word " * 900), **long, "my_phone": "555 0100"}))
    assert "Parent's number: 555 0100" in printed
    for text in long.values():
        assert text.split()[0] in printed
    only = one_line(text_of({**long, "feeding": "milk " * 800}))
    assert one_line(long["allergies"]) in only
    assert one_line(long["address"]) in only


def test_half_a_word_or_number_is_never_left_standing():
    numbers = " ".join(f"555-0{number}" for number in range(100, 900))
    printed = text_of({"other": numbers})
    assert set(re.findall(r"555-\d+", printed)) <= set(numbers.split())
    assert printed.rstrip().endswith("(more on the phone)")


def test_T5_3_safe_sleep_and_never_shake_stand_on_every_sheet():
    for printed in map(one_line, (text_of(), text_of(FILLED), full_page())):
        assert "on the back" in printed
        assert "Never shake a baby." in printed


def test_T5_3_they_go_only_when_taken_off_on_purpose():
    printed = one_line(text_of(FILLED, off=frozenset({"sleep"})))
    assert "on the back" not in printed
    assert "Never shake a baby." in printed
    assert "Every time" not in text_of(off=frozenset({"sleep", "shake"}))


def test_T5_4_it_prints_what_the_parent_typed_and_no_advice_of_its_own():
    empty = text_of().lower()
    for word in ("dose", " ml", " mg", "spoon", "fridge", "cpr", "paracetamol", "press on"):
        assert word not in empty
    assert "2.5 ml at 8" in text_of({"medicines": "2.5 ml at 8"})


def test_T5_5_the_fever_line_prints_under_three_months():
    assert "38 C" in text_of(months=2)
    assert "38 C" not in text_of(months=3)


def test_T5_6_numbers_follow_the_region_and_can_be_changed():
    region = region_for(LIBRARY.regions, "NZ")
    defaults = {"poison_number": region.poison[0].number}
    assert f"Poison line: {region.poison[0].number}" in text_of(defaults=defaults)
    assert "Poison line: 555 0177" in text_of({"poison_number": "555 0177"}, defaults=defaults)


@pytest.mark.parametrize("allergies", [None, "", "  \n "])
def test_T5_7_an_empty_allergy_field_asks_and_never_says_none(allergies):
    texts = {} if allergies is None else {"allergies": allergies}
    for printed in (text_of(texts), html_page(sheet(texts))):
        assert ALLERGIES in printed
        assert "none" not in printed.split("</head>")[-1].lower()


def test_T5_8_the_html_loads_nothing_and_a_file_is_warned_about():
    html = html_page(sheet(FILLED))
    assert not re.search(r"(src|href)\s*=|url\(|@import|<script|<link|<img|https?:", html)
    assert "default-src 'none'" in html
    assert "details" in CARE.privacy
    assert "file" in CARE.privacy


def test_call_me_if_starts_with_our_words_until_the_parent_changes_or_clears_it():
    assert "Call me if: Crying for 20 to 30 minutes" in text_of()
    assert "Call me if: He coughs" in text_of({"call_me_if": "He coughs"})
    assert "Call me if" not in text_of({"call_me_if": ""})


def test_no_label_on_the_page_says_your_to_the_carer():
    labels = [line.split(":")[0] for line in text_of(dict.fromkeys(IDS, "x")).splitlines()]
    assert not [label for label in labels if "your" in label.lower()]


def test_a_baby_with_medical_needs_gets_the_care_team_line():
    assert "Follow the care team's plan." in text_of(baby=Baby(medical=True))
    assert "care team" not in text_of()


VITAL = {"emergency_number": "112", "address": "12 Elm Road", "my_phone": "555 0100", "doctor": "Dr Low"}


def test_what_a_carer_cannot_do_without_leaves_a_line_to_write_on_among_the_emergencies():
    printed = text_of().splitlines()
    emergencies = printed[printed.index("Emergencies") + 1 : printed.index("Every time")]
    assert [line.strip(" _") for line in emergencies if line.endswith("____")] == [
        "Emergency number:",
        "Home address:",
        "Parent's number:",
        "Doctor:",
    ]
    assert "__" not in text_of(VITAL)


def test_the_lines_to_write_on_stay_on_a_full_page():
    texts = {one: "word " * 900 for one in IDS if one not in VITAL}
    assert text_of(texts).count("____\n") == len(VITAL)


def test_an_empty_page_is_short_and_still_useful():
    printed = text_of()
    assert len(printed.splitlines()) < 20
    assert printed.startswith("Care notes for the baby\n")


def test_control_characters_never_reach_the_page():
    printed = text_of({"rules": "no\x1b[2J\x07 tv\u202e\n\x0cbed at 7"}, baby=Baby("A\x1b]0;x\x07\nB"))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", printed)


ANY = (
    st.text(max_size=120)
    | st.text(st.sampled_from("a 漢é\u0301👩\u200d🍼❤\ufe0f🇳🇿\t\n\x1b\x85\u2028\u202e한ﷺ"), max_size=90)
    | st.sampled_from(
        ["x" * 4000, "漢字" * 2000, "a " * 2000, "\n" * 3000 + "b", "e\u0301" * 900, "👶🏽 " * 900]
    )
)


@given(st.dictionaries(st.sampled_from(IDS), ANY, max_size=len(IDS)), ANY, ANY)
@settings(max_examples=25, deadline=None)
def test_T5_2_whatever_is_typed_it_fits_80_columns_and_66_lines(texts, name, backup):
    people = People().add(Person(backup, role=Role.BACKUP))
    printed = text_of(texts, baby=Baby(name), people=people)
    assert fits(printed)
    assert "Never shake a baby." in one_line(printed)
    assert "Allerg" in printed


@given(
    st.sampled_from(IDS),
    st.text(st.sampled_from("<>&\"'/a=\n "), max_size=60),
    st.text("<&>'\"x", min_size=1),
)
@settings(max_examples=25)
def test_html_shows_what_was_typed_as_text_whatever_it_is(field_id, typed, name):
    plain = html_page(sheet({field_id: "x"}, baby=Baby("x")))
    made = html_page(sheet({field_id: typed + "x"}, baby=Baby(name)))
    tags = re.compile(r"<[^>]*>")
    assert tags.findall(made) == tags.findall(plain)
    assert (typed + "x").strip() in unescape(made)


def test_html_cuts_nothing_and_keeps_line_breaks():
    long = "milk and more milk " * 200
    html = html_page(sheet({"feeding": long, "naps": "one\ntwo"}))
    assert long.strip() in html
    assert "one\ntwo" in html
    assert "more on the phone" not in html
