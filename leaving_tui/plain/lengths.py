"""Lengths of time in whole words, which read aloud better than `1 h 5 min`."""

from leaving_tui.plain.talk import Talk


def in_full(talk: Talk, minutes: int) -> str:
    """`34 minutes`, `1 hour`, `1 hour 5 minutes`."""
    hours, rest = divmod(minutes, 60)
    said = talk.library.say("common.minutes", count=rest)
    if not hours:
        return said
    whole = talk.say("hours", count=hours)
    return talk.say("and_minutes", hours=whole, minutes=said) if rest else whole
