"""The story of one outing, told in order."""

from datetime import timedelta

import pytest

from leaving_tui.domain.lookback.story import story
from leaving_tui.domain.outing import Felt, Happened, Outing

from .outings import START, moment, outing


def keys(told: Outing) -> list[str]:
    return [entry.key for entry in story(told)]


def test_the_story_goes_from_the_door_through_each_moment_home_to_the_words():
    told = outing(
        before=6,
        prediction="He will cry",
        moments=(moment("breathe", 3, breaths=6, pattern="P1"), moment("rating", 7, rating=7)),
        felt=Felt.EASIER,
        worst=7,
        happened=Happened.NO,
        found_out="He slept",
        reunion="A big smile",
    )
    assert keys(told) == [
        "story.before",
        "story.prediction",
        "story.left",
        "story.breathe_counted",
        "story.rating",
        "story.home",
        "story.felt_easier",
        "story.worst",
        "story.happened_no",
        "story.found_out",
        "story.reunion",
    ]


def test_T3_4_the_prediction_is_told_word_for_word():
    words = "They'll  call me: [b]something[/b] is wrong"
    assert story(outing(prediction=words))[0].values == {"text": words}


def test_T3_5_the_answer_and_what_was_found_out_are_told_in_the_persons_words():
    told = story(outing(felt=Felt.HARDER, found_out="I could bear it"))
    assert [(entry.kind, entry.values.get("text")) for entry in told[-2:]] == [
        ("answer", None),
        ("found_out", "I could bear it"),
    ]


def test_T3_7_coming_home_early_is_told_with_the_same_sentence_as_any_coming_home():
    early = outing(minutes=5, due_at=START + timedelta(minutes=60))
    home = next(entry for entry in story(early) if entry.kind == "home")
    assert (home.key, home.values) == ("story.home", {"length": "5 min"})


def test_T7_1_what_was_skipped_is_missing_and_never_a_nought():
    told = outing(felt=Felt.SKIPPED, moments=(moment("rating"),))
    assert keys(told) == ["story.left", "story.rating_skipped", "story.home", "story.felt_skipped"]


def test_a_trial_run_is_called_one():
    assert "story.trial" in keys(outing(trial=True))


def test_moments_are_told_in_the_order_they_happened_and_remember_their_place():
    told = outing(moments=(moment("ground", 9), moment("kind", 2, line="7")))
    assert [(entry.kind, entry.moment) for entry in story(told)[1:3]] == [("kind", 1), ("ground", 0)]


def test_a_rating_after_a_breath_has_its_own_line():
    told = story(outing(moments=(moment("breathe", rating=4, breaths=1),)))
    assert [(entry.key, entry.moment) for entry in told[1:3]] == [
        ("story.breathe_counted", 0),
        ("story.rating", 0),
    ]


def test_a_changed_time_of_coming_home_never_turns_the_story_round():
    told = outing(moments=(moment("rating", 20, rating=3),))._replace(home_at=START + timedelta(minutes=10))
    times = [entry.at for entry in story(told) if entry.at and entry.kind != "answer"]
    assert times == sorted(times)


def test_an_outing_that_has_not_begun_tells_only_what_was_said_before():
    assert keys(_ready()) == ["story.before"]


def _ready() -> Outing:
    return outing(felt=None, before=5)._replace(left_at=None, home_at=None)


@pytest.mark.parametrize(
    ("kind", "detail", "key"),
    [
        ("breathe", {}, "story.breathe"),
        ("breathe", {"breaths": "many"}, "story.breathe"),
        ("ground", {"exercise": "E3"}, "story.ground_named"),
        ("ground", {}, "story.ground"),
        ("kind", {}, "story.kind"),
        ("check_in", {"planned": True, "said": "all well"}, "story.check_in_planned_said"),
        ("check_in", {"planned": True}, "story.check_in_planned"),
        ("check_in", {"said": "asleep"}, "story.check_in_said"),
        ("check_in", {"planned": "x", "said": 3}, "story.check_in"),
        ("urge", {"minutes": 5, "outcome": "waited"}, "story.urge_waited_for"),
        ("urge", {"minutes": 0, "outcome": "waited"}, "story.urge_waited_moment"),
        ("urge", {"outcome": "waited"}, "story.urge_waited"),
        ("urge", {"outcome": "checked"}, "story.urge_checked"),
        ("urge", {"outcome": "new_fact"}, "story.urge_new_fact"),
        ("urge", {"outcome": []}, "story.urge"),
        ("later", {"worry": "the nap"}, "story.later_named"),
        ("later", {}, "story.later"),
        ("time", {"minutes": 5}, "story.time_later"),
        ("time", {"minutes": -5}, "story.time_sooner"),
        ("time", {}, "story.time"),
        ("walk", {}, "story.other"),
    ],
)
def test_each_moment_is_told_by_what_is_known_of_it(kind, detail, key):
    assert keys(outing(moments=(moment(kind, **detail),)))[1] == key
