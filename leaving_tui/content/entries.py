"""One table of a words file made into the value it describes, checked key by key."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin

from leaving_tui.content.names import unknown_names
from leaving_tui.domain.text import clean, clean_line

T = TypeVar("T")
MOST = 48 * 60
"""The largest whole number that the words have a use for: the minutes of the longest outing."""
LINES = {"lines": True}
"""Field metadata: the line breaks that a person typed are part of the text."""

_KINDS = {
    str: "a text in quotes",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    date: "a date",
}


def filled(*names: str) -> dict[str, tuple[str, ...]]:
    """Field metadata: beside the common names, the screen fills these placeholders."""
    return {"filled": names}


def among(*words: str) -> dict[str, tuple[str, ...]]:
    """Field metadata: only these words are known."""
    return {"among": words}


class WordsError(ValueError):
    """What is wrong with one key of a words file, as the end of a sentence that starts with the key."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(f"{key} {reason}")
        self.key = key


def build(kind: type[T], table: Mapping[str, object], **known: object) -> T:
    """A `kind` (a dataclass) from `table`; `known` are the fields that do not stand in it, such as its id.

    Raises:
        WordsError: a key is missing, unknown, empty or of the wrong type, or has an unknown placeholder.
    """
    maker: Any = kind
    left, values = dict(table), dict(known)
    for item in fields(maker):
        if item.name in known:
            continue
        if item.name in left:
            values[item.name] = _field(item, left.pop(item.name))
        elif not _optional(item):
            raise WordsError(item.name, "is missing")
    for key in left:
        raise WordsError(key, "is not a key we know here")
    made: T = maker(**values)
    return made


def _field(item: Field[Any], value: object) -> object:
    read = _value(item.type, value, item.name, item.metadata)
    if read in ("", ()) and not _optional(item):
        raise WordsError(item.name, "is empty")
    return read


def _optional(item: Field[Any]) -> bool:
    return item.default is not MISSING


def _value(wanted: Any, value: object, key: str, about: Mapping[str, Any]) -> object:
    if isinstance(wanted, UnionType):
        wanted = get_args(wanted)[0]
    if get_origin(wanted) is tuple:
        if not isinstance(value, list):
            raise WordsError(key, "must be a list in square brackets")
        return tuple(_value(get_args(wanted)[0], item, key, about) for item in value)
    if is_dataclass(wanted) and isinstance(wanted, type):
        return _part(wanted, value, key)
    if wanted is float and type(value) is int:
        return float(value)
    if type(value) is not wanted:
        raise WordsError(key, f"must be {_KINDS[wanted]}")
    if isinstance(value, str):
        return _text(value, key, about)
    if type(value) is int and not 0 <= value <= MOST:
        raise WordsError(key, f"must be from 0 to {MOST}")
    return value


def _part(wanted: type[Any], value: object, key: str) -> object:
    if not isinstance(value, Mapping):
        raise WordsError(key, "must be a table")
    try:
        return build(wanted, value)
    except WordsError as error:
        raise WordsError(key, f"has a part that does not fit: {error}") from error


def _text(value: str, key: str, about: Mapping[str, Any]) -> str:
    for name in unknown_names(value, about.get("filled", ())):
        raise WordsError(key, f"has the placeholder {name}, which nothing fills")
    if value not in about.get("among", (value,)):
        raise WordsError(key, f"can hold {', '.join(about['among'])}")
    return clean(value) if about.get("lines") else clean_line(value)
