"""The short texts on the screens, one file for each screen, read when a text of it is first asked for."""

from collections.abc import Mapping
from pathlib import Path

from leaving_tui.content.names import insert
from leaving_tui.content.reading import HERE, Table, read_toml


class Screens:
    """The texts of the TOML files in `folder`."""

    def __init__(self, folder: Path = HERE / "screens") -> None:
        self._folder = folder
        self._files: dict[str, Table] = {}

    def say(self, key: str, values: Mapping[str, object]) -> str:
        """The text at `file.key` or `file.part.key`; a table of `one` and `many` is chosen from by `count`.

        Raises:
            KeyError: there is no such text, or it needs a value that was not given.
        """
        file, *path = key.split(".")
        found: object = self._file(file)
        for part in path:
            if not isinstance(found, dict) or part not in found:
                raise KeyError(key)
            found = found[part]
        if isinstance(found, dict) and "count" in values and "many" in found:
            found = found["one" if values["count"] == 1 else "many"]
        if not isinstance(found, str):
            raise KeyError(key)
        return insert(found, values)

    def _file(self, name: str) -> Table:
        if name not in self._files:
            path = self._folder / f"{name}.toml"
            if not name.isidentifier() or not path.is_file():
                raise KeyError(name)
            self._files[name] = read_toml(path)
        return self._files[name]
