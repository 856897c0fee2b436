"""The care notes as a sheet for the carer, emergencies first, before it is fitted to a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from leaving_tui.domain.agreement import Agreement, Sender
from leaving_tui.domain.outing import Plan
from leaving_tui.domain.people import Baby, People, Role
from leaving_tui.domain.text import clean, clean_line

Say = Callable[..., str]
"""Gives the screen text of a key, with values put in; raises `KeyError` where there is none."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing the notes ask for: `group` is its heading, `start` what it says until the parent changes it.

    `empty` is the line for when nothing was written; without one, the empty thing is left out.
    """

    id: str
    label: str
    group: str
    start: str = ""
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Notes:
    """All that is known for one page: what the notes ask for, in order, and the texts by the id of what asks.

    `now` (this outing's) stands before `texts` (the parent's own), those before `defaults` (the region's).
    """

    asked: Sequence[Asked]
    safety: Sequence[str]
    texts: Mapping[str, str]
    defaults: Mapping[str, str] = field(default_factory=dict)
    now: Mapping[str, str] = field(default_factory=dict)
    baby: Baby = field(default_factory=Baby)
    people: People = field(default_factory=People)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the notes, of any length; a vital one is only cut once all others are."""

    label: str
    text: str
    vital: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Rows under one heading."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole of the notes, before they are fitted to a page; the first block is for emergencies."""

    title: str
    day: str
    """When it was filled in; empty while nothing is."""
    blocks: tuple[Block, ...]
    more: str
    """What stands at the end of a text that was cut."""


def compose(notes: Notes, today: date, say: Say) -> Sheet:
    """The sheet of these notes on `today`; the first group asked for is the one for emergencies."""
    ours = filled_in(notes.baby, notes.people, today, say)
    known = {**ours, **notes.defaults}
    urgent = notes.asked[0].group
    groups: dict[str, list[Row]] = {urgent: []}
    for asked in notes.asked:
        vital = asked.group == urgent or bool(asked.empty)
        if row := _row(asked, _for_carer(f"label.{asked.id}", asked.label, say), notes, known, vital=vital):
            groups.setdefault(urgent if vital else asked.group, []).append(row)
    if notes.baby.medical:
        groups[urgent].append(Row("", say("prepare.sheet.medical"), vital=True))
    blocks = [
        Block(_for_carer(f"heading.{group}", group, say), tuple(rows))
        for group, rows in groups.items()
        if rows
    ]
    if notes.safety:
        always = tuple(Row("", clean(line), vital=True) for line in notes.safety)
        blocks.insert(1 if groups[urgent] else 0, Block(say("prepare.sheet.safety"), always))
    name = clean_line(notes.baby.name)
    title = say("prepare.sheet.title", baby=name) if name else say("prepare.sheet.title_unnamed")
    written = (*ours.values(), *notes.texts.values(), *notes.now.values())
    day = say("prepare.sheet.filled", day=_day(today)) if any(map(str.strip, written)) else ""
    return Sheet(title, day, tuple(blocks), say("prepare.sheet.more"))


def from_plan(plan: Plan, due_at: datetime, clock: Callable[[datetime], str], say: Say) -> dict[str, str]:
    """What this outing fills in, for `Notes.now`; `clock` writes a moment as people read it."""
    agreement = Agreement.of(plan)
    texts = {
        "where": plan.place,
        "back_at": clock(due_at),
        "check_in": check_in_line(agreement, clock, say),
        "call_me_if": agreement.call_me_if,
    }
    return {key: text for key, text in texts.items() if text}


def filled_in(baby: Baby, people: People, today: date, say: Say) -> dict[str, str]:
    """What the baby and the people around the baby fill in, by the id of what asks."""
    backup = people.in_role(Role.BACKUP)
    known = {
        "baby_name": baby.name,
        "backup": "; ".join(f"{person.name} {person.phone}".strip() for person in backup),
    }
    months = baby.months(today)
    if baby.born and months is not None:
        age = say("prepare.sheet.age", count=months)
        known["birth_date"] = say("prepare.sheet.born", day=_day(baby.born), age=age)
    return known


def check_in_line(agreement: Agreement, clock: Callable[[datetime], str], say: Say) -> str:
    """The agreed check-ins in words for the carer."""
    if not agreement.at:
        return say("prepare.agreement.for_carer_none")
    *sooner, last = map(clock, agreement.at)
    at = say("prepare.agreement.and", first=", ".join(sooner), last=last) if sooner else last
    sender = "_me" if agreement.sender is Sender.ME else ""
    return say(f"prepare.agreement.for_carer{sender}", at=at)


def _for_carer(key: str, label: str, say: Say) -> str:
    """A label of the parent's form as the carer reads it: there a "your" would be the carer's own."""
    try:
        return say(f"prepare.sheet.{key}")
    except KeyError:
        return label


def _row(asked: Asked, label: str, notes: Notes, known: Mapping[str, str], *, vital: bool) -> Row | None:
    start = "" if asked.id in notes.texts else asked.start
    sources = (notes.now.get(asked.id), notes.texts.get(asked.id), known.get(asked.id), start)
    text = next((text for source in sources if source and (text := clean(source))), "")
    if text:
        return Row(label, text, vital)
    return Row("", asked.empty, vital) if asked.empty else None


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
