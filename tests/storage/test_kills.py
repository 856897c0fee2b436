"""A process killed at random moments leaves everything it had acknowledged."""

import json
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="this system cannot fork a process")
def test_sixty_random_kills_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.storage.killing", str(tmp_path / "data"), "60"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    found = json.loads(done.stdout)
    assert (found["rounds"], found["lost"], found["notices"]) == (60, [], [])
    assert found["acts"] > 60
