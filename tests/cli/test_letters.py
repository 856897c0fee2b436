"""Every command can be read, whatever letters its output takes."""

import json
import os
import subprocess
import sys

import pytest

from leaving_tui import sample
from leaving_tui.companion import Companion
from tests.conftest import START

COMMANDS = [
    ["look-back", "--charts"],
    ["log"],
    ["sheet"],
    ["status"],
    ["log", "--help"],
    ["where"],
    ["doctor"],
]


@pytest.fixture
def printed(folder, companion: Companion):
    """What a command prints to an output of some encoding, for somebody with letters of their own."""
    story = sample.story(START)
    companion.add(
        outing.edit(START, plan=outing.plan._replace(carer="Zoë", place="“東京”")) for outing in story
    )
    companion.remember("sheet", soothing="a song…")

    def run(encoding: str, *words: str) -> bytes:
        done = subprocess.run(
            [sys.executable, "-m", "leaving_tui", "--data", folder, *words],
            env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "PYTHONIOENCODING": encoding},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        assert done.stderr == b""
        assert done.returncode in (0, 1)
        return done.stdout

    return run


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_letters_that_the_output_has_not_give_way_to_near_ones(printed, words):
    assert printed("ascii", *words).isascii()


def test_letters_that_the_output_has_are_kept(printed):
    shown = printed("latin-1", "log").decode("latin-1")
    assert "Zoë" in shown
    assert '"????"' in shown


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_json_and_html_lose_no_letter(printed, encoding):
    outing = json.loads(printed(encoding, "log", "--json").decode(encoding))[0]
    assert outing["plan"]["place"] == "“東京”"
    page = printed(encoding, "sheet", "--html")
    assert "a song…" in page.decode("utf-8") or b"a song&#8230;" in page


def test_a_folder_whose_name_is_no_text_is_named_as_it_is(tmp_path):
    folder = tmp_path / os.fsdecode(b"notes-\xff")
    done = subprocess.run(
        [sys.executable, "-m", "leaving_tui", "--data", folder, "where"],
        env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "PYTHONIOENCODING": "utf-8:strict"},
        capture_output=True,
        check=True,
    )
    assert os.fsencode(folder) in done.stdout
