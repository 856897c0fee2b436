"""Opening the past outings, and one letter of the filter, at more and more outings.

`python -m tests.benchmarks.history [ROUNDS]` prints milliseconds and ratios to ten outings. In process, from
the key press to the painted screen; nothing is asserted: the ratios are for people to read.
"""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from textual.css.query import NoMatches
from textual.pilot import Pilot
from textual.widgets import Input

from leaving_tui import sample
from leaving_tui.clock import system_clock
from leaving_tui.companion import Companion
from leaving_tui.content.library import Library
from leaving_tui.domain.outing import Outing
from leaving_tui.storage.journal import Journal
from leaving_tui.storage.notes import Notes
from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.widgets.history import HistoryList
from leaving_tui.ui.widgets.pairs import PairCard
from leaving_tui.ui.widgets.trend import TrendPanel
from leaving_tui.ui.widgets.words import Words
from leaving_tui.ui.widgets.year import YearPanel

SIZES = (10, 1_000, 10_000, 100_000)
DEEDS = ("open the list", "first letter", "next letter", "down", "end", "look back", "numbers", "a year")


class InMind(Journal):
    """A journal that has been read already: what is measured is the screen, and no disk."""

    made: tuple[Outing, ...] = ()

    def outings(self) -> tuple[Outing, ...]:
        """All of them, newest first."""
        return self.made


async def main(rounds: int) -> None:
    """Measure each size, and print the table."""
    made = tuple(reversed(sample.outings(SIZES[-1], system_clock(), seed=1)))
    figures = {size: await _measured(made[:size], rounds) for size in SIZES}
    print(f"{'medians of ' + str(rounds):<16}" + "".join(f"{size:>18,}" for size in SIZES))
    for deed in DEEDS:
        least = figures[SIZES[0]][deed]
        cells = (f"{figures[size][deed]:>8.1f} ms ×{figures[size][deed] / least:<5.1f}" for size in SIZES)
        print(f"{deed:<16}" + "".join(f"{cell:>18}" for cell in cells))


async def _measured(outings: tuple[Outing, ...], rounds: int) -> Mapping[str, float]:
    each: dict[str, list[float]] = {deed: [] for deed in DEEDS}
    with TemporaryDirectory() as folder:
        journal = InMind(Path(folder), system_clock)
        journal.made = outings
        app = LeavingApp(Companion(journal, Notes(Path(folder)), system_clock), Library(), system_clock)
        async with app.run_test(size=(100, 30)) as pilot:
            for _ in range(rounds):
                for deed, took in [pair async for pair in _round(app, pilot)]:
                    each[deed].append(took)
    return {deed: median(took) for deed, took in each.items()}


async def _round(app: LeavingApp, pilot: Pilot[None]) -> AsyncIterator[tuple[str, float]]:
    def rows() -> HistoryList:
        return app.screen.query_one(HistoryList)

    n = len(app.snapshot.finished or await _read(app))
    yield (
        "open the list",
        await _until(app, "l", lambda: _on(app, "HistoryScreen") and len(rows().outings) == n),
    )
    await _until(app, "slash", lambda: app.screen.query_one(Input).has_focus)
    yield "first letter", await _until(app, "o", lambda: str(app.screen.query_one("#found", Words).content))
    yield "next letter", await _until(app, "q", lambda: not rows().outings)
    app.screen.query_one(Input).value = ""
    await _until(app, "enter", lambda: rows().has_focus and len(rows().outings) == n)
    yield "down", await _until(app, "down", lambda: rows().cursor == 1)
    yield "end", await _until(app, "end", lambda: rows().cursor == n - 1)
    yield (
        "look back",
        await _until(app, "l", lambda: _on(app, "LookBackScreen") and app.screen.query(PairCard)),
    )
    yield "numbers", await _until(app, "2", lambda: app.screen.query(TrendPanel))
    yield "a year", await _until(app, "3", lambda: app.screen.query_one(YearPanel).shown.weeks)
    await _until(app, "escape", lambda: _on(app, "HistoryScreen"))
    await _until(app, "escape", lambda: len(app.screen_stack) == 1)
    await pilot.pause()


def _on(app: LeavingApp, screen: str) -> bool:
    return type(app.screen).__name__ == screen and app.screen.is_mounted and bool(app.screen.focused)


async def _read(app: LeavingApp) -> Sequence[Outing]:
    while True:
        if app.snapshot.finished is not None:
            return app.snapshot.finished
        await asyncio.sleep(0.01)


async def _until(app: LeavingApp, key: str, shown: Callable[[], object]) -> float:
    """Milliseconds from the key until `shown` holds and the screen has been laid out and painted."""
    began = perf_counter()
    app.simulate_key(key)
    while True:
        if _holds(shown) and not app.screen._layout_required:
            break
        await asyncio.sleep(0.001)
    app.screen._compositor.render_strips()
    return (perf_counter() - began) * 1000


def _holds(shown: Callable[[], object]) -> bool:
    try:
        return bool(shown())
    except NoMatches:
        return False


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5))
