"""Past outings on the screen: the list, finding, one outing, and taking it out again."""

from datetime import timedelta
from uuid import uuid4

import pytest
from rich.cells import cell_len
from textual.widgets import Input

from leaving_tui import sample
from leaving_tui.companion import Companion
from leaving_tui.content.library import Library
from leaving_tui.domain.outing import Felt, Outing, Plan, Reflection
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.widgets.history import HistoryList
from leaving_tui.ui.widgets.rows import row
from tests.conftest import START, HandClock
from tests.ui.conftest import PHONE, TERMINAL, WIDE, at_rest, screen_text, shows, tap, until

FOUND = {
    "pottery": ["20 Nov"],
    "NADIA": ["20 Nov", "7 Nov"],
    "dentist worse": ["15 Nov"],
    "went wrong": ["29 Oct"],
    "trial run": ["14 Oct", "12 Oct"],
    "20 nov": ["20 Nov"],
    "errand or a class": ["20 Nov", "15 Nov"],
}


@pytest.fixture
def past(companion: Companion) -> tuple[Outing, ...]:
    """The sample story, newest first."""
    companion.add(sample.story(START))
    return companion.finished()


async def at_the_list(pilot, app: LeavingApp, count: int) -> HistoryList:
    await pilot.press("l")
    await until(pilot, lambda: shows(app, "Past outings") and len(app.screen_stack) == 2)
    rows = app.screen.query_one(HistoryList)
    await until(pilot, lambda: len(rows.outings) == count and rows.size.height)
    return rows


async def tap_row(pilot, at: int) -> None:
    rows, seen = pilot.app.screen.query_one(HistoryList), []

    def still() -> bool:
        seen.append((rows.region, len(rows.outings)))
        return len(seen) > 2 and seen[-1] == seen[-3] and rows.region.height > at

    await until(pilot, still)
    await pilot.click(rows, offset=(3, at))


async def test_the_card_tells_the_totals_only_where_there_is_room_for_them(app, companion, past):
    companion.trust(yes=True)
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "To the goodbye", "14 outings"))
        for size, told in ((PHONE, False), (WIDE, True), (TERMINAL, False), (PHONE, False)):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda told=told: shows(app, "14 outings") and shows(app, "Longest") is told)


async def test_the_belt_stays_on_a_phone_while_the_question_of_trust_stands(app, companion, past):
    companion.draft(PlanDraft(carer="Grandma", place="coffee", step="S5"))
    async with app.run_test(size=PHONE) as pilot:
        door = "A coffee, a shop, a walk.", "To the goodbye"
        await until(
            pilot, lambda: shows(app, *door, "Do you trust Grandma", "not sure", "14 outings", "? keys")
        )
        companion.add(sample.outings(60, START, 1))
        app.beat()
        await until(
            pilot, lambda: shows(app, *door, "not sure", "74 outings", "stands for 10 outings.", "? keys")
        )
        # More of them than two rows hold give way to the question; they are all in Past outings.
        companion.add(sample.outings(250, START, 2))
        app.beat()
        await until(pilot, lambda: shows(app, *door, "not sure") and not shows(app, "outings."))
        await pilot.press("1")
        await until(pilot, lambda: shows(app, *door, "324 outings"))


async def test_what_a_mark_stands_for_is_said_on_a_phone_while_the_question_of_trust_stands(app, companion):
    companion.draft(PlanDraft(carer="Grandma", place="coffee", step="S5"))
    async with app.run_test(size=PHONE) as pilot:
        first = "Each outing makes one mark here. Any length counts."
        await until(pilot, lambda: shows(app, "To the goodbye", "not sure", first, "? keys"))


async def test_the_way_to_the_keys_is_in_sight_on_a_phone(app, past):
    async with app.run_test(size=PHONE) as pilot:
        await at_the_list(pilot, app, 14)
        for key, there in ((None, "Add one"), ("enter", "Delete"), ("l", "Add one"), ("l", "A year")):
            await pilot.press(*filter(None, [key]))
            await until(pilot, lambda there=there: shows(app, there, "? keys", "Close"))


async def test_the_list_is_there_at_once_newest_first_and_enter_or_a_tap_opens_one(app, past):
    async with app.run_test(size=PHONE) as pilot:
        rows = await at_the_list(pilot, app, 14)
        for size in (PHONE, WIDE):
            await pilot.resize_terminal(*size)
            await until(
                pilot, lambda: shows(app, "20 Nov", "1 h 12", "pottery class", "easier", "14 outings")
            )
            assert [outing.left_at for outing in rows.outings] == sorted(
                (outing.left_at for outing in past), reverse=True
            )
            await tap_row(pilot, 2)
            await until(pilot, lambda: shows(app, "Wed 11 Nov 2026", "42 min", "out of the door", "Change"))
            await tap(pilot, "Close")
            await until(pilot, lambda: app.screen.query(HistoryList) and shows(app, "Past outings"))
        # `l` leads back to the list as it was.
        await pilot.press("home", "down", "down", "enter")
        await until(pilot, lambda: shows(app, "Wed 11 Nov 2026"))
        await pilot.press("l")
        await until(pilot, lambda: len(app.screen_stack) == 2 and rows.is_attached and rows.cursor == 2)
        assert app.screen.query_one(HistoryList) is rows


async def test_T3_4_T3_5_the_pane_beside_the_plan_opens_the_story_with_prediction_and_own_words(app, past):
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: shows(app, "pottery class"))
        await tap_row(pilot, 0)
        await until(
            pilot,
            lambda: shows(
                app,
                "Fri 20 Nov 2026",
                "home, after 1 h 12 min",
                "You predicted: “She will not eat without me.”",
                "What you predicted did not happen",
                "Easier than you feared",
                "You found out: “Anxious and there anyway. I made a very small bowl.”",
            ),
        )
        await pilot.press("escape")
        await until(pilot, lambda: shows(app, "To the goodbye"))


async def test_typing_finds_by_name_place_note_answer_step_and_day_and_says_where_there_is_none(app, past):
    async with app.run_test(size=PHONE) as pilot:
        rows = await at_the_list(pilot, app, 14)
        await pilot.press("slash", *"zebra")
        await until(pilot, lambda: not rows.outings and shows(app, "No outing with these words."))
        for typed, found in FOUND.items():
            app.screen.query_one(Input).value = typed
            days = [f"{outing.left_at.day} {outing.left_at:%b}" for outing in past]
            wanted = [outing for outing, day in zip(past, days, strict=True) if day in found]
            await until(pilot, lambda wanted=wanted: list(rows.outings) == wanted)


async def test_letters_go_to_the_filter_while_one_types_and_down_leads_to_what_was_found(app, past):
    async with app.run_test(size=TERMINAL) as pilot:
        rows = await at_the_list(pilot, app, 14)
        await pilot.press("slash", *"library")
        await until(pilot, lambda: len(rows.outings) == 1 and shows(app, "1 outing of 14."))
        await pilot.press("down", "enter")
        await until(pilot, lambda: shows(app, "Wed 4 Nov 2026"))
        await pilot.press("escape")
        await until(
            pilot, lambda: shows(app, "1 outing of 14.") and app.screen.query_one(Input).value == "library"
        )
        await pilot.press("escape")
        await until(pilot, lambda: len(rows.outings) == 14 and not app.screen.query_one(Input).value)
        await pilot.press("escape")
        await until(pilot, lambda: shows(app, "To the goodbye"))


async def test_T3_7_an_early_return_stands_in_the_list_like_any_other(app, companion, past):
    early = next(outing for outing in past if outing.minutes_out == 8)
    async with app.run_test(size=WIDE) as pilot:
        rows = await at_the_list(pilot, app, 14)
        assert early in rows.outings
        await until(pilot, lambda: shows(app, "Sun 18 Oct", "8 min", "14 outings"))
        rows.cursor = rows.outings.index(early)
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "home, after 8 min"))
        assert not shows(app, "early")


async def test_T7_11_an_outing_is_deleted_after_one_question_and_can_be_brought_back(app, companion, past):
    async with app.run_test(size=PHONE) as pilot:
        await at_the_list(pilot, app, 14)
        await pilot.press("enter")
        await tap(pilot, "Delete")
        await until(pilot, lambda: shows(app, "Delete this outing?"))
        assert len(companion.finished()) == 14
        await tap(pilot, "Keep it")
        await until(pilot, lambda: not shows(app, "Delete this outing?"))
        await tap(pilot, "Delete")
        await tap(pilot, "Delete it")
        await until(pilot, lambda: shows(app, "was deleted") and len(companion.finished()) == 13)
        await tap(pilot, "Bring it back")
        await until(pilot, lambda: len(companion.finished()) == 14 and shows(app, "Change", "pottery class"))
        await tap(pilot, "Close")
        await until(pilot, lambda: len(app.screen.query_one(HistoryList).outings) == 14)


async def test_what_was_deleted_can_be_brought_back_from_past_outings_by_key_or_tap(app, companion, past):
    async with app.run_test(size=PHONE) as pilot:
        for size in (PHONE, WIDE):
            await pilot.resize_terminal(*size)
            await at_the_list(pilot, app, 14)
            assert not shows(app, "Bring back")
            for bring_back in (lambda: pilot.press("z"), lambda: tap(pilot, "Bring back")):
                await delete_one(pilot, app, companion, 13)
                await until(pilot, lambda: shows(app, " min", "Bring back "))
                await bring_back()
                await until(pilot, lambda: len(companion.finished()) == 14 and not shows(app, "Bring back"))
                assert app.screen.query_one(HistoryList).has_focus
            await pilot.press("escape")
    assert {outing.id for outing in companion.finished()} == {outing.id for outing in past}


async def delete_one(pilot, app: LeavingApp, companion: Companion, left: int) -> None:
    """From the list and back to it."""
    await pilot.press("enter")
    await until(pilot, lambda: shows(app, "out of the door"))
    await pilot.press("d", "d")
    await until(pilot, lambda: shows(app, "was deleted") and len(companion.finished()) == left)
    await pilot.press("escape")
    await until(pilot, lambda: shows(app, "Past outings"))


async def test_T7_8_the_belt_falls_by_a_notch_for_each_one_deleted_and_the_last_is_offered(
    app, companion, past
):
    async with app.run_test(size=TERMINAL) as pilot:
        await at_the_list(pilot, app, 14)
        await until(pilot, lambda: shows(app, "▮▮▮▮▮ ▮▮▮▮▮ ▮▮▮▮", "14 outings"))
        await delete_one(pilot, app, companion, 13)
        await until(pilot, lambda: shows(app, "▮▮▮▮▮ ▮▮▮▮▮ ▮▮▮", "13 outings"))
        await delete_one(pilot, app, companion, 12)
        # It is still offered when one has been elsewhere, and only that one.
        await pilot.press("escape")
        await until(pilot, lambda: shows(app, "To the goodbye"))
        await at_the_list(pilot, app, 12)
        await pilot.press("z")
        await until(pilot, lambda: len(companion.finished()) == 13)
        await pilot.press("z")
        await until(pilot, lambda: at_rest(app))
        assert len(companion.finished()) == 13


async def test_T7_12_with_no_outing_yet_the_list_invites_and_shows_no_nought(app):
    async with app.run_test(size=PHONE) as pilot:
        await pilot.press("l")
        for size in (PHONE, WIDE):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: shows(app, "Each outing makes one mark here. Any length counts."))
            await until(pilot, lambda: not app.screen.query_one(Input).display)
            assert "0" not in screen_text(app)
            assert shows(app, "Add one", "Close", "? keys a add one")


@pytest.mark.usefixtures("painted")
async def test_only_what_is_visible_is_drawn(companion, library, clock, monkeypatch):
    made = sample.outings(2_000, clock.now, seed=1)
    newest_first = tuple(reversed(made))
    companion._finished, companion._finished_stamp = newest_first, companion._journal.archive_stamp()
    drawn: set[str] = set()

    def noting(outing, *rest):
        drawn.add(outing.id)
        return row(outing, *rest)

    monkeypatch.setattr("leaving_tui.ui.widgets.history.row", noting)
    app = LeavingApp(companion, library, clock)
    async with app.run_test(size=TERMINAL) as pilot:
        rows = await at_the_list(pilot, app, 2_000)
        await until(pilot, lambda: shows(app, "2000 outings"))
        await pilot.press("end")
        await until(pilot, lambda: made[0].id in drawn)
        assert rows.cursor == 1_999
        assert len(drawn) < 100


async def test_names_and_places_are_shown_as_they_were_typed(companion, app, clock):
    hostile = "[/] [red]Zoë[/red] 阿嬷"
    companion.add([an_outing(clock, carer=hostile, place="[@click=app.quit]x[/]")])
    async with app.run_test(size=WIDE) as pilot:
        await at_the_list(pilot, app, 1)
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, hostile.split()[1], "[@click=app.quit]x[/]"))


def an_outing(clock: HandClock, **plan: str) -> Outing:
    left = clock.now - timedelta(hours=3)
    home = left + timedelta(minutes=45)
    return Outing(
        "7d0f3c1e-8c0a-4a83-9d0a-1f5f6f0f8a01",
        home,
        left,
        Plan(**plan),
        left_at=left,
        due_at=home,
        home_at=home,
        reflection=Reflection(
            home, Felt.WRONG, found_out="A long line of words that does not fit anywhere, " * 3
        ),
    )


@pytest.mark.parametrize("width", [36, 40, 49, 50, 67, 68, 76, 81, 100, 116])
@pytest.mark.parametrize(
    "company", [("Grandma", "the café by the park"), ("阿嬷和阿公", "公园旁边的咖啡馆和图书馆"), ("", "")]
)
def test_a_row_is_as_wide_as_its_list_and_its_columns_never_touch(clock, library: Library, width, company):
    outing = an_outing(clock, carer=company[0], place=company[1])
    cells = row(outing, clock.now, width, library)
    assert cell_len("".join(cells)) == width
    day, length, who, answer, _ = cells
    assert "23 Nov" in day
    assert "45 min" in length
    assert answer.strip() == "went wrong"
    assert all(cell == "" or cell.endswith(" ") for cell in (day, length, who))


def test_a_narrow_row_says_who_it_was_where_there_is_room(clock, library: Library):
    short, long = (
        an_outing(clock, carer="Sam", place="coffee"),
        an_outing(clock, carer="Sam", place="the dentist"),
    )
    assert row(short, clock.now, 38, library)[2].strip() == "Sam · coffee"
    assert row(long, clock.now, 38, library)[2].strip() == "the dentist"


async def test_the_first_screen_of_a_terminal_tells_how_to_quit_and_breaks_no_time_in_two(
    app, companion, past
) -> None:
    companion.trust(yes=True)
    companion.add([past[0]._replace(id=str(uuid4()))])
    async with app.run_test(size=TERMINAL) as pilot:
        await until(pilot, lambda: shows(app, "15 outings", "q quit", "the library easier"))
        await pilot.resize_terminal(*WIDE)
        await until(pilot, lambda: shows(app, "Longest:"))
        lines = screen_text(app).splitlines()
        assert any("Time out in all: 8 h 20 min." in line for line in lines)


@pytest.mark.parametrize(("width", "day"), [(40, "Nov ’26"), (80, "23 Nov 2026")])
def test_a_day_of_another_year_says_its_year(clock, library: Library, width, day):
    outing = an_outing(clock)
    assert row(outing, clock.now + timedelta(days=365), width, library)[0].strip() == day
