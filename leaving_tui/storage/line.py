"""One stored document that is parsed only when somebody looks into it."""

import json
from collections.abc import Iterator, MutableMapping
from typing import Any
from zlib import crc32

# Made once: `json.dumps` makes another one for each call that forbids what JSON does not have.
_ENCODER = json.JSONEncoder(allow_nan=False)


def as_text(value: object) -> bytes:
    """`value` as JSON on one line, in plain ASCII so that any program in any locale reads it the same.

    Raises:
        ValueError: it holds a number that JSON does not have, such as NaN.
    """
    return _ENCODER.encode(value).encode("ascii")


def crc(data: bytes | memoryview) -> str:
    """The checksum of `data`, as eight hexadecimal digits."""
    return f"{crc32(data):08x}"


class Line(MutableMapping[str, Any]):
    """A document as the bytes of its line; untouched, it is written back byte for byte."""

    __slots__ = ("_fields", "_raw")

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._fields: dict[str, Any] | None = None

    @property
    def raw(self) -> bytes:
        """The line as it was read."""
        return self._raw

    def text(self) -> bytes:
        """The line as it is to be written."""
        # Once looked into, a nested list may have been changed without our knowing.
        return self._raw if self._fields is None else as_text(self._fields)

    def _parsed(self) -> dict[str, Any]:
        if self._fields is None:
            self._fields = json.loads(self._raw)
        return self._fields

    def __getitem__(self, key: str) -> Any:
        return self._parsed()[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self._parsed()[key] = value

    def __delitem__(self, key: str) -> None:
        del self._parsed()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._parsed())

    def __len__(self) -> int:
        return len(self._parsed())

    def clear(self) -> None:
        """Hold nothing; what is there is not even looked into."""
        self._fields = {}


def become(document: MutableMapping[str, Any], fields: dict[str, Any]) -> None:
    """Make `document` hold `fields` and nothing else."""
    document.clear()
    document.update(fields)
