"""The sample journals hold together and are told kindly."""

import json
import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from leaving_tui.domain.lookback.belt import totals
from leaving_tui.domain.lookback.evidence import evidence
from leaving_tui.domain.lookback.ledger import Predictions, ledger
from leaving_tui.domain.lookback.trends import over_time, trends
from leaving_tui.domain.outing import Felt, Outing, Stage
from leaving_tui.domain.people import Baby, People
from leaving_tui.domain.record import from_record, to_record
from leaving_tui.domain.trust import trusted
from leaving_tui.sample import notes, outings, story

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
BANNED = re.compile(
    "is safe|will be fine|will be okay|nothing will happen|don't worry|calm down|just relax|you've got this"
    "|good mother|good parent|at least|always stops|never fails|cures|treats anxiety|mum|mom|dad|!",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def told() -> tuple[Outing, ...]:
    return story(NOW, UTC)


def words_of(outing: Outing) -> list[str]:
    plan, reflection = outing.plan, outing.reflection
    details = [
        value for moment in outing.moments for value in moment.detail.values() if isinstance(value, str)
    ]
    after = [reflection.found_out, reflection.reunion] if reflection else []
    return [plan.carer, plan.place, plan.prediction or "", *details, *after]


def test_the_story_is_six_weeks_of_finished_outings_before_now(told):
    assert len(told) == 14
    assert all(outing.stage is Stage.HOME for outing in told)
    assert all(outing.left_at < outing.home_at < NOW for outing in told)
    assert NOW - told[0].left_at > timedelta(weeks=5)
    assert [o.left_at for o in told] == sorted(o.left_at for o in told)


def test_the_story_has_a_trial_an_early_return_a_wrong_one_and_all_answers(told):
    assert any(outing.trial for outing in told)
    assert any(outing.home_at < outing.due_at - timedelta(minutes=5) for outing in told)
    answers = [outing.reflection.felt for outing in told]
    assert answers.count(Felt.WRONG) == 1
    assert {Felt.EASIER, Felt.SAME, Felt.HARDER} <= set(answers)


def test_the_story_gives_every_part_of_looking_back_something_to_show(told):
    assert totals(told).outings == 14
    assert ledger(told).predictions == Predictions(yes=1, partly=3, no=6, wrong=1)
    assert {trend.step for trend in trends(told)} == {"S1", "S2", "S3", "S4", "S5", "S6"}
    assert over_time(told)[0].marks
    found = evidence(told)
    assert found is not None
    assert found.hard_part is not None
    assert found.urges.count == 4
    assert found.words[0].at == told[-1].left_at


def test_the_story_is_told_without_promises_scolding_or_cheer(told):
    assert [words for outing in told for words in words_of(outing) if BANNED.search(words)] == []


def test_the_story_happens_by_day_on_the_clock_of_the_place():
    zone = ZoneInfo("Asia/Tokyo")
    hours = {outing.left_at.astimezone(zone).hour for outing in story(NOW, zone)}
    assert min(hours) >= 9
    assert max(hours) <= 18
    assert story(NOW)[0].left_at < NOW


@pytest.mark.parametrize("count", [0, 1, 5, 60])
def test_made_up_outings_are_as_many_as_asked_for_and_end_before_the_moment_given(count):
    made = outings(count, NOW, seed=1)
    assert len({outing.id for outing in made}) == count
    assert all(outing.home_at < NOW for outing in made)
    assert list(made) == sorted(made, key=lambda outing: outing.left_at)


def test_the_same_seed_makes_the_same_outings_and_another_seed_others():
    assert outings(20, NOW, seed=3) == outings(20, NOW, seed=3)
    assert not {o.id for o in outings(20, NOW, seed=3)} & {o.id for o in outings(20, NOW, seed=4)}


def test_samples_survive_the_journal(told):
    for outing in (*told, *outings(50, NOW, seed=2)):
        assert from_record(json.loads(json.dumps(to_record(outing)))) == outing


def test_moments_of_samples_lie_between_the_door_and_home(told):
    for outing in (*told, *outings(50, NOW, seed=5)):
        assert all(outing.left_at < moment.at < outing.home_at for moment in outing.moments)


def test_the_parent_of_the_story_has_written_down_people_and_notes_that_fit_it(told, library):
    kept = notes(NOW)
    people, baby = People.from_dict(kept["people"]), Baby.from_dict(kept["baby"])
    assert all(people.named(outing.plan.carer) for outing in told)
    assert all(trusted(kept["choices"], outing.plan.carer) for outing in told)
    months = baby.months(NOW.date())
    [goodbye] = [script for script in library.scripts if script.id == told[-1].plan.script]
    assert goodbye.suits(months)
    assert set(kept["sheet"]) <= {field.id for field in library.care.fields}
    written = [*kept["sheet"].values(), *(person.note for person in people.all)]
    assert [words for words in written if BANNED.search(words)] == []
