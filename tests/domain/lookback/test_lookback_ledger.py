"""Predictions beside what happened, in plain counts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaving_tui.domain.lookback.answers import answers
from leaving_tui.domain.lookback.ledger import Predictions, ledger
from leaving_tui.domain.outing import Felt, Happened

from .outings import any_outings, outing


def test_T3_4_a_prediction_is_shown_word_for_word_beside_what_happened():
    words = "they'll CALL me: something is wrong!"
    (pair,) = ledger([outing(prediction=words, happened=Happened.NO, found_out="Not a call")]).pairs
    assert [(line.key, line.values.get("text")) for line in pair.lines] == [
        ("ledger.predicted", words),
        ("ledger.happened_no", None),
        ("ledger.found_out", "Not a call"),
    ]


def test_T7_7_what_was_predicted_happened_once_in_seven_and_the_rest_is_said_too():
    ends = [Happened.YES, *[Happened.PARTLY] * 2, *[Happened.NO] * 4, None]
    said = [outing(n, prediction="p", happened=end) for n, end in enumerate(ends)]
    counts = ledger(said).predictions
    assert counts == Predictions(yes=1, partly=2, no=4, open=1)
    assert [(line.key, dict(line.values)) for line in counts.lines] == [
        ("ledger.first_yes", {"count": 1, "n": 7}),
        ("ledger.partly", {"count": 2, "n": 7}),
        ("ledger.no", {"count": 4, "n": 7}),
        ("ledger.open", {"count": 1}),
    ]


def test_T7_7_six_of_the_last_eight_were_easier_beside_the_count_of_all():
    felt = [Felt.HARDER] * 3 + [Felt.SAME, Felt.SKIPPED] + [Felt.EASIER] * 6
    book = ledger([outing(n, felt=answer) for n, answer in enumerate(felt)])
    assert (book.recent.easier, book.recent.outings) == (6, 8)
    assert (book.all.easier, book.all.harder, book.all.skipped, book.all.outings) == (6, 3, 1, 11)
    assert [line.key for line in book.lines][:2] == ["ledger.recent_no_harder", "ledger.all"]


def test_a_wrong_outing_is_shown_among_the_pairs_and_counted_apart():
    book = ledger(
        [
            outing(0, prediction="p", felt=Felt.WRONG, happened=Happened.YES),
            outing(1, prediction="q", felt=Felt.EASIER, happened=Happened.NO),
        ]
    )
    assert [pair.wrong for pair in book.pairs] == [False, True]
    assert (book.predictions.answered, book.predictions.wrong) == (1, 1)
    assert (book.all.outings, book.all.wrong) == (1, 1)
    assert "ledger.wrong" in [line.key for line in book.pairs[1].lines]
    assert [line.key for line in book.lines] == [
        "ledger.one_easier",
        "answers.wrong",
        "ledger.only_no",
        "ledger.apart",
    ]


def test_the_last_eight_reach_past_wrong_ones_and_count_those_between():
    felt = [Felt.WRONG, *[Felt.EASIER] * 4, Felt.WRONG, *[Felt.SAME] * 4]
    recent = answers([outing(n, felt=answer) for n, answer in enumerate(felt)], last=8)
    assert (recent.easier, recent.same, recent.wrong) == (4, 4, 1)


def test_T7_12_with_no_prediction_the_ledger_invites_and_counts_nothing():
    assert [line.key for line in ledger([]).lines] == ["ledger.none"]
    assert "ledger.none" in [line.key for line in ledger([outing()]).lines]


@pytest.mark.parametrize("felt", [Felt.EASIER, Felt.SAME, Felt.HARDER])
def test_one_outing_is_told_as_one_and_nothing_is_counted_as_zero(felt):
    book = ledger([outing(felt=felt, prediction="p", happened=Happened.NO)])
    assert [line.key for line in book.lines] == [f"ledger.one_{felt}", "ledger.only_no"]


def test_what_never_happened_is_not_counted_and_the_first_sentence_says_what_is_counted():
    said = [outing(n, prediction="p", happened=Happened.NO, felt=Felt.EASIER) for n in range(3)]
    assert [line.key for line in ledger(said).lines] == ["ledger.all_no_same_no_harder", "ledger.first_no"]


def test_an_outing_without_an_answer_yet_is_in_the_counts_and_its_prediction_is_open():
    book = ledger([outing(felt=None, prediction="p")])
    assert (book.all.skipped, book.predictions.open) == (1, 1)


@given(any_outings(), st.none() | st.integers(1, 10))
@settings(max_examples=25, deadline=None)
def test_T7_7_the_counts_add_up_and_nothing_is_hidden(outings, last):
    counts = answers(outings, last)
    if last is None:
        assert counts.outings + counts.wrong == len(outings)
    else:
        assert counts.outings == min(last, answers(outings).outings)
    book = ledger(outings)
    assert len(book.pairs) == sum(bool(o.plan.prediction) for o in outings)
    predictions = book.predictions
    assert predictions.answered + predictions.open + predictions.wrong == len(book.pairs)
    times = [pair.at for pair in book.pairs]
    assert times == sorted(times, reverse=True)
