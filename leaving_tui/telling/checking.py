"""Check now?: the reasons to call, whom to call, and what to do with the urge alone."""

from datetime import datetime

from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library, fill
from leaving_tui.domain.agreement import still_unmet
from leaving_tui.domain.outing import Plan
from leaving_tui.domain.people import People, Role
from leaving_tui.telling.names import names

URGE = "E8"
"""The exercise for an urge."""


def reasons_to_call(snapshot: Snapshot, library: Library) -> list[str]:
    """What is worth a call at once; where no check-in is waited for, none can be late."""
    plan, words = _plan(snapshot), library.check_now
    waited_for = snapshot.outing is not None and still_unmet(snapshot.outing)
    reasons = words.reasons if waited_for else words.reasons_unagreed
    return [fill(reason, names(snapshot, plan)) for reason in reasons]


def if_nothing_is_new(snapshot: Snapshot, now: datetime, library: Library) -> str:
    """What there is to do with the urge alone."""
    return fill(" ".join(library.check_now.nothing_new), names(snapshot, _plan(snapshot), now))


def numbers_to_call(snapshot: Snapshot, library: Library) -> list[str]:
    """The carer's number, then those of the people who can step in."""
    people = People.from_dict(snapshot.notes.get("people", {}))
    carer = people.named(_plan(snapshot).carer)
    first = [("check.phone", carer)] if carer else []
    then = [("check.backup", person) for person in people.in_role(Role.BACKUP)]
    return [library.say(key, name=one.name, phone=one.phone) for key, one in (*first, *then) if one.phone]


def _plan(snapshot: Snapshot) -> Plan:
    return snapshot.outing.plan if snapshot.outing else Plan()
