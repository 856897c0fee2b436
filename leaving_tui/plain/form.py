"""Several fields to fill in, by number and in any order; each may stay empty and is kept at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from leaving_tui.domain.errors import PlanError
from leaving_tui.plain.questions import DASH, Choice, ask, back_to_here, number, numbered
from leaving_tui.plain.talk import ENTER, Talk
from leaving_tui.telling.field import Field


@dataclass(frozen=True, slots=True)
class Way:
    """Something to do beside filling in; `do` tells whether that ends the form."""

    key: str
    words: str
    do: Callable[[], bool | None]


@dataclass(frozen=True, slots=True)
class Form:
    """What there is to fill in, read anew each time, and what an answer does."""

    fields: Callable[[], Sequence[Field]]
    keep: Callable[[str, str], bool | None]
    """Keeps the answer to a field; may refuse with a `PlanError`, which is told, or end the form."""
    enter: Callable[[Field], bool | None] = lambda _: None
    """Goes where a field leads that is filled in part by part itself; tells whether that ends the form."""
    ways: Callable[[], Sequence[Way]] = tuple


def fill_in(talk: Talk, form: Form) -> None:
    """Ask which field, then for it, until it is done; `back` leads from a field to the others."""
    listed = True
    with back_to_here():
        while (chosen := _which(talk, form, listed=listed)) is not None:
            listed = False
            way = next((way for way in form.ways() if way.key == chosen), None)
            with back_to_here():
                if way.do() if way else _fill(talk, form, int(chosen) - 1):
                    return


def fill_one(talk: Talk, form: Form, field_id: str) -> None:
    """Ask for one field only."""
    _fill(talk, form, [field.id for field in form.fields()].index(field_id))


def _which(talk: Talk, form: Form, *, listed: bool) -> str | None:
    fields, ways = form.fields(), [(way.key, way.words) for way in form.ways()]
    if listed:
        _list(talk, fields)
    talk.tell(talk.say("form.pick"))
    if listed:
        talk.offer(*ways, (ENTER, talk.library.say("common.done").lower()))
    done = (ENTER, talk.library.say("common.done").lower())
    choices = [*numbered(field.label for field in fields), *ways, done]
    return ask(talk, "", choices, listed=False) or None


def _list(talk: Talk, fields: Sequence[Field]) -> None:
    """A field a line, under headings where there are some."""
    group = ""
    for number_, field in enumerate(fields, 1):
        if field.group != group and field.group.strip():
            talk.tell(talk.say("form.group", group=field.group))
        group = field.group
        talk.tell(talk.say("choice", key=number_, words=_told(talk, field)))


def _told(talk: Talk, field: Field) -> str:
    shown = read_aloud(field.shown or field.value)
    if not shown and (_makes_one(field) or field.opens or field.enters):
        return field.label
    key = "empty" if not shown else "sentence" if field.label.endswith(".") else "value"
    return talk.say(f"form.{key}", label=field.label, value=shown)


def _makes_one(field: Field) -> bool:
    """Whether it is no field of anything yet: an answer makes something new."""
    return bool(field.shown) and not field.shown.strip()


def read_aloud(text: str) -> str:
    """`text` without the dots between its parts, which a voice would spell out."""
    return text.replace(" · ", ", ").strip()


def _fill(talk: Talk, form: Form, place: int) -> bool | None:
    fields = form.fields()
    field = fields[place]
    if field.opens or field.enters:
        return form.enter(field)
    ended = None
    try:
        answer = _answer(talk, field)
        if answer is not None and answer != field.value:
            ended = form.keep(field.id, answer)
    except PlanError as error:
        talk.tell(str(error))
    after = form.fields()
    now = next((now for now in after if now.id == field.id), field)
    # With a field fewer, what was answered is gone, and another one may have its name.
    talk.tell("" if len(after) < len(fields) or _makes_one(now) else _told(talk, now))
    return ended


def _answer(talk: Talk, field: Field) -> str | None:
    """A value of the field, or `None` where it stays as it is."""
    talk.tell(field.why, _hint(talk, field.hint))
    ways, how = _ways(field), ""
    if field.rating:
        talk.tell(talk.say("form.rated") if field.value else "")
        typed = number(talk, "", [*ways, (DASH, "")])
    else:
        if field.typed:
            how = talk.say(f"form.{_kind(field)}")
            talk.tell_once(how)
        typed = ask(talk, "", ways, free=field.typed, how=how)
    keys = [key for key, _ in ways]
    if typed in keys:
        return field.picks[keys.index(typed)][0]
    return "" if typed == DASH else typed


def _kind(field: Field) -> str:
    """How it is answered in one's own words."""
    if not field.picks:
        return "type"
    return "letter_or_type" if field.typed_first else "pick_or_type"


def _hint(talk: Talk, hint: str) -> str:
    """A sentence as it is; else it is an example, such as stands in an empty field."""
    return talk.say("form.example", example=hint) if hint and not hint.endswith(".") else hint


def _ways(field: Field) -> list[Choice]:
    """Ready answers by number; by letter where a number is an answer of its own."""
    words = [read_aloud(shown) for _, shown in field.picks]
    if field.rating or field.typed_first:
        return list(zip(ascii_lowercase, words, strict=False))
    return numbered(words)
