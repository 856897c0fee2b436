"""Reading tables from JSON of any layout, a document at a time, so that other threads get their turn."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress

from leaving_tui.storage.errors import DamagedError
from leaving_tui.storage.line import Line, as_text

_LABEL = re.compile(r'"(?:(?P<id>\d{1,39})":\s*(?=\{)|(?P<table>[^"\\]{1,40})":\s*\{\s*(?="\d{1,39}":\s*\{))')
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


def records(data: bytes) -> Iterator[object]:
    """The records in an export, a journal, a list of records, or a single one. Read all before using any.

    Raises:
        ValueError, RecursionError: it is not whole JSON, or holds no records.
    """
    reader = _Reader(data.decode("utf-8-sig"))
    found = False
    rest: dict[str, object] = {}
    if reader.sees("["):
        found = True
        yield from reader.items()
    else:
        for key in reader.keys_of_object():
            if key == "outings":
                found = True
                yield from reader.items() if reader.sees("[") else reader.values()
            else:
                rest[key] = reader.value()
    reader.end()
    if not found and "id" in rest:
        yield rest
    elif not found:
        raise ValueError("there are no records in it")


def documents(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Each document that is still whole in `text`, however damaged the rest: table, id, beginning and end."""
    at, table = 0, ""
    while found := _LABEL.search(text, at):
        at = found.end()
        if found["table"] is not None:
            table = found["table"]
            continue
        with suppress(ValueError, RecursionError):
            _, end = _DECODER.raw_decode(text, at)
            yield table, found["id"], found.start(), end
            at = end


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
            key = self.value()
            if not isinstance(key, str):
                raise ValueError("a key must be text")
            self._take(":")
            yield key
            if not self._next(","):
                self._take("}")
                return

    def items(self) -> Iterator[object]:
        """Each item of the array that begins here."""
        self._take("[")
        if self._next("]"):
            return
        while True:
            yield self.value()
            if not self._next(","):
                self._take("]")
                return

    def values(self) -> Iterator[object]:
        """Each value of the object that begins here."""
        return (self.value() for _ in self.keys_of_object())

    def table(self) -> dict[str, Line]:
        """The documents of the table that begins here."""
        return {key: self._document() for key in self.keys_of_object()}

    def end(self) -> None:
        """Nothing more may follow."""
        self._skip()
        if self._at != len(self._text):
            raise ValueError("there is more after the end")

    def _document(self) -> Line:
        document = self.value()
        if not isinstance(document, dict):
            raise ValueError("a document must be an object")
        return Line(as_text(document))

    def value(self) -> object:
        """The whole value that begins here."""
        self._skip()
        value, self._at = _DECODER.raw_decode(self._text, self._at)
        return value

    def sees(self, mark: str) -> bool:
        """Whether `mark` comes next."""
        self._skip()
        return self._text.startswith(mark, self._at)

    def _take(self, mark: str) -> None:
        if not self._next(mark):
            raise ValueError(f"expected {mark}")

    def _next(self, mark: str) -> bool:
        if not self.sees(mark):
            return False
        self._at += 1
        return True

    def _skip(self) -> None:
        found = _SPACE.match(self._text, self._at)
        self._at = found.end() if found else self._at
