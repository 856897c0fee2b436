"""What can be typed: the letters of the contract everywhere, and no words that mean two things."""

import pytest

from leaving_tui.content.library import Library
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
    assert {"b: breathe", "x: more than nerves", "q: quit, and an outing goes on"} <= set(told)


@pytest.mark.parametrize("stage", [(), ("",), ("", ""), ("", "", "h"), ("", "", "h", "1")])
def test_T8_7_q_leaves_everything_at_once(parent: Parent, stage: tuple[str, ...]) -> None:
    parent.types(*stage)
    before = parent.companion.snapshot().stage
    for letter in ("b", "g", "k", "n", "l", "x", "?", "p"):
        told = parent.types(letter, "q", "never heard")
        assert "That is not a letter here." not in told.words, letter
        assert parent.code == 0, letter
        assert parent.companion.snapshot().stage is before, letter
