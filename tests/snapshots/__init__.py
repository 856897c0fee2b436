"""Every screen as plain text, at three sizes: what a change does to the screens is seen in its diff.

`python -m tests.snapshots` writes them anew.
"""

import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import OptionList

from leaving_tui import sample
from leaving_tui.companion import Companion
from leaving_tui.content.library import Library
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.storage.journal import Journal
from leaving_tui.storage.notes import Notes
from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.rooms import OVERLAYS
from leaving_tui.ui.scene import Scene
from tests.conftest import HandClock
from tests.ui.conftest import PHONE, TERMINAL, WIDE, screen_text

FOLDER = Path(__file__).parent
SIZES = (PHONE, TERMINAL, WIDE)
PATIENCE = 20
"""Seconds after which a screen that never settles is given up."""
SMALL = (28, 10)
ALIKE = 2
"""Looks at a screen that all show the same, before it is taken for what stays."""
PLAN = PlanDraft(carer="Grandma", place="coffee", minutes=30, step="S5", cue="after your nap")
AT = {
    "goodbye": ("age", "fed", "script", "slept"),
    "away": ("breathe", "check", "ground", "kind", "log", "rate", "still_out"),
}
"""Over which stage a screen is shown; the others over Home."""
ABOUT_ONE = ("outing", "edit")
"""Screens about one past outing."""


@dataclass
class Walk:
    """One app in one window, on its way through all screens."""

    app: LeavingApp
    clock: HandClock
    pilot: Pilot[None]
    seen: dict[str, str] = field(default_factory=dict)

    async def settled(self) -> str:
        """What is on the screen, once it stays."""
        shown: list[str] = []
        async with asyncio.timeout(PATIENCE):
            while len(shown) < ALIKE or len(set(shown[-ALIKE:])) > 1 or not self._there():
                await self.pilot.pause(0)
                shown.append(screen_text(self.app))
        return shown[-1]

    def _there(self) -> bool:
        screen = self.app.screen
        return (
            screen._composed
            if isinstance(screen, Scene)
            else any(each.option_count for each in screen.query(OptionList))
        )

    async def see(self, name: str) -> None:
        """Keep what is on the screen as `name`."""
        self.seen[name] = await self.settled()

    async def stage(self, name: str) -> None:
        """The screen of a stage, and those that are shown over it."""
        await self.see(name)
        home = [overlay for overlay in OVERLAYS if not any(overlay in others for others in AT.values())]
        for overlay in AT.get(name, home if name == "home" else ()):
            if overlay in ABOUT_ONE:
                finished = self.app.snapshot.finished or ()
                self.app.action_about(overlay, finished[-1].id)
            else:
                self.app.action_open(overlay)
            await self.see(overlay)
        # One over another is quicker than back to the stage each time.
        while len(self.app.screen_stack) > 1:
            self.app.pop_screen()

    async def press(self, *keys: str, minutes: float = 0) -> None:
        """Press keys, and let time pass."""
        await self.pilot.press(*keys)
        self.clock.tick(minutes=minutes)
        self.app.beat()
        await self.settled()


async def screens(size: tuple[int, int]) -> dict[str, str]:
    """Every screen by its name, as it looks in a window of `size`."""
    clock = HandClock()
    with _filled(clock) as app:
        async with app.run_test(size=size) as pilot:
            walk = Walk(app, clock, pilot)
            while app.snapshot.finished is None:
                await pilot.pause(0.01)
            await walk.stage("home")
            await walk.press("ctrl+p")
            await walk.see("palette")
            await walk.press("escape")
            await walk.press("enter")
            await walk.stage("goodbye")
            await walk.press("enter", minutes=7)
            await walk.stage("away")
            await pilot.resize_terminal(*SMALL)
            await walk.see("too_small")
            await pilot.resize_terminal(*size)
            await walk.press("h")
            await walk.stage("back")
            await walk.press("1")
            await walk.see("saved")
            return walk.seen


@contextmanager
def _filled(clock: HandClock) -> Iterator[LeavingApp]:
    with tempfile.TemporaryDirectory() as folder:
        journal = Journal(Path(folder), clock)
        companion = Companion(journal, Notes(Path(folder)), clock)
        companion.add(sample.story(clock(), UTC))
        companion.draft(PLAN)
        companion.trust(yes=True)
        app = LeavingApp(companion, Library(), clock)
        yield app
        journal.close()


async def pages() -> dict[str, str]:
    """The text of each file: one screen at all sizes."""
    taken = [(size, await screens(size)) for size in SIZES]
    return {
        name: "\n".join(
            f"{width} x {height}\n{'=' * width}\n{seen[name]}\n" for (width, height), seen in taken
        )
        for name in taken[0][1]
    }
