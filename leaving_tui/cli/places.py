"""Where things are kept: one folder if the person named it, else the platform's own."""

from argparse import Namespace
from pathlib import Path
from typing import NamedTuple

APP = "leaving_tui"


class Places(NamedTuple):
    """The folder of the journal and the folder of what the person chose."""

    data: Path
    config: Path

    @property
    def words(self) -> Path:
        """The person's own words."""
        return self.config / "words"


def places(options: Namespace) -> Places:
    """The folders that `--data` or `LEAVING_DATA` name, or the platform's."""
    if options.data is not None:
        folder = options.data.expanduser().absolute()
        return Places(folder, folder)
    import platformdirs

    return Places(
        platformdirs.user_data_path(APP, appauthor=False), platformdirs.user_config_path(APP, appauthor=False)
    )
