"""The short texts on the screens, one file for each screen, read when a text of it is first asked for."""

from collections.abc import Mapping

from leaving_tui.content.names import insert
from leaving_tui.content.toml import HERE, Table, read_toml


class Screens:
    """The texts of the TOML files in `folder`."""

    def __init__(self, folder: str = f"{HERE}/screens") -> None:
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
            if not name.isidentifier():
                raise KeyError(name)
            try:
                self._files[name] = read_toml(f"{self._folder}/{name}.toml")
            except FileNotFoundError:
                raise KeyError(name) from None
        return self._files[name]
