"""Outings go out whole and come in again; whatever is not a journal gets a sentence and changes nothing."""

import csv
import json
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leaving_tui.domain.outing import Kind, Moment, Outing
from leaving_tui.domain.record import from_record, to_record
from leaving_tui.storage.journal import JournalError
from leaving_tui.storage.transfer import LARGEST, export, preview
from tests.storage.days import finished_outing, kept, now_at, open_journal, outing_id


@pytest.fixture
def outings() -> tuple[Outing, ...]:
    extra = from_record(to_record(finished_outing(1, now_at(0))) | {"v": 3, "mood": ["rain"]})
    told = kept(finished_outing(2, now_at(9)).note(Moment(now_at(9), Kind.RATING, rating=7)))
    return extra, told, finished_outing(3, now_at(30))


def test_json_out_and_in_again_is_the_same(tmp_path: Path, outings: tuple[Outing, ...]) -> None:
    export(outings, tmp_path / "all.json")
    whole = json.loads((tmp_path / "all.json").read_text())
    assert whole == {"app": "leaving_tui", "v": 1, "outings": [to_record(outing) for outing in outings]}
    assert preview(tmp_path / "all.json", ()).new == outings


def test_a_preview_counts_and_importing_twice_changes_nothing(
    tmp_path: Path, outings: tuple[Outing, ...]
) -> None:
    journal = open_journal(tmp_path / "data", 60)
    journal.add([outings[0], outings[1].edit(now_at(50), trial=True), finished_outing(9, now_at(0))])
    journal.change(outing_id(9), lambda _: None)
    coming = (outings[0].edit(now_at(40), trial=True), *outings[1:], finished_outing(9, now_at(0)))
    export(coming, tmp_path / "all.json")
    found = preview(tmp_path / "all.json", journal.outings(), journal.deleted())
    assert [outing.id for outing in found.new] == [outing_id(3)]
    assert [outing.id for outing in found.newer] == [outing_id(1)]
    assert [outing.id for outing in found.same] == [outing_id(2)]
    assert [outing.id for outing in found.deleted] == [outing_id(9)]
    assert found.unreadable == ()
    assert len(journal.outings()) == 2
    journal.merge(found.outings)
    assert len(journal.outings()) == 3
    again = preview(tmp_path / "all.json", journal.outings(), journal.deleted())
    assert again.outings == ()


@pytest.mark.parametrize("layout", ["export", "journal", "stock", "list", "one"])
def test_an_export_a_journal_a_list_and_a_single_record_can_be_read_in(
    tmp_path: Path, outings: tuple[Outing, ...], layout: str
) -> None:
    path = tmp_path / "file.json"
    records = [to_record(outing) for outing in outings]
    if layout == "export":
        export(outings, path)
    elif layout == "journal":
        open_journal(tmp_path / "data").add(outings)
        path = tmp_path / "data" / "outings.json"
    else:
        numbered = {"outings": {str(number): record for number, record in enumerate(records, 1)}}
        path.write_text(json.dumps({"stock": numbered, "list": records, "one": records[0]}[layout], indent=1))
    expected = 1 if layout == "one" else 3
    assert len(preview(path, ()).new) == expected


RECORD = to_record(finished_outing(1, now_at(0)))
BROKEN = [
    {},
    [],
    7,
    None,
    "text",
    {"id": "nonsense"},
    RECORD | {"id": 7},
    RECORD | {"left_at": None},
    RECORD | {"home_at": None},
    RECORD | {"left_at": "yesterday"},
    RECORD | {"left_at": "2026-01-05T09:00:00"},
    RECORD | {"left_at": "0001-01-01T00:00:00Z"},
    RECORD | {"left_at": "9999-12-31T23:59:59Z"},
    RECORD | {"v": []},
    RECORD | {"v": "1"},
    RECORD | {"v": True},
    RECORD | {"v": 0},
    RECORD | {"plan": []},
    RECORD | {"plan": {"minutes": "30"}},
    RECORD | {"plan": {"minutes": 10**40}},
    RECORD | {"plan": {"minutes": -5}},
    RECORD | {"plan": {"check_ins": ["soon"]}},
    RECORD | {"before": {"rating": 11}},
    RECORD | {"before": {"rating": True}},
    RECORD | {"moments": {}},
    RECORD | {"moments": [None]},
    RECORD | {"moments": [{"at": "2026-01-05T09:00:00Z"}]},
    RECORD | {"moments": [{"at": "2026-01-05T09:00:00Z", "kind": "time", "detail": {"minutes": "x"}}]},
    RECORD | {"moments": [{"at": "2026-01-05T09:00:00Z", "kind": "later"}] * 10_001},
    RECORD | {"reflection": {"at": "2026-01-05T09:00:00Z", "felt": "angry"}},
    RECORD | {"reflection": {"at": "2026-01-05T09:00:00Z", "felt": "same", "worst": -1}},
    RECORD | {"new": json.loads("[" * 50 + "]" * 50)},
    RECORD | {"trial": "yes"},
]


def test_a_record_that_is_no_outing_is_counted_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    for broken in BROKEN:
        outings = [broken, to_record(finished_outing(2, now_at(1)))]
        path.write_text(json.dumps({"app": "leaving_tui", "v": 1, "outings": outings}))
        found = preview(path, ())
        assert [outing.id for outing in found.new] == [outing_id(2)], str(broken)[-40:]
        assert len(found.unreadable) == 1, str(broken)[-40:]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"hello",
        b"{}",
        b"7",
        b"null",
        b'{"outings": 7}',
        b'{"outings": [1, 2',
        b'{"outings": []} and more',
        b"\xff\xfe\x00",
        b'{"outings": [NaN]}',
        b"[" * 100_000,
        b'{"outings": [' + b'{"a":' * 100_000 + b"}" * 100_000 + b"]}",
        b'{"outings": [{"id": ' + b"9" * 10_000 + b"}]}",
        b"PK\x03\x04" + bytes(1000),
    ],
    ids=range(15),
)
def test_what_is_not_a_journal_gets_a_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(data)
    with pytest.raises(JournalError, match="is not a journal that can be read"):
        preview(path, ())


def test_a_number_too_large_to_be_kept_makes_its_record_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    path.write_text(json.dumps([RECORD | {"new": 1}]).replace('"new": 1', '"new": 1e999'))
    assert len(preview(path, ()).unreadable) == 1


def test_a_huge_file_a_folder_and_nothing_at_all_get_a_sentence(tmp_path: Path) -> None:
    huge = tmp_path / "huge.json"
    with huge.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    assert huge.stat().st_size > LARGEST
    for path, why in (
        (huge, "too large"),
        (tmp_path, "Could not read"),
        (tmp_path / "none.json", "There is no file"),
    ):
        with pytest.raises(JournalError, match=why):
            preview(path, ())
    with pytest.raises(JournalError, match="is not a file"):
        preview(Path("/dev/zero"), ())


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*RECORD, "x"]), inner, max_size=4)
        ),
        max_leaves=12,
    )
)
def test_no_json_at_all_breaks_the_reading(tmp_path: Path, content: object) -> None:
    path = tmp_path / "any.json"
    path.write_text(
        json.dumps({"outings": [content, RECORD | (content if isinstance(content, dict) else {})]})
    )
    try:
        found = preview(path, ())
    except JournalError as problem:
        assert "NaN" in path.read_text() or "Infinity" in path.read_text(), problem  # noqa: PT017
    else:
        open_journal(tmp_path / "data").merge(found.outings)


def test_csv_is_a_table_of_every_outing(tmp_path: Path, outings: tuple[Outing, ...]) -> None:
    export(outings, tmp_path / "all.csv")
    with (tmp_path / "all.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["id"] for row in rows] == [outing.id for outing in outings]
    assert (rows[0]["left_at"], rows[0]["carer"], rows[0]["felt"]) == (
        "2026-01-05T09:00:00+00:00",
        "Sam",
        "same",
    )
    assert rows[0]["found_out"] == (outings[0].reflection and outings[0].reflection.found_out)


HOSTILE = [
    '=cmd|"/C calc"!A0',
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    " =1",
    "＝1",
    '"; x',
    '=HYPERLINK("http://x")',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_of_the_csv_starts_a_formula(tmp_path: Path, text: str) -> None:
    outing = finished_outing(1, now_at(0))
    outing = from_record(to_record(outing) | {"plan": {"carer": text, "place": text, "prediction": text}})
    export([outing], tmp_path / "all.csv")
    with (tmp_path / "all.csv").open(newline="", encoding="utf-8") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not any(cell.lstrip()[:1] in "=+-@＝＋－＠" for cell in cells if cell.strip())


@pytest.mark.parametrize("name", ["all.json", "all.csv", "ALL.JSON"])
def test_an_export_is_for_its_owner_only_and_takes_the_place_of_an_older_one(
    tmp_path: Path, outings: tuple[Outing, ...], name: str
) -> None:
    path = tmp_path / name
    path.write_text("older")
    path.chmod(0o644)
    export(outings, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "older" not in path.read_text()
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


def test_an_export_through_a_link_replaces_the_link_and_not_what_it_points_to(
    tmp_path: Path, outings: tuple[Outing, ...]
) -> None:
    (tmp_path / "victim").write_text("precious")
    (tmp_path / "all.json").symlink_to(tmp_path / "victim")
    export(outings, tmp_path / "all.json")
    assert (tmp_path / "victim").read_text() == "precious"
    assert not (tmp_path / "all.json").is_symlink()


@pytest.mark.parametrize("name", ["all", "all.txt", "all.json.gz", "none/all.json", "folder.json"])
def test_a_place_that_cannot_be_written_to_gets_a_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.json").mkdir()
    with pytest.raises(JournalError):
        export([], tmp_path / name)
    assert [entry.name for entry in tmp_path.iterdir()] == ["folder.json"]


def test_an_export_never_lands_on_the_journal_itself(tmp_path: Path, outings: tuple[Outing, ...]) -> None:
    open_journal(tmp_path).add(outings)
    for name in ("outings.json", "live.json", "notes.json", "last.json"):
        with pytest.raises(JournalError, match="belongs to the journal"):
            export(outings, tmp_path / name)
    assert len(open_journal(tmp_path).outings()) == 3


def test_long_work_tells_how_far_it_is(tmp_path: Path, outings: tuple[Outing, ...]) -> None:
    told: list[tuple[int, int]] = []
    export(outings, tmp_path / "all.json", lambda done, of: told.append((done, of)))
    preview(tmp_path / "all.json", (), None, lambda done, of: told.append((done, of)))
    assert told == [(1, 3), (2, 3), (3, 3), (1, 0), (2, 0), (3, 0)]


def test_an_empty_journal_goes_out_in_every_format(tmp_path: Path) -> None:
    for ending in ("json", "csv"):
        export([], tmp_path / f"none.{ending}")
    assert preview(tmp_path / "none.json", ()).outings == ()
