"""Check now?: the reasons to call, whom to call, and what to do with the urge alone."""

from datetime import datetime

from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library, fill
from leaving_tui.domain.agreement import Agreement, Sender, is_due, is_late, still_unmet, waited_for
from leaving_tui.domain.outing import Plan
from leaving_tui.domain.people import People, Role
from leaving_tui.telling.care_page import region_numbers, written
from leaving_tui.telling.names import names

URGE = "E8"
"""The exercise for an urge."""


def reasons_to_call(snapshot: Snapshot, library: Library) -> list[str]:
    """What is worth a call at once; where no check-in is waited for, none can be late."""
    plan, words = _plan(snapshot), library.check_now
    may_be_late = snapshot.outing is not None and still_unmet(snapshot.outing)
    reasons = words.reasons if may_be_late else words.reasons_unagreed
    return [fill(reason, names(snapshot, plan)) for reason in reasons]


def if_nothing_is_new(snapshot: Snapshot, now: datetime, library: Library) -> str:
    """What there is to do with the urge alone; once the carer's check-in is late, calling comes first."""
    outing = snapshot.outing
    if outing and Agreement.of(outing.plan).sender is Sender.CARER and is_late(waited_for(outing, now), now):
        return library.check_now.late
    nothing_new = library.check_now.nothing_new
    if outing and is_due(waited_for(outing, now), now):
        return f"{nothing_new[0]} {library.say('notices.check_in')}"
    return fill(" ".join(nothing_new), names(snapshot, _plan(snapshot), now))


def numbers_to_call(snapshot: Snapshot, library: Library) -> list[str]:
    """The carer's number, then those of the people who can step in."""
    people = People.from_dict(snapshot.notes.get("people", {}))
    carer = people.named(_plan(snapshot).carer)
    first = [("check.phone", carer)] if carer else []
    then = [("check.backup", person) for person in people.in_role(Role.BACKUP)]
    return [library.say(key, name=one.name, phone=one.phone) for key, one in (*first, *then) if one.phone]


def if_no_answer(snapshot: Snapshot, now: datetime, library: Library, region: str = "") -> list[str]:
    """What to do when nobody answers, and in danger; with the number, where the care notes have it."""
    words, people = library.check_now, People.from_dict(snapshot.notes.get("people", {}))
    number = written(snapshot.notes.get("sheet", {}), "emergency_number", now)
    number = number or region_numbers(snapshot, library, region).get("emergency_number", "")
    return [
        words.no_answer if people.in_role(Role.BACKUP) else words.no_answer_alone,
        words.danger_here.replace("{number}", number) if number else words.danger,
    ]


def _plan(snapshot: Snapshot) -> Plan:
    return snapshot.outing.plan if snapshot.outing else Plan()
