"""The front door of the words room: every text a parent reads, each kind read when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from leaving_tui.content.entries import build
from leaving_tui.content.kinds import Exercise, Script
from leaving_tui.content.names import fill
from leaving_tui.content.patterns import read_pattern
from leaving_tui.content.reading import merged, own_file, shipped
from leaving_tui.content.screens import Screens

__all__ = ["Library", "fill"]

T = TypeVar("T")


def _built(kind: type[T]) -> Callable[[str, Mapping[str, object], bool], T]:
    return lambda entry, table, own: build(kind, table, id=entry, own=own)


def _kind(name: str, read: Callable[[str, Mapping[str, object], bool], T]) -> Callable[[Any], tuple[T, ...]]:
    def entries(library: Library) -> tuple[T, ...]:
        own = own_file(library.words, name, library.problems)
        return merged(read, shipped(name), own, library.problems)

    return entries


class Library:
    """All the words, with the person's own from `words/*.toml` when `words` is that folder.

    `problems` holds a sentence for each thing in a person's file that could not be used, once it was read.
    """

    def __init__(self, words: Path | None = None) -> None:
        self.words = words
        self.problems: list[str] = []
        self._screens = Screens()

    scripts = cached_property(_kind("scripts", _built(Script)))
    exercises = cached_property(_kind("exercises", _built(Exercise)))
    patterns = cached_property(
        _kind("patterns", lambda entry, table, own: read_pattern(entry, table, own=own))
    )

    def say(self, key: str, /, **values: object) -> str:
        """The screen text `key`, such as `away.past_due`, with `values` put in as they are.

        A text that is a table of `one` and `many` is chosen from by `count`.

        Raises:
            KeyError: there is no such text, or it needs a value that was not given.
        """
        return self._screens.say(key, values)
