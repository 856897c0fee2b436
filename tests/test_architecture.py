"""The layers hold, in the source and at run time; what a prompt or a script runs loads no screen."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import leaving_tui

PACKAGE = Path(leaving_tui.__file__).parent
ROOT = PACKAGE.parent
LARGEST = 300
"""Lines of one file; most have fewer than a third."""

LIGHT = {"textual", "rich", "platformdirs", "tinydb", "argparse", "dataclasses", "tomllib", "pathlib"}
"""What a prompt that asks every few seconds does without."""

COMMAND = """
import json, sys
from leaving_tui.cli import main
code = main({arguments})
print(json.dumps([code, sorted(sys.modules)]), file=sys.stderr)
"""
FIRST_FRAME = """
import json, sys
from pathlib import Path
from leaving_tui.clock import system_clock
from leaving_tui.companion import Companion
from leaving_tui.content.library import Library
from leaving_tui.storage.journal import Journal
from leaving_tui.storage.notes import Notes
from leaving_tui.ui.app import LeavingApp

ready = LeavingApp.on_ready

def at_the_first_frame(app):
    print(json.dumps([0, sorted(sys.modules)]), file=sys.stderr)
    ready(app)
    app.exit()

folder = Path({folder!r})
companion = Companion(Journal(folder, system_clock), Notes(folder), system_clock)
for step in {steps}:
    getattr(companion, step)()
LeavingApp.on_ready = at_the_first_frame
LeavingApp(companion, Library(), system_clock).run(headless=True)
"""
IMPORTED = """
import json, sys
import leaving_tui.companion, leaving_tui.cli.run, leaving_tui.plain.talk, leaving_tui.telling.names
print(json.dumps([0, sorted(sys.modules)]), file=sys.stderr)
"""


def loaded_by(code: str, folder: Path) -> set[str]:
    """The top-level names of the modules that a fresh Python has loaded after `code`."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "LEAVING_DATA": str(folder), "LANG": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    _, modules = json.loads(done.stderr.splitlines()[-1])
    return {module.partition(".")[0] for module in modules}


@pytest.mark.parametrize(
    ("arguments", "never"),
    [
        (["status"], LIGHT),
        (["status", "--json"], LIGHT),
        (["log", "--json"], {"textual", "rich"}),
        (["where"], {"textual", "rich", "tinydb"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_command_loads_no_more_than_it_needs(tmp_path, arguments, never):
    loaded = loaded_by(COMMAND.format(arguments=arguments), tmp_path)
    assert "leaving_tui" in loaded
    assert not loaded & never


def test_the_companion_the_plain_lines_and_the_command_line_know_no_screen(tmp_path):
    assert not loaded_by(IMPORTED, tmp_path) & {"textual", "rich"}


@pytest.mark.parametrize("steps", [[], ["prepare", "leave"]], ids=["home", "away"])
def test_the_first_frame_waits_for_no_library_that_it_does_not_show(tmp_path, steps):
    loaded = loaded_by(FIRST_FRAME.format(folder=str(tmp_path / "leaving"), steps=steps), tmp_path)
    assert "textual" in loaded
    assert not loaded & {"pygments", "markdown_it", "tree_sitter"}
    assert steps or not loaded & {"tinydb", "argparse"}


def test_the_layers_hold(monkeypatch, capsys):
    from importlinter.cli import lint_imports  # slow to load; only the process that looks needs it

    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "path", sys.path[:])
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0, (
        capsys.readouterr().out
    )


def sources() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def test_every_file_can_be_read_in_one_sitting():
    long = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in sources()}
    assert [name for name, lines in long.items() if lines > LARGEST] == []


def test_no_type_is_ignored():
    assert [path.name for path in sources() if "type: ignore" in path.read_text("utf-8")] == []
