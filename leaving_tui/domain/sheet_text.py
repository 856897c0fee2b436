"""The care notes as one page of plain text; what does not fit is cut fairly (T5.2)."""

from collections.abc import Sequence
from unicodedata import east_asian_width, normalize

from leaving_tui.domain.sheet import Row, Sheet

WIDTH, HEIGHT = 80, 66
"""Columns and lines of the page."""


def page(sheet: Sheet) -> str:
    """The sheet as plain text of at most `HEIGHT` lines of `WIDTH` columns, the last line ended too."""
    header = [_cut(line, WIDTH) for line in (sheet.title, sheet.day) if line]
    rows = [row for block in sheet.blocks for row in block.rows]
    wrapped = [_wrapped(row) for row in rows]
    room = HEIGHT - len(header) - len(sheet.blocks)
    shares = _fair_shares([len(lines) for lines in wrapped], [row.vital for row in rows], room)
    spare = room - sum(shares)
    fitted = iter([_shortened(*pair, sheet.more) for pair in zip(wrapped, shares, strict=True)])
    lines = header
    for number, block in enumerate(sheet.blocks):
        # What is left over goes to blank lines, from the top.
        lines += [""] * (number < spare) + [_cut(block.heading, WIDTH)]
        for _ in block.rows:
            lines += next(fitted)
    return "\n".join(lines) + "\n"


def _fair_shares(needs: Sequence[int], vital: Sequence[bool], room: int) -> list[int]:
    """Lines for each row: one each, then the vital ones what they need, then the others; always evenly."""
    shares = [0] * len(needs)
    first = [place for place, is_vital in enumerate(vital) if is_vital]
    then = [place for place, is_vital in enumerate(vital) if not is_vital]
    for places, most in ((first, 1), (then, 1), (first, HEIGHT), (then, HEIGHT)):
        while room and (short := [place for place in places if shares[place] < min(needs[place], most)]):
            for place in short[:room]:
                shares[place] += 1
            room -= len(short[:room])
    return shares


def _shortened(lines: list[str], share: int, more: str) -> list[str]:
    if share >= len(lines) or not share:
        return lines[:share]
    end = _cut(lines[share - 1], WIDTH - _columns(more) - 1)
    return [*lines[: share - 1], f"{end} {more}"]


def _wrapped(row: Row) -> list[str]:
    text = f"{row.label}: {row.text}" if row.label else row.text
    lines = [line for part in text.split("\n") for line in _wrap(part, WIDTH - 4)]
    return [("    " if number else "  ") + line for number, line in enumerate(lines)]


def _wrap(text: str, width: int) -> list[str]:
    lines, line = [], ""
    for word in normalize("NFC", text).split():
        joined = f"{line} {word}" if line else word
        if _columns(joined) <= width:
            line = joined
            continue
        lines += [line] if line else []
        line = word
        while _columns(line) > width:
            head = _head(line, width)
            lines, line = [*lines, head], line[len(head) :]
    return [*lines, line] if line else lines


def _cut(text: str, width: int) -> str:
    """The start of a line that fits, ended at a word where there is one: half a number misleads."""
    if _columns(text) <= width:
        return text
    head = _head(text, width)
    whole, _, _ = head.rpartition(" ")
    return whole if whole.strip() else head


def _head(text: str, width: int) -> str:
    end = width
    while _columns(text[:end]) > width:
        end -= 1
    return text[:end]


def _columns(text: str) -> int:
    """Columns that a text may need: never too few, so marks that join the letter before count as well."""
    return sum(2 if _wide(character) else 1 for character in text)


def _wide(character: str) -> bool:
    # Beside what Unicode calls wide: symbols that many terminals draw as pictures, and newer pictures.
    code = ord(character)
    return east_asian_width(character) in "WF" or 0x2600 <= code <= 0x27BF or code >= 0x1F000
