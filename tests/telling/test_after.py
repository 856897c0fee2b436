"""What is said to an answer, in either face."""

from datetime import timedelta

import pytest

from leaving_tui.companion import Companion
from leaving_tui.content.library import Library
from leaving_tui.domain.outing import Felt
from leaving_tui.telling.after import response
from tests.conftest import HandClock


def said(companion: Companion, library: Library, clock: HandClock, felt: Felt, minutes: float) -> str:
    companion.prepare()
    companion.leave()
    clock.now += timedelta(minutes=minutes)
    companion.come_home()
    companion.answer(felt)
    snapshot = companion.snapshot()
    assert snapshot.outing is not None
    return response(snapshot, snapshot.outing, library)


@pytest.mark.parametrize(
    ("felt", "early"),
    [
        (Felt.EASIER, False),
        (Felt.SAME, True),
        (Felt.HARDER, True),
        (Felt.SKIPPED, False),
        (Felt.WRONG, False),
    ],
)
def test_coming_back_early_counts_and_a_smaller_one_is_offered_where_it_was_hard(
    companion: Companion, library: Library, clock: HandClock, felt: Felt, early: bool
) -> None:
    assert (library.ladder.early in said(companion, library, clock, felt, 20)) is early


@pytest.mark.parametrize("felt", list(Felt))
def test_a_return_as_planned_is_not_called_early(
    companion: Companion, library: Library, clock: HandClock, felt: Felt
) -> None:
    answer = said(companion, library, clock, felt, 26)
    assert answer
    assert library.ladder.early not in answer
