"""Questions and their answers; none has to be answered, and any command leads away from each."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from leaving_tui.plain.commands import find
from leaving_tui.plain.talk import BACK, ENTER, Elsewhere, Talk

Choice = tuple[str, str]
"""What to type, and what it means."""

TEN = 10
DASH = "-"
"""Typed in place of words, it empties them."""
_ALWAYS = ("quit", "nerves", "keys", "take_back")
"""Commands whose keys are never taken for an answer in a person's own words."""


@contextmanager
def back_to_here() -> Iterator[None]:
    """`back` leads to what comes after this, and not all the way to the stage."""
    try:
        yield
    except Elsewhere as elsewhere:
        if elsewhere.line is not None:
            raise


def numbered(labels: Iterable[str], start: int = 1) -> list[Choice]:
    """Choices to be made by number."""
    return [(str(number), label) for number, label in enumerate(labels, start)]


def ask(
    talk: Talk, question: str, choices: Sequence[Choice] = (), *, free: bool = False, listed: bool = True
) -> str | None:
    """What was chosen, or `None` for a skip; with `free`, any words of the person's own are an answer.

    Choices by number stand one to a line, others in a row; none if they were `listed` before.

    Raises:
        Elsewhere: something else was typed that leads away.
    """
    talk.tell(question)
    if listed:
        talk.tell(*(talk.say("choice", key=key, words=words) for key, words in choices if key.isdigit()))
        talk.offer(*(choice for choice in choices if not choice[0].isdigit()))
    while True:
        line = answered(talk)
        if line == BACK:
            raise Elsewhere
        chosen = _chosen(line, choices)
        if chosen is not None or line == ENTER:
            return chosen
        _lead_away(talk, line, free=free)
        if free:
            return line
        talk.tell(talk.say("again"))


def rate(talk: Talk, question: str) -> int | None:
    """A number from 0 to 10, or `None` for a skip.

    Raises:
        Elsewhere: something else was typed that leads away.
    """
    typed = number(talk, question)
    return None if typed is None else int(typed)


def number(talk: Talk, question: str, ways: Sequence[Choice] = ()) -> str | None:
    """A number from 0 to 10 as it was typed, what was chosen of `ways`, or `None` for a skip.

    Raises:
        Elsewhere: something else was typed that leads away.
    """
    words = talk.library.rating
    talk.tell(question)
    talk.tell_once(talk.say("rating.how", least=words.words(0), most=words.words(TEN)))
    talk.offer(*((key, said) for key, said in ways if said))
    while True:
        line = answered(talk).casefold()
        if line == BACK:
            raise Elsewhere
        if line in (ENTER, "s"):
            return None
        if (chosen := _chosen(line, ways)) is not None:
            return chosen
        if line == "t":
            return str(TEN)
        if line.isdecimal() and int(line) <= TEN:
            return str(int(line))
        _lead_away(talk, line)
        talk.tell(talk.say("again_number"))


def answered(talk: Talk) -> str:
    """The next line, however long it takes."""
    while (line := talk.listen()) is None:
        pass
    return line


def _chosen(line: str, choices: Sequence[Choice]) -> str | None:
    typed = line.casefold()
    for key, words in choices:
        if typed == key or typed == words.casefold() or (typed and typed == words.casefold().rstrip(".")):
            return key
    return None


def _lead_away(talk: Talk, line: str, *, free: bool = False) -> None:
    command = find(talk, line)
    if command is None:
        return
    by_key = line.casefold() in (command.key, command.also)
    if not free or (by_key and command.name in _ALWAYS):
        raise Elsewhere(line)
