"""One thing that may be filled in: what it is called, what stands in it, why it is asked, ready answers."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that may be filled in; `picks` are ready answers, as (value, words)."""

    id: str
    label: str
    value: str = ""
    shown: str = ""
    """What a list shows, where that is not the value itself."""
    why: str = ""
    hint: str = ""
    picks: Sequence[tuple[str, str]] = ()
    typed: bool = True
    """Whether something of one's own can be typed."""
    typed_first: bool = False
    """Whether digits are typed, and do not choose among the picks."""
    lines: bool = False
    """Whether there is room for more than one line."""
    rating: bool = False
    """Whether it is a number from 0 to 10."""
    group: str = ""
    """The heading it stands under in the list."""
    opens: str = ""
    """The room it leads to, for what is filled in there, such as `people`."""
    enters: str = ""
    """The entry that choosing it goes into, for a list of things with fields of their own."""
