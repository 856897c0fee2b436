"""What all outings show, each part worked out once for as long as they do not change."""

from collections.abc import Callable
from typing import Any, TypeVar

from leaving_tui.domain.outing import Outing

T = TypeVar("T")
Past = tuple[Outing, ...]

_known: list[tuple[Past, dict[Callable[[Past], Any], Any]]] = [((), {})]


def once(part: Callable[[Past], T], outings: Past) -> T:
    """`part(outings)`, such as their totals; for the very same tuple it is not worked out again."""
    if _known[0][0] is not outings:
        _known[0] = outings, {}
    known = _known[0][1]
    if part not in known:
        known[part] = part(outings)
    found: T = known[part]
    return found
