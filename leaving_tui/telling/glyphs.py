"""Every glyph in a form that the terminal has, column for column; all that is written goes through here."""

import codecs
import re
import sys
from functools import lru_cache, partial
from io import TextIOWrapper
from unicodedata import category, normalize

from rich.cells import cell_len

CONSOLE = "console"
"""The Linux console takes UTF-8; its first font has about the letters of CP437."""
_NAME = "leaving-glyphs"
_BLANK = re.compile(r"((?:\x1b\[[0-9;]*m)*)  ")
"""Two empty columns, and the codes of their colours."""

_LIKE = (
    ("─╌╸╺", "─-"),
    ("╴╶", " "),
    ("━═╍", "═="),
    ("│╎┊╵╷╹╻╏", "│|"),
    ("┃║", "║|"),
    ("╭", "┌."),
    ("╮", "┐."),
    ("╰", "└'"),
    ("╯", "┘'"),
    ("┌", "┌+"),
    ("┐", "┐+"),
    ("└", "└+"),
    ("┘", "┘+"),
    ("┏╔", "╔+"),
    ("┓╗", "╗+"),
    ("┗╚", "╚+"),
    ("┛╝", "╝+"),
    ("├┣", "├+"),
    ("┤┫", "┤+"),
    ("┬┳", "┬+"),
    ("┴┻", "┴+"),
    ("┼╋╫╪", "┼+"),
    ("▀▔", '▀"'),
    ("▄▁▂▃", "▄_"),
    ("█▅▆▇▉▊▛▜▙▟", "█#"),
    ("▌▏▎▍▋", "▌|"),
    ("▐▕", "▐|"),
    ("▖▗▘▝", "+"),
    ("░▒▓", "▒#"),
    ("▮", "▌#"),
    ("■", "■X"),
    ("◆", "C"),
    ("●", "O"),
    ("•∙", "*"),
    ("·", "·-"),
    ("…", "."),
    ("–—−‐‑", "-"),
    ("“”„«»", '"'),
    ("‘’‚‹›", "'"),
    ("→", ">"),
    ("←", "<"),
    ("↑", "^"),
    ("↓", "v"),
    ("×", "x"),
    ("øð", "o"),
    ("Ø", "O"),
    ("ł", "l"),
    ("Ł", "L"),
    ("đ", "d"),
    ("ÐĐ", "D"),
    ("æ", "a"),
    ("Æ", "A"),
    ("œ", "o"),
    ("Œ", "O"),
    ("ß", "s"),
    ("ı", "i"),
    ("þ", "t"),
    ("Þ", "T"),
)
"""Glyphs, and what may stand for them: the nearest first, and one that every terminal has at the end."""
_STAND_IN = {glyph: likes for glyphs, likes in _LIKE for glyph in glyphs}


def write_in(letters: str) -> None:
    """From here on, write to the terminal in `letters`: an encoding, or `CONSOLE`.

    A handler of what cannot be encoded is met by all that is written, borders and titles and a person's own
    words; no screen needs to know. ASCII, and so each code that moves the cursor, goes by untouched.
    """
    known, sent = ("cp437", "utf-8") if letters == CONSOLE else (letters, letters)
    codecs.register_error(_NAME, partial(_spell, known, sent))
    for stream in (sys.stdout, sys.__stderr__):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="ascii", errors=_NAME)


def print_to(stream: TextIOWrapper) -> None:
    """From here on, print to `stream` in the letters that it has."""
    name = f"{_NAME}-{stream.encoding}"
    codecs.register_error(name, partial(_spell, stream.encoding, stream.encoding))
    stream.reconfigure(errors=name)


def _spell(known: str, sent: str, error: UnicodeError) -> tuple[bytes, int]:
    assert isinstance(error, UnicodeEncodeError)
    before = error.object[max(0, error.start - 1) : error.start]
    run = error.object[error.start : error.end]
    if run == "…" and (blank := _BLANK.match(error.object, error.end)):
        # Its three points have room in the blank that follows.
        return b"..." + blank[1].encode(), blank.end()
    return spelled(run, known, before if before.isprintable() else "").encode(sent, "replace"), error.end


@lru_cache(maxsize=2048)
def spelled(text: str, known: str, before: str = "") -> str:
    """`text` in the letters of the encoding `known`, in as many columns as it has after `before`."""
    columns = cell_len(before + text) - cell_len(before)
    letters = "".join(_letter(letter, known) for letter in text)
    # Several signs may make one picture, such as a family; then there are too many.
    return letters[:columns].ljust(columns)


def _letter(letter: str, known: str) -> str:
    columns = cell_len(letter)
    if not columns or _has(known, letter):
        return letter if columns else ""
    for like in _STAND_IN.get(letter, ""):
        if _has(known, like):
            return like
    plain = "".join(part for part in normalize("NFKD", letter) if part.isalnum() and _has(known, part))
    if 0 < len(plain) <= columns:
        return plain.ljust(columns)
    return ("*" if category(letter) == "So" else "?") * columns


def _has(known: str, letter: str) -> bool:
    try:
        letter.encode(known)
    except UnicodeEncodeError:
        return False
    return True
