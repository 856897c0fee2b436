"""What all outings show, each part worked out once for as long as they do not change."""

import asyncio
from collections.abc import Callable, Sequence
from threading import Lock
from typing import Any, TypeVar

from leaving_tui.domain.outing import Outing

T = TypeVar("T")
Outings = Sequence[Outing]

_turn = Lock()

FEW = 500
"""Outings that are gone through in the blink of an eye."""

_known: list[tuple[Outings, dict[Callable[[Outings], Any], Any]]] = [((), {})]


def once(part: Callable[[Outings], T], outings: Outings) -> T:
    """`part(outings)`, such as their totals; for the very same ones it is not worked out again."""
    if _known[0][0] is not outings:
        _known[0] = outings, {}
    known = _known[0][1]
    if part not in known:
        known[part] = part(outings)
    found: T = known[part]
    return found


def at_hand(part: Callable[[Outings], object], outings: Outings) -> bool:
    """Whether `once` would answer at once."""
    return len(outings) <= FEW or (_known[0][0] is outings and part in _known[0][1])


async def beside(part: Callable[[Outings], T], outings: Outings) -> T:
    """`once`, in another thread where it takes a while, so that the screen goes on."""
    if at_hand(part, outings):
        return once(part, outings)
    return await asyncio.to_thread(_in_turn, part, outings)


def _in_turn(part: Callable[[Outings], T], outings: Outings) -> T:
    # Whoever asks again meanwhile finds it known.
    with _turn:
        return once(part, outings)
