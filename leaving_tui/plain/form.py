"""Several parts to fill in, by number and in any order; each may stay empty and is kept at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from leaving_tui.domain.errors import PlanError
from leaving_tui.plain.questions import DASH, ask, numbered, rate
from leaving_tui.plain.talk import Talk


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that may be filled in; `picks` are ready answers, as (value, words)."""

    id: str
    label: str
    value: str = ""
    why: str = ""
    hint: str = ""
    picks: Sequence[tuple[str, str]] = ()
    typed: bool = True
    """Whether words of one's own are an answer."""
    rated: bool = False
    """Whether the answer is a number from 0 to 10."""
    opens: Callable[[], None] | None = None
    """What is filled in part by part itself."""


def fill_in(
    talk: Talk, parts: Callable[[], Sequence[Part]], keep: Callable[[str, str], object], question: str = ""
) -> None:
    """Ask which part, then for it, until it is done; `keep` may refuse with a `PlanError`, which is told."""
    listed = True
    question = question or talk.say("form.pick")
    while chosen := ask(talk, question, numbered(_told(talk, part) for part in parts()), listed=listed):
        place, listed = int(chosen) - 1, False
        try:
            _fill(talk, parts()[place], keep)
        except PlanError as error:
            talk.tell(str(error))
        if place < len(now := parts()):
            talk.tell(_told(talk, now[place]))


def _told(talk: Talk, part: Part) -> str:
    if part.opens and not part.value:
        return part.label
    return talk.say("form.value" if part.value else "form.empty", label=part.label, value=part.value)


def _fill(talk: Talk, part: Part, keep: Callable[[str, str], object]) -> None:
    talk.tell(part.why)
    if part.opens is not None:
        part.opens()
        return
    if part.rated:
        rating = rate(talk, talk.library.rating.question)
        value = None if rating is None else str(rating)
    else:
        value = _answer(talk, part)
    if value is not None:
        keep(part.id, value)


def _answer(talk: Talk, part: Part) -> str | None:
    talk.tell(part.hint)
    if part.typed:
        talk.tell_once(talk.say("form.pick_or_type" if part.picks else "form.type"))
    choices = numbered(words for _, words in part.picks)
    typed = ask(talk, "", choices, free=part.typed)
    if typed in dict(choices):
        return part.picks[int(typed) - 1][0]
    return "" if typed == DASH else typed
