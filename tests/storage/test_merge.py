"""Two journals become one: the later version wins, in any order, in any grouping, any number of times."""

from collections.abc import Mapping
from datetime import timedelta
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from leaving_tui.domain.merge import later, merge
from leaving_tui.domain.outing import Outing
from tests.storage.days import finished_outing, kept, now_at

VERSIONS = [
    kept(finished_outing(number, now_at(0)).edit(now_at(minutes), step=step, trial=trial))
    for number, minutes, step, trial in product(range(4), range(1, 4), ["S1", "S2", None], [False, True])
]
outings = st.sampled_from(VERSIONS)
journals = st.lists(outings, max_size=5)
Journal = Mapping[str, Outing]


def merged(journal: Journal, coming: list[Outing]) -> Journal:
    return {**journal, **{outing.id: outing for outing in merge(journal, coming).changes}}


def journal_of(coming: list[Outing]) -> Journal:
    return merged({}, coming)


@given(journals, journals)
def test_the_order_of_merging_does_not_matter(one: list[Outing], other: list[Outing]) -> None:
    there, here = merged(journal_of(one), other), merged(journal_of(other), one)
    assert there == here == journal_of(one + other) == journal_of(list(reversed(one + other)))


@given(journals, journals)
def test_merging_twice_changes_nothing_more(one: list[Outing], other: list[Outing]) -> None:
    once = merged(journal_of(one), other)
    assert merge(once, other).changes == ()
    assert merge(once, once.values()).changes == ()


@given(journals, journals, journals)
def test_the_grouping_of_merging_does_not_matter(a: list[Outing], b: list[Outing], c: list[Outing]) -> None:
    first = merged(merged(journal_of(a), b), c)
    second = merged(journal_of(a), list(merged(journal_of(b), c).values()))
    assert first == second


@given(journals, journals)
def test_every_outing_is_in_just_one_group_and_none_is_lost(one: list[Outing], other: list[Outing]) -> None:
    known = journal_of(one)
    result = merge(known, other)
    groups = [*result.new, *result.newer, *result.same, *result.deleted]
    assert sorted(outing.id for outing in groups) == sorted({outing.id for outing in other})
    assert all(outing.id not in known for outing in result.new)
    assert merged(known, other).keys() == known.keys() | {outing.id for outing in other}


@given(outings, outings)
def test_the_later_version_wins(one: Outing, other: Outing) -> None:
    assert later(one, other).updated_at == max(one.updated_at, other.updated_at)
    assert later(one, other) == later(other, one) or one.id != other.id


@given(outings, st.integers(-2, 2))
def test_a_deletion_holds_against_what_is_older_and_gives_way_to_what_is_newer(
    outing: Outing, ms: int
) -> None:
    result = merge({}, [outing], {outing.id: outing.updated_at + timedelta(milliseconds=ms)})
    assert (result.deleted, result.new) == (((outing,), ()) if ms > 0 else ((), (outing,)))
