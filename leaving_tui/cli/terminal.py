"""The terminal before the app is there. Only `os` and `sys` are at hand: more would take too long."""

import os
import sys

UTF_8, ASCII, CONSOLE = "utf-8", "ascii", "console"
_SIGN = "\r  Leaving"
_ONE_BYTE = 240
"""Characters in 256 bytes, from which on each byte is one: others mix narrow and wide ones."""


def fits() -> bool:
    """Whether a full-screen app can live in this terminal; in others it would spin, or paint litter."""
    if os.environ.get("TERM", "") in ("", "dumb"):
        return False
    try:
        return all(stream is not None and stream.isatty() for stream in (sys.__stdin__, sys.__stderr__))
    except ValueError:
        return False


def letters(choice: str) -> str:
    """What this terminal can show: an encoding, or `CONSOLE`; `choice` is `auto`, `unicode` or `ascii`."""
    if choice != "auto":
        return UTF_8 if choice == "unicode" else ASCII
    charset = _charset()
    if "utf" in charset.lower():
        return CONSOLE if os.environ.get("TERM", "").startswith("linux") else UTF_8
    try:
        return charset if len(bytes(range(256)).decode(charset, "ignore")) > _ONE_BYTE else ASCII
    except (LookupError, ValueError):
        return ASCII


def _charset() -> str:
    """The encoding that the environment names, as a terminal reads it; where it names none, Python's own."""
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG")]
    if sys.flags.utf8_mode and names[1] in ("C.UTF-8", "C.utf8", "UTF-8"):
        # In the C locale Python sets LC_CTYPE itself; the terminal knows nothing of it.
        names[1] = ""
    name = next(filter(None, names), "")
    if name in ("C", "POSIX"):
        return ASCII
    encoding = sys.__stderr__.encoding if sys.__stderr__ is not None else ASCII
    return name.partition(".")[2].partition("@")[0] or encoding


def give_a_sign() -> None:
    """One calm line, at once: the app is on its way."""
    _write(_SIGN)


def take_it_back() -> None:
    """An empty line again, for the app or for a sentence."""
    _write("\r" + " " * len(_SIGN) + "\r")


def _write(text: str) -> None:
    if fits() and sys.__stderr__ is not None:
        sys.__stderr__.write(text)
        sys.__stderr__.flush()
