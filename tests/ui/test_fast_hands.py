"""Whoever is quicker than the screens breaks nothing."""

import asyncio
from random import Random

import pytest
from textual import events
from textual.geometry import Size

from leaving_tui import sample
from leaving_tui.companion import Companion
from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.rooms import OVERLAYS
from tests.conftest import START
from tests.ui.conftest import PHONE, TERMINAL, at_rest, shows, until

pytestmark = pytest.mark.usefixtures("painted")

KEYS = (
    *("b", "g", "k", "n", "l", "x", "?", "escape", "escape", "enter", "e", "left", "right", "tab"),
    *("h", "c", "r", "+", "-", "s", "1", "2", "3", "w", "z", "t", "0", "7", "a", "f", "p"),
)
NAMES = {"?": "question_mark", "+": "plus", "-": "minus"}
SMALL = (28, 10)


def key(sign: str) -> events.Key:
    return events.Key(NAMES.get(sign, sign), sign if len(sign) == 1 else None)


def resize(size: tuple[int, int]) -> events.Resize:
    return events.Resize(Size(*size), Size(*size))


async def test_a_screen_may_be_closed_or_get_a_key_before_it_is_there(app: LeavingApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await until(pilot, lambda: at_rest(app))
        for turns in (0, 3):
            for name in OVERLAYS.keys() - {"outing"}:
                app.action_open(name)
                for _ in range(turns):
                    await asyncio.sleep(0)
                await app.action_back()
        await until(pilot, lambda: len(app.screen_stack) == 1 and at_rest(app))
        await pilot.resize_terminal(*TERMINAL)
        app.action_open("ground")
        await app.run_action("step(1)", app.screen)
        await until(pilot, lambda: shows(app, "five things"))


@pytest.mark.parametrize("seed", range(2))
async def test_keys_may_come_faster_than_screens(app: LeavingApp, companion: Companion, seed: int) -> None:
    companion.add(sample.story(START))
    chance = Random(seed)
    async with app.run_test(size=TERMINAL) as pilot:
        for _ in range(60):
            app.post_message(key(chance.choice(KEYS)))
            if chance.random() < 0.1:
                app.post_message(resize(chance.choice([PHONE, TERMINAL, SMALL])))
            for _ in range(chance.randrange(4)):
                await asyncio.sleep(0)
        app.post_message(resize(TERMINAL))
        await until(pilot, lambda: at_rest(app) and app.screen.is_attached)
        while len(app.screen_stack) > 1:
            app.pop_screen()
        await until(pilot, lambda: shows(app, "To the goodbye") or app.snapshot.outing)


WORKS = {"history": ["_get_ready"], "look_back": ["_fill_ledger", "_fill_numbers"]}


async def test_what_was_looked_up_for_a_screen_that_is_closed_is_not_shown(
    app: LeavingApp, companion: Companion
) -> None:
    companion.add(sample.story(START))
    async with app.run_test(size=TERMINAL) as pilot:
        await until(pilot, lambda: at_rest(app) and app.snapshot.finished)
        for name, works in WORKS.items():
            app.action_open(name)
            await until(pilot, lambda: len(app.screen_stack) == 2 and app.screen.is_there and at_rest(app))
            closed = app.screen
            await app.pop_screen()
            for work in works:
                await getattr(type(closed), work).__wrapped__(closed, app.snapshot.finished)
