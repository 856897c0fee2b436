"""Questions and their answers; none has to be answered, and any command leads away from each."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from leaving_tui.plain.commands import by_key, find, offer
from leaving_tui.plain.talk import BACK, ENTER, Elsewhere, Talk

Choice = tuple[str, str]
"""What to type, and what it means."""

TEN = 10
DASH = "-"
"""Typed in place of words, it empties them."""
_ALWAYS = ("quit", "nerves", "take_back")
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
    talk: Talk,
    question: str,
    choices: Sequence[Choice] = (),
    *,
    free: bool = False,
    listed: bool = True,
    how: str = "",
) -> str | None:
    """What was chosen, or `None` for a skip; with `free`, any words of the person's own are an answer.

    Choices by number stand one to a line, others in a row; none if they were `listed` before. To ask for the
    keys keeps the place: they are told, with `how` it is answered, and then it is asked again.

    Raises:
        Elsewhere: something else was typed that leads away.
    """
    talk.tell(question)
    _tell_choices(talk, choices if listed else ())
    while True:
        line = answered(talk)
        chosen = _chosen(line, choices)
        if BACK in (line, chosen):
            raise Elsewhere
        if chosen is not None or line == ENTER:
            return chosen
        if asks_for_keys(talk, line, free=free):
            _tell_keys(talk, choices, how or (talk.say("help.free") if free else ""), question)
            continue
        _lead_away(talk, line, free=free)
        if free:
            return line
        talk.tell(talk.say("again"))


def _tell_choices(talk: Talk, choices: Sequence[Choice]) -> None:
    talk.tell(*(talk.say("choice", key=key, words=words) for key, words in choices if key.isdigit()))
    talk.offer(*(choice for choice in choices if not choice[0].isdigit()))


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
    how = talk.say("rating.how", least=words.words(0), most=words.words(TEN))
    talk.tell(question)
    talk.tell_once(how)
    talk.offer(*((key, said) for key, said in ways if said))
    while True:
        line = answered(talk).casefold()
        if line == BACK:
            raise Elsewhere
        if line in (ENTER, "s"):
            return None
        if (chosen := _chosen(line, ways) or _up_to_ten(line)) is not None:
            return chosen
        if asks_for_keys(talk, line):
            _tell_keys(talk, [way for way in ways if way[1]], how, question)
        else:
            _lead_away(talk, line)
            talk.tell(talk.say("again_number"))


def _up_to_ten(line: str) -> str | None:
    if line == "t":
        return str(TEN)
    return str(int(line)) if line.isdecimal() and int(line) <= TEN else None


def answered(talk: Talk) -> str:
    """The next line, however long it takes."""
    while (line := talk.listen()) is None:
        pass
    return line


def asks_for_keys(talk: Talk, line: str, *, free: bool = False) -> bool:
    """Whether `line` asks what can be typed; among `free` words only its key does."""
    command = by_key(talk, line) if free else find(talk, line)
    return command is not None and command.name == "keys"


def _tell_keys(talk: Talk, choices: Sequence[Choice], how: str, question: str) -> None:
    """What can be typed at a question, and at all of them; then it is asked again."""
    known = dict(choices)
    ways = [(key, talk.say(f"help.{name}")) for key, name in ((ENTER, "enter"), (BACK, "back"))]
    talk.tell(talk.say("here"), how)
    for key, words in (*choices, *(way for way in ways if way[0] not in known)):
        talk.tell(talk.say("choice", key=talk.spoken(key), words=words))
    offer(talk, "nerves", "quit")
    talk.tell(question)


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
