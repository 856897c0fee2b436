"""Names and values land in the words exactly as they were typed."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaving_tui.content.library import Library, fill
from leaving_tui.content.names import NAMES, insert
from leaving_tui.content.screens import Screens
from tests.content.shipped_texts import everything

LIBRARY = Library()
hostile = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["{baby}", "{0}", "{me", "}", "{{x}}", "[/you]", "[3pm]", r"\1\g<0>", "%s", "$x", "{me} is"]
    ),
)
typed = hostile.filter(str.strip)


@settings(max_examples=60, deadline=None)
@given(values=st.fixed_dictionaries(dict.fromkeys(NAMES, typed)))
def test_a_hostile_name_comes_out_literally_in_every_script(values: dict[str, str]) -> None:
    for script in LIBRARY.scripts:
        parts = re.split(r"\{(\w+)\}", script.say)
        expected = "".join(values[part] if place % 2 else part for place, part in enumerate(parts))
        assert fill(script.say, values) == expected


@settings(max_examples=60, deadline=None)
@given(value=hostile)
def test_a_hostile_value_comes_out_literally_in_a_text(value: str) -> None:
    assert insert("Home by {at}, {at}.", {"at": value}) == f"Home by {value}, {value}."


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=60), names=st.dictionaries(st.sampled_from(NAMES), hostile))
def test_filling_any_text_at_all_never_fails(text: str, names: dict[str, str]) -> None:
    assert isinstance(fill(text, names), str)


def test_a_name_in_braces_is_not_filled_a_second_time() -> None:
    assert fill("{baby} and {carer}", {"baby": "{carer}", "carer": "Jo"}) == "{carer} and Jo"


@pytest.fixture
def screens(tmp_path: Path) -> Screens:
    (tmp_path / "porch.toml").write_text(
        'bye = "Bye, {name}"\n[lamp]\non = "It is on"\n[moths]\none = "1 moth"\nmany = "{count} moths"\n',
        "utf-8",
    )
    return Screens(tmp_path)


def test_say_finds_a_text_by_file_and_key(screens: Screens) -> None:
    assert screens.say("porch.bye", {"name": "[/you] {count}"}) == "Bye, [/you] {count}"
    assert screens.say("porch.lamp.on", {}) == "It is on"


@pytest.mark.parametrize(("count", "said"), [(0, "0 moths"), (1, "1 moth"), (12, "12 moths")])
def test_say_picks_one_or_many(screens: Screens, count: int, said: str) -> None:
    assert screens.say("porch.moths", {"count": count}) == said


@pytest.mark.parametrize(
    "key",
    ["porch.nothing", "nowhere.bye", "porch", "", ".", "porch.lamp", "porch.lamp.on.more", "../porch.bye"],
)
def test_a_text_that_is_not_there_is_a_key_error(screens: Screens, key: str) -> None:
    with pytest.raises(KeyError):
        screens.say(key, {})


def test_a_value_that_is_not_given_is_a_key_error(screens: Screens) -> None:
    with pytest.raises(KeyError):
        screens.say("porch.bye", {})


def test_every_screen_text_can_be_said() -> None:
    screens = [shipped for shipped in everything() if shipped.file.startswith("screens/")]
    assert screens
    for shipped in screens:
        values = dict.fromkeys(re.findall(r"\{(\w+)\}", shipped.text), "7")
        file = shipped.file.removeprefix("screens/")
        assert LIBRARY.say(f"{file}.{shipped.key}", **values)


def test_every_brace_in_a_screen_text_is_a_placeholder_that_say_fills() -> None:
    odd = [
        shipped.where
        for shipped in everything()
        if shipped.file.startswith("screens/")
        and re.search(r"[{}]", re.sub(r"\{[a-z_]+\}", "", shipped.text))
    ]
    assert odd == []


def test_each_plain_phrase_stands_for_exactly_one_name() -> None:
    phrases = [shipped.key for shipped in everything() if shipped.file == "names"]
    assert phrases
    for phrase in phrases:
        assert len(re.findall(r"\{(\w+)\}", phrase)) == 1


def test_each_name_has_plain_words_of_its_own() -> None:
    for name in NAMES:
        assert fill(f"x {{{name}}} y", {}) != f"x {{{name}}} y"
