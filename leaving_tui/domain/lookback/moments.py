"""Which sentence tells a moment; a detail that is missing or of a strange type is left unsaid."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from leaving_tui.domain.duration import in_words
from leaving_tui.domain.outing import Kind, Moment

Told = tuple[str, dict[str, Any]]
"""The key of a sentence under `lookback`, and its values."""


def told(moment: Moment) -> Told:
    """The sentence for `moment`; a kind that only a newer version knows is told by its name."""
    if moment.kind not in _WAYS:
        return "story.other", {"kind": moment.kind}
    key, values = _WAYS[moment.kind](moment)
    return f"story.{key}", values


def _rating(moment: Moment) -> Told:
    return ("rating_skipped", {}) if moment.rating is None else ("rating", {"rating": moment.rating})


def _breathe(moment: Moment) -> Told:
    breaths, pattern = _number(moment, "breaths"), _text(moment, "pattern")
    if not breaths:
        return "breathe", {"pattern": pattern}
    return "breathe_counted", {"count": breaths, "pattern": pattern}


def _ground(moment: Moment) -> Told:
    exercise, steps = _text(moment, "exercise"), _number(moment, "steps")
    return ("ground_named", {"exercise": exercise, "steps": steps}) if exercise else ("ground", {})


def _kind(moment: Moment) -> Told:
    return "kind", {"line": moment.detail.get("line")}


def _check_in(moment: Moment) -> Told:
    key = "check_in_planned" if moment.detail.get("planned") is True else "check_in"
    said = _text(moment, "said")
    return (f"{key}_said", {"text": said}) if said else (key, {})


def _urge(moment: Moment) -> Told:
    outcome, minutes = moment.detail.get("outcome"), _number(moment, "minutes")
    if outcome not in ("waited", "checked", "new_fact"):
        return "urge", {}
    if outcome == "waited" and minutes > 0:
        return "urge_waited_for", {"length": in_words(minutes)}
    if outcome == "waited" and moment.detail.get("minutes") == 0:
        return "urge_waited_moment", {}
    return f"urge_{outcome}", {}


def _later(moment: Moment) -> Told:
    worry = _text(moment, "worry")
    return ("later_named", {"text": worry}) if worry else ("later", {})


def _time(moment: Moment) -> Told:
    minutes = _number(moment, "minutes")
    if not minutes:
        return "time", {}
    return f"time_{'later' if minutes > 0 else 'sooner'}", {"length": in_words(abs(minutes))}


def _number(moment: Moment, name: str) -> int:
    value = moment.detail.get(name)
    return value if isinstance(value, int) else 0


def _text(moment: Moment, name: str) -> str:
    value = moment.detail.get(name)
    return value if isinstance(value, str) else ""


_WAYS: Mapping[str, Callable[[Moment], Told]] = MappingProxyType(
    {
        Kind.RATING: _rating,
        Kind.BREATHE: _breathe,
        Kind.GROUND: _ground,
        Kind.KIND: _kind,
        Kind.CHECK_IN: _check_in,
        Kind.URGE: _urge,
        Kind.LATER: _later,
        Kind.TIME: _time,
    }
)
