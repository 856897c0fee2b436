"""Finding outings as a person types."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaving_tui.domain.lookback.search import Index, fold, haystack
from leaving_tui.domain.outing import Felt

from .outings import any_outings, moment, outing


def index_of(*outings, **names) -> Index:
    index = Index(names)
    index.refresh(outings)
    return index


TOLD = outing(
    carer="Zoë",
    place="Łódź café",
    prediction="She’ll cry",
    step="S5",
    felt=Felt.SAME,
    trial=True,
    found_out="Slept an hour",
    reunion="Große Augen",
    moments=(moment("check_in", said="all well"), moment("later", worry="the fever")),
)


@pytest.mark.parametrize(
    "typed",
    ["zoe", "ZOË", "lodz", "cafe", "she'll", "s5", "same", "trial", "slept", "grosse", "well", "fever", ""],
)
def test_it_is_found_by_carer_place_note_step_and_answer_in_any_case_without_accents(typed):
    assert index_of(TOLD).find(typed) == (TOLD,)


def test_every_word_must_be_there_in_any_order():
    index = index_of(TOLD)
    assert index.find("hour zoe") == (TOLD,)
    assert index.find("hour grandma") == ()


def test_a_step_and_an_answer_are_found_by_the_words_on_the_screen_too():
    index = index_of(TOLD, S5="A coffee", same="about the same")
    assert index.find("coffee about") == (TOLD,)


def test_an_edited_outing_is_found_by_its_new_words_and_a_deleted_one_no_more():
    index = index_of(outing(0, place="zoo"), outing(1, place="shop"))
    changed = outing(0, place="lake")
    index.refresh((changed,))
    assert index.find("lake") == (changed,)
    assert index.find("zoo") == index.find("shop") == ()


@given(
    any_outings(),
    st.sampled_from(["", "zoe", "gra", "cafe sl", "STRASSE", "straße", "e", "s4 harder", "b a"]),
)
@settings(max_examples=25, deadline=None)
def test_the_result_is_the_same_as_looking_through_everything(outings, typed):
    naive = [o for o in outings if all(word in haystack(o) for word in fold(typed).split())]
    found = index_of(*outings).find(typed)
    assert list(found) == naive
    assert set(found_ids := [o.id for o in found]) <= {o.id for o in outings}
    assert len(found_ids) == len(set(found_ids))


@given(any_outings(), st.text(max_size=6), st.text(max_size=2))
@settings(max_examples=25, deadline=None)
def test_typing_on_only_ever_narrows_the_list(outings, typed, more):
    index = index_of(*outings)
    ids = {o.id for o in index.find(fold(typed))}
    assert {o.id for o in index.find(fold(typed) + "x" + fold(more))} <= ids or not fold(typed).strip()
