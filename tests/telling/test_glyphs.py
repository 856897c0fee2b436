"""Every glyph in a form that the terminal has: column for column, whatever a person typed."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

import leaving_tui
from leaving_tui.cli.terminal import letters
from leaving_tui.telling import glyphs
from leaving_tui.telling.glyphs import CONSOLE, spelled, write_in

PACKAGE = Path(leaving_tui.__file__).parent
CHOSEN = "import sys; from leaving_tui.cli.terminal import letters; print(letters(sys.argv[1]))"


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], bytes]:
    """What a terminal gets that knows only some letters."""

    def write(text: str, known: str) -> bytes:
        sent = io.BytesIO()
        monkeypatch.setattr(glyphs.sys, "stdout", io.TextIOWrapper(io.BytesIO()))
        monkeypatch.setattr(glyphs.sys, "__stderr__", terminal := io.TextIOWrapper(sent, newline=""))
        write_in(known)
        terminal.write(text)
        terminal.flush()
        return sent.getvalue()

    return write


@pytest.mark.parametrize(
    ("known", "shown"),
    [
        ("ascii", b'.--.-\' Zoe says "hi" - 3 x >'),
        ("latin-1", b'.--.-\' Zo\xeb says "hi" \xb7 3 \xd7 >'),
        (CONSOLE, '┌──┐─┘ Zoë says "hi" · 3 x >'.encode()),
    ],
)
def test_each_terminal_gets_the_nearest_it_has(written, known, shown):
    assert written("╭──╮─╯ Zoë says “hi” · 3 × →", known) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Zoe\u0308", "Zoe"),
        ("東京", "????"),
        ("Ａ", "A "),
        ("❤️", "* "),
        ("👨‍👩‍👧 ok", "** ok"),
        ("🇬🇧", "**"),
        ("1\ufe0f\u20e3", "1 "),
        ("½", "?"),
        ("Łódź, Ærø", "Lodz, Aro"),
    ],
)
def test_what_a_person_typed_keeps_its_columns(written, text, shown):
    assert written(text, "ascii").decode() == shown
    assert cell_len(shown) == cell_len(text)


@settings(max_examples=200)
@given(st.text(st.characters(min_codepoint=160, exclude_categories=["Cs", "Cc"])))
def test_any_text_has_as_many_columns_in_ascii(text: str) -> None:
    shown = spelled(text, "ascii")
    assert shown.isascii()
    assert len(shown) == cell_len(text)


def test_three_points_take_the_blank_that_follows(written):
    sent = written("\x1b[1mit was…\x1b[0m\x1b[2m    \x1b[0m|", "ascii")
    assert sent == b"\x1b[1mit was...\x1b[0m\x1b[2m  \x1b[0m|"
    assert written("a…b", "ascii") == b"a.b"


def test_every_glyph_of_ours_has_a_sign_in_ascii_and_on_the_console() -> None:
    files = [path for end in ("py", "toml") for path in PACKAGE.rglob(f"*.{end}")]
    ours = {letter for path in files for letter in path.read_text("utf-8") if not letter.isascii()}
    assert ours
    for known in ("ascii", "cp437"):
        assert [letter for letter in sorted(ours) if spelled(letter, known) == "?"] == []


@pytest.mark.parametrize(
    ("environment", "known"),
    [
        ({"LANG": "C"}, "ascii"),
        ({"LC_ALL": "C", "LANG": "en_GB.UTF-8"}, "ascii"),
        ({"LC_ALL": "POSIX"}, "ascii"),
        ({"LANG": "en_GB.ISO-8859-1"}, "ISO-8859-1"),
        ({"LANG": "de_DE.ISO-8859-15@euro"}, "ISO-8859-15"),
        ({"LANG": "ja_JP.eucJP"}, "ascii"),
        ({"LANG": "xx.nonsense"}, "ascii"),
        ({"LANG": "en_GB.UTF-8"}, "utf-8"),
        ({"LANG": "C.UTF-8"}, "utf-8"),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, "utf-8"),
        ({"LC_CTYPE": "UTF-8"}, "utf-8"),
        ({}, "utf-8"),
        ({"LANG": "C.UTF-8", "TERM": "linux"}, CONSOLE),
        ({"LANG": "C", "TERM": "linux"}, "ascii"),
    ],
)
def test_the_environment_says_what_the_terminal_has(environment: dict[str, str], known: str) -> None:
    told = subprocess.run(
        [sys.executable, "-c", CHOSEN, "auto"],
        env={"PATH": os.environ["PATH"], "TERM": "xterm", **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip().lower().replace("utf8", "utf-8") == known.lower()


def test_a_person_may_choose(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    assert letters("unicode") == "utf-8"
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert letters("ascii") == "ascii"
