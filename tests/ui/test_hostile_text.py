"""Whatever people type, or a file brings along: it is shown as it was typed, and nothing of it acts."""

import tempfile
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import cycle
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from textual.pilot import Pilot
from textual.widgets import Input

from leaving_tui.companion import Companion
from leaving_tui.content.library import Library
from leaving_tui.domain.outing import Before, Felt, Kind, Moment, Outing, Plan, Stage
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.storage.journal import Journal
from leaving_tui.storage.notes import Notes
from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.rooms import OVERLAYS, STAGES
from tests.conftest import START, HandClock
from tests.ui.conftest import PHONE, TERMINAL, WIDE, at_rest, leave, screen_text, shows, until

pytestmark = pytest.mark.usefixtures("painted")

NASTY = [
    *(
        "[/]",
        "[red]x[/]",
        "[@click=app.quit]q",
        "[b",
        "]",
        "a\\",
        "\\[/]",
        "{baby}",
        "{",
        "$carer",
        "%s",
        "`*_#",
    ),
    *("\x1b]0;owned\x07", "\x1b[2J\x1b[31mred", "\x00nul", "\x9b31m", "\x85", "\x7f", "two\nlines", "a\ttab"),
    *("\u202eback", "\u2066in", "\u061c", "\u200f", "\ufeff", "\u2028", "\ud800"),
    *("a" * 3000, "so long " * 400, "字" * 200, "👩‍👧" * 20, "e" + "\u0301" * 100, "\u0301", "‍"),
]
RAW = {
    *map(chr, (*range(0x20), 0x7F, *range(0x80, 0xA0))),
    *"\u061c\u200e\u200f\u2028\u2029\ufeff",
    *map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000))),
}
TEXTS = st.lists(st.sampled_from(NASTY) | st.text(max_size=6), min_size=1, max_size=2).map("".join)
EVERY = {"plan": 3, "people": 2, "baby": 2, "notes": 5, "edit": 4}
"""The forms, and how many fields to go on by: all are shown by the same few widgets."""
ABOUT_ONE = ("outing", "edit")


def looked_at(app: LeavingApp) -> None:
    """Nothing raw is in what is painted, and no line is longer than the screen."""
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            assert not RAW & set(segment.text), (app.screen, segment)
        assert strip.cell_length == app.size.width, (app.screen, strip)


def set_down(folder: Path, clock: HandClock, library: Library, texts: Iterator[str]) -> Companion:
    """Someone who wrote hostile text everywhere, some of it with another program."""
    notes = Notes(folder, clock)
    roles = ("carer", "friend", "backup")
    person = {"name": "", "phone": "", "note": ""}
    people = [{**{key: next(texts) for key in person}, "role": role} for role in roles]
    notes.save("baby", {"born": "2026-05-01", **{key: next(texts) for key in ("name", "me", "activity")}})
    notes.save("people", {"people": people})
    notes.save("sheet", {field.id: next(texts) for field in library.care.fields})
    notes.save("goodbye", {"say": next(texts), "do": next(texts)})
    steps = [{"id": "own:x", "minutes": 20}, *({"id": step.id} for step in library.steps[:3])]
    notes.save("steps", {"steps": [{**step, "name": next(texts)} for step in steps]})
    companion = Companion(Journal(folder, clock), notes, clock)
    companion.add(_past(texts, days) for days in range(1, 6))
    companion.draft(
        PlanDraft(*(next(texts) for _ in range(2)), "30m", prediction=next(texts), cue=next(texts))
    )
    return companion


def _past(texts: Iterator[str], days: int) -> Outing:
    left = START - timedelta(days=days)
    plan = Plan(*(next(texts) for _ in range(2)), prediction=next(texts), script=next(texts), cue=next(texts))
    moments = (
        Moment(left, Kind.LATER, {"worry": next(texts)}),
        Moment(left, Kind.KIND, {"line": next(texts)}),
        Moment(left, next(texts) or "x", {next(texts): next(texts)}),
        Moment(left, Kind.BREATHE, {"pattern": next(texts), "breaths": 3}),
        Moment(left, Kind.CHECK_IN, {"planned": True, "said": next(texts)}),
    )
    outing = Outing(
        str(uuid4()), left, left, plan, next(texts), step=next(texts), before=Before(5), moments=moments
    )
    home = outing.leave(left).come_home(left + timedelta(minutes=30)).answer(Felt.EASIER, left)
    return home.reflect(left, found_out=next(texts), reunion=next(texts), worst=3)


async def open_overlays(pilot: Pilot[None], app: LeavingApp, newest: str, names: Iterable[str]) -> None:
    """Open screens one over the other, and some of the fields of the forms."""
    for name in names:
        under = app.screen
        if name in ABOUT_ONE:
            app.action_about(name, newest)
        else:
            app.action_open(name)
        await until(
            pilot, lambda under=under: app.screen is not under and app.screen._composed and at_rest(app)
        )
        looked_at(app)
        for field in app.screen.fields()[:: EVERY[name]] if name in EVERY else ():
            app.screen._edit(field)
            await pilot.pause()
            looked_at(app)


async def at_stage(pilot: Pilot[None], app: LeavingApp, stage: Stage) -> None:
    name = STAGES[stage].rpartition(".")[2]
    app.beat()
    await until(pilot, lambda: type(app.screen).__name__ == name and app.screen._composed and at_rest(app))
    looked_at(app)


async def the_whole_way(
    app: LeavingApp, companion: Companion, clock: HandClock, worry: str, size, overlays=OVERLAYS
) -> None:
    newest = companion.finished()[0].id
    go_out(companion, worry)
    clock.tick(minutes=25)
    companion.come_home()
    async with app.run_test(size=size) as pilot:
        await at_stage(pilot, app, Stage.BACK)
        companion.answer(Felt.SAME)
        companion.reflect(found_out=worry, reunion=worry)
        app.beat()
        await until(pilot, lambda: app.screen.has_class("-answered") and at_rest(app))
        looked_at(app)
        companion.done()
        await at_stage(pilot, app, Stage.HOME)
        companion.prepare()
        await at_stage(pilot, app, Stage.GOODBYE)
        go_out(companion, worry)
        await at_stage(pilot, app, Stage.AWAY)
        await open_overlays(pilot, app, newest, overlays)
        assert app.is_running


def go_out(companion: Companion, worry: str) -> None:
    leave(companion)
    companion.note(Kind.LATER, {"worry": worry})


@given(texts=st.lists(TEXTS, min_size=40, max_size=40), size=st.sampled_from([PHONE, TERMINAL, WIDE]))
@settings(
    max_examples=2,
    # Shrinking would walk every screen some hundred times.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
async def test_no_text_breaks_a_screen_or_reaches_the_terminal_raw(library: Library, texts, size):
    with tempfile.TemporaryDirectory() as place:
        clock, folder = HandClock(), Path(place) / "leaving"
        texts = [*texts, *NASTY]
        companion = set_down(folder, clock, library, cycle(texts))
        app = LeavingApp(companion, library, clock)
        await the_whole_way(app, companion, clock, texts[0], size)


@pytest.fixture
def literal(companion: Companion) -> Companion:
    companion.draft(
        PlanDraft(carer="[/]", place="[red]shop", span="30m", prediction="[@click=app.quit]cry", cue="a\\")
    )
    companion.remember("baby", name="{carer}")
    return companion


async def test_what_looks_like_markup_is_shown_as_it_was_typed(app: LeavingApp, literal: Companion, clock):
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: shows(app, "[/] · [red]shop"))
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "[/] has you"))
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "Away with [/] · [red]shop"))
        await pilot.press("h")
        await until(pilot, lambda: shows(app, "easier"))
        await pilot.press("1")
        await until(pilot, lambda: shows(app, "“[@click=app.quit]cry”"))
        literal.reflect(found_out="[b]ends in \\", reunion="{baby} $name")
        clock.tick(seconds=1)
        await pilot.press("escape")
        await until(pilot, lambda: shows(app, "Next outing", "[/] · [red]shop"))
        await pilot.press("l")
        await until(
            pilot, lambda: shows(app, "[/] · [red]shop", "easier") and app.screen is not app.screen_stack[0]
        )
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "[b]ends in \\", "{baby} $name", "[@click=app.quit]cry"))
        assert app.is_running


async def test_a_pasted_escape_sequence_is_kept_as_harmless_letters(app: LeavingApp, companion: Companion):
    async with app.run_test(size=TERMINAL) as pilot:
        app.action_open("notes")
        await until(pilot, lambda: app.screen._composed and app.screen.query("#field-list"))
        field = next(
            field for field in app.screen.fields() if field.typed and not field.lines and not field.picks
        )
        app.screen._edit(field)
        app.screen.query_one("#field-value", Input).value = "\x1b[31mmilk\x00\u202e at four"
        await pilot.press("enter")
        await until(pilot, lambda: companion.snapshot().notes["sheet"].get(field.id) == "[31mmilk at four")
        await until(pilot, lambda: shows(app, "[31mmilk at four"))
        assert "\x1b" not in screen_text(app)


async def test_remembered_choices_that_make_no_sense_give_way_to_the_usual(
    library: Library, folder: Path, clock: HandClock
):
    texts = ("countdown", "theme", "pattern", "exercise", "urge_until", "help_offered", "region")
    numbers = ("urge_minutes", "breathe_minutes", "breathe_holds", "breathe_caution", "trust", "sample")
    Notes(folder).save("choices", dict.fromkeys(texts, -3) | dict.fromkeys(numbers, "soon"))
    companion = set_down(folder, clock, library, cycle(["x"]))
    companion.remember("choices", urge_until="soon", help_offered="soon")
    overlays = ("breathe", "ground", "check", "kind", "help", "steps", "age")
    await the_whole_way(LeavingApp(companion, library, clock), companion, clock, "x", TERMINAL, overlays)
