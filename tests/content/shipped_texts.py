"""Every string a parent can read in the shipped words, walked from the files themselves."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import leaving_tui.content

CONTENT = Path(leaving_tui.content.__file__).parent
REGISTER = "sources"
"""Titles and addresses of sources: not prose of ours."""
_NOT_READ = {"sources", "source", "places", "needs", "also", "filled_by", "status", "scale"}
_NOT_PROSE = {"name", "number", "hours"}


class Shipped(NamedTuple):
    file: str
    key: str
    text: str

    @property
    def where(self) -> str:
        return f"{self.file}.toml: {self.key}"


def files() -> list[Path]:
    return sorted(CONTENT.rglob("*.toml"))


def everything() -> list[Shipped]:
    """Every string a parent can meet, screens included."""
    found = []
    for path in files():
        name = path.relative_to(CONTENT).with_suffix("").as_posix()
        if name != REGISTER:
            tables = tomllib.loads(path.read_text("utf-8"))
            found += [Shipped(name, key, text) for key, text in _walk(tables, "")]
    return [shipped for shipped in found if shipped.text]


def prose() -> list[Shipped]:
    """Without the names, numbers and hours of help lines, which are not ours to word."""
    return [
        shipped
        for shipped in everything()
        if shipped.file != "regions" or shipped.key.rsplit(".", 1)[-1] not in _NOT_PROSE
    ]


def _walk(value: Any, key: str) -> Iterator[tuple[str, str]]:
    match value:
        case str():
            yield key, value
        case list():
            for number, item in enumerate(value, 1):
                yield from _walk(item, f"{key}[{number}]")
        case dict():
            for name, item in value.items():
                if name not in _NOT_READ:
                    yield from _walk(item, f"{key}.{name}" if key else name)
