"""Breathing patterns as words and seconds, and the bounds that a person's own pattern keeps."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import isfinite

from leaving_tui.content.entries import WordsError, build
from leaving_tui.domain.breath import Pattern

SHORTEST_CYCLE = 6.0
"""Seconds: ten breaths a minute. Faster than that is no longer slow breathing."""
LONGEST_HOLD = 8.0
"""Seconds."""
LONGEST_PART = 30.0
"""Seconds of one part of a breath."""


@dataclass(frozen=True, slots=True)
class PatternWords:
    """A breathing pattern, its easier version, and what is said about it; `minutes` are lengths to offer."""

    id: str
    name: str
    about: str
    pattern: Pattern
    easier: Pattern
    default_breaths: int
    minutes: tuple[int, ...]
    care: str
    sources: tuple[str, ...]
    own: bool = False

    @property
    def without_holds(self) -> Pattern:
        """The same breath without its holds, never quicker than the shortest cycle (T1.2)."""
        plain = replace(self.pattern, id=f"{self.id}-no-holds", hold=0.0, rest=0.0)
        slower = max(1.0, SHORTEST_CYCLE / plain.cycle)
        return replace(
            plain,
            breathe_in=plain.breathe_in * slower,
            top_up=plain.top_up * slower,
            breathe_out=plain.breathe_out * slower,
        )


@dataclass(frozen=True, slots=True)
class _Seconds:
    breathe_in: float
    breathe_out: float
    top_up: float = 0.0
    hold: float = 0.0
    rest: float = 0.0


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    seconds: _Seconds
    easier: _Seconds | None = None
    about: str = ""
    default_breaths: int | None = None
    minutes: tuple[int, ...] = (1, 3, 5)
    care: str = ""
    sources: tuple[str, ...] = ()


def read_pattern(pattern_id: str, table: Mapping[str, object], *, own: bool) -> PatternWords:
    """The pattern that `table` describes.

    Raises:
        WordsError: a key does not fit, a breath takes under 6 seconds, or a hold over 8.
    """
    entry = build(_Entry, table)
    pattern = _checked(pattern_id, entry.name, entry.seconds, "seconds")
    easier = entry.easier or entry.seconds
    return PatternWords(
        id=pattern_id,
        name=entry.name,
        about=entry.about,
        pattern=pattern,
        easier=_checked(f"{pattern_id}-easier", entry.name, easier, "easier"),
        default_breaths=entry.default_breaths or pattern.breaths_in(180),
        minutes=entry.minutes,
        care=entry.care,
        sources=entry.sources,
        own=own,
    )


def _checked(pattern_id: str, name: str, seconds: _Seconds, key: str) -> Pattern:
    parts = (seconds.breathe_in, seconds.breathe_out, seconds.top_up, seconds.hold, seconds.rest)
    if not all(isfinite(part) and 0 <= part <= LONGEST_PART for part in parts):
        raise WordsError(key, "must be from 0 to 30 for each part of a breath")
    if not (seconds.breathe_in and seconds.breathe_out):
        raise WordsError(key, "must have a breath in and a breath out")
    if max(seconds.hold, seconds.rest) > LONGEST_HOLD:
        raise WordsError(key, "has a hold of over 8 seconds, which is too long to be gentle")
    pattern = Pattern(
        pattern_id, name, seconds.breathe_in, seconds.hold, seconds.breathe_out, seconds.rest, seconds.top_up
    )
    if pattern.cycle < SHORTEST_CYCLE:
        raise WordsError(key, "makes a breath of under 6 seconds, which is too quick to be calm")
    return pattern
