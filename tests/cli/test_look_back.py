"""`leaving look-back`: plain text of at most 80 columns."""

from datetime import UTC, datetime

import pytest

from leaving_tui import sample
from leaving_tui.cli import main
from leaving_tui.content.library import Library
from leaving_tui.domain.ladder import Ladder
from leaving_tui.storage.journal import Journal
from leaving_tui.storage.notes import Notes

NOW = datetime(2026, 11, 23, 14, 58, tzinfo=UTC)


@pytest.fixture
def data(tmp_path):
    journal = Journal(tmp_path, lambda: NOW)
    journal.add(sample.story(NOW))
    journal.close()
    return tmp_path


def looked_back(data, capsys, *options: str) -> list[str]:
    assert main(["--data", str(data), "look-back", *options]) == 0
    return capsys.readouterr().out.splitlines()


def test_belt_ledger_and_trends_are_told_in_80_columns_of_plain_text(data, capsys):
    lines = looked_back(data, capsys)
    assert lines[0] == "14 outings"
    assert "What you predicted happened 1 time in 10." in lines
    assert "Before leaving: 7, 7, 8, 5" in lines
    assert all(len(line) <= 80 for line in lines)
    assert not any("\x1b" in line for line in lines)


def test_a_step_is_called_as_the_person_calls_it(data, capsys):
    ladder = Ladder.from_dict({}, Library().steps).rename("S5", "Half an hour at Ana's")
    Notes(data).save("steps", ladder.to_dict())
    assert "Step: Half an hour at Ana's" in looked_back(data, capsys)


def test_charts_are_drawn_when_asked_for(data, capsys):
    assert not any(line.startswith("10+") for line in looked_back(data, capsys))
    assert any(line.startswith("10+") for line in looked_back(data, capsys, "--charts"))


def test_T7_12_with_no_outing_yet_it_invites(tmp_path, capsys):
    lines = looked_back(tmp_path, capsys)
    assert lines[0] == "Each outing makes one mark here. Any length counts."
    assert not any(character.isdigit() for line in lines for character in line)
