"""The words files that we ship, as tables."""

import json
from typing import Any

from leaving_tui import content

Table = dict[str, Any]
HERE: str = content.__path__[0]


def shipped(name: str) -> Table:
    """The shipped words file `name`, such as `scripts` or `screens/home`."""
    return read_toml(f"{HERE}/{name}.toml")


def read_toml(path: str) -> Table:
    """The tables of a words file.

    Raises:
        FileNotFoundError: there is none.
    """
    with open(path, encoding="utf-8") as file:  # noqa: PTH123 - a prompt's `leaving status` does without pathlib
        text = file.read()
    tables = short_texts(text)
    if tables is None:
        import tomllib

        tables = tomllib.loads(text)
    return tables


def short_texts(text: str) -> Table | None:
    """The tables of TOML in which each line is a `[heading]`, a `key = value` or a `# comment`, else `None`.

    A value is a text, a whole number, true or false, or a list of them. So are the words of most screens; the
    first screen needs some, and importing `tomllib` takes long.
    """
    tables: Table = {}
    table = tables
    for line in filter(None, text.split("\n")):
        key, _, value = line.partition(" = ")
        if line.startswith("[") and _plain(*(parts := line[1:-1].split("."))) and line.endswith("]"):
            table = tables
            for part in parts:
                table = table.setdefault(part, {})
        elif not line.startswith("#"):
            try:
                table[key if _plain(key) else _quoted(key)] = _value(value)
            except ValueError:
                return None
    return tables


def _value(text: str) -> Any:
    value = json.loads(text)
    # The rest is written otherwise in TOML, or may be.
    if not all(isinstance(each, str | int) for each in (value if isinstance(value, list) else [value])):
        raise ValueError(text)
    return value


def _quoted(key: str) -> str:
    if not key.startswith('"'):
        raise ValueError(key)
    return str(json.loads(key))


def _plain(*keys: str) -> bool:
    return all(key.isidentifier() and key.isascii() for key in keys)
