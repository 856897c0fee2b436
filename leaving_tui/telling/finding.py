"""What past outings can be found by: their words, and what the app calls their day, step and answer."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from leaving_tui.content.library import Library
from leaving_tui.domain.lookback.past import began
from leaving_tui.domain.lookback.search import Index
from leaving_tui.domain.outing import Felt, Outing
from leaving_tui.telling.format import local
from leaving_tui.telling.steps import step_names


def index(notes: Mapping[str, Mapping[str, Any]], library: Library) -> Index:
    """An index that knows what can be typed for what is stored as a word of ours or as an id."""
    say = library.say
    felt = {each.value: f"{say(f'home.felt_{each}')} {say(f'lookback.story.felt_{each}')}" for each in Felt}
    return Index({**felt, **step_names(notes, library), "trial": say("history.trial")}, _days)


def _days(outing: Outing) -> str:
    return _day_in_words(local(began(outing)).date())


@lru_cache(maxsize=4096)
def _day_in_words(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b} {day:%B} {day.year}"
