"""Where the output takes no more, that is said in one sentence."""

import subprocess
from pathlib import Path

import pytest

from tests.pty.terminal import LEAVING, PATIENCE, surroundings

FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="no device here that is always full")
@pytest.mark.parametrize("command", ["config --example", "where", "status", "sheet", "log --help", "plain"])
def test_a_full_disk_under_the_output_is_one_sentence(folder: Path, command: str) -> None:
    with FULL.open("w") as full:
        done = subprocess.run(
            [*LEAVING, *command.split()],
            env=surroundings(folder),
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    assert done.returncode == 3
    assert (
        done.stderr == "Could not write what was asked for: the disk is full. Please choose another place.\n"
    )
