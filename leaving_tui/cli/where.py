"""`leaving where`: the paths."""

from leaving_tui.cli.missing import tell_missing
from leaving_tui.cli.options import Options
from leaving_tui.cli.places import places
from leaving_tui.content.library import Library


def where(options: Options) -> int:
    """Print where the journal and the settings are."""
    found = places(options)
    print(Library().say("cli.where", data=found.data, config=found.config / "config.toml", words=found.words))
    tell_missing(options)
    return 0
