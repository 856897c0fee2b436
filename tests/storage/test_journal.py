"""What a person does to their journal is there when they look, in this window and in the next."""

from datetime import timedelta
from pathlib import Path

import pytest
from tinydb import TinyDB

from leaving_tui.domain.outing import Felt, Outing, Stage
from leaving_tui.domain.record import document_id, from_record, to_record
from leaving_tui.storage.journal import Journal, JournalError
from tests.storage.days import State, finished_outing, found, now_at, open_journal, outing_id, script


def lived(folder: Path, days: int = 2) -> State:
    """A folder after some days, and what should be in it."""
    state = State()
    for number, act in enumerate(script(days)):
        state = act.do(open_journal(folder, number), state, now_at(number))
    return state


def out(journal: Journal, number: int = 0) -> Outing:
    outing = Outing(outing_id(number), now_at(0), now_at(0)).leave(now_at(1))
    kept = journal.change_live(lambda _: outing)
    assert kept is not None
    return kept


def finish(journal: Journal, number: int = 0) -> Outing:
    out(journal, number)
    journal.change_live(lambda outing: outing and outing.come_home(now_at(30)))
    answered = journal.change_live(lambda outing: outing and outing.answer(Felt.EASIER, now_at(31)))
    assert answered is not None
    return answered


def test_a_new_journal_is_empty_and_opening_it_writes_nothing(tmp_path: Path) -> None:
    journal = open_journal(tmp_path / "new")
    assert (journal.live(), journal.unsaved, journal.notices) == (None, None, [])
    assert list((tmp_path / "new").iterdir()) == []
    assert journal.outings() == ()


def test_days_of_outings_are_all_there_in_a_new_window(tmp_path: Path) -> None:
    state = lived(tmp_path, 4)
    assert len(state.finished) == 5
    assert found(open_journal(tmp_path)) == state


def test_a_stock_tinydb_reads_every_finished_outing_by_our_document_id(tmp_path: Path) -> None:
    state = lived(tmp_path)
    with TinyDB(tmp_path / "outings.json") as stock:
        read = {document.doc_id: from_record(document) for document in stock.table("outings")}
    assert read == {document_id(outing.id): outing for outing in state.finished.values()}


def test_the_outing_in_progress_is_in_a_file_of_its_own_that_is_gone_at_home(tmp_path: Path) -> None:
    journal = open_journal(tmp_path)
    out(journal)
    assert (tmp_path / "live.json").exists()
    assert not (tmp_path / "outings.json").exists()
    journal.change_live(lambda outing: outing and outing.come_home(now_at(9)).answer(Felt.SAME, now_at(9)))
    assert not (tmp_path / "live.json").exists()
    assert (journal.live(), len(journal.outings())) == (None, 1)


def test_a_change_that_changes_nothing_writes_nothing(tmp_path: Path) -> None:
    journal = open_journal(tmp_path)
    kept = out(journal)
    before = journal._folder.stamp("live.json")
    assert journal.change_live(lambda outing: outing) == kept
    assert journal.change_live(lambda _: kept) == kept
    assert journal._folder.stamp("live.json") == before


def test_a_plan_that_is_put_away_leaves_nothing(tmp_path: Path) -> None:
    journal = open_journal(tmp_path)
    journal.change_live(lambda _: Outing(outing_id(1), now_at(0), now_at(0)))
    assert journal.live() is not None
    assert journal.change_live(lambda _: None) is None
    assert (journal.live(), journal.outings()) == (None, ())
    assert not (tmp_path / "live.json").exists()


def test_a_new_plan_takes_the_place_of_one_that_never_left(tmp_path: Path) -> None:
    journal = open_journal(tmp_path)
    for number in (1, 2):
        journal.change_live(lambda _, number=number: Outing(outing_id(number), now_at(0), now_at(0)))
    live = journal.live()
    assert live is not None
    assert live.id == outing_id(2)
    journal.change_live(lambda _: None)
    assert journal.live() is None


def test_an_outing_under_way_is_never_pushed_out_by_another(tmp_path: Path) -> None:
    journal = open_journal(tmp_path)
    first = out(journal, 1)
    second = Outing(outing_id(2), now_at(5), now_at(5)).leave(now_at(5))
    journal.change_live(lambda _: second)
    home = second.come_home(now_at(6)).answer(Felt.SAME, now_at(6))
    journal.change_live(lambda _: home)
    assert journal.live() == first
    assert [outing.id for outing in journal.outings()] == [second.id]


def test_finished_outings_come_newest_first(tmp_path: Path) -> None:
    journal = open_journal(tmp_path)
    journal.add(finished_outing(number, now_at(minute)) for number, minute in enumerate((5, 60, 20)))
    assert [outing.left_at for outing in journal.outings()] == [now_at(60), now_at(20), now_at(5)]


def test_a_finished_outing_can_be_changed_and_the_change_is_stamped_later(tmp_path: Path) -> None:
    journal = open_journal(tmp_path)
    answered = finish(journal)
    changed = journal.change(answered.id, lambda outing: outing.reflect(now_at(0), found_out="He slept."))
    assert changed is not None
    assert changed.updated_at > answered.updated_at
    assert open_journal(tmp_path).outings() == (changed,)


def test_changing_an_outing_that_is_not_there_does_nothing(tmp_path: Path) -> None:
    journal = open_journal(tmp_path)
    assert journal.change(outing_id(9), lambda outing: outing.edit(now_at(1), trial=True)) is None
    assert journal.outings() == ()


def test_taking_an_answer_back_makes_the_outing_live_and_answering_again_keeps_one(tmp_path: Path) -> None:
    journal = open_journal(tmp_path)
    answered = finish(journal)
    back = journal.reopen(answered.id, lambda outing: outing.take_back(now_at(40)))
    assert back.stage is Stage.BACK
    assert (journal.live(), journal.outings()) == (back, ())
    assert len(TinyDB(tmp_path / "outings.json").table("outings")) == 0
    journal.change_live(lambda outing: outing and outing.answer(Felt.HARDER, now_at(41)))
    (only,) = open_journal(tmp_path).outings()
    assert only.reflection is not None
    assert only.reflection.felt is Felt.HARDER


def test_taking_back_an_outing_that_was_deleted_elsewhere_says_so(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="no longer in the journal"):
        open_journal(tmp_path).reopen(outing_id(1), lambda outing: outing)


def test_deleting_leaves_no_text_in_any_file_and_an_import_does_not_bring_it_back(tmp_path: Path) -> None:
    state = lived(tmp_path, 2)
    journal = open_journal(tmp_path, 999)
    for gone in list(state.finished.values()):
        journal.change(gone.id, lambda _: None)
        left = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.name != "reserve")
        assert left.count(gone.id.encode()) == left.count(f'{{"id": "{gone.id}", "deleted_at"'.encode())
        assert journal.merge([gone]).deleted == (gone,)
    assert journal.outings() == ()
    assert b"He cried" not in b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def test_deleting_also_clears_what_was_set_aside(tmp_path: Path) -> None:
    journal = open_journal(tmp_path)
    keep, gone = finish(journal, 1), finish(journal, 2)
    path = tmp_path / "outings.json"
    path.write_bytes(path.read_bytes().replace(b'"felt": "easier"', b'"felt": "easie!"', 1))
    journal = open_journal(tmp_path)
    assert len(journal.outings()) == 2
    (aside,) = (tmp_path / "set-aside").iterdir()
    assert gone.id.encode() in aside.read_bytes()
    journal.change(gone.id, lambda _: None)
    assert gone.id.encode() not in aside.read_bytes()
    assert keep.id.encode() in aside.read_bytes()


def test_an_undone_deletion_brings_the_outing_back_for_good(tmp_path: Path) -> None:
    journal = open_journal(tmp_path, 50)
    gone = finish(journal)
    journal.change(gone.id, lambda _: None)
    journal.add([gone])
    (back,) = open_journal(tmp_path).outings()
    assert back.reflection == gone.reflection
    assert back.updated_at > gone.updated_at
    assert journal.deleted() == {}


def test_giving_up_an_outing_that_was_taken_back_deletes_it(tmp_path: Path) -> None:
    journal = open_journal(tmp_path)
    answered = finish(journal)
    journal.change(answered.id, lambda outing: outing.reflect(now_at(50), found_out="secret words"))
    journal.reopen(answered.id, lambda outing: outing.take_back(now_at(60)))
    journal.change_live(lambda _: None)
    assert (journal.live(), journal.outings()) == (None, ())
    assert b"secret words" not in b"".join(
        path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()
    )


def test_adding_an_older_version_changes_nothing_and_a_newer_one_wins(tmp_path: Path) -> None:
    journal = open_journal(tmp_path)
    answered = finish(journal)
    newer = answered.edit(now_at(99), trial=True)
    assert [len(group) for group in (journal.add([answered]).same, journal.add([newer]).newer)] == [1, 1]
    assert journal.add([answered, newer]).changes == ()
    assert journal.outings() == (newer,)


def test_a_later_finished_version_from_another_device_ends_the_outing_here(tmp_path: Path) -> None:
    journal = open_journal(tmp_path)
    live = out(journal)
    elsewhere = live.come_home(now_at(20)).answer(Felt.EASIER, now_at(20))
    journal.merge([elsewhere])
    assert (journal.live(), journal.outings()) == (None, (elsewhere,))


def test_the_stamp_changes_with_the_finished_outings_only(tmp_path: Path) -> None:
    journal = open_journal(tmp_path)
    finish(journal, 1)
    out(journal, 2)
    before = journal.archive_stamp()
    journal.change_live(lambda outing: outing and outing.move_return(5, now_at(3)))
    assert journal.archive_stamp() == before
    journal.change(outing_id(1), lambda outing: outing.edit(now_at(90), trial=True))
    assert journal.archive_stamp() != before


def test_fields_of_a_newer_version_survive_every_change(tmp_path: Path) -> None:
    journal = open_journal(tmp_path)
    record = to_record(finished_outing(1, now_at(0))) | {"v": 7, "mood": {"weather": ["rain"]}}
    record["plan"]["bag"] = "packed"
    journal.add([from_record(record)])
    journal.change(outing_id(1), lambda outing: outing.edit(now_at(9), trial=True))
    journal.reopen(outing_id(1), lambda outing: outing.take_back(now_at(10)))
    journal.change_live(lambda outing: outing and outing.answer(Felt.SAME, now_at(11)))
    (kept,) = TinyDB(tmp_path / "outings.json").table("outings").all()
    assert (kept["v"], kept["mood"], kept["plan"]["bag"]) == (7, {"weather": ["rain"]}, "packed")


def test_a_clock_that_was_set_back_does_not_undo_an_edit(tmp_path: Path) -> None:
    journal = open_journal(tmp_path)
    answered = finish(journal)
    edited = journal.change(
        answered.id, lambda outing: outing.edit(now_at(0) - timedelta(days=9), trial=True)
    )
    assert journal.add([answered]).changes == ()
    assert journal.outings() == (edited,)


def test_a_long_outing_keeps_its_file_small(tmp_path: Path) -> None:
    journal = open_journal(tmp_path)
    out(journal)
    for minute in range(250):
        journal.change_live(
            lambda outing, minute=minute: outing and outing.move_return(5, now_at(2 * minute))
        )
    live = journal.live()
    assert live is not None
    assert len(live.moments) == 250
    assert (tmp_path / "live.json").stat().st_size < 300_000
    assert open_journal(tmp_path).live() == live


def test_a_file_in_the_place_of_the_folder_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter"
    path.write_text("dear")
    for place in (path, path / "inner"):
        with pytest.raises(JournalError):
            open_journal(place)
    assert path.read_text() == "dear"
