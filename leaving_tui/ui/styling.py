"""The styles, read a few at a time: each rule less before the first frame is time saved at the door."""

from pathlib import Path
from typing import Any

from textual.app import App

from leaving_tui.domain.outing import Stage

_STYLES = Path(__file__).parent / "styles"
_PARTS = _STYLES / "parts.tcss"


def at_once(stage: Stage) -> list[Path]:
    """What the first frame of `stage` begins with."""
    return [_STYLES / "common.tcss", _STYLES / f"{stage.value}.tcss"]


class Styling:
    """What an app has read of its styles."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._whole = False

    def parts(self) -> None:
        """Read what Home's first frame does without, and everything else is made of."""
        self._read(_PARTS)

    def whole(self) -> None:
        """Read the styles of all other screens too, once."""
        if not self._whole:
            self._whole = True
            self._read(*sorted(_STYLES.glob("*.tcss")))

    def _read(self, *paths: Path) -> None:
        self._app.stylesheet.read_all(paths)
        # Textual 8.2 would style one more widget by the old rules.
        self._app.stylesheet.parse()
