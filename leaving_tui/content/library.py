"""The front door of the words room: every text a parent reads, each kind read when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from leaving_tui.content import pages
from leaving_tui.content.care import read_care
from leaving_tui.content.entries import build
from leaving_tui.content.facts import AgeCard, Region, Source
from leaving_tui.content.kinds import Exercise, Line, Script, Step
from leaving_tui.content.names import fill
from leaving_tui.content.patterns import read_pattern
from leaving_tui.content.reading import merged, own_file, shipped
from leaving_tui.content.regions import read_regions, region_for
from leaving_tui.content.screens import Screens

__all__ = ["Library", "fill"]

T = TypeVar("T")
Read = Callable[[str, Mapping[str, object], bool], T]

_LIKELY_MONTHS = 8
"""The age a goodbye is chosen for while the baby's is not known."""


def _built(kind: type[T]) -> Read[T]:
    return lambda entry, table, own: build(kind, table, id=entry, own=own)


def _kind(name: str, read: Read[T]) -> cached_property[tuple[T, ...]]:
    """A kind that a person may add to or replace by id."""

    def entries(library: Library) -> tuple[T, ...]:
        own = own_file(library.words, name, library.problems)
        return merged(read, shipped(name), own, library.problems)

    return cached_property(entries)


def _facts(name: str, kind: type[T]) -> cached_property[tuple[T, ...]]:
    """A kind that only we ship."""

    def entries(_: Library) -> tuple[T, ...]:
        return tuple(build(kind, table, id=entry) for entry, table in shipped(name).items())

    return cached_property(entries)


def _page(name: str, kind: type[T]) -> cached_property[T]:
    """The longer texts of one part of the app."""

    def page(_: Library) -> T:
        return build(kind, shipped(f"texts/{name}"))

    return cached_property(page)


class Library:
    """All the words, with the person's own from `words/*.toml` when `words` is that folder.

    `problems` holds a sentence for each thing in a person's file that could not be used, once it was read.
    """

    def __init__(self, words: Path | None = None) -> None:
        self.words = words
        self.problems: list[str] = []
        self._screens = Screens()

    scripts = _kind("scripts", _built(Script))
    exercises = _kind("exercises", _built(Exercise))
    patterns = _kind("patterns", lambda entry, table, own: read_pattern(entry, table, own=own))
    steps = _kind("steps", _built(Step))
    lines = _kind("lines", _built(Line))

    sources = _facts("sources", Source)
    ages = _facts("ages", AgeCard)
    regions = cached_property[tuple[Region, ...]](lambda _: read_regions(shipped("regions")))
    care = cached_property(lambda _: read_care(shipped("care")))

    breathing = _page("breathing", pages.Breathing)
    grounding = _page("grounding", pages.Grounding)
    kindness = _page("kindness", pages.Kindness)
    goodbye = _page("goodbye", pages.Goodbye)
    rating = _page("rating", pages.Rating)
    check_now = _page("check_now", pages.CheckNow)
    more_than_nerves = _page("more_than_nerves", pages.MoreThanNerves)
    ladder = _page("ladder", pages.Ladder)
    home = _page("home", pages.Home)
    messages = _page("messages", pages.Messages)
    about = _page("about", pages.About)

    def say(self, key: str, /, **values: object) -> str:
        """The screen text `key`, such as `away.past_due`, with `values` put in as they are.

        A text that is a table of `one` and `many` is chosen from by `count`.

        Raises:
            KeyError: there is no such text, or it needs a value that was not given.
        """
        return self._screens.say(key, values)

    def region(self, code: str) -> Region:
        """The help lines for a country code such as `GB`, or those that serve anywhere (T6.4)."""
        return region_for(self.regions, code)

    def age(self, months: int | None) -> AgeCard | None:
        """The card for a baby of so many months; none while the age is not known."""
        return None if months is None else next((card for card in self.ages if card.suits(months)), None)

    def scripts_for(self, months: int | None) -> tuple[Script, ...]:
        """Every script, those for a baby of so many months first; of these, the person's own before ours."""
        age = _LIKELY_MONTHS if months is None else months
        return tuple(
            sorted(self.scripts, key=lambda script: (not script.suits(age), not script.own, script.tears))
        )

    def lines_for(self, place: str, facts: frozenset[str] = frozenset()) -> tuple[Line, ...]:
        """The kind lines to say at `place`, the person's own before ours, then those for that place."""
        fitting = (line for line in self.lines if line.fits(place, facts))
        return tuple(sorted(fitting, key=lambda line: (not line.own, place not in line.places)))
