"""Outings begun a while ago in the real world, and other commands beside a running app."""

import subprocess
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from leaving_tui.clock import system_clock
from leaving_tui.companion import Companion
from leaving_tui.domain.outing import Outing
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.storage.journal import Journal
from leaving_tui.storage.notes import Notes
from tests.conftest import HandClock
from tests.pty.terminal import LEAVING, PATIENCE, surroundings


@pytest.fixture
def left_ago(folder: Path) -> Callable[..., Outing]:
    """Someone left so many minutes ago for so many minutes."""

    def leave(ago: int, minutes: int) -> Outing:
        clock = HandClock(system_clock() - timedelta(minutes=ago))
        companion = Companion(Journal(folder, clock), Notes(folder), clock)
        companion.prepare(PlanDraft(carer="Grandma", place="coffee", span=f"{minutes}m"))
        companion.leave()
        outing = companion.outing()
        assert outing is not None
        return outing

    return leave


@pytest.fixture
def leaving(folder: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run `leaving …` without a terminal, as a script does."""

    def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*LEAVING, *arguments],
            env=surroundings(folder, **environment),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    return run


@pytest.fixture
def saved(folder: Path) -> Callable[[], Outing | None]:
    """The outing in progress, as it is on disk."""
    return lambda: Journal(folder, system_clock).live()
