"""Tiles that save something: the second of two quick taps was meant for what stood there before."""

import asyncio

from textual import events

from leaving_tui.ui.widgets.tile import Tile

SETTLED = 0.5
"""Seconds after which a tap, or a digit that has changed its meaning, is meant for what is there now."""


def seconds() -> float:
    """The loop's own time, which no change of the clock moves."""
    return asyncio.get_running_loop().time()


def settled(since: float) -> bool:
    """Whether what came at `since` has been there long enough."""
    return seconds() >= since + SETTLED


class SteadyTile(Tile):
    """A tile that takes a tap once it has stood there for half a second; keys are not held back."""

    since = 0.0
    """When it came to stand where it is."""

    def on_mount(self) -> None:
        """From now on."""
        self.since = seconds()

    async def on_click(self, event: events.Click) -> None:
        """A tap that came too soon does nothing."""
        if not settled(self.since):
            event.stop()
            event.prevent_default()
