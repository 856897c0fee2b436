"""The quick way to read short texts says what TOML says, or leaves it to TOML."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaving_tui.content.toml import HERE, read_toml, short_texts

FILES = sorted(Path(HERE).rglob("*.toml"))


def test_every_file_of_words_is_read_as_toml_reads_it():
    assert FILES
    for path in FILES:
        assert read_toml(str(path)) == tomllib.loads(path.read_text("utf-8")), path.name


def test_what_a_start_or_a_prompt_shows_needs_no_toml():
    for name in (
        *(f"screens/{name}" for name in ("common", "home", "away", "lookback", "cli", "prepare")),
        "steps",
    ):
        assert short_texts((Path(HERE) / f"{name}.toml").read_text("utf-8")), name


@pytest.mark.parametrize(
    "line", ["one = 1", "one = true", 'one = ["text", "more"]', '"one two" = "text"', "one = []"]
)
def test_simple_values_are_read_at_once(line):
    assert short_texts(line) == tomllib.loads(line)


@pytest.mark.parametrize(
    "line",
    [
        "one = 1.0",
        "one = 1_000",
        "one = null",
        "one = NaN",
        "one = 1979-05-27",
        "one = 'text'",
        'one = {"two": "text"}',
        'one = ["text", ["text"]]',
        'one = ["text", null]',
        'one = """text"""',
        'one = "text" # why',
        'one.two = "text"',
        '1 = "text"',
        'one two = "text"',
        '["one two"]',
        "[[one]]",
        'one = "\\U0001F600"',
        'one = "open',
    ],
)
def test_what_is_more_than_short_texts_is_left_to_toml(line):
    assert short_texts(f'first = "text"\n{line}\n') is None


@given(st.lists(st.text(st.sampled_from('ab"\\\n\t é👶{}#[]='), max_size=12), max_size=5))
def test_no_text_is_read_as_another(texts):
    for written in (
        "\n".join(f'key{number} = "{text}"' for number, text in enumerate(texts)),
        "\n".join(texts),
    ):
        found = short_texts(written)
        if found is not None:
            assert tomllib.loads(written) == found
