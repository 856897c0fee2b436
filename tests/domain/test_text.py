"""Text that people typed: nothing in it may drive a terminal, and nothing else in it is changed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaving_tui.domain.text import LONGEST_NOTE, clean, clean_line

BIDI = [chr(code) for code in (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))]
CONTROLS = [chr(code) for code in (*range(0x20), 0x7F, *range(0x80, 0xA0)) if chr(code) not in "\n\r\t"]


def test_what_drives_a_terminal_or_turns_the_reading_order_is_taken_out():
    for character in CONTROLS + BIDI:
        assert clean(f"with {character}Grandma") == "with Grandma", f"U+{ord(character):04X}"


@pytest.mark.parametrize(
    "text",
    [
        "[/]",
        "[red]x[/red]",
        "[@click=app.quit]tap[/]",
        "a\\",
        "{baby}",
        "$name",
        "Zoë",
        "阿嬷",
        "👩‍👧",
        "مريم",
        "100 %",
    ],
)
def test_what_only_looks_dangerous_stays_as_it_was_typed(text):
    assert clean(text) == clean_line(text) == text


def test_a_pasted_escape_sequence_is_left_as_harmless_letters():
    assert clean("\x1b]0;pwned\x07hi") == "]0;pwnedhi"


def test_lines_stay_lines_in_a_note_and_become_one_in_a_name():
    assert clean("one\r\ntwo\rthree\tfour") == "one\ntwo\nthree four"
    assert clean_line("  Grandma\n  and\tGrandpa ") == "Grandma and Grandpa"


def test_a_very_long_text_is_cut_to_what_a_note_can_hold():
    long = clean("a" * (LONGEST_NOTE - 1) + " and so on")
    assert long == "a" * (LONGEST_NOTE - 1)
    assert clean(long) == long


@given(st.text(st.characters(exclude_categories=[])))
def test_no_text_gets_a_control_character_past(text):
    cleaned = clean(text)
    assert all(letter == "\n" or unicodedata.category(letter) not in ("Cc", "Cs") for letter in cleaned)
    assert not set(cleaned) & set(BIDI)
    assert clean(cleaned) == cleaned
    assert "\n" not in clean_line(text)
    cleaned.encode()
