"""A person's own words, beside those that came with the app."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple, TypeVar

from leaving_tui.content.entries import WordsError
from leaving_tui.content.toml import Table
from leaving_tui.domain.text import clean_line

T = TypeVar("T")

_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_AT_END = " (at end of document)"


class OwnFile(NamedTuple):
    """A person's own words file: its tables by id, and its text to find a line in."""

    name: str
    tables: Table
    text: str = ""

    def where(self, entry: str, key: str = "") -> str:
        """The file, the line and the key of something in it, as the start of a sentence."""
        line = self._line(entry, key)
        at = f", line {line}" if line else ""
        return f"words/{self.name}.toml{at}: {entry}" + (f".{key}" if key else "")

    def _line(self, entry: str, key: str) -> int | None:
        header = re.compile(rf"""\s*\[\s*["']?{re.escape(entry)}["']?\s*[\].]""")
        assignment = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*[=.]""")
        bare = re.compile(rf"""\s*["']?{re.escape(entry)}["']?\s*=""")
        found = None
        for number, line in enumerate(self.text.splitlines(), 1):
            if found is None:
                found = number if header.match(line) or bare.match(line) else None
            elif line.lstrip().startswith("["):
                break
            elif key and assignment.match(line):
                return number
        return found


def own_file(folder: Path | None, name: str, problems: list[str]) -> OwnFile:
    """The person's own file `name` in `folder`, empty when there is none or it cannot be read."""
    empty = OwnFile(name, {})
    if folder is None:
        return empty
    try:
        text = (folder / f"{name}.toml").read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        # Most people have none.
        import tomllib

        try:
            return OwnFile(name, tomllib.loads(text), text)
        except tomllib.TOMLDecodeError as error:
            problem = _toml_problem(str(error), text)
    except FileNotFoundError:
        return empty
    except UnicodeDecodeError:
        problem = ": it is not saved as UTF-8 text"
    except RecursionError:
        problem = ": its brackets are nested too deeply"
    except OSError as error:
        problem = f": it cannot be read ({error.strerror})"
    problems.append(f"words/{name}.toml{problem}. The words that came with the app are used.")
    return empty


def _toml_problem(message: str, text: str) -> str:
    found = _AT_LINE.search(message)
    line = int(found[1]) if found else len(text.splitlines())
    reason = _AT_LINE.sub("", message).replace(_AT_END, "").strip()
    return f", line {line}: this is not TOML we can read ({clean_line(reason)})"


def merged(
    read: Callable[[str, Mapping[str, object], bool], T], ours: Table, own: OwnFile, problems: list[str]
) -> tuple[T, ...]:
    """Our entries with the person's own added or put in place by id; an entry with a problem stays ours.

    An own entry that only names some keys keeps the rest of ours.
    """
    entries = {entry: read(entry, table, False) for entry, table in ours.items()}
    for entry, table in own.tables.items():
        try:
            entries[clean_line(entry)] = read(clean_line(entry), _over(ours.get(entry, {}), table), True)
        except WordsError as error:
            reason = str(error).removeprefix(error.key)
            instead = "The one that came with the app is used" if entry in ours else "It is left out"
            problems.append(f"{own.where(entry, error.key)}{reason}. {instead}.")
    return tuple(entries.values())


def _over(ours: Table, table: object) -> Table:
    if not isinstance(table, dict):
        raise WordsError("", "needs a heading of its own in square brackets, such as [mine]")
    return {**ours, **table}
