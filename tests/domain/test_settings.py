"""`config.toml`: defaults, choices, and a sentence that names line or key for what cannot be used."""

import tomllib
from pathlib import Path

import pytest

from leaving_tui.domain.settings import Settings, read_settings
from leaving_tui.storage.config import load_settings

EXAMPLE = Path(__file__).parents[2] / "leaving_tui" / "content" / "config.toml"


def test_without_a_file_the_defaults_stand(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == (Settings(), [])


def test_the_example_is_exactly_the_defaults() -> None:
    assert read_settings(tomllib.loads(EXAMPLE.read_text("utf-8"))) == (Settings(), [])


def test_choices_are_taken(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[look]\ntheme = "dawn"\nmotion = "none"\n[keys]\nbreathe = "f5"\n')
    settings, problems = load_settings(tmp_path)
    assert (settings.theme, settings.still, settings.keys, problems) == ("dawn", True, {"breathe": "f5"}, [])


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('[look]\nclock = "13"\n', "look.clock"),
        ("[notices]\nbell = 1\n", "notices.bell"),
        ('[look]\ncolour = "red"\n', "look.colour"),
        ("[lock]\n", "[lock]"),
        ("[look\n", "line 1"),
        ("theme = 3\n", "theme"),
    ],
)
def test_an_error_names_line_or_key_and_the_default_is_used(tmp_path: Path, text: str, named: str) -> None:
    (tmp_path / "config.toml").write_text(text)
    settings, [problem] = load_settings(tmp_path)
    assert named in problem
    assert "config.toml" in problem
    assert settings == Settings()


def test_what_is_right_beside_an_error_is_still_taken(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[look]\nclock = "13"\nmotion = "none"\n')
    settings, problems = load_settings(tmp_path)
    assert settings.still
    assert len(problems) == 1
