"""Plans as parents write them down, and the ones kept for another day."""

import json
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaving_tui.content.library import Library
from leaving_tui.domain.agreement import Agreement, Sender
from leaving_tui.domain.errors import PlanError
from leaving_tui.domain.outing import Outing, Plan
from leaving_tui.domain.people import Baby
from leaving_tui.domain.plans import PlanDraft, SavedPlans
from leaving_tui.domain.record import from_record, to_record
from leaving_tui.domain.text import clean, clean_line

NOW = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
FULL = PlanDraft(
    carer="Grandma",
    place="the café",
    span="2h",
    step="S7",
    trial=True,
    before=6,
    prediction="I will turn back early.",
    check_ins=("15:30", "1h30"),
    sender=Sender.ME,
    call_me_if="no sleep by 4",
    cue="after your nap",
    script="G3",
)

lines = st.text(max_size=30).map(clean_line)
drafts = st.builds(
    PlanDraft,
    carer=lines,
    place=lines,
    span=lines | st.sampled_from(["", "45m", "1h30", "15:30", "3pm"]),
    minutes=st.integers(0, 2880),
    step=st.none() | lines.filter(bool),
    trial=st.booleans(),
    before=st.none() | st.integers(0, 10),
    prediction=st.text(max_size=60).map(clean),
    check_ins=st.none() | st.lists(lines.filter(bool), max_size=3).map(tuple),
    sender=st.sampled_from(Sender),
    call_me_if=st.text(max_size=60).map(clean),
    cue=lines,
    script=st.none() | lines.filter(bool),
)


def test_an_empty_draft_is_a_plan_of_half_an_hour():
    ready = PlanDraft().to_plan(NOW)
    assert ready.plan == Plan(minutes=30)
    assert ready.due_at is None


def test_every_field_reaches_the_plan():
    plan = FULL.to_plan(NOW, BERLIN).plan
    assert (plan.carer, plan.place, plan.minutes) == ("Grandma", "the café", 120)
    assert (plan.prediction, plan.cue, plan.script) == ("I will turn back early.", "after your nap", "G3")
    # 15:30 in Berlin is 14:30 in UTC; an hour and a half after leaving is 15:30.
    assert plan.check_ins == (NOW + timedelta(minutes=30), NOW + timedelta(minutes=90))
    assert Agreement.of(plan) == Agreement(plan.check_ins, Sender.ME, "no sleep by 4")


def test_T4_4_the_return_cue_is_the_parents_own_choice_and_survives_the_journal():
    ready = PlanDraft(cue="  later\ttoday ").to_plan(NOW)
    outing = Outing(str(UUID(int=1)), NOW, NOW, plan=ready.plan)
    assert from_record(json.loads(json.dumps(to_record(outing)))).plan.cue == "later today"


def test_T4_4_beside_the_cue_stands_to_pick_one_you_can_keep_and_to_say_when_late():
    words = Library().goodbye
    assert "keep" in words.cue_advice
    assert "Tell your carer" in words.running_late
    assert all(PlanDraft(cue=cue).to_plan(NOW).plan.cue == cue for cue in words.cues)


def test_T8_6_each_thing_asked_for_says_why():
    asked = set(PlanDraft._fields) - {"minutes"}
    asked |= {f"baby_{one.name}" for one in fields(Baby)} | {"phone", "role", "note", "difficulty"}
    for name in asked:
        assert Library().say(f"prepare.why.{name}").endswith(".")


def test_T3_8_the_agreement_survives_the_journal():
    outing = Outing(str(UUID(int=1)), NOW, NOW, plan=FULL.to_plan(NOW, BERLIN).plan)
    again = from_record(json.loads(json.dumps(to_record(outing))))
    assert Agreement.of(again.plan) == Agreement.of(outing.plan)


def test_T3_3_a_clock_time_fixes_the_return_and_a_length_does_not():
    by_clock = PlanDraft(span="15:45").to_plan(NOW, BERLIN)
    assert by_clock.due_at == datetime(2026, 11, 23, 14, 45, tzinfo=UTC)
    assert by_clock.plan.minutes == 45
    assert PlanDraft(minutes=45).to_plan(NOW).due_at is None


def test_T3_8_check_ins_come_by_default_and_none_can_be_chosen():
    assert PlanDraft(span="2h").to_plan(NOW).plan.check_ins == (NOW + timedelta(hours=1),)
    assert PlanDraft(span="2h", check_ins=()).to_plan(NOW).plan.check_ins == ()
    assert PlanDraft(span="2h", check_ins=(" ",)).to_plan(NOW).plan.check_ins == ()


@pytest.mark.parametrize("span", ["soon", "0", "3 days", "99h", "25:00", "-5"])
def test_a_length_that_cannot_be_kept_is_said_in_one_sentence(span):
    with pytest.raises(PlanError, match="Please give"):
        PlanDraft(span=span).to_plan(NOW)


def test_a_check_in_after_the_return_is_said_in_one_sentence():
    with pytest.raises(PlanError, match="at 40m is not before you are back"):
        PlanDraft(span="30m", check_ins=("40m",)).to_plan(NOW)


@given(drafts)
@settings(max_examples=80)
def test_a_draft_survives_being_written_and_read(draft):
    assert PlanDraft.from_dict(json.loads(json.dumps(draft.to_dict()))) == draft


@given(drafts, st.timedeltas(timedelta(0), timedelta(days=3)))
@settings(max_examples=80)
def test_a_plan_used_again_can_always_be_kept(draft, later):
    now = NOW + later
    plan = draft.again(now, BERLIN).to_plan(now, BERLIN).plan
    assert 1 <= plan.minutes <= 2880
    assert all(now < moment < now + timedelta(minutes=plan.minutes) for moment in plan.check_ins)


def test_a_plan_used_again_does_not_answer_for_the_parent():
    again = FULL.again(NOW, BERLIN)
    assert (again.before, again.prediction) == (None, "")
    assert (again.carer, again.cue, again.script, again.step) == ("Grandma", "after your nap", "G3", "S7")


def test_a_clock_time_stays_only_while_it_means_about_as_long():
    kept = PlanDraft(span="15:45").to_plan(NOW, BERLIN).draft
    assert kept.again(NOW + timedelta(minutes=10), BERLIN).span == "15:45"
    next_morning = kept.again(NOW + timedelta(hours=18), BERLIN)
    assert next_morning.to_plan(NOW, BERLIN).plan.minutes == 45


def test_an_earlier_outing_becomes_a_draft_with_its_length_and_people():
    ready = FULL.to_plan(NOW, BERLIN)
    outing = Outing(str(UUID(int=1)), NOW, NOW, plan=ready.plan, step="S7", trial=True)
    draft = PlanDraft.from_outing(outing)
    assert (draft.carer, draft.minutes, draft.step, draft.trial) == ("Grandma", 120, "S7", True)
    assert (draft.sender, draft.call_me_if) == (Sender.ME, "no sleep by 4")
    assert (draft.before, draft.prediction) == (None, "")


def test_a_parent_who_agreed_on_no_check_in_is_not_given_one_the_next_time():
    silent = Outing(str(UUID(int=1)), NOW, NOW, plan=Plan(minutes=120))
    assert PlanDraft.from_outing(silent).to_plan(NOW).plan.check_ins == ()
    short = Outing(str(UUID(int=1)), NOW, NOW, plan=Plan(minutes=30))
    longer = PlanDraft(**{**PlanDraft.from_outing(short).to_dict(), "minutes": 120, "sender": Sender.CARER})
    assert len(longer.to_plan(NOW).plan.check_ins) == 1


def test_plans_are_saved_by_name_and_found_in_any_case():
    saved = SavedPlans().save("Tuesday coffee", FULL).save("Class", PlanDraft()).used(FULL)
    assert saved.get("  tuesday COFFEE ") == FULL
    assert [name for name, _ in saved.named] == ["Class", "Tuesday coffee"]
    assert saved.last == FULL
    assert saved.save("tuesday coffee", PlanDraft()).named == (
        ("tuesday coffee", PlanDraft()),
        ("Class", PlanDraft()),
    )
    assert saved.remove("Class").get("class") is None


def test_a_saved_plan_needs_a_name():
    with pytest.raises(PlanError, match="give the plan a name"):
        SavedPlans().save(" ", PlanDraft())


def test_a_bad_saved_plan_is_left_out_and_the_others_stay():
    rows = [{"name": 5}, "x", {"name": "Class", "plan": {"minutes": "ten", "before": 11, "new": 1}}]
    saved = SavedPlans.from_dict({"last": "gone", "named": rows})
    assert saved == SavedPlans(None, (("Class", PlanDraft()),))
    assert SavedPlans.from_dict([]) == SavedPlans()
    assert SavedPlans.from_dict({"named": 3}) == SavedPlans()
    assert PlanDraft.from_dict(None) == PlanDraft()


@given(st.none() | drafts, st.lists(st.tuples(lines.filter(bool), drafts), max_size=3))
@settings(max_examples=40)
def test_saved_plans_survive_being_written_and_read(last, named):
    saved = SavedPlans(last)
    for name, draft in named:
        saved = saved.save(name, draft)
    assert SavedPlans.from_dict(json.loads(json.dumps(saved.to_dict()))) == saved
