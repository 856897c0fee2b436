"""Home again: one letter saves how it went; everything after that is optional."""

from collections.abc import Callable
from functools import partial

from leaving_tui.domain.outing import Felt
from leaving_tui.domain.record import stamp
from leaving_tui.plain.commands import find, names_of, offer
from leaving_tui.plain.lengths import in_full
from leaving_tui.plain.questions import ask
from leaving_tui.plain.reflection import QUESTIONS, time_home
from leaving_tui.plain.talk import BACK, ENTER, Command, Elsewhere, Talk
from leaving_tui.telling.after import may_offer_help, put_off, response
from leaving_tui.telling.format import clock_time

_ANSWERS = (("1", Felt.EASIER), ("2", Felt.SAME), ("3", Felt.HARDER), ("s", Felt.SKIPPED), ("w", Felt.WRONG))


def arrive(talk: Talk) -> None:
    """Home, and what a reunion can be like (T4.6)."""
    outing = talk.outing
    if outing.home_at is not None:
        length = in_full(talk, outing.minutes_out)
        talk.tell(talk.say("home_again.home", at=clock_time(outing.home_at), length=length))
    talk.tell(talk.library.home.reunion.text)


def ready(talk: Talk) -> None:
    """The one question."""
    talk.tell(talk.library.home.felt_question)
    known = {command.name: command for command in talk.commands}
    for _, felt in _ANSWERS:
        talk.tell(talk.say("choice", key=known[felt].key, words=names_of(talk, known[felt])[0]))
    offer(talk, "not_home")


def saved(talk: Talk) -> None:
    """Saved; what to say to that, and the worries that were put off until now."""
    outing = talk.outing
    if outing.reflection is None:
        return
    # What could not be written is not said to be saved; why is told by itself.
    key = "back.saved" if talk.snapshot.unsaved is None else "lookback.story.felt"
    talk.tell(talk.library.say(f"{key}_{outing.reflection.felt}"))
    talk.tell(response(talk.snapshot, outing, talk.library), put_off(outing, talk.library))
    _offer_help(talk)


def _offer_help(talk: Talk) -> None:
    talk.companion.finished()
    if may_offer_help(talk.snapshot, talk.now):
        talk.companion.remember("choices", help_offered=stamp(talk.now))
        talk.tell(talk.library.more_than_nerves.offer)
        offer(talk, "nerves")


def more(talk: Talk) -> None:
    """What can be said now that it is answered."""
    offer(talk, "questions", "take_back", "done")


def _answer(felt: Felt) -> Command:
    key = next(key for key, answer in _ANSWERS if answer is felt)
    return Command(key, felt, lambda talk: talk.companion.answer(felt))


def _questions(talk: Talk) -> None:
    """Every question that is still open, one after another; then it is done."""
    try:
        for question in QUESTIONS:
            _come_back_to(talk, partial(question, talk, talk.outing, talk.companion.reflect))
        _come_back_to(talk, partial(_home_at, talk))
    except Elsewhere as elsewhere:
        if elsewhere.line is not None:
            raise
    talk.companion.done()


def _come_back_to(talk: Talk, question: Callable[[], None]) -> None:
    """Ask it until it is answered or skipped, whatever is done in between."""
    while True:
        try:
            question()
        except Elsewhere as elsewhere:
            _aside(talk, elsewhere.line)
        else:
            return


def _aside(talk: Talk, line: str | None) -> None:
    """Do what can be done anywhere; what belongs to the answer itself leads back to it."""
    command = None if line is None else find(talk, line)
    if command is None or command.name in {own.name for own in MORE}:
        raise Elsewhere(line)
    try:
        command.do(talk)
    except Elsewhere as elsewhere:
        if elsewhere.line is not None:
            _aside(talk, elsewhere.line)


def _home_at(talk: Talk) -> None:
    outing = talk.outing
    if outing.home_at is None:
        return
    question = talk.say("home_again.home_at", at=clock_time(outing.home_at))
    while typed := ask(talk, question, free=True):
        if at := time_home(talk, outing, typed):
            talk.companion.set_home_at(at)
            return


COMMANDS = (*map(_answer, Felt), Command(BACK, "not_home", lambda talk: talk.companion.not_home_yet()))
MORE = (
    Command(ENTER, "questions", _questions),
    Command("z", "take_back", lambda talk: talk.companion.take_back()),
    Command(BACK, "done", lambda talk: talk.companion.done()),
)
