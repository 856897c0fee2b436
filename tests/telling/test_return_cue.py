"""The words for the return, where the parent chose none, fit the length of the plan and the day of it."""

import pytest

from leaving_tui.companion import Companion
from leaving_tui.content.library import fill
from leaving_tui.domain.outing import Plan
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.telling.names import names
from tests.conftest import HandClock


@pytest.mark.parametrize(
    ("span", "cue", "said"),
    [
        ("20m", "", "I'll be back soon."),
        ("30m", "", "I'll be back soon."),
        ("31m", "", "I'll be back later today."),
        ("20m", "later today", "I'll be back later today."),
        ("20m", "after your nap", "I'll be back after your nap."),
        ("2h", "", "I'll be back later today."),
        ("10h", "", "I'll be back later."),
        ("15h", "", "I'll be back tomorrow."),
        ("15h", "after breakfast", "I'll be back after breakfast."),
    ],
)
def test_it_says_soon_for_a_short_plan_and_not_today_for_a_return_tomorrow(
    companion: Companion, clock: HandClock, span: str, cue: str, said: str
) -> None:
    companion.prepare(PlanDraft(span=span, cue=cue))
    snapshot = companion.snapshot()
    plan = snapshot.outing.plan if snapshot.outing else Plan()
    assert fill("I'll be back {back}.", names(snapshot, plan, clock.now)) == said
    assert fill("I'll be back {back}.", names(snapshot, plan)) == said
