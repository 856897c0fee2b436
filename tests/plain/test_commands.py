"""What can be typed: the letters of the contract everywhere, and no words that mean two things."""

import pytest

from leaving_tui.content.library import Library
from leaving_tui.domain.outing import Stage
from leaving_tui.plain import conversation
from leaving_tui.plain.conversation import ANSWERED, ASKED, AWAY, GOODBYE, HOME, Room
from tests.plain.conftest import Parent

ROOMS = pytest.mark.parametrize("room", [HOME, GOODBYE, AWAY, ASKED, ANSWERED])


def keys(room: Room) -> list[str]:
    return [command.key for command in (*room.commands, *conversation.ANYWHERE)]


def typed(room: Room, library: Library) -> list[str]:
    words = [
        library.say(f"plain.command.{command.name}") for command in (*room.commands, *conversation.ANYWHERE)
    ]
    return [word.strip().casefold() for line in words for word in line.split("|")]


@ROOMS
def test_nothing_that_can_be_typed_means_two_things(room: Room, library: Library) -> None:
    every = keys(room) + typed(room, library)
    assert len(every) == len(set(every))


@ROOMS
def test_the_letters_of_the_contract_work_everywhere(room: Room) -> None:
    assert {"b", "g", "k", "n", "l", "x", "?", "q"} <= set(keys(room))


@pytest.mark.parametrize(
    ("room", "letters"),
    [
        (HOME, {"", "e"}),
        (GOODBYE, {"", "esc"}),
        (AWAY, set("hcrs+-")),
        (ASKED, {*"123sw", "esc"}),
        (ANSWERED, {"z"}),
    ],
)
def test_the_letters_of_the_contract_work_at_their_stage(room: Room, letters: set[str]) -> None:
    assert letters <= set(keys(room))


@pytest.mark.parametrize("stage", [(), ("",), ("", ""), ("", "", "h"), ("", "", "h", "1")])
def test_every_key_is_told_at_every_stage(parent: Parent, stage: tuple[str, ...]) -> None:
    told = parent.types(*stage, "?").lines
    assert {"b: breathe", "x or nerves: more than nerves", "q or quit: quit, and an outing goes on"} <= set(
        told
    )


def test_the_words_are_named_with_the_keys(away: Parent) -> None:
    told = away.types("?").lines
    assert {"Enter or time: the time left", "h or home: I'm home", "+ or more: 5 minutes more"} <= set(told)


@pytest.mark.parametrize("typed", ["I have left", "I’ve left.", "lef", "please leave"])
def test_words_that_can_only_mean_one_thing_are_enough(parent: Parent, typed: str) -> None:
    parent.types("", typed)
    assert parent.outing.stage is Stage.AWAY


def test_a_longer_form_of_a_word_is_that_word(away: Parent) -> None:
    assert "Breathe in" in away.types("breathing", "").lines


@pytest.mark.parametrize("typed", ["not home", "homework", "5 minutes", "ho", "stop", "I have not left"])
def test_words_that_could_mean_something_else_do_nothing(away: Parent, typed: str) -> None:
    due = away.outing.due_at
    told = away.types(typed)
    assert "That is not a letter or a word here. Type keys to hear all of them." in told.lines
    assert told.lines.count("Home by 15:28. 30 minutes to go.") == 1
    assert (away.outing.stage, away.outing.due_at) == (Stage.AWAY, due)


@pytest.mark.parametrize(("typed", "home"), [("+10", "15:38"), ("- 15 min", "15:13"), ("+", "15:33")])
def test_the_return_moves_by_as_many_minutes_as_are_typed(away: Parent, typed: str, home: str) -> None:
    assert away.types(typed).lines[-2].startswith(f"Home by {home}.")


@pytest.mark.parametrize("stage", [(), ("",), ("", ""), ("", "", "h"), ("", "", "h", "1")])
def test_T8_7_q_leaves_everything_at_once(parent: Parent, stage: tuple[str, ...]) -> None:
    parent.types(*stage)
    before = parent.companion.snapshot().stage
    for letter in ("b", "g", "k", "n", "l", "x", "?", "p"):
        told = parent.types(letter, "q", "never heard")
        assert "That is not a letter" not in told.words, letter
        assert parent.code == 0, letter
        assert parent.companion.snapshot().stage is before, letter
