"""Care notes on the screen: every field, the page as the carer reads it, and what is filled in by itself."""

from datetime import timedelta

import pytest
from textual.widgets import TextArea

from leaving_tui.companion import Companion
from leaving_tui.content.library import Library
from leaving_tui.domain.people import People, Person, Role
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.domain.sheet_text import page
from leaving_tui.telling.care_page import FRESH, at_the_door, care_page
from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.widgets.picks import Picks
from tests.conftest import HandClock
from tests.ui.conftest import PHONE, TERMINAL, screen_text, shows, tap, until
from tests.ui.forms import fill_in, go_to, list_has_focus, open_field, tap_row, typed


def paper(companion: Companion, library: Library, clock: HandClock) -> str:
    return " ".join(page(care_page(companion.snapshot(), library, clock())).split())


async def to_the_notes(pilot, app: LeavingApp) -> None:
    await until(pilot, lambda: shows(app, "To the goodbye"))
    await pilot.press("n")
    await until(pilot, lambda: list_has_focus(pilot))


async def test_T5_1_every_thing_a_carer_may_need_can_be_written_down(app, companion, library, clock) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await to_the_notes(pilot, app)
        rows = {option.id for option in app.screen.query_one("#field-list").options}
        asked = {field.id for field in library.care.fields if field.filled_by != "plan"}
        assert asked <= rows
        await fill_in(pilot, "address", "escape", text="12 Elm Road")
        await fill_in(pilot, "weight", "enter", text="7 kg")
        await until(pilot, lambda: "Weight: 7 kg" in paper(companion, library, clock))
        # The birth date is the baby's, wherever it is written down.
        await fill_in(pilot, "birth_date", "enter", text="14 Mar 2026")
        await until(pilot, lambda: companion.snapshot().notes["baby"].get("born") == "2026-03-14")
        await until(pilot, lambda: shows(app, "14 Mar 2026 (8 months)"))
    assert "Home address and cross street: 12 Elm Road" in paper(companion, library, clock)


async def test_nothing_is_said_of_staying_empty_once_all_is_filled(app, companion, library) -> None:
    baby = {"name": "Noor", "born": "2026-03-14", "me": "Baba", "activity": "paint"}
    async with app.run_test(size=PHONE) as pilot:
        for room, said in (("notes", "Each thing may stay empty."), ("baby", "Skip any of it")):
            app.action_open(room)
            await until(pilot, lambda said=said: shows(app, said))
        companion.remember("baby", **baby)
        app.beat()
        await until(pilot, lambda: shows(app, "paint") and not shows(app, "Skip any of it"))
        companion.remember("sheet", **{field.id: "as written" for field in library.care.fields})
        app.action_open("notes")
        await until(pilot, lambda: shows(app, "s shows the page") and not shows(app, "may stay empty"))


async def test_T5_4_longer_texts_are_kept_while_written_and_medicines_say_that_the_app_knows_no_doses(
    app, companion, clock
) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await to_the_notes(pilot, app)
        await open_field(pilot, "medicines")
        await until(pilot, lambda: shows(app, "The app does not know doses."))
        await pilot.press("escape")
        await open_field(pilot, "feeding")
        await typed(pilot, "milk")
        await pilot.press("enter")
        await typed(pilot, "warm")
        clock.tick(seconds=1)
        app.beat()
        await until(pilot, lambda: companion.snapshot().notes["sheet"].get("feeding") == "milk\nwarm")
        assert app.screen.query_one(TextArea).has_focus


VITAL = {
    "emergency_number": "112",
    "address": "12 Elm Road",
    "my_phone": "555 0100",
    "doctor": "Dr Low",
    "allergies": "egg",
}


async def test_the_page_says_what_is_still_empty_and_one_tap_leads_to_filling_it_in(app, companion) -> None:
    companion.remember("sheet", **{**VITAL, "address": "", "doctor": ""})
    async with app.run_test(size=PHONE) as pilot:
        await to_the_notes(pilot, app)
        await pilot.press("s")
        await until(pilot, lambda: shows(app, "Still empty: home address, doctor.", "Home address: ____"))
        await tap(pilot, "Still empty")
        await fill_in(pilot, "doctor", "enter", text="Dr Low")
        await pilot.press("s")
        await until(pilot, lambda: shows(app, "Still empty: home address.", "Doctor: Dr Low"))
        companion.remember("sheet", **VITAL)
        await pilot.press("escape", "s")
        await until(pilot, lambda: shows(app, "12 Elm Road") and not shows(app, "Still empty"))


def places_of(app: LeavingApp) -> list[float]:
    """Each place in the page that is shown from now on."""
    places: list[float] = []
    app.watch(app.screen.query_one("#panel"), "scroll_y", lambda y: places.append(y), init=False)
    return places


async def test_T5_2_s_shows_the_page_with_emergencies_first(app: LeavingApp, companion) -> None:
    companion.remember("sheet", **VITAL, rules="No [red]screens[/] please " * 4)
    async with app.run_test(size=PHONE) as pilot:
        await to_the_notes(pilot, app)
        for size in (PHONE, TERMINAL):
            await pilot.resize_terminal(*size)
            await pilot.press("s")
            await until(
                pilot,
                lambda: shows(app, "As your carer reads it", "Emergencies", "Parent's number: 555 0100"),
            )
            assert screen_text(app).index("Emergencies") < screen_text(app).index("Every time")
            places = places_of(app)
            await pilot.press("end")
            await until(pilot, lambda: shows(app, "No [red]screens[/] please", "leaving sheet -o notes.html"))
            # At once: a page that glides sends a picture for each step of the way.
            assert len(places) == 1
            assert max(map(len, screen_text(app).split("\n"))) <= size[0]
            await tap(pilot, "Change notes")
            await until(pilot, lambda: list_has_focus(pilot))


async def test_T5_3_a_safety_line_goes_only_when_it_is_opened_and_taken_off(
    app, companion, library, clock
) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await to_the_notes(pilot, app)
        await pilot.press("end")
        await tap_row(pilot, "Safe sleep")
        await until(pilot, lambda: shows(app, "on the back", "Many sitters have not been told these"))
        await pilot.press("enter")
        await until(pilot, lambda: list_has_focus(pilot))
        assert "on the back" in paper(companion, library, clock)
        await pilot.press("enter")
        await tap_row(pilot, "Take it off the page")
        await until(pilot, lambda: "on the back" not in paper(companion, library, clock))
        assert "Never shake a baby." in paper(companion, library, clock)
        await pilot.press("enter")
        await tap_row(pilot, "Keep it on the page")
        await until(pilot, lambda: "on the back" in paper(companion, library, clock))


def test_T5_5_the_fever_line_goes_by_the_birth_date(companion, library, clock) -> None:
    companion.remember("baby", born="2026-09-30")
    assert "38 C" in paper(companion, library, clock)
    companion.remember("baby", born="2026-08-22")
    assert "38 C" not in paper(companion, library, clock)


async def test_T5_6_the_region_fills_in_numbers_that_can_be_changed(app, companion, library, clock) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await to_the_notes(pilot, app)
        assert shows(app, "Your region not known", "Emergency number –")
        await open_field(pilot, "emergency_number")
        await until(pilot, lambda: shows(app, "Nothing came from your region here."))
        assert not shows(app, "Change it if")
        await pilot.press("escape")
        await open_field(pilot, "region")
        # What is chosen is in view, and so is where the list begins.
        await until(pilot, lambda: shows(app, "1 not known 2 United States"))
        assert app.screen.query_one(Picks).highlighted == 0
        await tap_row(pilot, "New Zealand")
        await until(pilot, lambda: shows(app, "Your region New Zealand", "0800 764 766 (from your region)"))
        # Looking at it does not pin it.
        await fill_in(pilot, "poison_number", "enter")
        await go_to(pilot, "poison_number")
        assert "poison_number" not in companion.snapshot().notes["sheet"]
        await open_field(pilot, "poison_number")
        await pilot.press("ctrl+u")
        await typed(pilot, "555")
        await pilot.press("enter")
        await until(pilot, lambda: "Poison line: 555" in paper(companion, library, clock))
        await open_field(pilot, "poison_number")
        await pilot.press("ctrl+u", "enter")
        await until(pilot, lambda: "Poison line: 0800 764 766" in paper(companion, library, clock))


def test_T5_7_an_empty_allergy_field_asks(companion, library, clock) -> None:
    companion.remember("sheet", allergies="")
    assert "Allergies: not filled in - please ask" in paper(companion, library, clock)


def test_T5_1_people_the_baby_and_the_outing_need_not_be_typed_again(companion, library, clock) -> None:
    companion.remember("baby", name="Noor", born="2026-03-14")
    companion.remember("people", **People().add(Person("Sam", "555 0102", Role.BACKUP)).to_dict())
    companion.prepare(PlanDraft("Nana", "the library", "2h", call_me_if="he coughs"))
    companion.leave()
    said = paper(companion, library, clock)
    for text in (
        "Care notes for Noor", "14 Mar 2026 (8 months)", "Backup person: Sam 555 0102",
        "Where the parent is: the library", "Planned return: 16:58", "Please text at 16:00.",
        "Call me if: he coughs",
    ):  # fmt: skip
        assert text in said


def test_at_home_a_return_is_only_printed_when_a_clock_time_was_chosen(companion, library, clock) -> None:
    companion.draft(PlanDraft(span="2h"))
    assert "Planned return" not in paper(companion, library, clock)
    companion.draft(PlanDraft(span="16:30"))
    assert "Planned return: 16:30" in paper(companion, library, clock)


def test_a_last_feed_of_yesterday_is_not_printed_as_todays(companion, library, clock) -> None:
    companion.remember("sheet", **at_the_door("last_fed", "14:30", clock()))
    clock.tick(hours=2)
    assert "Last fed: 14:30" in paper(companion, library, clock)
    clock.now += FRESH
    assert "Last fed" not in paper(companion, library, clock)


def test_a_last_feed_written_elsewhere_is_believed(companion, library, clock) -> None:
    companion.remember("sheet", **at_the_door("last_fed", "14:30", clock() - timedelta(days=1)))
    companion.remember("sheet", last_fed="15:10")
    assert "Last fed: 15:10" in paper(companion, library, clock)


async def test_T5_1_last_fed_and_last_slept_take_two_keys_at_the_door(companion, library, clock) -> None:
    companion.prepare()
    app = LeavingApp(companion, library, clock)
    async with app.run_test(size=PHONE, notifications=True) as pilot:
        for key, field, told in (("f", "last_fed", "14:58"), ("s", "last_slept", "until 14:58")):
            await until(pilot, lambda: shows(app, "I've left"))
            await pilot.press(key)
            await until(pilot, lambda: shows(app, "1 h ago", "Done"))
            await pilot.press("1")
            await until(pilot, lambda: shows(app, "I've left", "Saved.", "Home by 15:28"))
            assert companion.snapshot().notes["sheet"][field] == told
            app.clear_notifications()


@pytest.mark.parametrize(
    "kept",
    [{"last_fed": 7, "last_fed_at": "soon"}, {"last_fed_at": {"at": 3, "text": ""}}, {"taken_off": "sleep"}],
)
def test_what_makes_no_sense_in_the_file_does_no_harm(companion, library, clock, kept) -> None:
    companion.remember("sheet", **kept)
    assert "Never shake a baby." in paper(companion, library, clock)
