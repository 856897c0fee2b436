"""After the answer: what is said to it, the worries that were put off, and at times an offer of help."""

from datetime import datetime, timedelta

from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library, fill
from leaving_tui.domain.bounds import kept_moment
from leaving_tui.domain.lookback.pointer import may_offer
from leaving_tui.domain.outing import Felt, Kind, Outing
from leaving_tui.telling.names import names

EARLY = timedelta(minutes=5)
"""How long before the plan a return is an early one."""


def response(snapshot: Snapshot, outing: Outing, library: Library) -> str:
    """What is said to the answer; coming back early is an answer of its own kind, unless all went easily."""
    ladder, felt = library.ladder, outing.reflection.felt if outing.reflection else Felt.SKIPPED
    said = library.say("back.skipped") if felt is Felt.SKIPPED else ladder.after(felt)
    early = outing.due_at and outing.home_at and outing.due_at - outing.home_at > EARLY
    if early and felt in (Felt.SAME, Felt.HARDER):
        said = f"{said} {ladder.early}"
    return fill(said, names(snapshot, outing.plan))


def put_off(outing: Outing, library: Library) -> str:
    """The worries that were kept for now; empty where there are none."""
    worries = [str(moment.detail.get("worry", "")) for moment in outing.moments if moment.kind == Kind.LATER]
    return library.say("back.put_off", text="\n".join(filter(None, worries))) if any(worries) else ""


def may_offer_help(snapshot: Snapshot, now: datetime) -> bool:
    """After three hard outings in a row, at most once a week, and never as a finding (T6.6, T6.7)."""
    last = kept_moment(snapshot.notes.get("choices", {}).get("help_offered"))
    return may_offer(snapshot.finished or (), now, last)
