"""The whole way in terminals without Unicode or colours, on the Linux console, and at an old keyboard."""

import os
import re
from pathlib import Path

from leaving_tui.domain.outing import Stage
from tests.pty.terminal import Terminal

_SGR = re.compile(rb"\x1b\[([0-9;]*)m")
_COLOUR = re.compile(rb"(?:^|;)(?:[34][0-9]|9[0-7]|10[0-7])(?:;|$)")
LINES, BOX = re.compile(r"\.-{8,}\."), re.compile("┌─{8,}┐")


def whole_way(terminal: Terminal) -> None:
    """From Home to Past outings; each screen is seen."""
    # What stands lowest is painted last; a key that came before it would still be the other screen's.
    terminal.wait_for("To the goodbye", "? keys").press("enter")
    terminal.wait_for("I've left", "esc not yet").press("enter")
    terminal.wait_for("Home by", "min to go", "o log").press("b")
    terminal.wait_for("Breathe in", "to stop").press(" ")
    terminal.wait_for("How are you now?", "Done").press("escape")
    terminal.wait_for("o log").press("g")
    terminal.wait_for("five things", "any key").press("escape")
    terminal.wait_for("o log").press("h")
    terminal.wait_for("about the same", "? keys").press("1")
    terminal.wait_for("Saved. Easier than you feared.", "esc done").press("escape")
    terminal.wait_for("To the goodbye", "? keys").press("l")
    terminal.wait_for("1 outing", "Close").press("q")
    assert terminal.status() == 0
    assert terminal.left_changed() == []


def test_without_unicode_and_colours_the_whole_way_is_ascii_and_what_is_chosen_is_still_seen(
    folder: Path, saved
):
    with Terminal(folder, LANG="C", NO_COLOR="1") as terminal:
        terminal.wait_for("To the goodbye")
        assert LINES.search(terminal.text)
        whole_way(terminal)
        assert terminal.bytes.isascii()
        assert b"\\u" not in terminal.bytes
        codes = set(_SGR.findall(terminal.bytes))
        assert [code for code in codes if _COLOUR.search(code)] == []
        assert {b"1", b"7"} <= codes
    assert saved() is None


def test_a_person_may_choose_ascii_in_any_terminal_and_their_outing_goes_on_as_ever(
    folder: Path, left_ago, saved
):
    left_ago(5, minutes=30)
    (folder / "config.toml").write_text('[look]\nglyphs = "ascii"\n')
    with Terminal(folder) as terminal:
        terminal.wait_for("Home by", "Grandma - coffee").press("q")
        assert terminal.status() == 0
        assert terminal.bytes.isascii()
    assert saved().stage is Stage.AWAY


def test_the_linux_console_gets_lines_that_its_font_has_in_sixteen_colours(folder: Path):
    with Terminal(folder, size=(42, 20), TERM="linux") as terminal:
        terminal.wait_for("To the goodbye")
        assert BOX.search(terminal.text)
        whole_way(terminal)
        terminal.bytes.decode().encode("cp437")
        assert b"8;2;" not in terminal.bytes
        assert b"8;5;" not in terminal.bytes


def test_a_byte_from_another_keyboard_is_no_crash_and_the_palette_is_the_terminals_on_the_whole_way(
    folder: Path,
):
    folder.mkdir(exist_ok=True)
    (folder / "config.toml").write_text('[look]\ntheme = "ansi-dark"\n')
    with Terminal(folder, COLORTERM="truecolor") as terminal:
        terminal.wait_for("To the goodbye")
        os.write(terminal._window, b"\xe9\xff")
        whole_way(terminal)
        assert b"Traceback" not in terminal.bytes
        assert b"48;2;" not in terminal.bytes


def test_an_accent_goes_both_ways_in_latin_1(folder: Path):
    with Terminal(folder, LANG="en_GB.ISO-8859-1") as terminal:
        terminal.wait_for("To the goodbye").press("e")
        terminal.wait_for("Who is with your baby").press("enter")
        terminal.wait_for("So that your goodbye")
        os.write(terminal._window, b"Zo\xeb")
        terminal.wait_for_codes(b"Zo")
        terminal.press("enter").wait_for("Where you are going").press("escape")
        terminal.wait_for("To the goodbye").press("q")
        assert terminal.status() == 0
        assert b"With Zo\xeb" in terminal.bytes
