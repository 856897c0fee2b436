"""Home again: one letter saves, and nothing after it has to be answered."""

import pytest

from leaving_tui.domain.outing import Felt, Happened, Stage
from leaving_tui.domain.plans import PlanDraft
from tests.plain.conftest import Parent


def test_T4_6_what_a_reunion_can_be_like_stands_before_the_question(away: Parent) -> None:
    told = away.types("h").text
    assert told.index("Some cry or look away") < told.index("Compared with what you feared")


@pytest.mark.parametrize(
    ("letter", "felt"),
    [("1", Felt.EASIER), ("2", Felt.SAME), ("3", Felt.HARDER), ("s", Felt.SKIPPED), ("w", Felt.WRONG)],
)
def test_T3_5_one_letter_is_saved_at_once(away: Parent, letter: str, felt: Felt) -> None:
    away.types("h", letter)
    assert away.last.reflection is not None
    assert away.last.reflection.felt is felt


def test_T3_10_when_something_really_went_wrong_no_number_is_asked(away: Parent) -> None:
    told = away.types("h", "w", "")
    assert "Saved. Something really went wrong." in told.lines
    assert "Worst moment?" not in told.words


def test_z_takes_the_answer_back_from_a_question_too(away: Parent) -> None:
    away.types("h", "1", "", "z", "3")
    assert away.last.reflection is not None
    assert away.last.reflection.felt is Felt.HARDER
    assert len(away.companion.finished()) == 1


def test_not_home_yet_goes_on_with_the_outing(away: Parent) -> None:
    away.types("h", "back")
    assert away.outing.stage is Stage.AWAY


def test_back_among_the_questions_is_done(away: Parent) -> None:
    told = away.types("h", "2", "", "5", "back")
    assert "Next outing: 30 minutes, home by 15:28." in told.lines
    assert away.last.reflection is not None
    assert away.last.reflection.worst == 5


def test_a_letter_that_leads_away_comes_back_to_the_very_question(away: Parent) -> None:
    told = away.types("h", "2", "", "", "x", "b", "", "", "They played.", "k", "back", "back")
    assert away.last.reflection is not None
    assert (away.last.reflection.worst, away.last.reflection.found_out) == (None, "They played.")
    assert told.text.count("Worst moment?") == 1
    assert told.text.count("What did you find out?") == 2


def test_home_from_the_questions_leads_out_of_them(away: Parent) -> None:
    told = away.types("h", "2", "", "back")
    assert told.lines[-3].startswith("Enter: to the goodbye.")


def test_a_number_that_is_none_is_asked_again(away: Parent) -> None:
    told = away.types("h", "2", "", "11", "9")
    assert "Please type a number from 0 to 10, or Enter to skip." in told.lines
    assert away.last.reflection is not None
    assert away.last.reflection.worst == 9


def test_T3_4_the_prediction_stands_word_for_word_before_what_happened(parent: Parent) -> None:
    parent.companion.draft(PlanDraft(prediction="He will not eat."))
    told = parent.types("", "", "h", "1", "", "partly")
    assert "You thought: “He will not eat.” Did it happen?" in told.lines
    assert parent.last.reflection is not None
    assert parent.last.reflection.happened is Happened.PARTLY


def test_the_real_time_of_coming_home(away: Parent) -> None:
    away.clock.tick(minutes=20)
    told = away.types("h", "2", "", "", "", "", "banana", "14:30", "15:10")
    assert "Please give a time such as 15:30." in told.lines
    assert "You left at 14:58. Please give a time after that." in told.lines
    assert away.last.minutes_out == 12


def test_a_worry_kept_for_later_is_told_at_home(away: Parent) -> None:
    away.companion.note("later", {"worry": "the nap"})
    assert "the nap" in away.types("h", "2").lines


@pytest.mark.parametrize(
    ("answer", "home"), [("1", None), ("2", "18:58"), ("3", "15:28"), ("16:05", "16:05"), ("", None)]
)
def test_long_past_the_plan_it_asks_still_out_or_home_already(
    away: Parent, answer: str, home: str | None
) -> None:
    away.clock.tick(hours=4)
    told = away.types(answer)
    assert "Still out, or home already?" in told.lines
    assert (away.outing.home_at and f"{away.outing.home_at:%H:%M}") == home


def test_a_time_of_coming_home_that_cannot_be_is_asked_again(away: Parent) -> None:
    away.clock.tick(hours=4)
    told = away.types("noon", "3")
    assert "Please give a time such as 15:30." in told.lines
    assert [told.lines.count(line) for line in ("Still out, or home already?", "1: Still out")] == [1, 1]
    assert away.outing.stage is Stage.BACK
