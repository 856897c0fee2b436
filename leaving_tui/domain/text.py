"""Text that people typed, made safe to keep and to show."""

import re
from collections.abc import Mapping

_UNSAFE = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)
LONGEST_NOTE = 4000
"""Characters kept of one note; a parent's longest reflection is far below it."""


def clean(text: str) -> str:
    """`text` without control, reading-order or surrogate characters, at most `LONGEST_NOTE` long.

    These characters can drive a terminal or turn the reading order round. Line breaks stay; a tab
    becomes a space.
    """
    if not text.isprintable():
        # Line breaks are not printable either; most texts are one line, and quickly through.
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
        text = re.sub(_UNSAFE, "", text)
    return text.strip()[:LONGEST_NOTE].rstrip()


def clean_line(text: str) -> str:
    """`clean` text on one line: for names and places."""
    return " ".join(clean(text).split())


def line_in(record: Mapping[str, object], key: str) -> str:
    """The line of text under `key`, cleaned; empty where there is none."""
    value = record.get(key)
    return clean_line(value) if isinstance(value, str) else ""


def note_in(record: Mapping[str, object], key: str) -> str:
    """The text under `key`, cleaned, its line breaks kept; empty where there is none."""
    value = record.get(key)
    return clean(value) if isinstance(value, str) else ""


def whole_in(record: Mapping[str, object], key: str, low: int, high: int) -> int | None:
    """The whole number under `key`, or `None` where there is none from `low` to `high`."""
    value = record.get(key)
    return value if type(value) is int and low <= value <= high else None
