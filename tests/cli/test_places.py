"""Where things are kept: the folder that was named, or the one that the platform has for it."""

from pathlib import Path

import platformdirs
import pytest

from leaving_tui.cli.options import THE_APP, Options
from leaving_tui.cli.places import places


@pytest.mark.parametrize(
    "environment",
    [
        {"HOME": "/home/ada"},
        {"HOME": "/home/ada", "XDG_DATA_HOME": "/data", "XDG_CONFIG_HOME": "/config"},
        {"HOME": "/home/ada", "XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": " "},
        {"HOME": "/home/ada", "XDG_DATA_HOME": "", "XDG_CONFIG_HOME": ""},
        {"HOME": "ada"},
        {"HOME": ""},
        {},
        {"HOME": "/home", "ANDROID_DATA": "/data", "ANDROID_ROOT": "/system", "PREFIX": "/data/usr"},
    ],
    ids=repr,
)
def test_it_is_the_folder_that_platformdirs_names(monkeypatch, environment):
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LEAVING_DATA", "SHELL"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert places(Options(THE_APP)) == (
        platformdirs.user_data_path("leaving_tui", appauthor=False),
        platformdirs.user_config_path("leaving_tui", appauthor=False),
    )


@pytest.mark.parametrize(
    ("named", "folder"),
    [("/kept", "/kept"), ("kept/here", "/somewhere/kept/here"), ("~/kept", "/home/ada/kept")],
)
def test_a_folder_that_was_named_holds_everything(monkeypatch, named, folder):
    monkeypatch.setenv("HOME", "/home/ada")
    monkeypatch.setattr("os.getcwd", lambda: "/somewhere")
    monkeypatch.setenv("LEAVING_DATA", named)
    assert places(Options(THE_APP)) == (Path(folder), Path(folder))
