"""Small things a person has set down stay as they were set down."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from leaving_tui.storage.journal import JournalError
from leaving_tui.storage.notes import Notes
from tests.storage.days import now_at
from tests.storage.faults import WRITES, FaultyDisk

values = st.dictionaries(
    st.text(max_size=5),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: st.lists(inner),
        max_leaves=4,
    ),
    max_size=3,
)


def notes(folder: Path, disk: FaultyDisk | None = None) -> Notes:
    return Notes(folder, lambda: now_at(0), disk)


def test_there_is_nothing_until_something_is_set_down(tmp_path: Path) -> None:
    assert notes(tmp_path / "new").load("baby") == {}
    assert list((tmp_path / "new").iterdir()) == []


def test_a_note_is_there_in_every_window(tmp_path: Path) -> None:
    one, other = notes(tmp_path), notes(tmp_path)
    one.save("baby", {"name": "Mo", "loves": ["ducks"]})
    assert other.load("baby") == {"name": "Mo", "loves": ["ducks"]}
    other.save("people", {"who": "Sam"})
    other.save("baby", {})
    assert (one.load("baby"), one.load("people")) == ({}, {"who": "Sam"})


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=8), values)
def test_any_note_is_read_as_it_was_saved(tmp_path: Path, name: str, value: dict) -> None:
    notes(tmp_path).save(name, value)
    assert notes(tmp_path).load(name) == value


def test_what_is_loaded_is_a_copy(tmp_path: Path) -> None:
    kept = notes(tmp_path)
    kept.save("baby", {"loves": ["ducks"]})
    kept.load("baby")["loves"].append("cats")
    assert kept.load("baby") == {"loves": ["ducks"]}


def test_a_change_works_on_what_another_window_has_just_saved(tmp_path: Path) -> None:
    one, other = notes(tmp_path), notes(tmp_path)
    one.load("baby")
    other.save("baby", {"name": "Mo"})
    assert one.change("baby", lambda known: {**known, "age": 1}) == {"name": "Mo", "age": 1}
    assert other.load("baby") == {"name": "Mo", "age": 1}


def test_saving_the_same_again_writes_nothing(tmp_path: Path) -> None:
    kept = notes(tmp_path)
    kept.save("baby", {"name": "Mo"})
    before = (tmp_path / "notes.json").stat()
    kept.save("baby", {"name": "Mo"})
    assert (tmp_path / "notes.json").stat() == before


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-30], lambda _: b"", lambda data: data.replace(b"Mo", b"No", 1)]
)
def test_damaged_notes_come_back_from_their_backup(tmp_path: Path, damage) -> None:
    kept = notes(tmp_path)
    for number in range(3):
        kept.save("baby", {"name": "Mo"})
        kept.save("plan", {"number": number})
    data = (tmp_path / "notes.json").read_bytes()
    (tmp_path / "notes.json").unlink()
    (tmp_path / "notes.json").write_bytes(damage(data))
    kept = notes(tmp_path)
    assert kept.load("baby") == {"name": "Mo"}
    assert kept.load("plan")["number"] in (1, 2)
    (aside,) = (tmp_path / "set-aside").iterdir()
    assert str(aside) in kept.notices[0]
    assert notes(tmp_path).notices == []


def test_while_the_disk_says_no_a_note_is_kept_in_memory_and_saved_later(tmp_path: Path) -> None:
    broken = True
    kept = notes(tmp_path, FaultyDisk(lambda _, name: "ENOSPC" if broken and name in WRITES else None))
    kept.save("baby", {"name": "Mo"})
    kept.save("plan", {"minutes": 30})
    kept.change("plan", lambda known: {**known, "to": "shop"})
    assert (kept.load("baby"), kept.load("plan")) == ({"name": "Mo"}, {"minutes": 30, "to": "shop"})
    assert "the disk is full" in (kept.unsaved or "")
    assert not kept.retry()
    broken = False
    assert kept.retry()
    assert kept.unsaved is None
    again = notes(tmp_path)
    assert (again.load("baby"), again.load("plan")) == ({"name": "Mo"}, {"minutes": 30, "to": "shop"})


def test_notes_can_be_read_by_a_stock_tinydb(tmp_path: Path) -> None:
    notes(tmp_path).save("baby", {"name": "Mo"})
    with TinyDB(tmp_path / "notes.json") as stock:
        (note,) = stock.table("notes").all()
    assert (note["name"], note["value"]) == ("baby", {"name": "Mo"})


def test_notes_that_another_program_has_spoilt_in_shape_are_passed_over(tmp_path: Path) -> None:
    with TinyDB(tmp_path / "notes.json") as stock:
        stock.table("notes").insert_multiple(
            [{"name": 7}, {"name": "x", "value": 3}, {"name": "ok", "value": {"a": 1}}]
        )
    kept = notes(tmp_path)
    assert (kept.load("ok"), kept.load("x")) == ({"a": 1}, {})
    kept.save("ok", {"a": 2})
    assert notes(tmp_path).load("ok") == {"a": 2}


def test_a_link_in_the_place_of_the_notes_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("{}")
    (tmp_path / "notes.json").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(JournalError, match="is a link"):
        notes(tmp_path).load("baby")
