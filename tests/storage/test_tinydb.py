"""TinyDB's own behaviour holds on our storages: what its users rely on, they can rely on here."""

from contextlib import suppress
from pathlib import Path

import pytest
from tinydb import Query, TinyDB, where
from tinydb.table import Document

from leaving_tui.storage.file import CheckedStorage
from leaving_tui.storage.folder import Folder
from leaving_tui.storage.log import LogStorage
from tests.storage.days import now_at


@pytest.fixture
def db(tmp_path: Path) -> TinyDB:
    return TinyDB(tmp_path / "db.json", storage=CheckedStorage)


def again(db: TinyDB, tmp_path: Path) -> TinyDB:
    db.close()
    return TinyDB(tmp_path / "db.json", storage=CheckedStorage)


def test_a_new_database_is_empty(db: TinyDB) -> None:
    assert (len(db), db.all(), db.tables()) == (0, [], set())


def test_inserted_documents_get_rising_ids_and_are_there_again(db: TinyDB, tmp_path: Path) -> None:
    assert [db.insert({"n": 1}), db.insert({"n": 2})] == [1, 2]
    assert db.insert_multiple([{"n": 3}, {"n": 4}]) == [3, 4]
    db = again(db, tmp_path)
    assert [(document.doc_id, document["n"]) for document in db] == [(1, 1), (2, 2), (3, 3), (4, 4)]
    assert db.insert({"n": 5}) == 5


def test_a_document_keeps_the_id_it_brings_and_no_id_is_taken_twice(db: TinyDB) -> None:
    big = 2**127
    assert db.insert(Document({"n": 1}, big)) == big
    assert db.get(doc_id=big) == {"n": 1}
    with pytest.raises(ValueError, match="already exists"):
        db.insert(Document({"n": 2}, big))
    assert db.insert({"n": 3}) == big + 1


def test_documents_are_updated_by_query_by_id_by_function_and_all_at_once(db: TinyDB, tmp_path: Path) -> None:
    db.insert_multiple([{"n": n, "deep": {"list": [n]}} for n in range(4)])
    assert db.update({"a": 1}, where("n") == 2) == [3]
    assert db.update({"b": 1}, doc_ids=[1, 99]) == [1]
    db.update(lambda document: document["deep"]["list"].append("x"), where("n") > 1)
    db.update({"all": True})
    db.update_multiple([({"m": 1}, where("n") == 0), ({"m": 2}, where("n") == 3)])
    assert [dict(document) for document in again(db, tmp_path)] == [
        {"n": 0, "deep": {"list": [0]}, "b": 1, "all": True, "m": 1},
        {"n": 1, "deep": {"list": [1]}, "all": True},
        {"n": 2, "deep": {"list": [2, "x"]}, "a": 1, "all": True},
        {"n": 3, "deep": {"list": [3, "x"]}, "all": True, "m": 2},
    ]


def test_upsert_updates_what_is_there_and_inserts_what_is_not(db: TinyDB) -> None:
    assert db.upsert({"n": 1, "a": 1}, where("n") == 1) == [1]
    assert db.upsert({"n": 1, "a": 2}, where("n") == 1) == [1]
    assert db.upsert(Document({"n": 7}, 7)) == [7]
    assert db.all() == [{"n": 1, "a": 2}, {"n": 7}]


def test_documents_are_removed_by_query_and_by_id_and_truncate_removes_all(
    db: TinyDB, tmp_path: Path
) -> None:
    db.insert_multiple({"n": n} for n in range(5))
    assert db.remove(where("n") == 1) == [2]
    assert db.remove(doc_ids=[1, 99]) == [1]
    assert [document["n"] for document in again(db, tmp_path)] == [2, 3, 4]
    db.truncate()
    assert db.all() == []
    assert again(db, tmp_path).all() == []


def test_searching_finds_what_matches_and_counts_it(db: TinyDB) -> None:
    db.insert_multiple([{"name": "a", "tags": ["x", "y"]}, {"name": "b", "deep": {"er": 1}}, {"name": "c"}])
    found = Query()
    assert [document["name"] for document in db.search(found.tags.any(["y"]))] == ["a"]
    assert [document["name"] for document in db.search(found.deep.er == 1)] == ["b"]
    assert [document["name"] for document in db.search(found.name.matches("[bc]"))] == ["b", "c"]
    assert (db.count(found.name != "a"), db.contains(found.name == "d"), db.contains(doc_id=1)) == (
        2,
        False,
        True,
    )
    assert db.get(found.name == "c") == {"name": "c"}
    assert db.get(doc_ids=[1, 3]) == [{"name": "a", "tags": ["x", "y"]}, {"name": "c"}]


def test_tables_are_kept_apart_and_dropped_one_by_one_or_all(db: TinyDB, tmp_path: Path) -> None:
    db.insert({"default": 1})
    db.table('my "odd" täble').insert({"n": 1})
    db.table("other").insert({"n": 2})
    assert db.tables() == {"_default", 'my "odd" täble', "other"}
    db.drop_table("other")
    db = again(db, tmp_path)
    assert db.tables() == {"_default", 'my "odd" täble'}
    assert db.table('my "odd" täble').all() == [{"n": 1}]
    db.drop_tables()
    assert again(db, tmp_path).tables() == set()


def test_text_of_any_kind_is_kept(db: TinyDB, tmp_path: Path) -> None:
    texts = ["é😀", "\x00\x1b[31m", "\ud800", "\u2028", '"quoted" \\', "line\nbreak", ""]
    db.insert({text: text for text in texts})
    assert again(db, tmp_path).all() == [{text: text for text in texts}]


def test_a_value_that_json_does_not_have_is_refused_and_nothing_is_lost(db: TinyDB, tmp_path: Path) -> None:
    db.insert({"n": 1})
    for value in (float("nan"), float("inf"), {1, 2}, object()):
        with pytest.raises((ValueError, TypeError)):
            db.insert({"n": value})
    with pytest.raises(ValueError, match="Mapping"):
        db.insert("text")
    assert again(db, tmp_path).all() == [{"n": 1}]


def test_two_databases_on_one_file_see_each_other_when_nothing_is_cached(tmp_path: Path) -> None:
    one, other = (
        TinyDB(tmp_path / "db.json", storage=CheckedStorage).table("t", cache_size=0) for _ in range(2)
    )
    one.insert(Document({"n": 1}, 1))
    assert other.search(where("n") == 1) == [{"n": 1}]
    other.insert(Document({"n": 1}, 2))
    assert len(one.search(where("n") == 1)) == 2


def test_several_operations_can_be_one_write_or_none(tmp_path: Path) -> None:
    storage = CheckedStorage(tmp_path / "db.json")
    db = TinyDB(storage=lambda: storage)
    db.insert({"n": 1})
    before = (tmp_path / "db.json").read_bytes()
    with suppress(ZeroDivisionError), storage.together():
        db.insert({"n": 2})
        db.update(lambda document: 1 // 0)
    assert (tmp_path / "db.json").read_bytes() == before
    with storage.together():
        db.insert({"n": 2})
        db.update({"m": 1})
        assert (tmp_path / "db.json").read_bytes() == before
        assert len(db) == 2
    assert db.all() == [{"n": 1, "m": 1}, {"n": 2, "m": 1}]


def test_writing_the_same_again_touches_no_file(db: TinyDB, tmp_path: Path) -> None:
    db.insert({"n": 1})
    before = (tmp_path / "db.json").stat()
    db.update({"n": 1})
    assert (tmp_path / "db.json").stat() == before


def test_a_stock_tinydb_reads_and_changes_our_file_and_we_read_it_again(db: TinyDB, tmp_path: Path) -> None:
    db.insert_multiple([{"n": 1}, {"n": 2}])
    with TinyDB(tmp_path / "db.json") as stock:
        assert stock.all() == [{"n": 1}, {"n": 2}]
        stock.insert({"n": 3})
    assert db.all() == [{"n": 1}, {"n": 2}, {"n": 3}]
    assert again(db, tmp_path).tables() == {"_default"}


def test_the_table_of_a_log_can_be_changed_in_every_way_too(tmp_path: Path) -> None:
    storage = LogStorage(Folder(tmp_path, lambda: now_at(0)), "log.json")
    table = TinyDB(storage=lambda: storage).table("live", cache_size=0)
    table.insert_multiple([Document({"n": 1, "deep": []}, 1), Document({"n": 2}, 2)])
    size = (tmp_path / "log.json").stat().st_size
    table.update(lambda document: document["deep"].append("x"), doc_ids=[1])
    assert (tmp_path / "log.json").stat().st_size > size
    table.upsert(Document({"n": 3}, 3))
    table.remove(doc_ids=[2])
    other = LogStorage(Folder(tmp_path, lambda: now_at(0)), "log.json")
    for kept in (table, TinyDB(storage=lambda: other).table("live")):
        assert {document.doc_id: dict(document) for document in kept} == {
            1: {"n": 1, "deep": ["x"]},
            3: {"n": 3},
        }
    table.truncate()
    assert not (tmp_path / "log.json").exists()
    assert table.all() == []


def test_a_log_that_was_put_away_is_empty_at_once_in_the_same_turn_too(tmp_path: Path) -> None:
    folder = Folder(tmp_path, lambda: now_at(0))
    storage = LogStorage(folder, "log.json")
    TinyDB(storage=lambda: storage).table("live", cache_size=0).insert(Document({"n": 1}, 1))
    with folder.lock:
        assert storage.load().rows
        storage.put_away("other.json")
        assert not storage.load().rows
    assert (tmp_path / "other.json").exists()
