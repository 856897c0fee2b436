"""Where things are kept: one folder if the person named it, else the platform's own."""

from pathlib import Path
from typing import NamedTuple

from leaving_tui.cli.folders import config_folder, data_folder
from leaving_tui.cli.options import Options


class Places(NamedTuple):
    """The folder of the journal and the folder of what the person chose."""

    data: Path
    config: Path

    @property
    def words(self) -> Path:
        """The person's own words."""
        return self.config / "words"


def places(options: Options) -> Places:
    """The folders that `--data` or `LEAVING_DATA` name, or the platform's."""
    return Places(Path(data_folder(options)), Path(config_folder(options)))
