"""Outings as Markdown, to read: each one a section, told in the sentences that the app uses."""

import re
from collections.abc import Iterable, Iterator

from leaving_tui.content.library import Library
from leaving_tui.domain.lookback.past import began
from leaving_tui.domain.lookback.story import story
from leaving_tui.domain.outing import Outing
from leaving_tui.telling.format import clock_time, local
from leaving_tui.telling.sentences import sentence

_MARKS = re.compile(r"([\\`*_\[\]<>#|~&])")


def as_markdown(outings: Iterable[Outing], library: Library) -> str:
    """One section per outing, with who and where, what was noted, and what was found out."""
    return "# Outings\n\n" + "\n".join("\n".join(_section(outing, library)) for outing in outings)


def _section(outing: Outing, library: Library) -> Iterator[str]:
    yield f"## {local(began(outing)):%Y-%m-%d %H:%M}, {outing.minutes_out} min"
    yield ""
    for name, value in (("carer", outing.plan.carer), ("place", outing.plan.place)):
        if value:
            yield f"- {library.say(f'history.field.{name}')}: {_plain(value)}"
    for entry in story(outing):
        # An answer stands at the end, whenever it was given.
        at = f"{clock_time(entry.at)} " if entry.at and entry.kind != "answer" else ""
        yield f"- {at}{_plain(sentence(entry, library))}"
    yield ""


def _plain(text: str) -> str:
    """Text that stays on one line and means nothing to Markdown or to a browser."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
