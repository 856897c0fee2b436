"""What a person may choose in `config.toml`; every choice has a default, and a wrong one keeps it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

KEYS = ("look", "help", "notices", "breathe", "keys")
"""The tables of the file."""


class Settings(NamedTuple):
    """The choices. `theme` and `region` empty mean: what the app remembers, what the locale says."""

    theme: str = ""
    clock: str = "auto"
    motion: str = "full"
    glyphs: str = "auto"
    region: str = ""
    bell: bool = False
    terminal: bool = False
    termux: bool = False
    breath_bell: bool = False
    keys: Mapping[str, str] = MappingProxyType({})

    @property
    def still(self) -> bool:
        """Whether nothing should move."""
        return self.motion == "none"


_PLACES = {
    ("look", "theme"): "theme",
    ("look", "clock"): "clock",
    ("look", "motion"): "motion",
    ("look", "glyphs"): "glyphs",
    ("help", "region"): "region",
    ("notices", "bell"): "bell",
    ("notices", "terminal"): "terminal",
    ("notices", "termux"): "termux",
    ("breathe", "bell"): "breath_bell",
}
_CHOICES = {
    "clock": ("auto", "12", "24"),
    "motion": ("full", "none"),
    "glyphs": ("auto", "unicode", "ascii"),
}


def read_settings(tables: Mapping[str, Any]) -> tuple[Settings, list[str]]:
    """The settings that `tables` hold, and one sentence for each that could not be used."""
    problems: list[str] = []
    chosen: dict[str, Any] = {}
    defaults = Settings()
    for table, values in tables.items():
        if table not in KEYS or not isinstance(values, Mapping):
            problems.append(f"There is no table [{table}]; it is left out.")
        elif table == "keys":
            chosen["keys"] = {str(name): str(key) for name, key in values.items() if isinstance(key, str)}
        else:
            for key, value in values.items():
                name = _PLACES.get((table, key))
                wrong = "is not known" if name is None else _wrong(name, value, getattr(defaults, name))
                if wrong or name is None:
                    problems.append(f"The key {table}.{key} {wrong}; the default is used.")
                else:
                    chosen[name] = value

    return Settings(**chosen), problems


def _wrong(name: str, value: object, default: object) -> str:
    if type(value) is not type(default):
        return f"must be {'true or false' if isinstance(default, bool) else 'a text in quotes'}"
    if name in _CHOICES and value not in _CHOICES[name]:
        return f"must be one of {', '.join(_CHOICES[name])}"
    return ""
