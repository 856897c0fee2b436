"""With thousands of past outings the screen never goes through all of them: it makes what it shows."""

import threading
from datetime import timedelta

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from leaving_tui import sample
from leaving_tui.companion import Companion
from leaving_tui.domain.past import Past
from leaving_tui.storage import file, filed, shelf
from leaving_tui.telling import looking_back
from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.widgets.history import HistoryList
from leaving_tui.ui.widgets.pairs import PairCard
from leaving_tui.ui.widgets.trend import TrendPanel
from leaving_tui.ui.widgets.year import YearPanel
from tests.conftest import HandClock

from .conftest import TERMINAL, leave, shows, until

MANY = 400


@pytest.fixture
def by_the_screen(companion: Companion, clock: HandClock, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A journal that counts as large; the ids of the outings that the screen itself has made of it."""
    companion.add(sample.outings(MANY, clock()))
    clock.tick(seconds=60)
    for where, name in ((file, "LARGE"), (shelf, "FEW"), (looking_back, "FEW")):
        monkeypatch.setattr(where, name, 0)
    made: list[str] = []
    screen, real = threading.get_ident(), filed.outing_of

    def counted(fields):
        if threading.get_ident() == screen:
            made.append(fields["id"])
        return real(fields)

    monkeypatch.setattr(filed, "outing_of", counted)
    return made


async def at_home(pilot: Pilot[None], app: LeavingApp) -> None:
    await until(pilot, lambda: isinstance(app.snapshot.finished, Past))
    await until(pilot, lambda: app.screen.query(HistoryList))


def few(made: list[str]) -> bool:
    """Whether no more were made than a screen or two can show."""
    return len(set(made)) < MANY // 4


async def test_home_the_list_looking_back_and_the_record_while_out_make_only_what_they_show(
    app, companion, by_the_screen
) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        await at_home(pilot, app)
        await the_list_and_its_filter(pilot, app)
        assert few(by_the_screen)
        await looking_back_beside_the_screen(pilot, app, by_the_screen)
        await pilot.resize_terminal(120, 34)
        leave(companion)
        app.beat()
        await until(pilot, lambda: shows(app, "Of your last 8"))
        await pilot.press("k")
        await until(pilot, lambda: shows(app, "You found out"))
        assert few(by_the_screen)


async def the_list_and_its_filter(pilot: Pilot[None], app: LeavingApp) -> None:
    await pilot.press("l", "end")
    await until(pilot, lambda: app.screen.query_one(HistoryList).cursor == MANY - 1)
    await pilot.press("slash", "c", "o", "f", "f")
    await until(pilot, lambda: 0 < len(app.screen.query_one(HistoryList).outings) < MANY)
    app.screen.query_one(Input).value = ""
    await until(pilot, lambda: len(app.screen.query_one(HistoryList).outings) == MANY)
    await pilot.press("down", "enter")
    await until(pilot, lambda: shows(app, "out of the door"))
    await pilot.press("escape")
    await until(pilot, lambda: app.screen.query(HistoryList))


async def looking_back_beside_the_screen(pilot: Pilot[None], app: LeavingApp, made: list[str]) -> None:
    await pilot.press("l")
    await until(pilot, lambda: app.screen.query(PairCard))
    await pilot.press("2")
    await until(pilot, lambda: app.screen.query(TrendPanel))
    assert few(made)
    await pilot.press("3")
    await until(pilot, lambda: app.screen.query_one(YearPanel).shown.outings)
    assert few(made)


async def test_an_outing_is_finished_changed_deleted_and_brought_back_without_making_the_others(
    app, companion, by_the_screen, clock
) -> None:
    newest = companion.finished()[0]
    companion.edit(newest.id, trial=True)
    assert companion.finished()[0].trial
    companion.delete(newest.id)
    assert len(companion.finished()) == MANY - 1
    companion.restore(newest)
    companion.prepare()
    companion.leave()
    clock.tick(seconds=timedelta(minutes=20).total_seconds())
    companion.come_home()
    companion.answer("easier")
    assert len(companion.finished()) == MANY + 1
    assert few(by_the_screen)
