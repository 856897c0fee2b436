"""What commands print, in letters that their output has. Nothing is imported for one that takes UTF-8."""

import sys
from io import TextIOWrapper
from typing import TextIO


def has_all_letters(stream: TextIO) -> bool:
    """Whether `stream` can show any text."""
    return "utf" in (stream.encoding or "").lower()


def fit_letters() -> None:
    """From here on, nothing that is printed is a crash for want of a letter."""
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, TextIOWrapper):
            continue
        if not has_all_letters(stream):
            from leaving_tui.telling.glyphs import print_to

            print_to(stream)
        elif stream.errors == "strict":
            # The name of a folder may be no text at all; it goes out as it came in.
            stream.reconfigure(errors="surrogateescape")
