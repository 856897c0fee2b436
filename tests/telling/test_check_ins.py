"""What is told of an agreed check-in: the one to wait for, and once it came, that it did."""

from datetime import timedelta

from leaving_tui.companion import Companion
from leaving_tui.content.library import Library
from leaving_tui.domain.outing import Kind
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.telling.agreed import agreed
from leaving_tui.telling.checking import if_nothing_is_new, reasons_to_call
from tests.conftest import HandClock


def test_T3_8_a_check_in_that_came_early_is_not_waited_for(
    companion: Companion, library: Library, clock: HandClock
) -> None:
    companion.prepare(PlanDraft(carer="Grandma", span="90m"))
    companion.leave()
    outing = companion.outing()
    assert outing is not None
    [at] = outing.plan.check_ins
    assert agreed(outing, clock.now, library) == f"Grandma texts at {at:%H:%M}."
    assert f"Your check-in is at {at:%H:%M}." in if_nothing_is_new(companion.snapshot(), library)
    assert any("check-in" in reason for reason in reasons_to_call(companion.snapshot(), library))
    clock.now = at - timedelta(minutes=10)
    companion.note(Kind.CHECK_IN, {"planned": True})
    snapshot = companion.snapshot()
    assert snapshot.outing is not None
    assert agreed(snapshot.outing, clock.now, library) == "The agreed check-in is done."
    assert "check-in" not in if_nothing_is_new(snapshot, library)
    assert not any("check-in" in reason for reason in reasons_to_call(snapshot, library))


def test_after_the_first_of_two_check_ins_the_second_is_told(
    companion: Companion, library: Library, clock: HandClock
) -> None:
    companion.prepare(PlanDraft(span="6h"))
    companion.leave()
    outing = companion.outing()
    assert outing is not None
    first, second = outing.plan.check_ins
    clock.now = first + timedelta(minutes=1)
    companion.note(Kind.CHECK_IN, {"planned": True})
    assert f"Your check-in is at {second:%H:%M}." in if_nothing_is_new(companion.snapshot(), library)
    clock.now = second
    companion.note(Kind.CHECK_IN, {"planned": True})
    outing = companion.outing()
    assert outing is not None
    assert agreed(outing, clock.now, library) == "The agreed check-ins are done."
