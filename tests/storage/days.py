"""A parent's days as an endless list of small acts, done to a real journal and to a plain model."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid5

from leaving_tui.domain.outing import Felt, Kind, Moment, Outing, Plan
from leaving_tui.domain.record import from_record, to_record
from leaving_tui.storage.disk import Disk
from leaving_tui.storage.journal import Journal

START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
_SPACE = UUID("8a0d0f5e-6a50-4e0a-9d8c-1f2f0f0e7c11")
_WORDS = "He cried for a minute and then he played. I sat in the car and breathed. "


@dataclass(frozen=True)
class State:
    """What a person would find: the outing in progress and the finished ones, by id."""

    live: Outing | None = None
    finished: dict[str, Outing] = field(default_factory=dict)


Do = Callable[[Journal, State, datetime], State]


@dataclass(frozen=True)
class Act:
    """Something a person does: `do` does it to a journal and to what should be in it.

    Acts of one name are the same to the disk.
    """

    name: str
    do: Do


def outing_id(number: int) -> str:
    return str(uuid5(_SPACE, str(number)))


def now_at(step: int) -> datetime:
    return START + timedelta(minutes=step)


def _live(name: str, change: Callable[[Outing | None, datetime], Outing | None]) -> Act:
    def do(journal: Journal, state: State, now: datetime) -> State:
        journal.change_live(lambda outing: change(outing, now))
        after = change(state.live, now)
        if after is not None and after.reflection is not None:
            return State(None, {**state.finished, after.id: kept(after)})
        return replace(state, live=None if after is None else kept(after))

    return Act(name, do)


def _begin(number: int) -> Act:
    plan = Plan("Grandma", "the café", 30, prediction=_WORDS * (number % 3))
    return _live("begin", lambda _, now: Outing(outing_id(number), now, now, plan))


def _note(text: str) -> Act:
    return _live("note", lambda outing, now: outing and outing.note(Moment(now, Kind.LATER, {"worry": text})))


_leave = _live("note", lambda outing, now: outing and outing.leave(now))
_later = _live("note", lambda outing, now: outing and outing.move_return(5, now))
_home = _live("note", lambda outing, now: outing and outing.come_home(now))
_answer = _live("answer", lambda outing, now: outing and outing.answer(Felt.EASIER, now))
_give_up = _live("give up", lambda _outing, _now: None)


def _change(name: str, number: int, change: Callable[[Outing, datetime], Outing | None]) -> Act:
    def do(journal: Journal, state: State, now: datetime) -> State:
        key = outing_id(number)
        journal.change(key, lambda outing: change(outing, now))
        rest = {other: outing for other, outing in state.finished.items() if other != key}
        after = change(state.finished[key], now) if key in state.finished else None
        return replace(state, finished=rest if after is None else {**rest, key: kept(after)})

    return Act(name, do)


def _take_back(number: int) -> Act:
    def do(journal: Journal, state: State, now: datetime) -> State:
        key = outing_id(number)
        if key not in state.finished:
            return state
        journal.reopen(key, lambda outing: outing.take_back(now))
        rest = {other: outing for other, outing in state.finished.items() if other != key}
        return State(kept(state.finished[key].take_back(now)), rest)

    return Act("take back", do)


def _bring(number: int) -> Act:
    def do(journal: Journal, state: State, now: datetime) -> State:
        brought = [kept(finished_outing(number + n, now)) for n in range(2)]
        journal.add(brought)
        return replace(state, finished={**state.finished, **{outing.id: outing for outing in brought}})

    return Act("bring in", do)


def _look(journal: Journal, state: State, _now: datetime) -> State:
    journal.outings()
    return state


LOOK = Act("look", _look)


def finished_outing(number: int, now: datetime) -> Outing:
    begun = Outing(outing_id(number), now, now, Plan("Sam", "shop", 15)).leave(now)
    return kept(begun.come_home(now).answer(Felt.SAME, now).reflect(now, found_out=_WORDS * 2))


def day(number: int) -> list[Act]:
    """The acts of one day; some days also change, delete and bring in outings of earlier ones."""
    found_out = _change("reflect", number, lambda outing, now: outing.reflect(now, found_out=_WORDS, worst=4))
    acts = [
        LOOK,
        _begin(number),
        _leave,
        _note("is he fed?"),
        _note("x" * 900),
        _later,
        _note(""),
        _home,
        _answer,
    ]
    acts += [found_out]
    if number % 2:
        acts += [_take_back(number), _note("not yet"), _answer]
    if number % 3 == 1:
        acts += [_change("reflect", number - 1, lambda outing, now: outing.edit(now, trial=True))]
        acts += [_begin(900_000 + number), _give_up]
    if number % 3 == 2:
        acts += [_change("delete", number - 2, lambda _outing, _now: None), _bring(500_000 + 10 * number)]
    return acts


def script(days: int) -> list[Act]:
    """The acts of several days."""
    return [act for number in range(days) for act in day(number)]


def kept(outing: Outing) -> Outing:
    return from_record(to_record(outing))


def open_journal(folder: Path, step: int = 0, disk: Disk | None = None) -> Journal:
    return Journal(folder, lambda: now_at(step), disk)


def found(journal: Journal) -> State:
    """What a journal says there is."""
    return State(journal.live(), {outing.id: outing for outing in journal.outings()})
