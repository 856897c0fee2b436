"""The pictures in `screenshots/`, made by driving the real app: `python -m tests.screenshots`."""

import asyncio
import os
import re
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from leaving_tui import sample
from leaving_tui.companion import Companion
from leaving_tui.content.library import Library
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.storage.journal import Journal
from leaving_tui.storage.notes import Notes
from leaving_tui.ui.app import LeavingApp
from tests.conftest import HandClock

FOLDER = Path(__file__).parent.parent / "screenshots"
NOW = datetime(2026, 11, 23, 14, 58, tzinfo=UTC)
PHONE, WIDE = (42, 20), (100, 30)


@dataclass(frozen=True)
class Picture:
    """A picture and the way to it: keys, and seconds that pass."""

    name: str
    way: Sequence[str | float]
    size: tuple[int, int] = WIDE
    theme: str = "dusk"


PLAN = PlanDraft(carer="Grandma", place="coffee", minutes=30, step="S5", cue="after your nap")
AWAY: tuple[str | float, ...] = ("enter", 20.0, "enter", 180.0)
PICTURES = (
    Picture("home", ()),
    Picture("home-dawn", (), theme="dawn"),
    Picture("goodbye", ("enter", 8.0)),
    Picture("away", (*AWAY, "b", 61.0, "space", "escape", 180.0, "r", "6")),
    Picture("away-dawn", AWAY, theme="dawn"),
    Picture("away-phone", AWAY, PHONE),
    Picture("breathe", (*AWAY, "b", 1.0, "space", "escape", "b", 3.4)),
    Picture("breathe-phone", (*AWAY, "b", 1.0, "space", "escape", "b", 3.4), PHONE),
    Picture("ground", (*AWAY, "g", "space")),
    Picture("back", (*AWAY, 1500.0, "h")),
    Picture("back-phone", (*AWAY, 1500.0, "h"), PHONE),
)


async def take(picture: Picture) -> None:
    """Drive the app to the picture and write it."""
    clock = HandClock(NOW)
    with tempfile.TemporaryDirectory() as folder:
        journal = Journal(Path(folder), clock)
        companion = Companion(journal, Notes(Path(folder)), clock)
        companion.add(sample.story(NOW, UTC))
        companion.draft(PLAN)
        companion.trust(yes=True)
        companion.remember("choices", theme=picture.theme)
        app = LeavingApp(companion, Library(), clock)
        async with app.run_test(size=picture.size) as pilot:
            await pilot.pause(0.3)
            for step in picture.way:
                if isinstance(step, float):
                    clock.tick(seconds=step)
                    app.beat()
                else:
                    await pilot.press(step)
                await pilot.pause(0.15)
            svg = app.export_screenshot(title="Leaving", simplify=True)
        journal.close()
    # No web fonts: a picture must not ask another computer for anything.
    svg = re.sub(r"@font-face\s*\{.*?\}\s*", "", svg, flags=re.S)
    (FOLDER / f"{picture.name}.svg").write_text(svg, "utf-8")


async def main() -> None:
    """All of them."""
    for picture in PICTURES:
        await take(picture)


if __name__ == "__main__":
    os.environ["TZ"] = "UTC"
    time.tzset()
    asyncio.run(main())
