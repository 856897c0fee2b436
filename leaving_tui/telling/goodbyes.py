"""The goodbyes to choose from, by the baby's age: the one a parent wrote in the app before all others."""

from datetime import datetime

from leaving_tui.companion import Snapshot
from leaving_tui.content.kinds import Script
from leaving_tui.content.library import Library
from leaving_tui.domain.people import Baby
from leaving_tui.domain.text import note_in
from leaving_tui.telling.format import local

MINE = "mine"
"""The id of the goodbye that was written in the app."""

WORDS_PER_SECOND = 2.5
"""Of a slow voice, reading aloud."""

COMFORT_UNTIL = 12
"""Months of age below which a comfort toy is spoken of, always with the cot (T4.9)."""

LONG = 20
"""Seconds beyond which a goodbye is long (T4.3)."""


def months_old(snapshot: Snapshot, now: datetime) -> int | None:
    """The baby's age in whole months, or `None` while the birth date is not known."""
    return Baby.from_dict(snapshot.notes.get("baby", {})).months(local(now).date())


def goodbyes(snapshot: Snapshot, library: Library, now: datetime) -> tuple[Script, ...]:
    """Those that fit the baby's age first; with no age known, the person's own and those for any age."""
    months = months_old(snapshot, now)
    mine = my_goodbye(snapshot, library)
    if months is not None:
        found = library.scripts_for(months)
    else:
        found = tuple(sorted(library.scripts, key=lambda script: (not script.own, not script.tears)))
    return (mine, *(script for script in found if script.id != MINE)) if mine else found


def my_goodbye(snapshot: Snapshot, library: Library) -> Script | None:
    """The goodbye that was written in the app."""
    kept = snapshot.notes.get("goodbye", {})
    say, do = note_in(kept, "say"), note_in(kept, "do")
    return Script(MINE, library.say("script.mine"), say, do, own=True) if say else None


def seconds_aloud(text: str) -> int:
    """How long `text` takes to say."""
    return round(len(text.split()) / WORDS_PER_SECOND)
