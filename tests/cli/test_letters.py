"""Every command can be read, whatever letters its output takes."""

import json
import os
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from leaving_tui import sample
from leaving_tui.cli import main
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
def lived(folder: Path, companion: Companion) -> Path:
    """The folder of somebody with letters of their own."""
    story = sample.story(START)
    companion.add(
        outing.edit(START, plan=outing.plan._replace(carer="Zoë", place="“東京”")) for outing in story
    )
    companion.remember("sheet", soothing="a song…")
    return folder


@pytest.fixture
def printed(lived: Path, monkeypatch: pytest.MonkeyPatch):
    """What a command prints to an output of some encoding."""

    def run(encoding: str, *words: str) -> bytes:
        out, problems = BytesIO(), BytesIO()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", TextIOWrapper(out, encoding))
            patch.setattr(sys, "stderr", TextIOWrapper(problems, encoding))
            try:
                code = main(["--data", str(lived), *words])
            except SystemExit as end:
                code = end.code
            sys.stdout.flush()
            sys.stderr.flush()
            assert problems.getvalue() == b""
            assert code in (0, 1)
            return out.getvalue()

    return run


def test_letters_that_the_output_has_not_give_way_to_near_ones(printed):
    for words in COMMANDS:
        shown = printed("ascii", *words)
        assert shown, words
        assert shown.isascii(), words


def test_letters_that_the_output_of_a_real_process_has_are_kept(lived):
    done = subprocess.run(
        [sys.executable, "-m", "leaving_tui", "--data", lived, "log"],
        env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "PYTHONIOENCODING": "latin-1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    shown = done.stdout.decode("latin-1")
    assert "Zoë" in shown
    assert '"????"' in shown


def test_json_and_html_lose_no_letter(printed):
    for encoding in ("ascii", "latin-1", "utf-8"):
        outing = json.loads(printed(encoding, "log", "--json").decode(encoding))[0]
        assert outing["plan"]["place"] == "“東京”", encoding
        page = printed(encoding, "sheet", "--html")
        assert "a song…" in page.decode("utf-8") or b"a song&#8230;" in page, encoding


def test_a_folder_whose_name_is_no_text_is_named_as_it_is(tmp_path):
    folder = tmp_path / os.fsdecode(b"notes-\xff")
    done = subprocess.run(
        [sys.executable, "-m", "leaving_tui", "--data", folder, "where"],
        env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "PYTHONIOENCODING": "utf-8:strict"},
        capture_output=True,
        check=True,
    )
    assert os.fsencode(folder) in done.stdout
