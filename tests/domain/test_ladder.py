"""The ladder a person makes their own, and what it suggests from their own record."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaving_tui.content.library import Library
from leaving_tui.domain.errors import PlanError
from leaving_tui.domain.ladder import Ladder, Step
from leaving_tui.domain.outing import Before, Felt, Outing, Plan, Reflection
from leaving_tui.domain.suggestion import Nudge, Suggestion, suggest

NOW = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
LIBRARY = Library()
ids = count(1)


@dataclass(frozen=True)
class Given:
    id: str
    minutes: int


SHIPPED = (Given("S1", 0), Given("S2", 0), Given("S3", 10), Given("S4", 15), Given("S5", 30))
LADDER = Ladder.from_dict({}, SHIPPED)


def went(step: str | None, felt: Felt = Felt.SAME, days_ago: float = 1, minutes: int = 30, **more) -> Outing:
    left = more.pop("left", NOW - timedelta(days=days_ago))
    home = left + timedelta(minutes=more.pop("out", minutes))
    plan = Plan(carer=more.pop("carer", "Grandma"), place=more.pop("place", "coffee"), minutes=minutes)
    rating = more.pop("rating", None)
    return Outing(
        id=str(UUID(int=next(ids))),
        updated_at=home,
        prepared_at=left,
        plan=plan,
        step=step,
        left_at=left,
        due_at=left + timedelta(minutes=minutes),
        home_at=home,
        before=Before(rating),
        reflection=Reflection(home, felt, worst=rating),
        **more,
    )


def names(ladder: Ladder) -> list[str]:
    return [step.id for step in ladder.shown]


def said(suggestion: Suggestion) -> str:
    return LIBRARY.say(suggestion.reason_key, **suggestion.values, step=suggestion.step_id)


# ---- the person's own ladder


def test_T3_2_an_own_step_can_be_added_anywhere():
    ladder = LADDER.add("  The library\x07 ", 40, after="S3")
    assert names(ladder) == ["S1", "S2", "S3", "own:the library", "S4", "S5"]
    assert ladder.step("own:the library") == Step("own:the library", 40, "The library")
    assert names(LADDER.add("Swim", 45))[-1] == "own:swim"


def test_T3_2_two_own_steps_may_share_a_name_and_stay_two():
    assert names(LADDER.add("Swim", 45).add("swim", 60))[-2:] == ["own:swim", "own:swim 2"]


def test_T3_2_a_step_needs_a_name():
    with pytest.raises(PlanError, match="give the step a name"):
        LADDER.add(" ", 10)


def test_T3_2_steps_can_be_renamed_and_our_name_brought_back():
    ladder = LADDER.rename("S4", "Round the pond").add("Swim", 45).rename("own:swim", "Pool")
    assert [ladder.step(step).name for step in ("S4", "own:swim")] == ["Round the pond", "Pool"]
    assert ladder.rename("S4", "").step("S4").name == ""
    assert ladder.rename("own:swim", "").step("own:swim").name == "Pool"


def test_T3_2_steps_can_be_put_in_another_order():
    assert names(LADDER.move("S5", -2)) == ["S1", "S2", "S5", "S3", "S4"]
    assert names(LADDER.move("S1", 1)) == ["S2", "S1", "S3", "S4", "S5"]
    assert names(LADDER.move("S1", -3)) == names(LADDER)
    assert names(LADDER.move("S1", 99))[-1] == "S1"
    assert LADDER.move("S9", 1) == LADDER


def test_T3_2_a_step_moves_past_the_hidden_ones_in_one_go():
    ladder = LADDER.hide("S2").move("S3", -1)
    assert names(ladder) == ["S3", "S1", "S4", "S5"]
    assert names(ladder.hide("S2", hidden=False)) == ["S3", "S2", "S1", "S4", "S5"]


def test_T3_2_a_step_can_be_hidden_and_shown_again():
    assert names(LADDER.hide("S1").hide("S2")) == ["S3", "S4", "S5"]
    assert LADDER.hide("S1").hide("S1", hidden=False) == LADDER


def test_T3_2_each_step_has_an_expected_difficulty_from_0_to_10():
    assert LADDER.rate("S3", 10).step("S3").difficulty == 10
    assert LADDER.rate("S3", 0).rate("S3", None).step("S3").difficulty is None
    for difficulty in (-1, 11):
        with pytest.raises(PlanError, match="0 to 10"):
            LADDER.rate("S3", difficulty)


def test_a_step_that_is_new_in_this_version_stands_where_it_belongs():
    kept = Ladder.from_dict({}, (SHIPPED[0], SHIPPED[2], SHIPPED[4])).move("S1", 1).to_dict()
    assert names(Ladder.from_dict(kept, SHIPPED)) == ["S3", "S4", "S1", "S2", "S5"]


def test_a_length_we_changed_is_taken_over_and_the_persons_own_is_kept():
    kept = LADDER.add("Swim", 45).to_dict()
    ladder = Ladder.from_dict(kept, (*SHIPPED[:4], Given("S5", 35)))
    assert [ladder.step(step).minutes for step in ("S5", "own:swim")] == [35, 45]


def test_a_bad_entry_is_left_out_and_the_others_stay():
    rows = [7, {"id": "S9"}, {"id": "own:x"}, {"id": "S5", "difficulty": 11, "hidden": "yes"}, {"id": "S5"}]
    assert Ladder.from_dict({"steps": rows}, SHIPPED).step("S5") == Step("S5", 30)
    assert names(Ladder.from_dict({"steps": "?"}, SHIPPED)) == names(LADDER)
    assert names(Ladder.from_dict(None, SHIPPED)) == names(LADDER)


@st.composite
def ladders(draw) -> Ladder:
    ladder = LADDER
    for _ in range(draw(st.integers(0, 6))):
        step = draw(st.sampled_from([step.id for step in ladder.steps]))
        ladder = draw(
            st.sampled_from(
                [
                    ladder.add(
                        draw(st.text("abc ", min_size=1, max_size=3)) + "x", draw(st.integers(0, 999))
                    ),
                    ladder.move(step, draw(st.integers(-6, 6))),
                    ladder.hide(step, hidden=draw(st.booleans())),
                    ladder.rate(step, draw(st.none() | st.integers(0, 10))),
                    ladder.rename(step, draw(st.text(max_size=8))),
                ]
            )
        )
    return ladder


@given(ladders())
@settings(max_examples=40)
def test_a_ladder_survives_being_written_and_read(ladder):
    assert Ladder.from_dict(json.loads(json.dumps(ladder.to_dict())), SHIPPED) == ladder


# ---- what the record suggests

outings = st.lists(
    st.builds(
        went,
        st.sampled_from(["S1", "S2", "S3", "S4", "S5", "gone", None]),
        st.sampled_from(Felt),
        days_ago=st.floats(0, 60),
        out=st.integers(0, 60),
        trial=st.booleans(),
        carer=st.sampled_from(["", "Grandma", "Sam"]),
        place=st.sampled_from(["", "coffee", "shop"]),
        rating=st.none() | st.integers(0, 10),
    ),
    max_size=6,
)


@given(ladders(), outings)
@settings(max_examples=40)
def test_T3_6_the_ladder_never_refuses_a_step(ladder, record):
    found = suggest(ladder, record, NOW)
    choices = found.choices
    offered = {found.step_id, choices.repeat, choices.smaller, choices.next, *choices.other} - {None}
    assert offered == set(names(ladder))
    assert said(found)


@given(outings, st.integers(0, 10))
@settings(max_examples=40)
def test_T3_6_ratings_neither_block_a_step_nor_push_one(record, rating):
    rated = [
        outing._replace(before=Before(rating), reflection=outing.reflection._replace(worst=rating))
        for outing in record
    ]
    assert suggest(LADDER, rated, NOW) == suggest(LADDER, record, NOW)


def test_with_no_outing_yet_it_starts_small():
    found = suggest(LADDER.hide("S1"), [], NOW)
    assert (found.step_id, found.kind) == ("S2", Nudge.START)


def test_a_person_who_has_gone_without_a_ladder_does_not_start_at_the_bottom():
    found = suggest(LADDER, [went(None, minutes=20)], NOW)
    assert (found.step_id, found.kind) == ("S4", Nudge.START)
    assert "20 min" in said(found)
    assert suggest(LADDER, [went(None, trial=True)], NOW).step_id == "S1"


def test_steps_of_one_length_with_and_without_time_apart_are_told_apart():
    shipped = (Given("S1", 30), Given("S5", 30))
    assert suggest(Ladder.from_dict({}, shipped), [went(None, minutes=30)], NOW).step_id == "S5"


def test_a_person_who_hid_every_step_is_left_in_peace():
    ladder = LADDER
    for step in LADDER.steps:
        ladder = ladder.hide(step.id)
    assert suggest(ladder, [went("S3")], NOW).step_id is None


@pytest.mark.parametrize("felt", [Felt.EASIER, Felt.SAME, Felt.SKIPPED])
def test_after_one_go_the_same_step_comes_first_and_the_others_stand_beside_it(felt):
    found = suggest(LADDER, [went("S4", felt)], NOW)
    assert (found.step_id, found.kind) == ("S4", Nudge.REPEAT)
    assert (found.choices.smaller, found.choices.next) == ("S3", "S5")
    assert found.choices.other == ("S1", "S2")


def test_T3_6_after_two_goes_it_asks_about_the_next_and_not_yet_costs_nothing():
    found = suggest(LADDER, [went("S4"), went("S4", Felt.EASIER, 2)], NOW)
    assert (found.step_id, found.kind) == ("S5", Nudge.NEXT)
    assert "2 times" in said(found)
    assert "not yet" in said(found).lower()
    assert found.choices.repeat == "S4"


def test_at_the_last_step_there_is_no_next_to_ask_about():
    found = suggest(LADDER, [went("S5"), went("S5", days_ago=2)], NOW)
    assert (found.step_id, found.kind, found.choices.next) == ("S5", Nudge.REPEAT, None)


def test_after_a_hard_one_the_same_step_a_smaller_one_or_a_chat():
    found = suggest(LADDER, [went("S4", Felt.HARDER)], NOW)
    assert (found.step_id, found.kind) == ("S4", Nudge.REPEAT)
    assert "a chat with Grandma" in said(found)
    assert "your carer" in said(suggest(LADDER, [went("S4", Felt.HARDER, carer="")], NOW))


def test_after_two_hard_ones_a_smaller_step_and_at_the_first_step_the_same():
    found = suggest(LADDER, [went("S4", Felt.HARDER), went("S4", Felt.HARDER, 2)], NOW)
    assert (found.step_id, found.kind) == ("S3", Nudge.SMALLER)
    lowest = suggest(LADDER, [went("S1", Felt.HARDER), went("S1", Felt.HARDER, 2)], NOW)
    assert (lowest.step_id, lowest.kind) == ("S1", Nudge.REPEAT)


def test_coming_home_early_counts_like_any_other_go():
    early = went("S4", minutes=30, out=20)
    found = suggest(LADDER, [early], NOW)
    assert (found.step_id, found.kind) == ("S4", Nudge.REPEAT)
    assert "Both count" in said(found)
    later = suggest(LADDER, [early, went("S4", left=NOW - timedelta(hours=3))], NOW)
    assert later.kind is Nudge.NEXT
    a_little = suggest(LADDER, [went("S4", minutes=30, out=25)], NOW)
    assert "early" not in a_little.reason_key


def test_after_something_went_wrong_the_ladder_waits_and_no_go_is_counted():
    wrong = suggest(LADDER, [went("S4", Felt.WRONG), went("S4", days_ago=2)], NOW)
    assert (wrong.step_id, wrong.kind) == ("S4", Nudge.WAIT)
    assert "can wait" in said(wrong)
    after = suggest(LADDER, [went("S4", Felt.WRONG, 3), went("S4")], NOW)
    assert after.kind is Nudge.REPEAT


def test_an_outing_away_from_the_ladder_leaves_the_place_on_it():
    found = suggest(LADDER, [went("S4", days_ago=2), went(None, Felt.HARDER)], NOW)
    assert (found.step_id, found.kind) == ("S4", Nudge.REPEAT)


def test_T3_11_after_three_goes_it_offers_one_change_and_only_one():
    same = [went("S4", days_ago=day) for day in (1, 2, 3)]
    found = suggest(LADDER, same, NOW)
    assert (found.step_id, found.kind) == ("S4", Nudge.CHANGE)
    assert found.reason_key.endswith("change_place")
    assert "keep the rest" in said(found)
    places = [went("S4", days_ago=day, place=str(day)) for day in (1, 2, 3)]
    assert suggest(LADDER, places, NOW).reason_key.endswith("change_time")


def test_T3_11_what_was_varied_already_is_not_offered_again():
    varied = [went("S4", days_ago=day, place=str(day)) for day in (1, 2.4, 3)]
    assert suggest(LADDER, varied, NOW).reason_key.endswith("change_carer")
    all_varied = [went("S4", days_ago=day, place=str(day), carer=str(day)) for day in (1, 2.4, 3)]
    assert suggest(LADDER, all_varied, NOW).kind is Nudge.NEXT


def test_T3_11_goes_just_before_and_after_midnight_are_one_time_of_day():
    midnight = datetime(2026, 11, 20, tzinfo=UTC)
    late = [
        went("S4", left=midnight + timedelta(days=day, minutes=minutes), place=str(day))
        for day, minutes in ((0, -60), (1, 30), (2, 0))
    ]
    assert suggest(LADDER, late, NOW).reason_key.endswith("change_time")


def test_T3_12_after_three_weeks_it_welcomes_and_says_it_may_feel_harder():
    found = suggest(LADDER, [went("S4", days_ago=21.1), went("S4", days_ago=40)], NOW)
    assert (found.step_id, found.kind) == ("S4", Nudge.WELCOME_BACK)
    assert "may feel harder" in said(found)
    assert "common" in said(found)
    assert "3 weeks" in said(found)
    assert suggest(LADDER, [went("S4", days_ago=20.9)], NOW).kind is Nudge.REPEAT


def test_T3_12_holds_for_outings_without_a_ladder_too():
    found = suggest(LADDER, [went(None, days_ago=50, minutes=15)], NOW)
    assert (found.step_id, found.kind) == ("S4", Nudge.WELCOME_BACK)


def test_an_outing_still_under_way_suggests_nothing_yet():
    out = went("S5")._replace(home_at=None, reflection=None)
    assert suggest(LADDER, [went("S3", days_ago=2), out], NOW).step_id == "S3"
