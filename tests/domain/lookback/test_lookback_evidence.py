"""What the record supports while a person is out."""

from datetime import timedelta

from hypothesis import given, settings

from leaving_tui.domain.lookback.evidence import evidence
from leaving_tui.domain.outing import Felt, Moment, Outing

from .outings import any_outings, outing


def rated(n: int, *peaks: tuple[int, int], minutes: int = 45, **told) -> Outing:
    """The n-th outing with ratings at some minutes after leaving."""
    base = outing(n, minutes=minutes, **told)
    moments = tuple(Moment(base.left_at + timedelta(minutes=m), "rating", {}, r) for m, r in peaks)
    return base._replace(moments=moments)


def urge(n: int, *outcomes: str, **told) -> Outing:
    base = outing(n, **told)
    moments = tuple(Moment(base.left_at, "urge", {"minutes": 5, "outcome": o}) for o in outcomes)
    return base._replace(moments=moments)


def keys(outings) -> list[str]:
    found = evidence(outings)
    return [] if found is None else [line.key for line in found.lines]


def test_nothing_is_said_of_fewer_than_four_outings():
    assert evidence([outing(n, felt=Felt.EASIER, found_out="x") for n in range(3)]) is None


def test_wrong_outings_do_not_make_up_the_four():
    assert evidence([outing(n, felt=Felt.WRONG if n else Felt.EASIER) for n in range(6)]) is None


def test_six_of_the_last_eight_went_easier():
    felt = [Felt.HARDER] * 4 + [Felt.SAME] * 2 + [Felt.EASIER] * 6
    found = evidence([outing(n, felt=answer) for n, answer in enumerate(felt)])
    assert found is not None
    line = found.lines[0]
    assert line.key == "evidence.easier"
    assert (line.values["easier"], line.values["n"]) == (6, 8)


def test_where_few_went_easier_all_the_counts_are_said():
    found = evidence([outing(n, felt=Felt.HARDER if n else Felt.EASIER) for n in range(4)])
    assert found is not None
    assert found.lines[0].key == "evidence.mixed"
    assert (found.lines[0].values["easier"], found.lines[0].values["harder"]) == (1, 3)


def test_outings_without_an_answer_stay_in_the_number_it_rests_on():
    found = evidence([outing(n, felt=Felt.EASIER if n % 2 else None) for n in range(4)])
    assert found is not None
    assert (found.answers.easier, found.answers.outings) == (2, 4)
    assert [line.key for line in found.lines] == ["evidence.easier", "answers.skipped"]


def test_wrong_outings_are_left_out_of_the_count_and_it_says_so():
    outings = [outing(n, felt=Felt.EASIER) for n in range(4)] + [outing(9, felt=Felt.WRONG)]
    found = evidence(outings)
    assert found is not None
    assert found.answers.outings == 4
    assert [line.key for line in found.lines] == ["evidence.easier", "answers.wrong"]


def test_the_hard_part_is_where_most_outings_had_their_highest_number():
    outings = [rated(n, (4, 8), (20, 3)) for n in range(4)] + [rated(4, (5, 2), (25, 6))]
    found = evidence(outings)
    assert found is not None
    assert found.hard_part is not None
    line = found.hard_part.line
    assert line.key == "evidence.hard_first"
    assert (line.values["agree"], line.values["n"]) == (4, 5)


def test_a_later_hard_part_is_named_by_its_minutes():
    found = evidence([rated(n, (2, 3), (15, 7)) for n in range(4)])
    assert found is not None
    assert found.hard_part is not None
    assert (found.hard_part.start, found.hard_part.until) == (10, 20)
    assert found.hard_part.line.key == "evidence.hard_between"


def test_a_hard_part_after_an_hour_has_no_end():
    found = evidence([rated(n, (2, 3), (75, 7), minutes=120) for n in range(4)])
    assert found is not None
    assert found.hard_part is not None
    assert found.hard_part.line.key == "evidence.hard_late"


def test_the_hard_part_is_not_named_from_three_outings_or_where_they_do_not_agree():
    three = [rated(n, (4, 8)) for n in range(3)] + [outing(3)]
    split = [rated(n, (4 if n % 2 else 25, 8)) for n in range(6)]
    for outings in (three, split):
        found = evidence(outings)
        assert found is not None
        assert found.hard_part is None


def test_an_outing_of_ten_minutes_says_nothing_about_when_it_is_hard():
    found = evidence([rated(n, (3, 8), minutes=10) for n in range(5)])
    assert found is not None
    assert found.hard_part is None


def test_only_ratings_while_out_count_and_a_tie_counts_where_it_first_came():
    outings = [rated(n, (-30, 10), (4, 7), (25, 7), (90, 10)) for n in range(4)]
    found = evidence(outings)
    assert found is not None
    assert found.hard_part is not None
    assert found.hard_part.start == 0


def test_urges_waited_out_are_counted_with_their_number_and_new_facts_stand_apart():
    outings = [
        urge(0, "waited", "waited"),
        urge(1, "checked"),
        urge(2, "new_fact"),
        urge(3, "waited", "?"),
        urge(4, "waited", felt=Felt.WRONG),
    ]
    found = evidence(outings)
    assert found is not None
    assert (found.urges.waited, found.urges.count, found.urges.new_fact) == (3, 4, 1)
    assert found.urges.line is not None
    assert found.urges.line.values == {"count": 4, "waited": 3}


def test_T3_5_the_persons_own_words_come_back_newest_first_with_their_date():
    outings = [outing(n, found_out=text) for n, text in enumerate(["a", "", "b", "c"])]
    found = evidence(outings)
    assert found is not None
    assert [(words.text, words.at) for words in found.words] == [
        ("c", outings[3].left_at),
        ("b", outings[2].left_at),
        ("a", outings[0].left_at),
    ]


def test_words_from_an_outing_that_went_wrong_are_not_held_out_to_someone_who_is_out():
    outings = [outing(n) for n in range(4)] + [outing(5, felt=Felt.WRONG, found_out="She fell")]
    found = evidence(outings)
    assert found is not None
    assert found.words == ()


@given(any_outings())
@settings(max_examples=25, deadline=None)
def test_every_count_rests_on_outings_that_are_there(outings):
    found = evidence(outings)
    if found is None:
        assert sum(not (o.reflection and o.reflection.felt is Felt.WRONG) for o in outings) < 4
        return
    assert 4 <= found.answers.outings <= min(8, len(outings))
    assert found.answers.easier <= found.answers.outings
    assert keys(outings)[0] in {"evidence.easier", "evidence.mixed"}
