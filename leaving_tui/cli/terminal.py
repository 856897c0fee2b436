"""The terminal before the app is there. Only `os` and `sys` are at hand: more would take too long."""

import os
import sys

_SIGN = "\r  Leaving"


def fits() -> bool:
    """Whether a full-screen app can live in this terminal; in others it would spin, or paint litter."""
    if os.environ.get("TERM", "") in ("", "dumb"):
        return False
    try:
        return all(
            stream is not None and stream.isatty() and "utf" in (stream.encoding or "").lower()
            for stream in (sys.__stdin__, sys.__stderr__)
        )
    except ValueError:
        return False


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
