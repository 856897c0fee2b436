"""The lines that are understood without argparse mean what argparse takes them to mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaving_tui.cli.arguments import parse
from leaving_tui.cli.options import at_once

WORDS = st.lists(
    st.sampled_from(["status", "--json", "--data", "kept", "", " ", "-x", "--data=kept"]), max_size=5
)


@given(WORDS)
def test_what_is_understood_at_once_is_what_argparse_understands(words):
    found = at_once(words)
    if found is not None:
        asked = parse(words)
        assert (found.run, found.json, found.data) == (asked.run, asked.json, asked.data)


@pytest.mark.parametrize(
    "line", ["", "status", "status --json", "--data kept status", "status --data kept --json"], ids=repr
)
def test_the_app_and_a_prompts_question_are_understood_at_once(line):
    assert at_once(line.split()) is not None


@pytest.mark.parametrize(
    "line", ["status extra", "--json status", "--data", "log", "--help", "status -h"], ids=repr
)
def test_everything_else_is_left_to_argparse(line):
    assert at_once(line.split()) is None


def test_a_shell_that_completes_a_line_is_answered_by_argparse(monkeypatch):
    monkeypatch.setenv("_ARGCOMPLETE", "1")
    assert at_once([]) is None
