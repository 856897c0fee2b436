"""The styles, read a few at a time: each rule less is time saved at the door, and memory after it."""

from pathlib import Path
from typing import Any

from textual.app import App

from leaving_tui.domain.outing import Stage
from leaving_tui.ui.scene import Scene

_STYLES = Path(__file__).parent / "styles"


def at_once(stage: Stage) -> list[Path]:
    """What the first frame of `stage` begins with."""
    return [_STYLES / "common.tcss", _STYLES / f"{stage.value}.tcss"]


class Styling:
    """What an app has read of its styles."""

    def __init__(self, app: App[Any], first: Stage) -> None:
        self._app = app
        self._known = {path.stem for path in at_once(first)}

    def parts(self) -> None:
        """Read what Home's first frame does without, and everything else is made of."""
        self._read("parts")

    def overlays(self) -> None:
        """Read what all screens over a stage share."""
        self._read("parts", "few_colours", "overlays")

    def of(self, scene: Scene) -> None:
        """Read what `scene` needs before it is shown; a screen's own rules take two milliseconds."""
        self.overlays()
        self._read(scene.STYLES)

    def _read(self, *names: str) -> None:
        new = [name for name in names if name not in self._known]
        if new:
            self._known.update(new)
            self._app.stylesheet.read_all([_STYLES / f"{name}.tcss" for name in new])
            # Textual 8.2 would style one more widget by the old rules.
            self._app.stylesheet.parse()
