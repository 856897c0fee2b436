"""What is said about babies, with its sources, and the ladder and rating words."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from leaving_tui.content.library import Library

LIBRARY = Library()
KINDS = ("scripts", "exercises", "patterns", "steps", "lines", "ages", "regions", "care")
PAGES = ("breathing", "goodbye", "home", "more_than_nerves")


def named_sources(value: Any) -> Iterator[str]:
    if is_dataclass(value):
        for field in fields(value):
            held = getattr(value, field.name)
            yield from held if field.name in {"source", "sources"} else named_sources(held)
    elif isinstance(value, tuple):
        for item in value:
            yield from named_sources(item)


def test_every_age_in_months_has_exactly_one_card() -> None:
    for age in range(48):
        assert [card for card in LIBRARY.ages if card.suits(age)] == [LIBRARY.age(age)], age


def test_an_age_that_is_not_known_has_no_card() -> None:
    assert LIBRARY.age(None) is None


def test_T4_1_the_age_cards_speak_of_many_or_some() -> None:
    for card in LIBRARY.ages:
        assert any(word in line.text for line in card.lines for word in ("any ", "Some", "some", "often"))


def test_T8_8_every_fact_about_babies_names_its_sources() -> None:
    facts = [line for card in LIBRARY.ages for line in card.lines]
    facts += [LIBRARY.goodbye.slip_out, LIBRARY.goodbye.timing, LIBRARY.goodbye.comfort, LIBRARY.home.reunion]
    assert all(fact.sources for fact in facts)
    assert all(line.sources for line in LIBRARY.care.safety)
    assert all(script.sources for script in LIBRARY.scripts if script.note)


def test_T8_8_every_source_named_anywhere_is_in_the_register_and_none_stands_idle() -> None:
    known = {source.id for source in LIBRARY.sources}
    used = {name for kind in (*KINDS, *PAGES) for name in named_sources(getattr(LIBRARY, kind))}
    assert used - known == set()
    assert known - used == set()


def test_T8_8_every_source_says_what_it_is_and_how_far_it_can_be_trusted() -> None:
    assert all(
        source.what and source.where and source.mark in {"A", "B", "C", "K"} for source in LIBRARY.sources
    )


def test_a_claim_about_babies_rests_on_more_than_a_weak_page() -> None:
    marks = {source.id: source.mark for source in LIBRARY.sources}
    weak = [
        line.text
        for card in LIBRARY.ages
        for line in card.lines
        if {marks[source] for source in line.sources} == {"C"}
    ]
    assert weak == []


def test_the_ladder_has_eleven_steps_and_the_first_two_are_trial_runs() -> None:
    steps = LIBRARY.steps
    assert [step.id for step in steps] == [f"S{number}" for number in range(1, 12)]
    assert [step.id for step in steps if step.trial] == ["S1", "S2"]
    assert all(step.name and step.time and step.plan_first and step.check_in for step in steps)


def test_T3_8_the_steps_agree_with_none_under_an_hour_one_to_four_hours_two_above() -> None:
    for step in LIBRARY.steps:
        expected = 0 if step.minutes < 60 else 1 if step.minutes <= 240 else 2
        assert step.check_ins == expected


def test_T3_1_the_trust_question_and_what_a_no_leads_to() -> None:
    ladder = LIBRARY.ladder
    assert ladder.trust_question == "Do you trust {carer} to look after your baby safely?"
    assert "the person who will be with your baby" in ladder.trust_question_unnamed
    assert "the care comes first" in " ".join(ladder.trust_no_next)


def test_T3_12_after_a_gap_the_words_say_that_harder_is_common() -> None:
    assert "may feel harder again" in LIBRARY.ladder.after_gap
    assert "common" in LIBRARY.ladder.after_gap


@pytest.mark.parametrize("felt", ["easier", "same", "harder", "wrong"])
def test_every_answer_at_home_gets_one_and_a_skip_gets_silence(felt: str) -> None:
    assert LIBRARY.ladder.after(felt)
    assert LIBRARY.ladder.after("skipped") == ""


def test_T3_10_what_is_said_after_something_went_wrong_holds_no_cheer() -> None:
    assert LIBRARY.ladder.wrong.startswith("I'm sorry. That was not just nerves.")


def test_T7_2_the_scale_in_the_words_is_the_one_that_ratings_are_stored_with() -> None:
    from leaving_tui.domain.outing import SCALE

    assert LIBRARY.rating.scale == SCALE


@pytest.mark.parametrize(
    ("rating", "words"),
    [(0, "calm"), (2, "calm"), (3, "uneasy"), (5, "anxious but managing"), (8, "very hard to manage")],
)
def test_a_rating_without_words_of_its_own_takes_those_below(rating: int, words: str) -> None:
    assert LIBRARY.rating.words(rating) == words


def test_the_scale_has_eleven_places_and_words_at_both_ends() -> None:
    anchors = LIBRARY.rating.anchors
    assert len(anchors) == 11
    assert anchors[0]
    assert anchors[10] == "the worst I can imagine"


@pytest.mark.parametrize(("place", "missing"), [("door", "L15"), ("away", "L16"), ("home", "L20")])
def test_starred_lines_wait_until_their_fact_is_known(place: str, missing: str) -> None:
    needs = frozenset(next(line for line in LIBRARY.lines if line.id == missing).needs)
    assert missing not in {line.id for line in LIBRARY.lines_for(place)}
    assert missing in {line.id for line in LIBRARY.lines_for(place, needs)}


def test_kind_lines_for_a_place_come_before_those_for_anywhere() -> None:
    places = [line.places for line in LIBRARY.lines_for("home")]
    assert places[0] == ("home",)
    assert set(places) == {("home",), ("any",)}
    assert len(LIBRARY.lines) == 20
