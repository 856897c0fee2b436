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
    anew: bool = False
    """Whether what is typed takes the place of what stands in it, and does not go on from its end."""
    lines: bool = False
    """Whether there is room for more than one line."""
    rating: bool = False
    """Whether it is a number from 0 to 10."""
    group: str = ""
    """The heading it stands under in the list."""
    opens: str = ""
    """The room it leads to, for what is filled in there, such as `people`."""
    acts: bool = False
    """Whether an answer does something at once: going from field to field passes it by."""
    enters: str = ""
    """The entry that choosing it goes into, for a list of things with fields of their own."""


def all_filled(fields: Sequence[Field]) -> bool:
    """Whether something stands in every one of them."""
    return all(field.value or field.shown or field.opens or field.enters for field in fields)


def beside(fields: Sequence[Field], field_id: str, by: int) -> str | None:
    """The field `by` places from `field_id` among those to fill in; `None` beyond the ends of them."""
    ids = [field.id for field in fields if not (field.opens or field.enters or field.acts)]
    at = ids.index(field_id) + by if field_id in ids else -1
    return ids[at] if 0 <= at < len(ids) else None
