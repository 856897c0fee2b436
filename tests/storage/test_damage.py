"""A damaged journal is set aside, brought back from all there is, and one plain sentence says so."""

import json
from pathlib import Path
from random import Random

import pytest
from tinydb import TinyDB

from leaving_tui.domain.outing import Outing
from leaving_tui.domain.record import to_record
from leaving_tui.storage.journal import Journal, JournalError
from tests.storage.days import State, finished_outing, found, now_at, open_journal, outing_id, script
from tests.storage.each_call import Files, files, laid_out
from tests.storage.faults import FaultyDisk


@pytest.fixture(scope="module")
def some_days(quick: Path) -> tuple[Files, State]:
    """The files of some days with an outing in progress, and what is in them."""
    state = State()
    for number, act in enumerate([*script(4), *script(5)[-12:-6]]):
        state = act.do(open_journal(quick, number), state, now_at(number))
    assert state.live is not None
    assert len(state.finished) >= 4
    return files(quick), state


@pytest.fixture
def lived(tmp_path: Path, some_days: tuple[Files, State]) -> State:
    """A journal of some days, with an outing in progress."""
    there, state = some_days
    laid_out(tmp_path, there)
    return state


def main(folder: Path) -> Path:
    return folder / "outings.json"


def damages(data: bytes) -> dict[str, bytes | None]:
    """What can befall a file."""
    half = len(data) // 2
    return {
        "emptied": b"",
        "cut": data[:half],
        "one byte short": data[:-1],
        "a bit": data[:half] + bytes([data[half] ^ 4]) + data[half + 1 :],
        "a block of zeros": data[: half - 500] + b"\0" * 1000 + data[half + 500 :],
        "zeros": b"\0" * len(data),
        "old tail": data + data[-200:],
        "foreign JSON": b'["something", "else"]',
        "foreign tables": b'{"something": {"1": {"else": 1}}}',
        "an empty object": b"{}",
        "an emptied table": b'{"outings": {}}',
        "not text": bytes(range(256)) * 20,
        "gone": None,
    }


@pytest.mark.parametrize("name", damages(b"x" * 2000))
def test_all_outings_come_back_from_a_damaged_file(tmp_path: Path, lived: State, name: str) -> None:
    data = damages(main(tmp_path).read_bytes())[name]
    if data is None:
        main(tmp_path).unlink()
    else:
        main(tmp_path).write_bytes(data)
    journal = open_journal(tmp_path)
    assert found(journal) == lived
    (notice,) = journal.notices
    assert f"{len(lived.finished)} outings were brought back" in notice
    if data is not None:
        (aside,) = (tmp_path / "set-aside").iterdir()
        assert aside.read_bytes() == data
        assert str(aside) in notice
        assert aside.name == "outings-20260105-090000.json"
    again = open_journal(tmp_path)
    assert found(again) == lived
    assert again.notices == []


def test_all_outings_come_back_wherever_the_file_is_cut(tmp_path: Path, lived: State) -> None:
    data = main(tmp_path).read_bytes()
    backup = main(tmp_path).with_suffix(".json.bak").read_bytes()
    for at in range(0, len(data), 97):
        main(tmp_path).unlink()
        main(tmp_path).write_bytes(data[:at])
        main(tmp_path).with_suffix(".json.bak").write_bytes(backup)
        journal = open_journal(tmp_path)
        assert found(journal) == lived, at
        assert len(journal.notices) == 1


def test_all_outings_come_back_whichever_byte_is_spoilt(tmp_path: Path, lived: State) -> None:
    data = main(tmp_path).read_bytes()
    chance = Random(1)
    for _ in range(60):
        at = chance.randrange(len(data))
        main(tmp_path).unlink()
        main(tmp_path).write_bytes(
            data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]
        )
        journal = open_journal(tmp_path)
        assert found(journal) == lived, at
        assert len(journal.notices) == 1


def test_without_a_backup_every_whole_line_comes_back(tmp_path: Path) -> None:
    journal = open_journal(tmp_path)
    journal.add(finished_outing(number, now_at(number)) for number in range(5))
    for name in ("outings.json.bak", "last.json"):
        (tmp_path / name).unlink()
    data = main(tmp_path).read_bytes()
    at = data.index(outing_id(2).encode())
    main(tmp_path).write_bytes(data[:at] + b"#" + data[at + 1 :])
    journal = open_journal(tmp_path)
    assert {outing.id for outing in journal.outings()} == {outing_id(number) for number in (0, 1, 3, 4)}


def test_an_outing_that_can_no_longer_be_checked_is_shown_and_the_person_is_asked_to_look(
    tmp_path: Path,
) -> None:
    open_journal(tmp_path).add(finished_outing(number, now_at(number)) for number in range(3))
    for name in ("outings.json.bak", "last.json"):
        (tmp_path / name).unlink()
    main(tmp_path).write_bytes(main(tmp_path).read_bytes().replace(b"breathed", b"brea4hed", 1))
    journal = open_journal(tmp_path)
    assert len(journal.outings()) == 3
    assert "Please look at 1 of them" in journal.notices[0]


def test_damage_in_file_and_backup_at_once_costs_nothing_when_it_hits_different_outings(
    tmp_path: Path, lived: State
) -> None:
    for name, ours in (("outings.json", 0), ("outings.json.bak", 1)):
        data = (tmp_path / name).read_bytes()
        at = data.index(sorted(lived.finished)[ours].encode())
        (tmp_path / name).unlink()
        (tmp_path / name).write_bytes(data[:at] + b"\x00" + data[at + 1 :])
    journal = open_journal(tmp_path)
    assert found(journal) == lived
    aside = list((tmp_path / "set-aside").iterdir())
    assert len(aside) == 2
    assert all(str(path) in journal.notices[0] for path in aside)


def test_a_damaged_file_never_becomes_the_backup(tmp_path: Path, lived: State) -> None:
    good = main(tmp_path).with_suffix(".json.bak").read_bytes()
    main(tmp_path).unlink()
    main(tmp_path).write_bytes(b"")
    disk = FaultyDisk(lambda _, name: "ENOSPC" if name == "write" else None)
    journal = open_journal(tmp_path, 99, disk)
    assert found(journal) == lived
    assert "could not be written yet: the disk is full" in journal.notices[0]
    with pytest.raises(JournalError, match="the disk is full"):
        journal.change(next(iter(lived.finished)), lambda outing: outing.edit(now_at(99), trial=True))
    assert main(tmp_path).read_bytes() == b""
    assert main(tmp_path).with_suffix(".json.bak").read_bytes() == good
    assert found(open_journal(tmp_path)) == lived


def test_deleted_outings_stay_deleted_when_the_file_is_brought_back(tmp_path: Path) -> None:
    journal = open_journal(tmp_path, 500)
    journal.add(finished_outing(number, now_at(number)) for number in range(3))
    journal.change(outing_id(1), lambda _: None)
    main(tmp_path).unlink()
    main(tmp_path).write_bytes(b"{")
    journal = open_journal(tmp_path)
    assert {outing.id for outing in journal.outings()} == {outing_id(0), outing_id(2)}
    assert set(journal.deleted()) == {outing_id(1)}


def test_a_spoilt_line_of_the_outing_in_progress_costs_one_moment_at_most(
    tmp_path: Path, lived: State
) -> None:
    path = tmp_path / "live.json"
    data = path.read_bytes()
    lines = data.splitlines(keepends=True)
    assert lines[-1].isspace(), "room for the next ones"
    path.write_bytes(b"".join(lines[:-2]) + lines[-2].replace(b"2026", b"2036", 1) + lines[-1])
    journal = open_journal(tmp_path)
    live = journal.live()
    assert live is not None
    assert lived.live is not None
    assert live.id == lived.live.id
    assert len(lived.live.moments) - len(live.moments) <= 1
    journal.outings()
    (aside,) = (tmp_path / "set-aside").iterdir()
    assert str(aside) in journal.notices[0]
    journal.change_live(lambda outing: outing and outing.come_home(now_at(999)))
    assert open_journal(tmp_path).live() == journal.live()


def test_the_only_line_of_an_outing_just_begun_may_be_spoilt(tmp_path: Path) -> None:
    begun = open_journal(tmp_path).change_live(
        lambda _: Outing(outing_id(1), now_at(0), now_at(0)).leave(now_at(1))
    )
    path = tmp_path / "live.json"
    path.write_bytes(b"#" + path.read_bytes()[1:])
    assert open_journal(tmp_path).live() == begun


def test_one_record_that_is_no_outing_is_set_aside_and_the_others_are_shown(tmp_path: Path) -> None:
    good = finished_outing(1, now_at(0))
    with TinyDB(main(tmp_path)) as stock:
        stock.table("outings").insert_multiple(
            [{"id": "nonsense"}, to_record(good), {"v": 1, "id": outing_id(2)}]
        )
    journal = open_journal(tmp_path)
    assert journal.outings() == (good,)
    (aside,) = (tmp_path / "set-aside").iterdir()
    assert "2 outings could not be read" in journal.notices[0]
    assert "nonsense" in aside.read_text()
    again = open_journal(tmp_path)
    assert (again.outings(), again.notices) == ((good,), [])


def test_a_journal_of_a_stock_tinydb_is_taken_as_it_is_and_kept_with_our_ids_at_the_next_change(
    tmp_path: Path,
) -> None:
    outings = [finished_outing(number, now_at(number)) for number in range(3)]
    with TinyDB(main(tmp_path), indent=2) as stock:
        stock.table("outings").insert_multiple(map(to_record, outings))
    before = main(tmp_path).read_bytes()
    journal = open_journal(tmp_path)
    assert (journal.outings(), journal.notices) == (tuple(reversed(outings)), [])
    assert main(tmp_path).read_bytes() == before
    journal.change(outing_id(1), lambda outing: outing.edit(now_at(9), trial=True))
    assert [outing.id for outing in open_journal(tmp_path).outings()] == [
        outing_id(2),
        outing_id(1),
        outing_id(0),
    ]
    with TinyDB(main(tmp_path)) as stock:
        assert len(stock.table("outings")) == 3
    assert main(tmp_path).with_suffix(".json.bak").read_bytes() == before


def test_what_a_stock_tinydb_changed_in_our_file_is_used_and_said_once(tmp_path: Path) -> None:
    open_journal(tmp_path).add(finished_outing(number, now_at(number)) for number in range(3))
    with TinyDB(main(tmp_path)) as stock:
        stock.table("outings").update({"trial": True})
    journal = open_journal(tmp_path)
    assert [outing.trial for outing in journal.outings()] == [True] * 3
    assert "Another program has changed outings.json" in journal.notices[0]
    again = open_journal(tmp_path)
    assert ([outing.trial for outing in again.outings()], again.notices) == ([True] * 3, [])


def test_a_file_that_a_stock_tinydb_left_half_written_gives_back_what_is_whole_in_it(tmp_path: Path) -> None:
    with TinyDB(main(tmp_path)) as stock:
        stock.table("outings").insert_multiple(to_record(finished_outing(n, now_at(n))) for n in range(4))
    data = main(tmp_path).read_bytes()
    main(tmp_path).write_bytes(data[: data.index(outing_id(3).encode())])
    journal = open_journal(tmp_path)
    assert {outing.id for outing in journal.outings()} == {outing_id(number) for number in range(3)}
    assert "Please look at 3 of them" in journal.notices[0]


def test_an_outing_of_a_newer_version_that_cannot_be_read_is_left_alone_and_refused(tmp_path: Path) -> None:
    record = to_record(finished_outing(1, now_at(0))) | {"v": 99, "left_at": {"new": "form"}}
    main(tmp_path).write_text(json.dumps({"outings": {"1": record}}))
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    journal = open_journal(tmp_path)
    for ask in (journal.outings, lambda: journal.add([finished_outing(2, now_at(0))])):
        with pytest.raises(JournalError, match="newer version"):
            ask()
    for name, data in before.items():
        assert (tmp_path / name).read_bytes() == data


def test_an_outing_in_progress_is_safe_though_the_journal_is_of_a_newer_version(tmp_path: Path) -> None:
    record = to_record(finished_outing(1, now_at(0))) | {"v": 99, "moments": "gone"}
    main(tmp_path).write_text(json.dumps({"outings": {"1": record}}))
    journal = open_journal(tmp_path)
    home = finished_outing(2, now_at(0))
    journal.change_live(lambda _: home)
    assert journal.unsaved is None
    assert home.id.encode() in (tmp_path / "live.json").read_bytes()


def test_upgrades_lead_an_old_record_step_by_step_to_now(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    record = to_record(finished_outing(1, now_at(0))) | {"ladder": "4"}
    broken = to_record(finished_outing(2, now_at(0)))
    monkeypatch.setattr("leaving_tui.domain.record.VERSION", 3)
    monkeypatch.setattr("leaving_tui.storage.shelf.VERSION", 3)
    upgrades = {
        1: lambda record: {**record, "v": 2, "step": record["ladder"]},
        2: lambda record: {**record, "v": 3, "step": f"S{record['step']}"},
    }
    monkeypatch.setattr("leaving_tui.domain.record.UPGRADES", upgrades)
    main(tmp_path).write_text(json.dumps({"outings": {"1": record, "2": broken}}))
    (outing,) = open_journal(tmp_path).outings()
    assert (outing.v, outing.step) == (3, "S4")


@pytest.mark.parametrize("name", ["outings.json", "live.json"])
def test_a_link_or_a_folder_in_the_place_of_a_file_is_refused_with_a_sentence(
    tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "data"
    journal = Journal(folder, lambda: now_at(0))
    (tmp_path / "elsewhere").write_text("precious")
    (folder / name).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(JournalError, match="is a link"):
        journal.outings()
    (folder / name).unlink()
    (folder / name).mkdir()
    with pytest.raises(JournalError, match="is not a file"):
        Journal(folder, lambda: now_at(0)).outings()
    assert (tmp_path / "elsewhere").read_text() == "precious"


def test_a_copy_that_a_file_sync_program_left_is_told_and_not_read(tmp_path: Path) -> None:
    open_journal(tmp_path).add([finished_outing(1, now_at(0))])
    copy = tmp_path / "outings.sync-conflict-20260105-090000-ABCDEF.json"
    copy.write_text("anything")
    journal = open_journal(tmp_path)
    assert len(journal.outings()) == 1
    assert journal.notices == [f"A copy from another device was found: {copy}. It can be imported."]
