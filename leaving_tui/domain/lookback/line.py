"""One sentence to be said: which one is true, and the values in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Line:
    """The sentence `lookback.<key>` with its values; where it has `one` and `many`, `count` chooses."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)
