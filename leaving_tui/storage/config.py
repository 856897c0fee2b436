"""`config.toml`: read, never written by us; what a person wrote there stays theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leaving_tui.domain.settings import Settings, read_settings

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = "config.toml"


def load_settings(folder: Path | str) -> tuple[Settings, list[str]]:
    """The settings in `folder`, the defaults where there are none, and one sentence for each problem."""
    path = f"{folder}/{CONFIG}"
    try:
        with open(path, encoding="utf-8") as file:  # noqa: PTH123 - a prompt's `leaving status` does without pathlib
            text = file.read()
    except FileNotFoundError:
        return Settings(), []
    except (OSError, UnicodeDecodeError):
        return Settings(), [f"{path} could not be read. The defaults are used."]
    # Most people have no such file, and should not wait for what would read it.
    import tomllib

    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Settings(), [f"{CONFIG} could not be used: {error}. The defaults are used."]
    settings, problems = read_settings(tables)
    return settings, [f"{CONFIG}: {problem}" for problem in problems]
