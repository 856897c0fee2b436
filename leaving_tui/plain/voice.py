"""Plain lines of text: no cursor movement, no colours, at most 80 columns, in letters the output can show."""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from errno import EDQUOT, ENOSPC
from typing import TextIO
from unicodedata import east_asian_width, normalize

from leaving_tui.domain.text import clean_line
from leaving_tui.plain.ears import Over

WIDTH = 80
_NUMBER = re.compile(r"\d{1,2}: (?=\S)")
_ASCII = {
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "…": "...",
    "·": "-",
    "–": "-",
    "—": "-",
    "−": "-",
    "×": "x",
    "→": "->",
    "←": "<-",
}


class Voice:
    """Tells lines to `out`, each at once."""

    def __init__(self, out: TextIO, width: int = WIDTH) -> None:
        self._out = out
        self._encoding = out.encoding or "ascii"
        self._width = min(width, WIDTH)
        self._fresh = True

    def tell(self, *texts: str) -> None:
        """Write each text on a line of its own, or on more where it is long; empty ones are left out.

        Raises:
            Over: nobody reads them.
            OSError: they go to a file on a disk that is full.
        """
        lines = [line for text in texts for line in text.split("\n")]
        rows = [
            row for line in lines for row in hanging(shown(clean_line(line), self._encoding), self._width)
        ]
        if rows:
            self._write("".join(row + "\n" for row in rows))
            self._fresh = False

    def row(self, *items: str) -> None:
        """Write several short texts beside each other, none of them broken where it can be helped."""
        rows = filled([shown(clean_line(item), self._encoding) for item in items], self._width)
        self.tell(*rows)

    def pause(self) -> None:
        """An empty line between two parts; never two in a row."""
        if not self._fresh:
            self._write("\n")
            self._fresh = True

    def ring(self) -> None:
        """The bell of a terminal; a file or a pipe has none."""
        if self._out.isatty():
            self._write("\a")

    def _write(self, text: str) -> None:
        try:
            self._out.write(text)
            self._out.flush()
        except OSError as problem:
            # What is left to write goes nowhere, or Python would complain about it at the end.
            with suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), self._out.fileno())
            if problem.errno in (ENOSPC, EDQUOT):
                raise
            raise Over from None


def shown(text: str, encoding: str) -> str:
    """`text` in letters that `encoding` has: a plain sign for a fine one, no accent, or a `?`."""
    return "".join(_shown(letter, encoding) for letter in text)


def _shown(letter: str, encoding: str) -> str:
    if _has(encoding, letter):
        return letter
    plain = _ASCII.get(letter) or normalize("NFKD", letter).encode("ascii", "ignore").decode()
    return plain if plain and _has(encoding, plain) else "?"


def _has(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def hanging(text: str, width: int) -> Iterator[str]:
    """`text` in rows; where it begins with a number to type, the further ones stand below its words."""
    number = _NUMBER.match(text)
    if not number:
        yield from wrapped(text, width)
        return
    lead, room = number[0], max(1, width - len(number[0]))
    for row in wrapped(text[len(lead) :], room):
        yield lead + row
        lead = " " * len(lead)


def wrapped(text: str, width: int) -> Iterator[str]:
    """`text` in rows of at most `width` columns, broken between words where there are any."""
    for row in filled(text.split(), width):
        while _columns(row) > width:
            head = _head(row, width)
            yield head
            row = row[len(head) :]
        yield row


def filled(items: Iterable[str], width: int) -> Iterator[str]:
    """`items` side by side in rows of at most `width` columns; one that is wider has a row of its own."""
    row = ""
    for item in items:
        if row and _columns(row) + 1 + _columns(item) > width:
            yield row
            row = ""
        row = f"{row} {item}" if row else item
    if row:
        yield row


def _head(word: str, width: int) -> str:
    end = min(len(word), width)
    while end > 1 and _columns(word[:end]) > width:
        end -= 1
    return word[:end]


def _columns(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
