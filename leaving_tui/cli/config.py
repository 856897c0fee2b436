"""`leaving config`: where the settings are, or an example to start from."""

from pathlib import Path

import leaving_tui.content
from leaving_tui.cli.options import Options
from leaving_tui.cli.places import places

_EXAMPLE = Path(leaving_tui.content.__file__).parent / "config.toml"


def config(options: Options) -> int:
    """Print the path of the settings, or the commented example."""
    if options.example:
        print(_EXAMPLE.read_text("utf-8"), end="")
    else:
        print(places(options).config / "config.toml")
    return 0
