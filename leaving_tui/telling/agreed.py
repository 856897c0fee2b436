"""The check-in that was agreed, in one sentence: who sends it and when, or that it is past (T3.8)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from leaving_tui.domain.agreement import Agreement, Sender, is_late, is_past, waited_for
from leaving_tui.domain.outing import Outing
from leaving_tui.telling.format import clock_time

if TYPE_CHECKING:
    from leaving_tui.content.library import Library


def agreed(outing: Outing, now: datetime, library: Library) -> str:
    """What to expect next; that it was to come and is not noted; or that all that was agreed has come."""
    key, values = agreed_words(outing, now)
    return library.say(key, **values)


def agreed_words(outing: Outing, now: datetime) -> tuple[str, dict[str, str]]:
    """The key of that sentence and what fills it, for a face that has no `Library`."""
    agreement = Agreement.of(outing.plan)
    if not agreement.at:
        return "prepare.agreement.none", {}
    check_in = waited_for(outing, now)
    if check_in is None:
        return f"prepare.agreement.{'came' if len(agreement.at) == 1 else 'all_came'}", {}
    carer = outing.plan.carer
    who = "me" if agreement.sender is Sender.ME else "carer" if carer else "carer_unnamed"
    when = "to_come" if not is_past(check_in, now) else "late" if is_late(check_in, now) else "past"
    return f"prepare.agreement.{when}.{who}", {"carer": carer, "at": clock_time(check_in)}


def is_unmarked(outing: Outing, now: datetime) -> bool:
    """Whether a check-in is past and nothing was noted of it."""
    return is_past(waited_for(outing, now), now)


def agreed_with_key(
    outing: Outing, now: datetime, library: Library, note: str = "prepare.agreement.note"
) -> str:
    """The same sentence, and of a check-in that is past, the words `note` on the way to note it."""
    said = agreed(outing, now, library)
    if not is_unmarked(outing, now):
        return said
    mine = Agreement.of(outing.plan).sender is Sender.ME
    return f"{said} {library.say(f'{note}_mine' if mine else note)}"
