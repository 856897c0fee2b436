"""`leaving config`: where the settings are, or an example to start from."""

import shlex
import sys
from pathlib import Path

import leaving_tui.content
from leaving_tui.cli.options import Options
from leaving_tui.cli.output import tell
from leaving_tui.cli.places import places
from leaving_tui.content.library import Library
from leaving_tui.storage.config import CONFIG
from leaving_tui.telling.program import program

_EXAMPLE = Path(leaving_tui.content.__file__).parent / "config.toml"


def config(options: Options) -> int:
    """Print the path of the settings, or the commented example."""
    if options.example:
        print(_EXAMPLE.read_text("utf-8"), end="")
    else:
        path = places(options).config / CONFIG
        print(path)
        if not path.exists():
            _tell_how(path)
    return 0


def _tell_how(path: Path) -> None:
    """Say on stderr how the file is made, as a line that can be typed."""
    folder = "" if path.parent.is_dir() else f"mkdir -p {shlex.quote(str(path.parent))} && "
    how = f"{folder}{program()} config --example > {shlex.quote(str(path))}"
    tell(Library().say("cli.no_config", how=how), sys.stderr)
