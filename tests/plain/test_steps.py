"""The ladder in lines: taken, added to, renamed, moved, hidden and shown."""

import pytest

from leaving_tui.domain.ladder import Ladder
from tests.plain.conftest import Parent


@pytest.fixture
def trusting(parent: Parent) -> Parent:
    """Someone who has said yes to the question of trust."""
    parent.companion.trust(yes=True)
    return parent


def ladder(parent: Parent) -> Ladder:
    return Ladder.from_dict(parent.companion.snapshot().notes["steps"], parent.library.steps)


def number(parent: Parent, name: str) -> str:
    """What to type for the row that holds `name`."""
    rows = [line.split(": ", 1) for line in parent.types("s").lines if ": " in line]
    return next(key for key, words in rows if key.isdigit() and name in words)


def test_T3_1_without_trust_the_question_comes_first(parent: Parent) -> None:
    told = parent.types("s", "2")
    assert "Then the care comes first." in told.words
    assert "All steps:" not in told.lines
    assert "All steps:" in parent.types("s", "1").lines


def test_a_step_is_taken(trusting: Parent) -> None:
    told = trusting.types("s", number(trusting, "Trial run"), "t")
    draft = trusting.companion.snapshot().draft
    assert (draft.step, draft.trial) == ("S2", True)
    assert "Step: Trial run. They hold, feed, and play. You sit back." in told.lines


def test_a_step_says_what_to_do_before_it(trusting: Parent) -> None:
    told = trusting.types("s", number(trusting, "Out the door"))
    assert "Phone on, keys, care notes left." in told.words


def test_T3_2_a_step_of_ones_own_is_added_with_its_length_and_taken(trusting: Parent) -> None:
    trusting.types(
        *("s", number(trusting, "Add a step of your own"), "Coffee next door", "2", "soon", "2", "20", "t")
    )
    assert trusting.types().text.count("Next outing: 20 minutes") == 1
    step = next(step for step in ladder(trusting).steps if step.own)
    assert (step.name, step.minutes) == ("Coffee next door", 20)
    draft = trusting.companion.snapshot().draft
    assert (draft.step, draft.minutes) == (step.id, 20)


def test_minutes_that_are_none_are_said(trusting: Parent) -> None:
    told = trusting.types("s", number(trusting, "Add a step of your own"), "Coffee", "2", "soon")
    assert "Please give the minutes as a number, such as 20." in told.lines


def test_a_step_is_renamed_and_rated(trusting: Parent) -> None:
    told = trusting.types("s", number(trusting, "Half a day"), "1", "The long one", "2", "8")
    step = next(step for step in ladder(trusting).steps if step.name == "The long one")
    assert step.difficulty == 8
    assert "Name: The long one" in told.lines
    assert "expect 8" in trusting.types("s").words


def test_a_step_is_moved_and_its_place_is_told(trusting: Parent) -> None:
    before = [step.id for step in ladder(trusting).steps]
    told = trusting.types("s", number(trusting, "Half a day"), "u", "up")
    after = [step.id for step in ladder(trusting).steps]
    assert after.index("S8") == before.index("S8") - 2
    assert "Now 6 of 11." in told.lines
    trusting.types("s", number(trusting, "Half a day"), "d")
    assert "Now 7 of 11." in trusting.types("s", number(trusting, "Half a day"), "d", "u").lines


def test_a_step_is_hidden_and_shown_again(trusting: Parent) -> None:
    trusting.types("s", number(trusting, "Overnight"), "h")
    assert "S11" not in [step.id for step in ladder(trusting).shown]
    assert "Hidden:" in trusting.types("s").lines
    trusting.types("s", number(trusting, "Overnight"), "h")
    assert "S11" in [step.id for step in ladder(trusting).shown]


def test_T3_6_what_the_record_suggests_is_told_at_home_and_beside_all_others(trusting: Parent) -> None:
    trusting.types("s", number(trusting, "Out the door"), "t", "", "", 900, "h", "1", "back")
    assert "It was easier than you feared." in trusting.types().words
    told = trusting.types("s").text
    assert told.index("Next:") < told.index("Same step:") < told.index("All steps:")


def test_taking_a_new_step_leads_home(trusting: Parent) -> None:
    told = trusting.types("s", number(trusting, "Add a step of your own"), "Coffee", "t")
    assert "Step: Coffee" in told.lines
    assert "Such as Coffee next door" in told.lines
