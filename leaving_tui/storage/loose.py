"""Reading tables from JSON of any layout, a document at a time, so that other threads get their turn."""

import json
import re
from collections.abc import Iterator

from leaving_tui.storage.errors import DamagedError
from leaving_tui.storage.line import Line, as_text

_SPACE = re.compile(r"[ \t\n\r]*")


def _refused(constant: str) -> None:
    raise ValueError(constant)


_DECODER = json.JSONDecoder(parse_constant=_refused)


def parse_loosely(data: bytes) -> dict[str, dict[str, Line]]:
    """The tables in `data`, as a stock TinyDB or a person wrote them.

    Raises:
        DamagedError: it is not an object of tables of documents.
    """
    try:
        reader = _Reader(data.decode("utf-8-sig"))
        tables = {name: reader.table() for name in reader.keys_of_object()}
        reader.end()
    except (ValueError, RecursionError) as problem:
        raise DamagedError(str(problem)) from None
    return tables


class _Reader:
    """Walks through two levels of JSON objects; what is deeper is decoded whole."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def keys_of_object(self) -> Iterator[str]:
        """Each key of the object that begins here; the caller reads the value before asking for the next."""
        self._take("{")
        if self._next("}"):
            return
        while True:
            key = self._value()
            if not isinstance(key, str):
                raise ValueError("a key must be text")
            self._take(":")
            yield key
            if not self._next(","):
                self._take("}")
                return

    def table(self) -> dict[str, Line]:
        """The documents of the table that begins here."""
        return {key: self._document() for key in self.keys_of_object()}

    def end(self) -> None:
        """Nothing more may follow."""
        self._skip()
        if self._at != len(self._text):
            raise ValueError("there is more after the end")

    def _document(self) -> Line:
        document = self._value()
        if not isinstance(document, dict):
            raise ValueError("a document must be an object")
        return Line(as_text(document))

    def _value(self) -> object:
        self._skip()
        value, self._at = _DECODER.raw_decode(self._text, self._at)
        return value

    def _take(self, mark: str) -> None:
        if not self._next(mark):
            raise ValueError(f"expected {mark}")

    def _next(self, mark: str) -> bool:
        self._skip()
        if not self._text.startswith(mark, self._at):
            return False
        self._at += 1
        return True

    def _skip(self) -> None:
        found = _SPACE.match(self._text, self._at)
        self._at = found.end() if found else self._at
