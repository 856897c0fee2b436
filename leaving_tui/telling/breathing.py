"""The breath as a person has chosen it: which one, how long, and with its holds or without."""

from __future__ import annotations

from typing import NamedTuple

from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library
from leaving_tui.content.patterns import PatternWords
from leaving_tui.domain.breath import Pattern
from leaving_tui.domain.outing import Outing
from leaving_tui.domain.text import whole_in

LONGEST = 60
"""Minutes."""


class ChosenBreath(NamedTuple):
    """A pattern, the `minutes` asked for, and what was said about its holds; `None` is nothing so far."""

    words: PatternWords
    minutes: int | None = None
    holds: bool | None = None

    @property
    def asks_first(self) -> bool:
        """Whether it is held, and nobody has said yet whether they want that (T1.2)."""
        return self.words.pattern.holds and self.holds is None

    @property
    def pattern(self) -> Pattern:
        """What to breathe."""
        return self.words.without_holds if self.words.pattern.holds and not self.holds else self.words.pattern

    @property
    def breaths(self) -> int:
        """How many."""
        return self._breaths_in(self.minutes) if self.minutes else self.words.default_breaths

    @property
    def length(self) -> int | None:
        """The minutes that it takes, where they are whole ones."""
        return self.minutes or next((n for n in self._lengths if self._breaths_in(n) == self.breaths), None)

    @property
    def shorter(self) -> int | None:
        """The next shorter length on offer, in minutes."""
        return next((n for n in reversed(self._lengths) if self._breaths_in(n) < self.breaths), None)

    @property
    def longer(self) -> int | None:
        """The next longer length on offer, in minutes."""
        return next((n for n in self._lengths if self._breaths_in(n) > self.breaths), None)

    @property
    def _lengths(self) -> list[int]:
        return sorted(self.words.minutes)

    def _breaths_in(self, minutes: int) -> int:
        return self.pattern.breaths_in(minutes * 60)


def chosen_breath(snapshot: Snapshot, library: Library) -> ChosenBreath:
    """The breath of last time, or else the first one there is."""
    choices = snapshot.notes.get("choices", {})
    named = (words for words in library.patterns if words.id == choices.get("pattern"))
    words = next(named, library.patterns[0])
    return ChosenBreath(words, whole_in(choices, "breathe_minutes", 1, LONGEST), choices.get("breathe_holds"))


def last_rating(outing: Outing | None) -> int | None:
    """The last number given on this outing, before leaving or since."""
    if outing is None:
        return None
    given = [outing.before.rating, *(moment.rating for moment in outing.moments)]
    return next((rating for rating in reversed(given) if rating is not None), None)
