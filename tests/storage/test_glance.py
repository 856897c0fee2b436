"""A large journal is read over: all is as if each outing had been made, and each is made when asked for."""

import json
import os
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaving_tui.domain.errors import RecordError
from leaving_tui.domain.outing import Before, Felt, Happened, Moment, Outing, Plan, Reflection
from leaving_tui.domain.past import Past, by_id
from leaving_tui.domain.record import document_id, from_record, to_record
from leaving_tui.storage import file
from leaving_tui.storage.checked import parse, render
from leaving_tui.storage.disk import Disk
from leaving_tui.storage.glance import glance
from leaving_tui.storage.journal import Journal, JournalError
from leaving_tui.storage.line import as_text
from leaving_tui.storage.shape import ROW, outing_of
from leaving_tui.storage.shelf import finished_outing
from tests.storage.days import finished_outing as done
from tests.storage.days import now_at, open_journal, outing_id

TIMES = st.integers(0, 7_200_000_000_000).map(
    lambda ms: datetime.fromtimestamp(ms // 1000, UTC) + ms % 1000 * _MS
)
_MS = timedelta(milliseconds=1)
OPEN_FILES = Path("/proc/self/fd")
TEXTS = st.text(max_size=12) | st.sampled_from(
    ["Zoë", 'a "word"', "back\\slash", "line\nbreak", "\u2028", "😀"]
)
RATINGS = st.none() | st.integers(0, 10)
EXTRAS = st.just({}) | st.dictionaries(st.sampled_from(["mood", "bag"]), st.integers() | TEXTS, max_size=1)
DETAILS = st.dictionaries(
    st.sampled_from(["minutes", "said", "planned", "worry"]),
    st.integers(-700_000, 700_000) | TEXTS | st.booleans() | st.none(),
    max_size=2,
)
MOMENTS = st.builds(Moment, at=TIMES, kind=TEXTS, detail=DETAILS, rating=RATINGS, extra=EXTRAS)
REFLECTIONS = st.builds(
    Reflection,
    at=TIMES,
    felt=st.sampled_from(Felt),
    worst=RATINGS,
    happened=st.none() | st.sampled_from(Happened),
    found_out=TEXTS,
    reunion=TEXTS,
    extra=EXTRAS,
)
SOME_TEXT, SOME_TIME, OFTEN_TIME = st.none() | TEXTS, st.none() | TIMES, st.none() | TIMES | TIMES
STEPS = SOME_TEXT | st.sampled_from(["S1", "own-step"])
SOME_MOMENTS, SOME_REFLECTION = st.lists(MOMENTS, max_size=2), st.none() | REFLECTIONS
FOREIGN = SOME_TEXT | st.integers() | st.just({})
PLANS = st.builds(
    Plan,
    carer=TEXTS,
    place=TEXTS,
    minutes=st.integers(-5, 600_000),
    check_ins=st.lists(TIMES, max_size=2).map(tuple),
    prediction=SOME_TEXT,
    script=SOME_TEXT,
    cue=TEXTS,
    extra=EXTRAS,
)


@st.composite
def records(draw: st.DrawFn, ids: int = 2**128 - 1) -> dict[str, Any]:
    """The record of any outing, some of them no outings at all."""
    outing = Outing(
        id=str(UUID(int=draw(st.integers(0, ids)))),
        updated_at=draw(TIMES),
        prepared_at=draw(TIMES),
        plan=draw(PLANS),
        tz=draw(TEXTS),
        trial=draw(st.booleans()),
        step=draw(STEPS),
        left_at=draw(OFTEN_TIME),
        due_at=draw(SOME_TIME),
        home_at=draw(OFTEN_TIME),
        before=Before(draw(RATINGS)),
        moments=tuple(draw(SOME_MOMENTS)),
        reflection=draw(SOME_REFLECTION),
        v=draw(st.sampled_from([1, 1, 1, 2])),
    )
    record = to_record(outing)
    if draw(st.integers(0, 9)) == 0:
        record[draw(st.sampled_from(sorted(record)))] = draw(FOREIGN)
    return record


@settings(max_examples=70)
@given(records())
def test_whatever_has_the_shape_of_an_outing_is_one(record: dict[str, Any]) -> None:
    text = as_text(record).decode()
    if ROW.fullmatch(text):
        assert outing_of(json.loads(text)) == finished_outing(record)


@settings(max_examples=40)
@given(st.integers(0, 1000), st.sampled_from(Felt), TEXTS)
def test_what_this_version_writes_has_the_shape_of_an_outing(number: int, felt: Felt, text: str) -> None:
    outing = done(number, now_at(number))._replace(
        plan=Plan("Zoë", text, 45, (now_at(3),), text or None, "see_you", "wave"),
        moments=(Moment(now_at(2), "urge", {"minutes": 5, "outcome": "waited"}, 4),),
        reflection=Reflection(now_at(9), felt, 7, Happened.PARTLY, text, text),
        step="S5",
    )
    record = to_record(from_record(to_record(outing)))
    leap = ("-02-29", "-02-30")
    assert ROW.fullmatch(as_text(record).decode()) or any(day in str(record) for day in leap)


@settings(max_examples=40)
@given(st.lists(records(9), max_size=6), st.booleans())
def test_reading_over_it_tells_the_same_in_the_same_order_as_making_every_outing(
    tmp_path_factory: pytest.TempPathFactory, kept: list[dict[str, Any]], own_ids: bool
) -> None:
    rows = {
        str(document_id(record["id"]) if own_ids and _is_id(record["id"]) else number): record
        for number, record in enumerate(kept, 1)
    }
    path = tmp_path_factory.getbasetemp() / "outings.json"
    path.write_bytes(render({"outings": rows, "deleted": {}}))
    found = _glanced(path)
    if found is None:
        assert _odd(rows) or len({record["id"] for record in rows.values()}) < len(rows)
        return
    made = [finished_outing(dict(line)) for line in parse(path.read_bytes(), "").tables["outings"].values()]
    made.sort(key=lambda outing: (outing.left_at, outing.id), reverse=True)
    assert list(found) == made == list(found[:])
    assert list(reversed(found)) == made[::-1]
    known = found.known
    assert known.ids == [outing.id for outing in made]
    assert list(known.minutes) == [outing.minutes_out for outing in made]
    assert known.steps == [outing.step for outing in made]
    assert list(map(bool, known.trials)) == [outing.trial for outing in made]
    assert known.felt == [o.reflection.felt if o.reflection else Felt.SKIPPED for o in made]
    # A finding that is nothing but blanks is only found empty once it is made.
    assert all(
        told for told, o in zip(known.told, made, strict=True) if o.reflection and o.reflection.found_out
    )


def _is_id(text: object) -> bool:
    try:
        return bool(UUID(str(text)))
    except ValueError:
        return False


def _odd(rows: Mapping[str, dict[str, Any]]) -> bool:
    for record in rows.values():
        try:
            finished_outing(record)
        except RecordError:
            return True
    return False


def _glanced(path: Path) -> Past | None:
    fd = os.open(path, os.O_RDONLY)
    try:
        filed = glance(Disk(), fd)
        return filed and filed.past({}, set())
    finally:
        os.close(fd)


@pytest.fixture
def five(tmp_path: Path) -> list[Outing]:
    """A journal of five outings, newest first."""
    outings = [done(number, now_at(100 * number)) for number in range(5)]
    open_journal(tmp_path).add(outings)
    return outings[::-1]


def test_every_flipped_bit_has_the_file_looked_at_more_closely(tmp_path: Path, five: list[Outing]) -> None:
    path = tmp_path / "outings.json"
    data = path.read_bytes()
    for at in range(0, len(data), 7):
        path.write_bytes(data[:at] + bytes([data[at] ^ 1 << at % 8]) + data[at + 1 :])
        assert _glanced(path) is None
    for end in range(0, len(data), 11):
        path.write_bytes(data[:end])
        assert _glanced(path) is None


def test_a_past_stays_as_it_was_while_the_file_is_replaced_and_removed(
    tmp_path: Path, five: list[Outing]
) -> None:
    journal = open_journal(tmp_path, 999)
    past = journal.outings()
    assert isinstance(past, Past)
    journal.change(five[4].id, lambda _: None)
    journal.change(five[0].id, lambda outing: outing.edit(now_at(999), trial=True))
    assert past[0] == five[0]
    for path in tmp_path.glob("outings.json*"):
        path.unlink()
    assert tuple(past) == tuple(five)
    assert len(open_journal(tmp_path / "other").outings()) == 0


def test_a_file_that_another_program_writes_over_leaves_the_times_until_it_is_read_anew(
    tmp_path: Path, five: list[Outing]
) -> None:
    past = open_journal(tmp_path).outings()
    path = tmp_path / "outings.json"
    with path.open("r+b") as written_over:
        written_over.write(b" " * len(path.read_bytes()))
    for shown, outing in zip(past, five, strict=True):
        assert (shown.id, shown.left_at, shown.home_at) == (outing.id, outing.left_at, outing.home_at)
        assert shown.reflection is not None
        assert shown.reflection.felt is Felt.SAME
    assert tuple(open_journal(tmp_path).outings()) == tuple(five)


def test_what_is_odd_in_one_line_is_made_and_the_rest_is_not(
    tmp_path: Path, five: list[Outing], monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = from_record({**to_record(five[2]), "mood": "calm", "v": 2}).edit(now_at(900))
    open_journal(tmp_path).add([newer])
    made: list[object] = []
    monkeypatch.setattr(
        "leaving_tui.storage.filed.outing_of", lambda text: made.append(text) or from_record(text)
    )
    past = open_journal(tmp_path).outings()
    assert isinstance(past, Past)
    assert not made
    assert by_id(past, newer.id) == newer
    assert not made
    assert past[0] == five[0]
    assert len(made) == 1


def test_an_outing_that_is_still_on_the_desk_stands_among_those_of_the_file(
    tmp_path: Path, five: list[Outing]
) -> None:
    journal = open_journal(tmp_path, 950)
    back = journal.reopen(five[1].id, lambda outing: outing.take_back(now_at(950)))
    assert [outing.id for outing in journal.outings()] == [o.id for o in five if o.id != back.id]
    journal.change_live(lambda outing: outing and outing.answer(Felt.HARDER, now_at(951)))
    assert [outing.id for outing in journal.outings()] == [outing.id for outing in five]
    told = five[1].reflection
    assert told
    assert journal.outings()[1].reflection == told._replace(at=now_at(951), felt=Felt.HARDER)


def test_the_same_outings_read_again_are_the_same_and_changed_ones_are_not(
    tmp_path: Path, five: list[Outing]
) -> None:
    journal = open_journal(tmp_path, 999)
    before = journal.outings()
    assert before == open_journal(tmp_path).outings() == tuple(five)
    journal.change(outing_id(0), lambda outing: outing.edit(now_at(999), trial=True))
    assert before != journal.outings()
    assert before != tuple(five[:4])


@pytest.mark.skipif(not OPEN_FILES.is_dir(), reason="only Linux tells which files are open")
def test_a_file_is_let_go_once_nobody_looks_at_that_past_any_more(tmp_path: Path, five: list[Outing]) -> None:
    journal = open_journal(tmp_path, 999)
    for number in range(9):
        journal.change(outing_id(0), lambda outing, n=number: outing.edit(now_at(n), trial=n % 2 == 0))
        assert len(journal.outings()) == 5
    there = [str(each.readlink()) for each in OPEN_FILES.iterdir() if each.is_symlink()]
    assert len([each for each in there if each.startswith(str(tmp_path))]) == 1


def test_a_small_journal_is_made_whole(
    tmp_path: Path, five: list[Outing], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file, "LARGE", 10**6)
    assert open_journal(tmp_path).outings() == tuple(five)
    assert isinstance(open_journal(tmp_path).outings(), tuple)


def test_a_disk_that_fails_while_it_is_read_over_is_told(tmp_path: Path, five: list[Outing]) -> None:
    class Bad(Disk):
        def read_some(self, fd: int, size: int) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(JournalError, match="the disk reports an error"):
        Journal(tmp_path, lambda: now_at(0), Bad()).outings()


def test_local_days_follow_the_zone_of_the_one_who_looks(tmp_path: Path, five: list[Outing]) -> None:
    from zoneinfo import ZoneInfo

    from leaving_tui.domain.lookback.calendar import outings_of, year

    past = open_journal(tmp_path).outings()
    for zone in (UTC, ZoneInfo("Pacific/Auckland"), ZoneInfo("America/New_York")):
        today = (now_at(500) + timedelta(days=1)).astimezone(zone).date()
        assert year(past, today, zone) == year(five, today, zone)
        first = today - timedelta(days=today.weekday())
        assert outings_of(past, first, zone) == outings_of(five, first, zone)
