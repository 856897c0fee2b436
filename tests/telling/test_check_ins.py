"""What is told of an agreed check-in: the one to wait for, and once it came, that it did."""

from datetime import timedelta

import pytest

from leaving_tui.companion import Companion
from leaving_tui.content.library import Library
from leaving_tui.domain.agreement import Sender
from leaving_tui.domain.outing import Felt, Kind
from leaving_tui.domain.people import People, Person, Role
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.telling.agreed import agreed, agreed_with_key
from leaving_tui.telling.checking import if_no_answer, if_nothing_is_new, reasons_to_call
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
    assert f"Your check-in is at {at:%H:%M}." in if_nothing_is_new(companion.snapshot(), clock.now, library)
    assert any("check-in" in reason for reason in reasons_to_call(companion.snapshot(), library))
    clock.now = at - timedelta(minutes=10)
    companion.note(Kind.CHECK_IN, {"planned": True})
    snapshot = companion.snapshot()
    assert snapshot.outing is not None
    assert agreed(snapshot.outing, clock.now, library) == "The agreed check-in is done."
    assert "check-in" not in if_nothing_is_new(snapshot, clock.now, library)
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
    assert f"Your check-in is at {second:%H:%M}." in if_nothing_is_new(
        companion.snapshot(), clock.now, library
    )
    clock.now = second
    companion.note(Kind.CHECK_IN, {"planned": True})
    outing = companion.outing()
    assert outing is not None
    assert agreed(outing, clock.now, library) == "The agreed check-ins are done."


@pytest.mark.parametrize(
    ("carer", "sender", "told", "late"),
    [
        ("Oma", Sender.CARER, "Oma was to text at 15:45. No news is not bad news.", "You can call now."),
        ("", Sender.CARER, "Your carer was to text at 15:45. No news is not bad news.", "You can call now."),
        ("Oma", Sender.ME, "You were to text at 15:45. Now is fine too.", "Now is fine too."),
    ],
)
def test_T3_8_a_check_in_that_is_past_and_unmarked_is_told_as_past_until_it_is_noted(
    companion: Companion, library: Library, clock: HandClock, carer: str, sender: Sender, told: str, late: str
) -> None:
    companion.prepare(PlanDraft(carer=carer, span="90m", sender=sender))
    companion.leave()
    outing = companion.outing()
    assert outing is not None
    [clock.now] = outing.plan.check_ins
    clock.tick(seconds=59)
    assert "text" in agreed_with_key(outing, clock.now, library)
    assert "was to" not in agreed_with_key(outing, clock.now, library)
    said = if_nothing_is_new(companion.snapshot(), clock.now, library)
    assert said.endswith("The check-in you agreed is due now.")
    assert "look at the clock" not in said
    clock.tick(seconds=1)
    assert agreed(outing, clock.now, library) == told
    assert "check-in" not in if_nothing_is_new(companion.snapshot(), clock.now, library)
    note = "c if you did." if sender is Sender.ME else "c if it came."
    assert agreed_with_key(outing, clock.now, library) == f"{told} {note}"
    clock.tick(minutes=10)
    assert agreed_with_key(outing, clock.now, library).endswith(f"at 15:45. {late} {note}")
    companion.note(Kind.CHECK_IN, {"planned": True})
    outing = companion.outing()
    assert outing is not None
    assert agreed_with_key(outing, clock.now, library) == "The agreed check-in is done."


def test_T3_9_a_late_check_in_of_the_carer_is_something_new_and_one_of_the_parent_is_not(
    companion: Companion, library: Library, clock: HandClock
) -> None:
    for sender, new in ((Sender.CARER, True), (Sender.ME, False)):
        companion.prepare(PlanDraft(span="90m", sender=sender))
        companion.leave()
        [at] = companion.outing().plan.check_ins
        clock.now = at + timedelta(minutes=10)
        assert "Nothing new" in if_nothing_is_new(companion.snapshot(), clock.now, library)
        clock.now += timedelta(seconds=1)
        said = if_nothing_is_new(companion.snapshot(), clock.now, library)
        assert ("A late check-in is a reason to call." in said, "Nothing new" in said) == (new, not new)
        companion.come_home()
        companion.answer(Felt.EASIER)
        companion.done()


def test_T3_9_only_a_backup_person_there_is_and_the_emergency_number_that_is_known_are_told(
    companion: Companion, library: Library, clock: HandClock
) -> None:
    def said(region: str = "") -> str:
        return " ".join(if_no_answer(companion.snapshot(), clock.now, library, region))

    companion.remember("choices", region="XX")
    assert said() == (
        "No answer? Wait two minutes. Call again. Then go home. "
        "If you think your baby is in danger, call your emergency number."
    )
    companion.remember("people", **People().add(Person("Sam", role=Role.BACKUP)).to_dict())
    assert "Call your backup person. Then go home." in said()
    assert said("GB").endswith("call your emergency number: 999.")
    companion.remember("sheet", emergency_number="112")
    assert said("GB").endswith("call your emergency number: 112.")
