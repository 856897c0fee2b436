"""A folder that was typed and is not there: more often a slip than a new journal."""

import os
import sys

from leaving_tui.cli.folders import data_folder
from leaving_tui.cli.options import Options
from leaving_tui.cli.output import tell
from leaving_tui.content.screens import Screens


def missing(options: Options) -> str:
    """One sentence about the folder after `--data`, if there is none of that name; else nothing."""
    if not options.typed_data:
        return ""
    folder = data_folder(options)
    try:
        os.lstat(folder)
    except FileNotFoundError:
        return Screens().say("cli.no_folder", {"folder": folder})
    except OSError:
        # What may not be looked at is told by the command itself.
        pass
    return ""


def tell_missing(options: Options) -> bool:
    """Say that sentence on stderr, if there is one to say; whether there was."""
    sentence = missing(options)
    if sentence:
        tell(sentence, sys.stderr)
    return bool(sentence)
