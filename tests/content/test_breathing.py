"""The breathing patterns as data, and what is said before the first breath."""

import pytest

from leaving_tui.content.library import Library
from leaving_tui.content.patterns import PatternWords
from leaving_tui.domain.breath import Phase, breath_at

LIBRARY = Library()
each_pattern = pytest.mark.parametrize(
    "words", LIBRARY.patterns, ids=[words.id for words in LIBRARY.patterns]
)


def seconds(words: PatternWords, *, easier: bool = False) -> list[tuple[Phase, float]]:
    return list((words.easier if easier else words.pattern).phases)


def test_T1_1_the_default_pattern_has_no_hold() -> None:
    default = LIBRARY.patterns[0]
    assert default.id == "P1"
    assert not default.pattern.holds
    assert not default.easier.holds


def test_T1_2_a_pattern_with_holds_has_a_caution_and_a_version_without() -> None:
    held = [words for words in LIBRARY.patterns if words.pattern.holds]
    assert [words.id for words in held] == ["P4"]
    assert all(words.care and not words.without_holds.holds for words in held)
    assert LIBRARY.breathing.hold_caution
    assert LIBRARY.breathing.hold_leave_out


def test_T1_3_4_7_8_is_not_among_the_shipped_patterns() -> None:
    assert all(words.pattern.hold < 7 for words in LIBRARY.patterns)


@pytest.mark.parametrize("said", ["gently", "stop if you feel dizzy", "do not use while you drive"])
def test_T1_5_the_first_use_text_says_it(said: str) -> None:
    assert said in " ".join(LIBRARY.breathing.caution).lower()


@pytest.mark.parametrize(
    ("pattern", "timings", "easier"),
    [
        ("P1", [("in", 4), ("out", 6)], [("in", 3), ("out", 4)]),
        ("P2", [("in", 5), ("out", 5)], [("in", 3), ("out", 3)]),
        ("P3", [("in", 2), ("top_up", 1), ("out", 6)], [("in", 2), ("out", 4)]),
        (
            "P4",
            [("in", 4), ("hold", 4), ("out", 4), ("rest", 4)],
            [("in", 3), ("hold", 3), ("out", 3), ("rest", 3)],
        ),
    ],
)
def test_T1_6_the_timings_are_those_of_the_table(
    pattern: str, timings: list[tuple[str, float]], easier: list[tuple[str, float]]
) -> None:
    words = next(words for words in LIBRARY.patterns if words.id == pattern)
    assert seconds(words) == timings
    assert seconds(words, easier=True) == easier


def test_T1_6_four_in_and_six_out_for_3_minutes_is_18_breaths() -> None:
    default = LIBRARY.patterns[0]
    assert default.pattern.breaths_in(180) == default.default_breaths == 18
    assert breath_at(default.pattern, 180, 18).done
    assert not breath_at(default.pattern, 179.9, 18).done


@each_pattern
def test_T1_8_each_pattern_has_1_3_and_5_minutes(words: PatternWords) -> None:
    assert words.minutes == (1, 3, 5)
    assert words.pattern.breaths_in(5 * 60) * words.pattern.cycle == pytest.approx(
        300, abs=words.pattern.cycle
    )


def test_T1_9_after_a_rise_the_words_offer_grounding_and_not_another_try() -> None:
    assert "feet or your senses" in LIBRARY.breathing.went_up
    assert "again" not in LIBRARY.breathing.went_up


@each_pattern
def test_every_part_of_a_breath_has_three_words_or_fewer(words: PatternWords) -> None:
    for phase, _ in seconds(words):
        assert 1 <= len(LIBRARY.breathing.word(phase).split()) <= 3


@each_pattern
def test_leaving_the_holds_out_never_makes_a_breath_hurried(words: PatternWords) -> None:
    assert words.without_holds.cycle >= 6
    assert words.easier.cycle >= 6
