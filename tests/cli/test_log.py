"""`leaving log`: past outings as a table or as JSON."""

import json
from datetime import UTC, datetime

import pytest

from leaving_tui import sample
from leaving_tui.cli import main
from leaving_tui.companion import Companion
from leaving_tui.domain.record import from_record
from leaving_tui.storage.journal import Journal
from leaving_tui.storage.notes import Notes

NOW = datetime(2026, 11, 23, 14, 58, tzinfo=UTC)


@pytest.fixture
def data(tmp_path):
    journal = Journal(tmp_path, lambda: NOW)
    journal.add(sample.story(NOW))
    journal.close()
    return str(tmp_path)


@pytest.fixture(autouse=True)
def _a_wide_terminal(monkeypatch):
    monkeypatch.setenv("COLUMNS", "110")


def test_the_table_is_newest_first_with_the_own_words(data, capsys):
    assert main(["--data", data, "log"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "Nadia" in lines[1]
    assert "pottery class" in lines[1]
    assert "Anxious and there anyway." in lines[1]
    assert sum(line.startswith("2026-") for line in lines) == 14


@pytest.mark.parametrize("width", ["42", "80"])
def test_in_a_smaller_terminal_no_line_is_too_wide_and_no_day_is_broken(data, capsys, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", width)
    main(["--data", data, "log"])
    lines = capsys.readouterr().out.splitlines()
    assert all(len(line) <= int(width) for line in lines)
    assert sum(line.startswith("2026-") for line in lines) == 14


def test_only_the_newest_are_shown_when_so_many_are_asked_for(data, capsys):
    main(["--data", data, "log", "-n", "3", "--json"])
    assert len(json.loads(capsys.readouterr().out)) == 3


@pytest.mark.parametrize("day", ["2026-11-04", "4 Nov 2026"])
def test_only_those_since_a_day_are_shown_that_day_included(data, capsys, day):
    main(["--data", data, "log", "--since", day, "--json"])
    shown = [from_record(record) for record in json.loads(capsys.readouterr().out)]
    assert [outing.left_at.day for outing in shown] == [20, 15, 11, 7, 4]


def test_json_is_the_whole_record(data, capsys):
    main(["--data", data, "log", "--json"])
    shown = tuple(from_record(record) for record in json.loads(capsys.readouterr().out))
    assert shown == tuple(reversed(sample.story(NOW)))


def test_a_day_that_cannot_be_read_is_wrong_use_in_one_sentence(data, capsys):
    assert main(["--data", data, "log", "--since", "yesteryear"]) == 2
    assert capsys.readouterr().err == "Please give a day such as 21 Nov or 2026-11-21.\n"


def test_nothing_since_a_day_is_said_so(data, capsys):
    assert main(["--data", data, "log", "--since", "2026-11-22"]) == 0
    assert capsys.readouterr().out == "No outing since then.\n"


def test_T7_12_with_no_outing_yet_it_invites(tmp_path, capsys):
    assert main(["--data", str(tmp_path), "log"]) == 0
    assert "Each outing makes one mark here." in capsys.readouterr().out


def test_the_first_outing_is_said_to_be_kept_while_out_and_until_it_is_answered(tmp_path, capsys):
    companion = Companion(Journal(tmp_path, lambda: NOW), Notes(tmp_path), lambda: NOW)
    companion.prepare()
    companion.leave()
    main(["--data", str(tmp_path), "log"])
    assert capsys.readouterr().out.startswith("You are out. This outing is kept")
    companion.come_home()
    main(["--data", str(tmp_path), "log"])
    assert capsys.readouterr().out.startswith("Your last outing is kept.")
