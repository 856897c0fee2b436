"""Letters chosen in the config are theirs in plain lines too."""

import pytest

from leaving_tui.content.library import Library
from leaving_tui.domain.settings import Settings
from leaving_tui.plain import conversation
from leaving_tui.plain.conversation import AWAY, GOODBYE, HOME
from leaving_tui.plain.keys import chosen
from tests.plain.conftest import Parent


def test_a_chosen_letter_does_it_and_is_told(away: Parent) -> None:
    away.settings = Settings(keys={"check": "v"})
    told = away.types("v", "back", "?")
    assert "Call now if any of these is true:" in told.lines
    assert "v or check: check in" in told.lines


def test_the_letter_from_before_goes_on_where_no_other_has_it(away: Parent) -> None:
    away.settings = Settings(keys={"check": "v"})
    assert "Call now if any of these is true:" in away.types("c").lines


def test_two_letters_can_change_places(away: Parent) -> None:
    away.settings = Settings(keys={"breathe": "g", "ground": "b"})
    assert "Breathe in" in away.types("g", "").lines
    assert "Breathe in" not in away.types("b", "back").lines


def test_help_is_one_letter_even_in_the_middle_of_words(parent: Parent) -> None:
    parent.settings = Settings(keys={"help": "v"})
    assert "findahelpline.com" in parent.types("e", "1", "v").text


def test_a_key_that_no_line_can_hold_is_said_and_the_letter_stays(away: Parent) -> None:
    away.settings = Settings(keys={"breathe": "f5", "home": "ctrl+h,y", "plan": "f6"})
    told = away.types("?", "y")
    assert "Only on the screens, as no line can hold it: f5" in told.lines
    assert "b: breathe" in told.lines
    assert away.outing.home_at is not None


def test_enter_stays_the_way_out_of_the_door(parent: Parent) -> None:
    parent.settings = Settings(keys={"goodbye": "v", "leave": "w"})
    parent.types("v", "w")
    assert parent.outing.left_at is not None
    parent.types("h", "1", "back", "", "")
    assert parent.outing.left_at is not None


@pytest.mark.parametrize("key", ["question_mark", "plus", "minus"])
def test_signs_have_the_names_of_the_config(away: Parent, key: str) -> None:
    sign = {"question_mark": "?", "plus": "+", "minus": "-"}[key]
    commands = chosen(AWAY.commands, {"rate": key})
    assert next(command.key for command in commands if command.name == "rate") == sign


@pytest.mark.parametrize("letter", ["x", "7", "", "f12", " ", "é"])
def test_no_choice_of_letters_takes_a_command_away(library: Library, letter: str) -> None:
    for room in (HOME, GOODBYE, AWAY):
        every = (*room.commands, *conversation.ANYWHERE)
        keys = {command.name: letter for command in every}
        assert [command.name for command in chosen(every, keys)] == [command.name for command in every]
