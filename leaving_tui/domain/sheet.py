"""The care notes as one page for the carer, emergencies first; what does not fit is cut fairly (T5.2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from unicodedata import east_asian_width, normalize

from leaving_tui.domain.agreement import Agreement, Sender
from leaving_tui.domain.outing import Plan
from leaving_tui.domain.people import Baby, People, Role
from leaving_tui.domain.text import clean, clean_line

WIDTH, HEIGHT = 80, 66
"""Columns and lines of the page of plain text."""

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
    blocks: tuple[Block, ...]
    more: str
    """What stands at the end of a text that was cut."""


def compose(notes: Notes, today: date, say: Say) -> Sheet:
    """The sheet of these notes on `today`; the first group asked for is the one for emergencies."""
    known = {**_known(notes, today, say), **notes.defaults}
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
    day = say("prepare.sheet.filled", day=_day(today))
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


def check_in_line(agreement: Agreement, clock: Callable[[datetime], str], say: Say) -> str:
    """The agreed check-ins in words for the carer."""
    if not agreement.at:
        return say("prepare.agreement.for_carer_none")
    *sooner, last = map(clock, agreement.at)
    at = say("prepare.agreement.and", first=", ".join(sooner), last=last) if sooner else last
    sender = "_me" if agreement.sender is Sender.ME else ""
    return say(f"prepare.agreement.for_carer{sender}", at=at)


def page(sheet: Sheet) -> str:
    """The sheet as plain text of at most `HEIGHT` lines of `WIDTH` columns, the last line ended too."""
    header = [_cut(sheet.title, WIDTH), _cut(sheet.day, WIDTH)]
    rows = [row for block in sheet.blocks for row in block.rows]
    wrapped = [_wrapped(row) for row in rows]
    room = HEIGHT - len(header) - len(sheet.blocks)
    shares = _fair_shares([len(lines) for lines in wrapped], [row.vital for row in rows], room)
    spare = room - sum(shares)
    fitted = iter([_shortened(*pair, sheet.more) for pair in zip(wrapped, shares, strict=True)])
    lines = header
    for number, block in enumerate(sheet.blocks):
        # What is left over goes to blank lines, from the top.
        lines += [""] * (number < spare) + [_cut(block.heading, WIDTH)]
        for _ in block.rows:
            lines += next(fitted)
    return "\n".join(lines) + "\n"


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


def _known(notes: Notes, today: date, say: Say) -> dict[str, str]:
    """What the baby and the people around it fill in."""
    baby, backup = notes.baby, notes.people.in_role(Role.BACKUP)
    known = {
        "baby_name": baby.name,
        "backup": "; ".join(f"{person.name} {person.phone}".strip() for person in backup),
    }
    months = baby.months(today)
    if baby.born and months is not None:
        age = say("prepare.sheet.age", count=months)
        known["birth_date"] = say("prepare.sheet.born", day=_day(baby.born), age=age)
    return known


def _fair_shares(needs: Sequence[int], vital: Sequence[bool], room: int) -> list[int]:
    """Lines for each row: one each, then the vital ones what they need, then the others; always evenly."""
    shares = [0] * len(needs)
    first = [place for place, is_vital in enumerate(vital) if is_vital]
    then = [place for place, is_vital in enumerate(vital) if not is_vital]
    for places, most in ((first, 1), (then, 1), (first, HEIGHT), (then, HEIGHT)):
        while room and (short := [place for place in places if shares[place] < min(needs[place], most)]):
            for place in short[:room]:
                shares[place] += 1
            room -= len(short[:room])
    return shares


def _shortened(lines: list[str], share: int, more: str) -> list[str]:
    if share >= len(lines) or not share:
        return lines[:share]
    end = _cut(lines[share - 1], WIDTH - _columns(more) - 1)
    return [*lines[: share - 1], f"{end} {more}"]


def _wrapped(row: Row) -> list[str]:
    text = f"{row.label}: {row.text}" if row.label else row.text
    lines = [line for part in text.split("\n") for line in _wrap(part, WIDTH - 4)]
    return [("    " if number else "  ") + line for number, line in enumerate(lines)]


def _wrap(text: str, width: int) -> list[str]:
    lines, line = [], ""
    for word in normalize("NFC", text).split():
        joined = f"{line} {word}" if line else word
        if _columns(joined) <= width:
            line = joined
            continue
        lines += [line] if line else []
        line = word
        while _columns(line) > width:
            head = _head(line, width)
            lines, line = [*lines, head], line[len(head) :]
    return [*lines, line] if line else lines


def _cut(text: str, width: int) -> str:
    """The start of a line that fits, ended at a word where there is one: half a number misleads."""
    if _columns(text) <= width:
        return text
    head = _head(text, width)
    whole, _, _ = head.rpartition(" ")
    return whole if whole.strip() else head


def _head(text: str, width: int) -> str:
    end = width
    while _columns(text[:end]) > width:
        end -= 1
    return text[:end]


def _columns(text: str) -> int:
    """Columns that a text may need: never too few, so marks that join the letter before count as well."""
    return sum(2 if _wide(character) else 1 for character in text)


def _wide(character: str) -> bool:
    # Beside what Unicode calls wide: symbols that many terminals draw as pictures, and newer pictures.
    code = ord(character)
    return east_asian_width(character) in "WF" or 0x2600 <= code <= 0x27BF or code >= 0x1F000


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
