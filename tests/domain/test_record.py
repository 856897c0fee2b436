"""The data contract: an outing as plain JSON and back, for this version, older and newer ones."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaving_tui.domain import record as records
from leaving_tui.domain.errors import RecordError
from leaving_tui.domain.outing import (
    SCALE,
    Before,
    Felt,
    Happened,
    Kind,
    Moment,
    Outing,
    Plan,
    Reflection,
    Stage,
)
from leaving_tui.domain.record import document_id, from_record, stamp, to_record

NOW = datetime(2026, 11, 23, 14, 58, 1, 250_000, tzinfo=UTC)
ID = "6f1c9a52-3df0-4c53-b2de-0f3d2a6b7c11"
CONTRACT = {
    "v": 1,
    "id": ID,
    "updated_at": "2026-11-23T15:30:00.000Z",
    "tz": "America/New_York",
    "trial": False,
    "step": "S5",
    "plan": {
        "carer": "Grandma",
        "place": "coffee",
        "minutes": 30,
        "check_ins": ["2026-11-23T15:15:00.000Z"],
        "prediction": "He will cry the whole time.",
        "script": "G2",
        "cue": "after your nap",
    },
    "prepared_at": "2026-11-23T14:57:00.000Z",
    "left_at": "2026-11-23T14:58:00.000Z",
    "due_at": "2026-11-23T15:28:00.000Z",
    "home_at": "2026-11-23T15:25:00.000Z",
    "before": {"rating": 6, "scale": "anxious-0-10/1"},
    "moments": [
        {"at": "2026-11-23T15:01:00.000Z", "kind": "breathe", "detail": {"pattern": "P1", "breaths": 6}},
        {"at": "2026-11-23T15:04:00.000Z", "kind": "rating", "rating": 7},
    ],
    "reflection": {
        "at": "2026-11-23T15:26:00.000Z",
        "felt": "easier",
        "worst": 7,
        "happened": "no",
        "found_out": "He was asleep.",
        "reunion": "A long look, then a smile.",
    },
}


def changed(**changes: object) -> dict:
    return {**CONTRACT, **changes}


def test_the_record_of_the_contract_is_read_and_written_back_unchanged():
    outing = from_record(CONTRACT)
    assert (outing.plan.carer, outing.before.rating, outing.minutes_out) == ("Grandma", 6, 27)
    assert outing.reflection is not None
    assert (outing.reflection.felt, outing.reflection.happened) == (Felt.EASIER, Happened.NO)
    assert outing.stage is Stage.HOME
    assert to_record(outing) == CONTRACT


def test_what_was_said_with_an_answer_that_was_taken_back_survives_and_leaves_no_trace_in_a_finished_one():
    taken = from_record(CONTRACT).take_back(NOW)
    kept = to_record(taken)
    assert (kept["reflection"], kept["taken_back"]) == (None, CONTRACT["reflection"])
    assert from_record(kept) == taken
    assert to_record(from_record(kept).answer(Felt.EASIER, NOW)).keys() == CONTRACT.keys()
    # One that an older version has answered again.
    assert from_record(changed(taken_back=CONTRACT["reflection"])) == from_record(CONTRACT)


def test_times_are_written_in_utc_so_that_text_order_is_time_order():
    east = NOW.astimezone(timezone(timedelta(hours=9)))
    assert stamp(NOW) == stamp(east) == "2026-11-23T14:58:01.250Z"
    assert stamp(NOW) < stamp(NOW + timedelta(milliseconds=1)) < stamp(NOW + timedelta(days=400))


@pytest.mark.parametrize("text", ["2026-11-23T14:58:01.250Z", "2026-11-23T09:58:01.250-05:00"])
def test_a_time_may_be_written_with_any_offset(text):
    assert from_record(changed(left_at=text)).left_at == NOW


def test_a_skipped_answer_is_null_and_never_a_nought():
    outing = Outing(id=ID, updated_at=NOW, prepared_at=NOW, moments=(Moment(NOW, Kind.RATING),))
    outing = outing.leave(NOW).come_home(NOW).answer(Felt.SKIPPED, NOW)
    record = to_record(outing)
    assert record["before"]["rating"] is None
    assert record["moments"][0]["rating"] is None
    assert record["reflection"]["worst"] is None
    assert record["reflection"]["happened"] is None
    assert record["reflection"]["found_out"] is None
    assert record["plan"]["prediction"] is None


def test_a_nought_is_a_nought_and_never_a_skip():
    record = changed(before={"rating": 0, "scale": "anxious-0-10/1"})
    assert to_record(from_record(record))["before"]["rating"] == 0


def test_the_document_id_is_the_uuid_as_a_number():
    assert document_id(ID) == int(ID.replace("-", ""), 16)


@pytest.mark.parametrize(
    "place",
    ["", "plan", "before", "reflection", "moments"],
    ids=lambda place: place or "outing",
)
def test_what_a_newer_version_added_survives_a_round_trip(place):
    record = json.loads(json.dumps(CONTRACT))
    part = record[place] if place else record
    part = part[0] if place == "moments" else part
    part["later"] = {"deep": [1, None, {"x": "y"}]}
    assert to_record(from_record(record)) == record


def test_a_kind_of_moment_that_only_a_newer_version_knows_is_kept():
    record = changed(
        v=7, moments=[{"at": "2026-11-23T15:01:00.000Z", "kind": "sang", "detail": {"song": "x"}}]
    )
    assert to_record(from_record(record)) == record


def test_an_older_version_is_brought_up_step_by_step(monkeypatch):
    """`v` grows with one pure function for each step."""
    monkeypatch.setitem(records.UPGRADES, -1, lambda old: {**old, "v": 0, "step": old["rung"]})
    monkeypatch.setitem(records.UPGRADES, 0, lambda old: {**old, "v": 1, "trial": True})
    old = {key: value for key, value in CONTRACT.items() if key not in ("step", "trial")} | {
        "v": -1,
        "rung": "S3",
    }
    upgraded = from_record(old)
    assert (upgraded.v, upgraded.step, upgraded.trial) == (1, "S3", True)
    assert old["v"] == -1


def test_a_record_with_only_an_id_and_a_time_is_an_outing():
    outing = from_record({"id": ID, "left_at": "2026-11-23T14:58:00Z"})
    assert (outing.plan.carer, outing.plan.minutes, outing.tz) == ("", 0, "UTC")
    assert outing.prepared_at == outing.updated_at == outing.left_at


def test_an_id_in_another_spelling_is_the_same_outing():
    assert from_record(changed(id=ID.upper())).id == from_record(changed(id=ID.replace("-", ""))).id == ID


@pytest.mark.parametrize(
    ("record", "named"),
    [
        (None, "JSON object"),
        ([], "JSON object"),
        ({}, "outing.id"),
        (changed(id="../../etc"), "UUID"),
        (changed(id=7), "outing.id"),
        ({"id": ID}, "no time"),
        (changed(left_at="yesterday"), "outing.left_at"),
        (changed(left_at="2026-11-23T14:58:00"), "outing.left_at"),
        (changed(left_at=1764000000), "outing.left_at"),
        (changed(due_at="0001-01-01T00:00:00Z"), "outing.due_at"),
        (changed(due_at="9999-12-31T23:59:59Z"), "outing.due_at"),
        (changed(v="1"), "outing.v"),
        (changed(v=True), "outing.v"),
        (changed(v=-(10**30)), "outing.v"),
        (changed(trial="yes"), "outing.trial"),
        (changed(plan=[]), "outing.plan"),
        (changed(plan={"minutes": 10**12}), "plan.minutes"),
        (changed(plan={"minutes": -1}), "plan.minutes"),
        (changed(plan={"minutes": 1.5}), "plan.minutes"),
        (changed(plan={"check_ins": ["soon"]}), "plan.check_ins"),
        (changed(before={"rating": 11}), "before.rating"),
        (changed(before={"rating": True}), "before.rating"),
        (changed(moments={}), "outing.moments"),
        (changed(moments=[3]), "outing.moments"),
        (changed(moments=[{"kind": "breathe"}]), "moment.at"),
        (changed(moments=[{"at": "2026-11-23T15:01:00Z"}]), "moment.kind"),
        (
            changed(moments=[{"at": "2026-11-23T15:01:00Z", "kind": "time", "detail": {"minutes": "5"}}]),
            "minutes",
        ),
        (changed(reflection={"felt": "easier"}), "reflection.at"),
        (changed(reflection={"at": "2026-11-23T15:01:00Z", "felt": "great"}), "reflection.felt"),
        (changed(reflection={"at": "2026-11-23T15:01:00Z", "felt": "same", "happened": "?"}), "happened"),
        (changed(later=float("nan")), "outing.later"),
    ],
)
def test_a_record_of_another_shape_is_refused_by_the_name_of_the_field(record, named):
    with pytest.raises(RecordError, match=r"^[^\n]+\.$") as refused:
        from_record(record)
    assert named in str(refused.value)


def test_a_field_nested_without_end_is_refused():
    deep: object = 0
    for _ in range(50):
        deep = [deep]
    with pytest.raises(RecordError, match="nested too deeply"):
        from_record(changed(later=deep))


HOSTILE = "\x1b]0;pwned\x07\x00\x9b\u202e[/]"


def test_control_characters_from_a_file_reach_no_field_that_is_shown():
    record = changed(
        tz=HOSTILE,
        step=HOSTILE,
        plan={"carer": HOSTILE, "place": HOSTILE, "prediction": HOSTILE, "script": HOSTILE, "cue": HOSTILE},
        before={"scale": HOSTILE},
        moments=[
            {"at": "2026-11-23T15:01:00Z", "kind": HOSTILE, "detail": {HOSTILE: [HOSTILE, {"x": HOSTILE}]}}
        ],
        reflection={"at": "2026-11-23T15:26:00Z", "felt": "same", "found_out": HOSTILE, "reunion": HOSTILE},
    )
    written = json.dumps(to_record(from_record(record)), ensure_ascii=False)
    assert "]0;pwned[/]" in written
    assert not set("\x1b\x07\x00\x9b\u202e") & set(written)


# Times are kept to the millisecond.
MOMENTS_IN_TIME = st.integers(0, 3_000_000_000_000).map(
    lambda millis: datetime(2000, 1, 1, tzinfo=UTC) + timedelta(milliseconds=millis)
)
LINES = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf", "Z"]), max_size=12)
RATINGS = st.none() | st.integers(0, 10)
REFLECTIONS = st.builds(
    Reflection,
    at=MOMENTS_IN_TIME,
    felt=st.sampled_from(Felt),
    worst=RATINGS,
    happened=st.none() | st.sampled_from(Happened),
    found_out=LINES,
    reunion=LINES,
    extra=st.just({}),
)
OUTINGS = st.builds(
    Outing,
    id=st.uuids().map(str),
    updated_at=MOMENTS_IN_TIME,
    prepared_at=MOMENTS_IN_TIME,
    plan=st.builds(
        Plan,
        carer=LINES,
        place=LINES,
        minutes=st.integers(0, 2880),
        check_ins=st.lists(MOMENTS_IN_TIME, max_size=2).map(tuple),
        prediction=st.none() | LINES.filter(bool),
        script=st.none() | LINES.filter(bool),
        cue=LINES,
        extra=st.just({}),
    ),
    tz=LINES.filter(bool),
    trial=st.booleans(),
    step=st.none() | LINES.filter(bool),
    left_at=st.none() | MOMENTS_IN_TIME,
    due_at=st.none() | MOMENTS_IN_TIME,
    home_at=st.none() | MOMENTS_IN_TIME,
    before=st.builds(Before, rating=RATINGS, scale=st.just(SCALE), extra=st.just({})),
    moments=st.lists(
        st.builds(
            Moment,
            at=MOMENTS_IN_TIME,
            kind=st.sampled_from(Kind),
            detail=st.dictionaries(LINES.filter(bool), LINES | st.integers(), max_size=2),
            rating=RATINGS,
            extra=st.just({}),
        ),
        max_size=3,
    ).map(tuple),
    reflection=st.none() | REFLECTIONS,
    v=st.just(1),
    extra=st.just({}),
    taken_back=st.none(),
)


@given(OUTINGS)
@settings(max_examples=60)
def test_every_outing_comes_back_from_json_as_it_was(outing):
    for each in (outing, outing.take_back(outing.updated_at)):
        assert from_record(json.loads(json.dumps(to_record(each)))) == each


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from([*CONTRACT, "plan.minutes", "before.rating", "reflection.felt"]), JSON)
@settings(max_examples=60)
def test_any_value_in_any_field_is_an_outing_or_one_sentence(path, value):
    record = json.loads(json.dumps(CONTRACT))
    *parts, key = path.split(".")
    for part in parts:
        record = record[part]
    whole = record if not parts else json.loads(json.dumps(CONTRACT))
    if parts:
        whole[parts[0]] = {**whole[parts[0]], key: value}
    else:
        whole[key] = value
    try:
        outing = from_record(whole)
    except RecordError as error:
        said = str(error)
    else:
        assert from_record(to_record(outing)) == outing
        return
    assert "\n" not in said
