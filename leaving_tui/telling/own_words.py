"""What there is to know about a goodbye in one's own words, before it is said."""

from leaving_tui.content.library import Library
from leaving_tui.content.names import unknown_names
from leaving_tui.telling.goodbyes import LONG, seconds_aloud

FILLED = ("baby", "carer", "me", "back")
"""The names a goodbye needs most, told beside the text."""


def braced(name: str) -> str:
    """`{baby}`, as it is typed."""
    return f"{{{name}}}"


def braced_names() -> dict[str, str]:
    """The names a goodbye needs most as they are typed, for the line that says what becomes of them."""
    return {name: braced(name) for name in FILLED}


def about_own_words(text: str, library: Library) -> str:
    """How long it takes to say, and one hint: a name nobody knows, its length, or that it tells no return."""
    seconds = seconds_aloud(text)
    said = [library.say("script.aloud", n=seconds)]
    if unknown := unknown_names(text):
        said.append(library.say("script.unknown", names=" ".join(unknown)))
    elif seconds > LONG:
        said.append(library.say("script.long"))
    elif braced("back") not in text:
        said.append(library.say("script.no_back", name=braced("back")))
    return " ".join(said)
