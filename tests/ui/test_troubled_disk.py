"""A disk that is slow, or gone for a while: the screen stays where the person is."""

import json
import threading
from pathlib import Path

from leaving_tui.companion import Companion
from leaving_tui.storage.disk import Disk
from leaving_tui.storage.journal import Journal
from leaving_tui.storage.notes import Notes
from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.screens.back import BackScreen
from tests.ui.conftest import TERMINAL, leave, shows, until


class SlowDisk(Disk):
    """Takes its time just when a finished outing has left the desk."""

    def __init__(self) -> None:
        self.reached, self.go_on = threading.Event(), threading.Event()

    def replace(self, source: Path, target: Path) -> None:
        super().replace(source, target)
        if target.name == "last.json":
            self.reached.set()
            self.go_on.wait(10)


async def test_while_an_answer_is_being_saved_the_screen_stays(folder, library, clock):
    disk = SlowDisk()
    journal = Journal(folder, clock, disk)
    companion = Companion(journal, Notes(folder), clock)
    leave(companion)
    clock.tick(minutes=20)
    companion.come_home()
    app = LeavingApp(companion, library, clock)
    async with app.run_test(size=TERMINAL) as pilot:
        await pilot.press("1")
        await until(pilot, disk.reached.is_set)
        try:
            app.beat()
            await pilot.pause()
            assert isinstance(app.screen, BackScreen)
            assert shows(app, "about the same")
        finally:
            disk.go_on.set()
        await until(pilot, lambda: shows(app, "Saved"))


def gone(folder: Path, elsewhere: Path) -> None:
    folder.rename(elsewhere)
    folder.write_text("not a folder")


def there_again(folder: Path, elsewhere: Path) -> None:
    folder.unlink()
    elsewhere.rename(folder)


async def test_when_the_folder_is_gone_the_outing_goes_on_and_is_saved_once_it_is_back(
    app: LeavingApp, away, folder: Path
):
    elsewhere = folder.with_name("elsewhere")
    async with app.run_test(size=TERMINAL) as pilot:
        await until(pilot, lambda: shows(app, "Home by 15:28"))
        gone(folder, elsewhere)
        app.beat()
        await pilot.press("plus")
        await until(pilot, lambda: shows(app, "Home by 15:33", "min to go"))
        there_again(folder, elsewhere)
        await pilot.press("plus")
        await until(pilot, lambda: shows(app, "Home by 15:38"))
    assert f"{away.outing().due_at:%H:%M}" == "15:38"
    assert away.snapshot().unsaved is None


async def test_a_journal_of_a_newer_version_is_told_of_once_and_left_alone(app: LeavingApp, folder: Path):
    newer = json.dumps({"outings": {"1": {"v": 99, "id": "6f1c9a52-3df0-4c53-b2de-0f3d2a6b7c11"}}})
    (folder / "outings.json").write_text(newer)
    async with app.run_test(size=TERMINAL, notifications=True) as pilot:
        await until(pilot, lambda: app._notifications)
        for _ in range(4):
            app.beat()
            await app.workers.wait_for_complete()
        [told] = app._notifications
        assert "newer version" in told.message
        assert shows(app, "To the goodbye")
    assert (folder / "outings.json").read_text() == newer
