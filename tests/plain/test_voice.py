"""What comes out is plain: no control characters, at most 80 columns, in letters the output has."""

import json
import unicodedata
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from uuid import UUID

from hypothesis import example, given, settings
from hypothesis import strategies as st

from leaving_tui.domain.plans import PlanDraft
from leaving_tui.plain.conversation import converse
from leaving_tui.plain.talk import Talk
from leaving_tui.plain.voice import Voice, shown, wrapped
from tests.plain.conftest import Parent, Typist

HOSTILE = (
    "[/][red]x[/red][@click=app.quit]x back\\",
    "\x1b[2J\x1b]0;gone\x07 a\x00b \x9b31mred \u202eevil\ud800",
    "line\none\rtwo\u2028\u2029",
    "{carer} %s {0}",
    "x" * 300,
    "漢字" * 60,
)


def columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line)


def is_plain(text: str) -> bool:
    return all(letter == "\n" or unicodedata.category(letter) not in ("Cc", "Cs") for letter in text)


def everything_told(parent: Parent, text: str) -> str:
    """All that is told on a way that passes every place where `text` can stand."""
    parent.companion.remember("baby", name=text, me=text, activity=text)
    people = [{"name": text, "phone": text, "role": role} for role in ("carer", "friend", "backup")]
    parent.companion.remember("people", people=people)
    parent.companion.draft(PlanDraft(carer=text, place=text, prediction=text, cue=text, script="G5"))
    told = parent.types(
        *("e", "1", text, "", "n", "1", "4", text, "", "", "", "o", "t", ""),
        *("k", "f", "back", "c", "1", text, "g", "o", "10", "2", text, "back", "o", text),
        *("h", "1", "", "1", "5", text, text, "back", "l", "1", "", "t", text, "back"),
    ).text
    for outing in parent.companion.finished():
        parent.companion.delete(outing.id)
    return told


def test_no_text_of_a_person_reaches_the_terminal_raw(parent: Parent) -> None:
    for text in HOSTILE:
        told = everything_told(parent, text)
        assert is_plain(told), ascii(text)
        assert max(map(columns, told.splitlines())) <= 80, ascii(text)


def test_markup_and_braces_are_told_as_they_were_typed(parent: Parent) -> None:
    for text in ("[red]x[/red]", "{carer}", "back\\"):
        assert f"Away with {text}." in everything_told(parent, text)


def test_a_journal_written_by_hand_is_told_plainly_too(parent: Parent, folder: Path) -> None:
    hostile, at = "\x1b[31m\x9b\u202eGrandma\x00", "2026-11-20T10:00:00Z"
    record = {
        "v": 1,
        "id": str(UUID(int=1)),
        "updated_at": at,
        "prepared_at": at,
        "tz": hostile,
        "left_at": at,
        "due_at": at,
        "home_at": "2026-11-20T10:30:00Z",
        "plan": {"carer": hostile, "place": hostile, "minutes": 30, "prediction": hostile},
        "moments": [{"at": at, "kind": "check_in", "detail": {"said": hostile}}],
        "reflection": {"at": at, "felt": "same", "found_out": hostile, "reunion": hostile},
    }
    (folder / "outings.json").write_text(json.dumps({"outings": {"1": record}}))
    told = parent.types("l", "1", "", "t", "", "", "", "k").text
    assert "Grandma" in told
    assert is_plain(told)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200), st.integers(20, 80))
@example("a" * 81, 80)
@example("漢" * 41, 80)
def test_every_row_fits_and_nothing_is_lost(text: str, width: int) -> None:
    rows = list(wrapped(text, width))
    assert all(columns(row) <= width for row in rows)
    assert "".join("".join(rows).split()) == "".join(text.split())


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=80), st.sampled_from(["ascii", "latin-1", "cp437", "utf-8"]))
def test_every_text_can_be_written_in_every_encoding(text: str, encoding: str) -> None:
    printable = "".join(letter for letter in text if unicodedata.category(letter) != "Cs")
    shown(printable, encoding).encode(encoding)


def test_fine_signs_become_plain_ones_only_where_they_have_to() -> None:
    text = "“Zoë’s” nap… 4 × 5 · →"
    assert shown(text, "ascii") == '"Zoe\'s" nap... 4 x 5 - ->'
    assert shown(text, "latin-1") == '"Zoë\'s" nap... 4 × 5 · ->'
    assert shown(text, "utf-8") == text


def test_an_outing_in_ascii(parent: Parent) -> None:
    written = BytesIO()
    out = TextIOWrapper(written, encoding="ascii")
    script = ("", "", "k", "back", "h", "1", "back")
    converse(Talk(parent.companion, parent.library, parent.clock, Typist(parent.clock, script), Voice(out)))
    assert b"Compared with what you feared, it was...\n" in written.getvalue()


def test_offers_are_not_broken_between_a_key_and_its_words(away: Parent) -> None:
    lines = away.types().lines
    assert not [line for line in lines if line.endswith(":")]


def test_a_numbered_answer_that_needs_more_rows_stands_beside_its_number() -> None:
    out = StringIO()
    Voice(out, width=20).tell("1: A coffee, a shop, a walk.", "2: Home")
    assert out.getvalue() == "1: A coffee, a shop,\n   a walk.\n2: Home\n"
