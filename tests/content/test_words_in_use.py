"""Every sentence of the screens is said somewhere: one that nobody says is a sentence nobody reads."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import leaving_tui

HOUSE = Path(leaving_tui.__file__).parent
COUNTED = {"one", "many"}


def keys(table: dict[str, object], name: str) -> Iterator[str]:
    """The keys of a file as they are said; a sentence for one and for many is one key."""
    for key, value in table.items():
        if isinstance(value, dict) and set(value) != COUNTED:
            yield from keys(value, f"{name}.{key}")
        else:
            yield f"{name}.{key}"


def said() -> Iterator[str]:
    """A pattern for each key in the code: written whole, with a part filled in, or as a beginning."""
    for path in HOUSE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr):
                yield "".join(_part(value) for value in node.values)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield re.escape(node.value) + (".+" if re.fullmatch(r"[\w.]+\.", node.value) else "")


def _part(value: ast.expr) -> str:
    return re.escape(str(value.value)) if isinstance(value, ast.Constant) else ".+"


def test_every_sentence_of_the_screens_is_said_somewhere() -> None:
    files = sorted((HOUSE / "content" / "screens").glob("*.toml"))
    shipped = [key for file in files for key in keys(tomllib.loads(file.read_text("utf-8")), file.stem)]
    patterns = [pattern for pattern in set(said()) if re.match(r"\w+\\\.", pattern)]
    any_of_them = re.compile("|".join(patterns))
    assert len(shipped) > 300
    assert [key for key in shipped if not any_of_them.fullmatch(key)] == []
