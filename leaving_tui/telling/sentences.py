"""The story of an outing in sentences, for the quiet log and for looking back."""

from collections.abc import Iterable

from leaving_tui.content.library import Library
from leaving_tui.domain.lookback.line import Line
from leaving_tui.domain.lookback.story import Entry, story
from leaving_tui.domain.outing import Outing
from leaving_tui.telling.format import clock_time


def sentence(entry: Entry | Line, library: Library) -> str:
    """The words of one entry; ids of exercises, patterns and lines become their names.

    An exercise that was stopped before its last step says how far it went.
    """
    key, values = entry.key, dict(entry.values)
    for name, kinds in (("exercise", "exercises"), ("pattern", "patterns")):
        if name in values:
            found = next((kind for kind in getattr(library, kinds) if kind.id == values[name]), None)
            values[name] = found.name if found else str(values[name])
            of = len(getattr(found, "steps", ()))
            if 0 < values.get("steps", 0) < of:
                key, values["of"] = "story.ground_part", of
    return library.say(f"lookback.{key}", **values)


def sentences(lines: Iterable[Entry | Line], library: Library) -> str:
    """Several sentences, one after another."""
    return " ".join(sentence(line, library) for line in lines)


def log(outing: Outing, library: Library) -> str:
    """What happened so far, one line each with its time; the newest last."""
    return "\n".join(
        f"{clock_time(entry.at)}  {sentence(entry, library)}"
        for entry in story(outing)
        if entry.at is not None
    )
