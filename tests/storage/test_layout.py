"""Any cut and any flipped bit of a file of ours is noticed; what is whole in it is still read."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB

from leaving_tui.domain.record import to_record
from leaving_tui.storage.checked import parse, render, salvage
from leaving_tui.storage.errors import DamagedError, NewerError
from leaving_tui.storage.log import log_line, parse_log
from tests.storage.days import finished_outing, now_at

TABLES = {
    "outings": {str(number): to_record(finished_outing(number, now_at(number))) for number in (1, 2)},
    "deleted": {"7": {"id": "x", "deleted_at": "2026-01-05T09:00:00.000Z"}},
}
SMALL = {"outings": {"1": {"id": "a", "n": 1}, "2": {"id": "b", "n": 2}}, "deleted": {}}
WHOLE = render(TABLES)
LOG = (
    log_line("1", {"n": 1})
    + log_line("1", {"n": 2})
    + log_line("2", {"text": "é\n😀"})
    + log_line("1", {"n": 3})
)


def flipped(data: bytes, at: int, bit: int) -> bytes:
    return data[:at] + bytes([data[at] ^ (1 << bit)]) + data[at + 1 :]


def plain(tables: dict) -> dict:
    return {name: {key: dict(line) for key, line in table.items()} for name, table in tables.items() if table}


def test_what_was_written_is_read() -> None:
    sheet = parse(WHOLE, "outings.json")
    assert (plain(sheet.tables), sheet.checked) == (plain(TABLES), True)


def test_every_flipped_bit_is_noticed() -> None:
    for at in range(len(WHOLE)):
        for bit in range(8):
            with pytest.raises((DamagedError, NewerError)):
                parse(flipped(WHOLE, at, bit), "outings.json")


def test_every_cut_is_noticed() -> None:
    for at in range(len(WHOLE)):
        with pytest.raises(DamagedError):
            parse(WHOLE[:at], "outings.json")


def test_a_flipped_bit_spoils_one_document_at_most_and_never_passes_for_a_good_one() -> None:
    small = render(SMALL)
    good = plain(SMALL)["outings"]
    for at in range(len(small)):
        for bit in range(8):
            sure, unsure = salvage(flipped(small, at, bit))
            assert all(good.get(key) == dict(line) for key, line in sure.get("outings", {}).items())
            known = {key for table in (*sure.values(), *unsure.values()) for key in table}
            assert len(known & good.keys()) >= 1


@pytest.mark.parametrize("filler", [b"\x00", b"\xff", b" ", b"}", b"\n"])
def test_an_overwritten_stretch_is_noticed(filler: bytes) -> None:
    for at in range(0, len(WHOLE) - 64, 16):
        with pytest.raises(DamagedError):
            parse(WHOLE[:at] + filler * 64 + WHOLE[at + 64 :], "outings.json")


@pytest.mark.parametrize(
    "data",
    [b"", b"\n", b"null", b"[]", b"{", b'{"outings": []}', b'{"outings": {"1": 3}}', b"\x00" * 500, b"{}{}"],
)
def test_what_holds_no_tables_is_damaged(data: bytes) -> None:
    with pytest.raises(DamagedError):
        parse(data, "outings.json")


def test_a_file_nested_too_deeply_is_damaged() -> None:
    with pytest.raises(DamagedError):
        parse(b'{"outings": {"1": {"a":' + b"[" * 200_000 + b"]" * 200_000 + b"}}}", "outings.json")


def test_a_newer_layout_is_refused_and_not_taken_for_damage() -> None:
    newer = render(TABLES).replace(b'"v": 1}},', b'"v": 2}},', 1)
    with pytest.raises(DamagedError):  # only a digit has changed, the checksum is still of version 1
        parse(newer, "outings.json")
    with pytest.raises(NewerError, match="newer version"):
        parse(newer.replace(b'"_sums"', b'"_hash"'), "outings.json")


@pytest.mark.parametrize(
    "layout", [{}, {"indent": 2}, {"separators": (",", ":")}, {"ensure_ascii": False}, {"indent": 1}]
)
def test_a_journal_without_our_checksum_is_read_in_any_layout(layout: dict) -> None:
    sheet = parse(json.dumps(TABLES, **layout).encode(), "outings.json")
    assert (plain(sheet.tables), sheet.checked, sheet.rewritten) == (plain(TABLES), False, False)


@pytest.mark.parametrize("layout", [{}, {"indent": 4}, {"sort_keys": True}])
def test_a_journal_rewritten_by_a_stock_tinydb_is_read_and_known_as_such(
    tmp_path: Path, layout: dict
) -> None:
    path = tmp_path / "outings.json"
    path.write_bytes(WHOLE)
    with TinyDB(path, **layout) as stock:
        stock.table("outings").update({"trial": True}, doc_ids=[1])
    sheet = parse(path.read_bytes(), "outings.json")
    assert (sheet.checked, sheet.rewritten) == (False, True)
    assert sheet.tables["outings"]["1"]["trial"] is True
    assert set(sheet.tables) == {"outings", "deleted"}


def test_a_stock_tinydb_reads_our_layout(tmp_path: Path) -> None:
    path = tmp_path / "outings.json"
    path.write_bytes(WHOLE)
    with TinyDB(path) as stock:
        assert {doc.doc_id: dict(doc) for doc in stock.table("outings")} == {
            int(key): value for key, value in TABLES["outings"].items()
        }


def test_each_whole_line_of_a_cut_log_is_read() -> None:
    ends = [at + 1 for at, byte in enumerate(LOG) if byte == 10]
    for at in range(len(LOG)):
        log = parse_log(LOG[:at])
        assert log.size == max([end for end in ends if end <= at], default=0)
        assert log.torn == at - log.size
        assert log.rows == parse_log(LOG[: log.size]).rows
        assert not log.bad


def test_a_flipped_bit_in_a_log_is_noticed_and_costs_one_line_at_most() -> None:
    lines = [line[9:] for line in LOG.splitlines()]
    for at in range(len(LOG)):
        for bit in range(8):
            log = parse_log(flipped(LOG, at, bit))
            assert log.bad or log.torn
            assert set(log.rows.values()) <= set(lines)
            assert "1" in log.rows


documents = st.dictionaries(st.text(), st.none() | st.booleans() | st.integers() | st.text(), max_size=4)
tables = st.dictionaries(
    st.text().filter(lambda name: name not in ("_meta", "_sums")),
    st.dictionaries(st.text(), documents, max_size=4),
    max_size=3,
)


@given(tables)
def test_any_tables_are_read_as_they_were_written(content: dict) -> None:
    assert {
        name: plain({0: table}).get(0, {}) for name, table in parse(render(content), "x").tables.items()
    } == content


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reading(data: bytes) -> None:
    salvage(data)
    parse_log(data)
    with suppress(DamagedError):
        parse(data, "x")
