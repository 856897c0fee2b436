"""`config.toml`: read, never written by us; what a person wrote there stays theirs."""

from pathlib import Path

from leaving_tui.domain.settings import Settings, read_settings

CONFIG = "config.toml"


def load_settings(folder: Path) -> tuple[Settings, list[str]]:
    """The settings in `folder`, the defaults where there are none, and one sentence for each problem."""
    path = folder / CONFIG
    try:
        text = path.read_text("utf-8")
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
