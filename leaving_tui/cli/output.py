"""What commands print, in letters that their output has. Nothing is imported for one that takes UTF-8."""

import os
import sys
from io import TextIOWrapper
from typing import TextIO

_USUAL = 80
"""Columns of a terminal that does not say how wide it is."""


def tell(text: str, stream: TextIO | None = None) -> None:
    """Print `text` to `stream`, or to stdout; in a terminal no word is broken at the end of a line."""
    stream = stream or sys.stdout
    if stream is not None and stream.isatty():
        text = "\n".join(_wrapped(line, _columns(stream)) for line in text.split("\n"))
    print(text, file=stream)


def _wrapped(line: str, width: int) -> str:
    from textwrap import fill

    return fill(line, width, break_long_words=False, break_on_hyphens=False)


def _columns(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns or _USUAL
    except OSError:
        return _USUAL


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
