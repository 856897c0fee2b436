"""Where things are kept, as plain text: a prompt's `leaving status` does without pathlib."""
# ruff: noqa: PTH109, PTH111, PTH117, PTH118

import os
import sys

from leaving_tui.cli.options import Options

APP = "leaving_tui"


def data_folder(options: Options) -> str:
    """The folder of the journal."""
    return _named(options) or _by_xdg("XDG_DATA_HOME", ".local/share") or _by_platform("user_data_dir")


def config_folder(options: Options) -> str:
    """The folder of the settings and of the person's own words."""
    return _named(options) or _by_xdg("XDG_CONFIG_HOME", ".config") or _by_platform("user_config_dir")


def _named(options: Options) -> str:
    return os.path.join(os.getcwd(), os.path.expanduser(options.data)) if options.data else ""


def _by_xdg(variable: str, usual: str) -> str:
    """What `platformdirs` says on nearly every Linux, sooner than it could be imported; else nothing."""
    if sys.platform != "linux" or "ANDROID_ROOT" in os.environ:
        return ""
    folder = os.environ.get(variable) or os.path.join(os.environ.get("HOME", ""), usual)
    return os.path.join(folder, APP) if os.path.isabs(folder) else ""


def _by_platform(name: str) -> str:
    import platformdirs

    return str(getattr(platformdirs, name)(APP, appauthor=False))
