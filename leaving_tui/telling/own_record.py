"""What the person's own outings say, while they are out: plain counts, nothing from fewer than four."""

from leaving_tui.companion import Snapshot
from leaving_tui.content.library import Library
from leaving_tui.domain.lookback.evidence import evidence
from leaving_tui.telling.format import short_day
from leaving_tui.telling.looking_back import once
from leaving_tui.telling.sentences import sentence


def from_own_record(snapshot: Snapshot, library: Library) -> list[str]:
    """Sentences to show beside the countdown; none while the record is too short to say anything."""
    found = once(evidence, snapshot.finished or ())
    if found is None:
        return []
    # What went wrong is told when looking back; someone who is out and anxious need not read of it.
    said = [sentence(line, library) for line in found.lines if line not in found.answers.apart]
    if found.words:
        newest = found.words[0]
        said.append(library.say("away.own_words", text=newest.text, day=short_day(newest.at)))
    return said
