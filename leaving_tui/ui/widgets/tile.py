"""Large targets for a thumb: one tap or Enter runs an action."""

from collections.abc import Iterable

from textual import events
from textual.binding import Binding
from textual.containers import Center, ItemGrid
from textual.content import Content
from textual.widgets import Static


class Tile(Static, can_focus=True):
    """A button three rows high that runs `action` in the screen it stands on."""

    BINDINGS = [Binding("enter,space", "press", show=False)]
    FOCUS_ON_CLICK = False
    """Enter goes on doing what the screen says it does, and not once more what was tapped."""

    def __init__(self, label: str, action: str, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(Content(label), id=id, classes=classes)
        self.action = action

    async def action_press(self) -> None:
        """Run the action, as a tap does."""
        await self.screen.run_action(self.action)

    async def on_click(self, event: events.Click) -> None:
        """A tap is a press."""
        event.stop()
        await self.action_press()


class Tiles(ItemGrid):
    """Tiles side by side, as many in a row as fit."""

    def __init__(self, tiles: Iterable[Tile], *, width: int = 12, id: str | None = None) -> None:
        super().__init__(*tiles, min_column_width=width, id=id)


class Foot(Center):
    """The ways out at the bottom of a screen, under the middle of what stands above them."""

    def __init__(self, tiles: Iterable[Tile], *, width: int = 12) -> None:
        super().__init__(Tiles(tiles, width=width))
