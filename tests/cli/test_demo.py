"""`leaving demo`: sample outings in a folder that is gone afterwards."""

import pytest

from leaving_tui.cli import demo, main
from leaving_tui.cli.places import places
from leaving_tui.clock import system_clock
from leaving_tui.companion import Companion
from leaving_tui.content.library import Library
from leaving_tui.storage.journal import Journal
from leaving_tui.storage.notes import Notes
from leaving_tui.ui.app import LeavingApp
from tests.ui.conftest import PHONE, TERMINAL, _without_idling, shows, until

__all__ = ["_without_idling"]
"""The screens are waited for as in the other screen tests."""


def test_it_opens_on_six_weeks_elsewhere_and_leaves_nothing_behind(tmp_path, monkeypatch):
    own = tmp_path / "own"
    monkeypatch.setenv("LEAVING_DATA", str(own))
    seen = []

    def look(options):
        folder = places(options).data
        seen.append((folder, len(Journal(folder, system_clock).outings())))
        return 0

    monkeypatch.setattr(demo, "run_app", look)
    assert main(["demo"]) == 0
    [(folder, count)] = seen
    assert count == 14
    assert folder != own
    assert not folder.exists()
    assert not own.exists()


def test_the_folder_is_gone_even_if_the_app_ends_badly(monkeypatch):
    seen = []

    def fall(options):
        seen.append(places(options).data)
        raise RuntimeError

    monkeypatch.setattr(demo, "run_app", fall)
    with pytest.raises(RuntimeError):
        main(["demo"])
    assert not seen[0].exists()


async def test_every_screen_says_quietly_that_these_are_samples(tmp_path):
    demo.fill(tmp_path)
    companion = Companion(Journal(tmp_path, system_clock), Notes(tmp_path), system_clock)
    app = LeavingApp(companion, Library(), system_clock)
    async with app.run_test(size=PHONE) as pilot:
        for size in (PHONE, TERMINAL):
            await pilot.resize_terminal(*size)
            await until(
                pilot, lambda: shows(app, "Sample outings. Nothing here is kept.", "goodbye", "pottery class")
            )
            await pilot.press("l")
            await until(pilot, lambda: shows(app, "Sample outings.", "Past outings", "14 outings"))
            await pilot.press("escape")
        await pilot.press("n", "s")
        await until(pilot, lambda: shows(app, "As your carer reads it"))
        assert not shows(app, "To print it")


async def test_a_persons_own_app_says_nothing_of_samples(tmp_path):
    companion = Companion(Journal(tmp_path, system_clock), Notes(tmp_path), system_clock)
    app = LeavingApp(companion, Library(), system_clock)
    async with app.run_test(size=TERMINAL) as pilot:
        await until(pilot, lambda: shows(app, "goodbye"))
        assert not shows(app, "Sample outings")
