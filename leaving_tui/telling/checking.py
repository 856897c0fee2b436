"""Check now?: the reasons to call, whom to call, and the wait that was begun on this outing."""

from datetime import datetime

from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library, fill
from leaving_tui.domain.agreement import still_unmet
from leaving_tui.domain.bounds import kept_moment
from leaving_tui.domain.outing import Plan
from leaving_tui.domain.people import People, Role
from leaving_tui.domain.text import whole_in
from leaving_tui.telling.names import names

LONGEST = 120
"""Minutes of the longest wait."""
URGE = "E8"
"""The exercise for an urge."""


def reasons_to_call(snapshot: Snapshot, library: Library) -> list[str]:
    """What is worth a call at once; where no check-in is waited for, none can be late."""
    plan, words = _plan(snapshot), library.check_now
    waited_for = snapshot.outing is not None and still_unmet(snapshot.outing)
    reasons = words.reasons if waited_for else words.reasons_unagreed
    return [fill(reason, names(snapshot, plan)) for reason in reasons]


def if_nothing_is_new(snapshot: Snapshot, library: Library) -> str:
    """What there is to do with the urge alone."""
    return fill(" ".join(library.check_now.nothing_new), names(snapshot, _plan(snapshot)))


def numbers_to_call(snapshot: Snapshot, library: Library) -> list[str]:
    """The carer's number, then those of the people who can step in."""
    people = People.from_dict(snapshot.notes.get("people", {}))
    carer = people.named(_plan(snapshot).carer)
    first = [("check.phone", carer)] if carer else []
    then = [("check.backup", person) for person in people.in_role(Role.BACKUP)]
    return [library.say(key, name=one.name, phone=one.phone) for key, one in (*first, *then) if one.phone]


def wait_until(snapshot: Snapshot) -> datetime | None:
    """The end of a wait that was begun on this outing; one of an earlier outing is over with that."""
    outing = snapshot.outing
    until = kept_moment(snapshot.notes.get("choices", {}).get("urge_until"))
    if until is None or outing is None or outing.left_at is None:
        return None
    return until if until > outing.left_at else None


def minutes_waited(snapshot: Snapshot) -> int:
    """How long a wait was meant to be, in minutes."""
    return whole_in(snapshot.notes.get("choices", {}), "urge_minutes", 0, LONGEST) or 0


def _plan(snapshot: Snapshot) -> Plan:
    return snapshot.outing.plan if snapshot.outing else Plan()
