"""Every screen looks as it did: its text at three sizes, compared with the files beside this one."""

import difflib

import pytest

from leaving_tui.ui.rooms import OVERLAYS, STAGES
from tests.snapshots import FOLDER, pages

RENEW = "If this is as it should be: python -m tests.snapshots"


@pytest.mark.usefixtures("painted")
async def test_every_screen_looks_as_it_did() -> None:
    shown = await pages()
    kept = {file.stem: file.read_text("utf-8") for file in FOLDER.glob("*.txt")}
    changed = [
        line
        for name in sorted(shown.keys() | kept.keys())
        for line in difflib.unified_diff(
            kept.get(name, "").splitlines(),
            shown.get(name, "").splitlines(),
            f"{name}.txt",
            "now",
            lineterm="",
        )
    ]
    assert not changed, "\n".join([*changed, "", RENEW])


def test_no_screen_is_missing() -> None:
    kept = {file.stem for file in FOLDER.glob("*.txt")}
    assert {stage.value for stage in STAGES} | OVERLAYS.keys() | {"palette", "too_small"} <= kept
