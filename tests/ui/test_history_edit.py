"""Changing a past outing on the screen, and writing one down afterwards."""

from datetime import timedelta

import pytest
from textual.widgets import Input, TextArea

from leaving_tui import sample
from leaving_tui.companion import Companion
from leaving_tui.domain.amend import FIELDS
from leaving_tui.domain.outing import Felt, Happened, Outing
from leaving_tui.telling.format import clock_time
from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.widgets.field import FieldPage
from leaving_tui.ui.widgets.fields import FieldList
from tests.conftest import START
from tests.ui.conftest import PHONE, TERMINAL, shows, tap, until


@pytest.fixture
def outing(companion: Companion) -> Outing:
    """The only outing."""
    companion.add([coffee()])
    return coffee()


def coffee() -> Outing:
    """Nadia, coffee, 36 minutes, harder."""
    [told] = [each for each in sample.story(START) if each.minutes_out == 36]
    return told


async def at_the_fields(pilot, app: LeavingApp, outing: Outing) -> None:
    await until(pilot, lambda: app.snapshot.finished)
    app.action_about("edit", outing.id)
    await until(
        pilot, lambda: shows(app, "Change this outing") and app.screen.query_one(FieldList).option_count
    )


async def into(pilot, app: LeavingApp, field: str) -> None:
    """Open a field of the form."""
    fields = app.screen.query_one(FieldList)
    await until(pilot, lambda: fields.has_focus)
    fields.choose(field)
    await pilot.press("enter")
    await until(pilot, lambda: app.screen.query_one(FieldPage).display)


async def type_in(pilot, app: LeavingApp, field: str, text: str) -> None:
    await into(pilot, app, field)
    app.screen.query_one("#field-value", Input).value = text
    await tap(pilot, "Keep it")


def kept(companion: Companion) -> Outing:
    [outing] = companion.finished()
    return outing


async def test_T7_11_every_field_says_why_it_is_asked_and_is_changed_where_it_stands(app, companion, outing):
    async with app.run_test(size=PHONE) as pilot:
        await pilot.press("l")
        await until(pilot, lambda: shows(app, "coffee") and len(app.screen_stack) == 2)
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "out of the door"))
        await tap(pilot, "Change")
        await until(pilot, lambda: shows(app, "Change this outing"))
        fields = {field.id: field for field in app.screen.fields()}
        assert fields.keys() >= FIELDS.keys()
        assert all(field.why for field in fields.values())
        await until(pilot, lambda: shows(app, "Each change is kept when you leave its field."))
        await into(pilot, app, "home")
        await pilot.press("escape")
        await until(pilot, lambda: shows(app, "Each change is kept"))
        # Nothing was changed, so there was nothing to save.
        assert not shows(app, "Saved")
        await type_in(pilot, app, "home", "14:50")
        await until(pilot, lambda: kept(companion).minutes_out == 50 and shows(app, "Saved. Each change"))
        await type_in(pilot, app, "place", "the pool")
        await until(pilot, lambda: kept(companion).plan.place == "the pool")
        await into(pilot, app, "felt")
        await tap_pick(pilot, app, "easier than you feared")
        await until(pilot, lambda: kept(companion).reflection.felt is Felt.EASIER)
        await into(pilot, app, "happened")
        await tap_pick(pilot, app, "It did not happen.")
        await until(pilot, lambda: kept(companion).reflection.happened is Happened.NO)
        await into(pilot, app, "worst")
        await pilot.press("t")
        await until(pilot, lambda: kept(companion).reflection.worst == 10)
        # What one found out has room for more than a line.
        await into(pilot, app, "found_out")
        app.screen.query_one("#field-lines", TextArea).text = "They sang.\nTwice."
        await tap(pilot, "Keep it")
        await until(pilot, lambda: kept(companion).reflection.found_out == "They sang.\nTwice.")
        await tap(pilot, "Done")
        await until(pilot, lambda: shows(app, "7 Nov 2026 · 50 min", "Nadia · the pool"))


async def tap_pick(pilot, app: LeavingApp, label: str) -> None:
    page = app.screen.query_one("#field-picks")
    labels = [str(option.prompt).split("  ")[-1] for option in page.options]
    page.highlighted = next(place for place, said in enumerate(labels) if label in said)
    page.focus()
    await pilot.press("enter")
    await until(pilot, lambda: not app.screen.query_one(FieldPage).display)


async def test_a_time_that_cannot_be_read_or_cannot_be_gets_a_sentence(app, companion, outing):
    async with app.run_test(size=PHONE) as pilot:
        await at_the_fields(pilot, app, outing)
        for field, typed, said in (
            ("left", "teatime", "21 Nov 15:30"),
            ("left", "15:20", "after you came home"),
            ("home", "13:20", "before you left"),
        ):
            await into(pilot, app, field)
            app.screen.query_one("#field-value", Input).value = typed
            await pilot.press("enter")
            await until(pilot, lambda said=said: shows(app, said) and app.screen.query_one(FieldPage).display)
            assert (kept(companion).left_at, kept(companion).home_at) == (outing.left_at, outing.home_at)
            await pilot.press("escape")


async def test_something_noted_while_out_is_corrected_taken_out_and_brought_back(app, companion, outing):
    async with app.run_test(size=TERMINAL) as pilot:
        await at_the_fields(pilot, app, outing)
        await into(pilot, app, "moment-0")
        await pilot.press("3")
        await until(pilot, lambda: kept(companion).moments[0].rating == 3)
        noted = kept(companion).moments
        for size, moment in ((TERMINAL, "moment-0"), (PHONE, "moment-1")):
            await pilot.resize_terminal(*size)
            for again in (lambda: pilot.press("z"), lambda: tap(pilot, "Bring back what you noted")):
                assert not shows(app, "Bring back")
                await into(pilot, app, moment)
                await tap_pick(pilot, app, "Take this out")
                await until(pilot, lambda: len(kept(companion).moments) == len(noted) - 1)
                await until(pilot, lambda: shows(app, "z Bring back what you noted at"))
                await again()
                await until(pilot, lambda: kept(companion).moments == noted)
                await until(pilot, lambda: not shows(app, "Bring back"))


async def test_an_outing_is_added_afterwards_by_its_two_times_and_not_by_only_looking(app, companion):
    async with app.run_test(size=PHONE) as pilot:
        await pilot.press("l", "a")
        await until(pilot, lambda: shows(app, "An outing from before"))
        await pilot.press("escape")
        await until(pilot, lambda: shows(app, "Any length counts."))
        assert companion.finished() == ()
        companion.add([coffee()])
        app.beat()
        await until(pilot, lambda: shows(app, "coffee"))
        await tap(pilot, "Add one")
        await until(pilot, lambda: shows(app, "Not saved yet"))
        await type_in(pilot, app, "carer", "Grandpa")
        await type_in(pilot, app, "left", "yesterday 10:00")
        assert len(companion.finished()) == 1
        await type_in(pilot, app, "home", "25m")
        await until(pilot, lambda: len(companion.finished()) == 2 and shows(app, "Saved."))
        await type_in(pilot, app, "place", "the park")
        await until(pilot, lambda: companion.finished()[0].plan.place == "the park")
        await tap(pilot, "Done")
        await until(pilot, lambda: shows(app, "22 Nov", "25 min", "the park", "2 outings"))
    [added, _] = companion.finished()
    assert (added.plan.carer, added.reflection.felt) == ("Grandpa", Felt.SKIPPED)


async def test_a_time_after_what_was_noted_is_kept_and_told(app, companion, outing):
    async with app.run_test(size=PHONE) as pilot:
        await at_the_fields(pilot, app, outing)
        first = min(moment.at for moment in outing.moments)
        await type_in(pilot, app, "left", clock_time(first + timedelta(minutes=1)))
        await until(pilot, lambda: shows(app, "Something you noted lies outside these times."))
        assert kept(companion).left_at > first
        await type_in(pilot, app, "left", clock_time(outing.left_at))
        await until(pilot, lambda: shows(app, "Saved. Each change") and not shows(app, "outside"))


async def test_what_is_not_finished_is_said_to_be_dropped_and_a_day_to_come_which_year_it_was_taken_for(
    app, companion
):
    async with app.run_test(size=PHONE, notifications=True) as pilot:
        await pilot.press("l", "a")
        await until(pilot, lambda: shows(app, "An outing from before"))
        await type_in(pilot, app, "left", "28 Nov 10:00")
        await until(pilot, lambda: shows(app, "Taken for Fri 28 Nov 2025."))
        await tap(pilot, "Done")
        await until(pilot, lambda: shows(app, "Not saved: an outing needs the time"))
        assert companion.finished() == ()


async def test_a_change_made_in_another_window_is_not_undone_by_one_made_here(app, companion, outing):
    async with app.run_test(size=TERMINAL) as pilot:
        await at_the_fields(pilot, app, outing)
        companion.revise(outing.id, lambda told: told.edit(START, step="S6"))
        await type_in(pilot, app, "carer", "Sam")
        await until(pilot, lambda: kept(companion).plan.carer == "Sam")
    assert kept(companion).step == "S6"
