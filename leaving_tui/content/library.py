"""The front door of the words room: every text a parent reads, each kind read when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

from leaving_tui.content.names import fill
from leaving_tui.content.screens import Screens
from leaving_tui.content.toml import shipped

if TYPE_CHECKING:
    from pathlib import Path

    from leaving_tui.content import pages
    from leaving_tui.content.care import Care
    from leaving_tui.content.facts import AgeCard, Region, Source
    from leaving_tui.content.kinds import Exercise, Line, Script, Step
    from leaving_tui.content.patterns import PatternWords

__all__ = ["Library", "fill"]

Read = Callable[[str, Mapping[str, object], bool], Any]

_LIKELY_MONTHS = 8
"""The age a goodbye is chosen for while the baby's is not known."""


def _here(name: str) -> Any:
    """`kinds.Line` and the like, imported with its first words: most screens show few kinds of them."""
    module, _, kind = name.partition(".")
    return getattr(import_module(f"leaving_tui.content.{module}"), kind)


def _build(kind: str, table: Mapping[str, object], **known: object) -> Any:
    return _here("entries.build")(_here(kind), table, **known)


def _built(kind: str) -> Read:
    return lambda entry, table, own: _build(kind, table, id=entry, own=own)


def _kind(name: str, read: Read) -> cached_property[tuple[Any, ...]]:
    """A kind that a person may add to or replace by id."""

    def entries(library: Library) -> tuple[Any, ...]:
        own = _here("reading.own_file")(library.words, name, library.problems)
        merged: tuple[Any, ...] = _here("reading.merged")(read, shipped(name), own, library.problems)
        return merged

    return cached_property(entries)


def _facts(name: str, kind: str) -> cached_property[tuple[Any, ...]]:
    """A kind that only we ship."""

    def entries(_: Library) -> tuple[Any, ...]:
        return tuple(_build(kind, table, id=entry) for entry, table in shipped(name).items())

    return cached_property(entries)


def _page(name: str, kind: str) -> cached_property[Any]:
    """The longer texts of one part of the app."""
    return cached_property(lambda _: _build(f"pages.{kind}", shipped(f"texts/{name}")))


class Library:
    """All the words, with the person's own from `words/*.toml` when `words` is that folder.

    `problems` holds a sentence for each thing in a person's file that could not be used, once it was read.
    """

    def __init__(self, words: Path | None = None) -> None:
        self.words = words
        self.problems: list[str] = []
        self._screens = Screens()

    scripts: cached_property[tuple[Script, ...]] = _kind("scripts", _built("kinds.Script"))
    exercises: cached_property[tuple[Exercise, ...]] = _kind("exercises", _built("kinds.Exercise"))
    patterns: cached_property[tuple[PatternWords, ...]] = _kind(
        "patterns", lambda entry, table, own: _here("patterns.read_pattern")(entry, table, own=own)
    )
    steps: cached_property[tuple[Step, ...]] = _kind("steps", _built("kinds.Step"))
    lines: cached_property[tuple[Line, ...]] = _kind("lines", _built("kinds.Line"))

    sources: cached_property[tuple[Source, ...]] = _facts("sources", "facts.Source")
    ages: cached_property[tuple[AgeCard, ...]] = _facts("ages", "facts.AgeCard")
    regions: cached_property[tuple[Region, ...]] = cached_property(
        lambda _: _here("regions.read_regions")(shipped("regions"))
    )
    care: cached_property[Care] = cached_property(lambda _: _here("care.read_care")(shipped("care")))

    breathing: cached_property[pages.Breathing] = _page("breathing", "Breathing")
    grounding: cached_property[pages.Grounding] = _page("grounding", "Grounding")
    kindness: cached_property[pages.Kindness] = _page("kindness", "Kindness")
    goodbye: cached_property[pages.Goodbye] = _page("goodbye", "Goodbye")
    rating: cached_property[pages.Rating] = _page("rating", "Rating")
    check_now: cached_property[pages.CheckNow] = _page("check_now", "CheckNow")
    more_than_nerves: cached_property[pages.MoreThanNerves] = _page("more_than_nerves", "MoreThanNerves")
    ladder: cached_property[pages.Ladder] = _page("ladder", "Ladder")
    home: cached_property[pages.Home] = _page("home", "Home")
    messages: cached_property[pages.Messages] = _page("messages", "Messages")
    about: cached_property[pages.About] = _page("about", "About")

    def say(self, key: str, /, **values: object) -> str:
        """The screen text `key`, such as `away.past_due`, with `values` put in as they are.

        A text that is a table of `one` and `many` is chosen from by `count`.

        Raises:
            KeyError: there is no such text, or it needs a value that was not given.
        """
        return self._screens.say(key, values)

    def region(self, code: str) -> Region:
        """The help lines for a country code such as `GB`, or those that serve anywhere (T6.4)."""
        found: Region = _here("regions.region_for")(self.regions, code)
        return found

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
