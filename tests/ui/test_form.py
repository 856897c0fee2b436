"""Going through a form as one expects of a form: from field to field, to its end, and with nothing lost."""

from textual.widgets import Input

from leaving_tui import sample
from leaving_tui.companion import Companion
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.widgets.picks import Picks
from leaving_tui.ui.widgets.rating import RatingRow
from tests.conftest import START
from tests.ui.conftest import PHONE, TERMINAL, WIDE, screen_text, shows, until
from tests.ui.forms import chosen_row, list_has_focus, open_field, tap_row, tap_tile, touch, typed

NEXT = "tab Next field"


async def to_the_plan(pilot, app: LeavingApp) -> None:
    await until(pilot, lambda: shows(app, "To the goodbye"))
    await pilot.press("e")
    await until(pilot, lambda: list_has_focus(pilot))


async def test_tab_says_where_it_goes_and_ends_where_the_fields_of_the_plan_end(app: LeavingApp) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await to_the_plan(pilot, app)
        await open_field(pilot, "carer")
        for size in (WIDE, TERMINAL, PHONE):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda size=size: app.size == size and shows(app, "Keep it", NEXT))
        await pilot.press("shift+tab")
        await until(pilot, lambda: list_has_focus(pilot) and chosen_row(pilot) == "carer")
        await open_field(pilot, "cue")
        await tap_tile(pilot, "Next field")
        # The last one: what follows in the list does something, and nothing is filled in there.
        await until(
            pilot, lambda: shows(app, "for your baby's age", "Keep it") and not shows(app, "Next field")
        )
        await pilot.press("tab")
        await until(pilot, lambda: list_has_focus(pilot) and chosen_row(pilot) == "script")
        await open_field(pilot, "keep_as")
        assert not shows(app, "Next field")
        await pilot.press("tab")
        await until(pilot, lambda: list_has_focus(pilot) and chosen_row(pilot) == "keep_as")


async def test_an_answer_that_arrows_led_to_is_kept_on_going_on_and_not_on_going_back(
    app: LeavingApp, companion: Companion
) -> None:
    def draft() -> PlanDraft:
        return companion.snapshot().draft

    async with app.run_test(size=PHONE) as pilot:
        await to_the_plan(pilot, app)
        await open_field(pilot, "span")
        await pilot.press("down", "down", "down", "escape")
        await until(pilot, lambda: list_has_focus(pilot))
        assert draft().span == ""
        await open_field(pilot, "span")
        await pilot.press("down", "down", "down", "tab")
        await until(pilot, lambda: draft().span == "20m" and not shows(app, "How long"))
        await pilot.press("escape")
        await until(pilot, lambda: list_has_focus(pilot))
        await open_field(pilot, "before")
        await pilot.press("right", "right", "tab")
        await until(pilot, lambda: draft().before == 6 and shows(app, "What you think will happen"))
        await pilot.press("shift+tab", "left")
        await until(pilot, lambda: app.screen.query_one(RatingRow).value == 5)
        await tap_tile(pilot, "Keep it")
        await until(pilot, lambda: list_has_focus(pilot) and draft().before == 5)


async def test_what_was_typed_is_kept_though_a_tap_went_beside_the_answers(app, companion) -> None:
    companion.remember("people", people=[{"name": "Grandma", "role": "carer"}])
    async with app.run_test(size=PHONE) as pilot:
        await to_the_plan(pilot, app)
        await open_field(pilot, "carer")
        await typed(pilot, "Aunt Jo")
        picks = app.screen.query_one(Picks)
        await touch(pilot, (picks.region.x + 2, picks.region.bottom - 1))
        await until(pilot, lambda: picks.has_focus)
        await tap_tile(pilot, "Keep it")
        await until(pilot, lambda: companion.snapshot().draft.carer == "Aunt Jo")


async def test_a_number_noted_while_out_can_be_taken_out_by_keys(app, companion) -> None:
    [outing] = (each for each in sample.story(START) if each.minutes_out == 36)
    place = next(place for place, moment in enumerate(outing.moments) if moment.rating is not None)
    companion.add([outing])
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: app.snapshot.finished)
        app.action_about("edit", outing.id)
        await until(pilot, lambda: shows(app, "Change this outing"))
        await open_field(pilot, f"moment-{place}")
        await until(pilot, lambda: "1  Take this out" not in screen_text(app) and shows(app, "Take this out"))
        await pilot.press("down", "enter")
        await until(pilot, lambda: len(companion.finished()[0].moments) == len(outing.moments) - 1)


async def test_a_window_too_small_for_the_form_hides_the_open_field_too(app: LeavingApp) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await to_the_plan(pilot, app)
        await open_field(pilot, "place")
        await typed(pilot, "the p")
        await pilot.resize_terminal(28, 10)
        await until(
            pilot, lambda: shows(app, "A larger window shows the rest.") and not shows(app, "Keep it")
        )
        await pilot.resize_terminal(*PHONE)
        await until(pilot, lambda: shows(app, "Keep it", "the p"))
        await until(pilot, lambda: app.screen.query_one("#field-value", Input).has_focus)


async def test_from_field_to_field_of_a_past_outing_a_letter_is_added_and_none_is_lost(
    app: LeavingApp, companion: Companion
) -> None:
    [told] = (each for each in sample.story(START) if each.minutes_out == 36)
    outing = told.edit(START, plan=told.plan._replace(carer="Mum", place="the dentist"))
    companion.add([outing])
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: app.snapshot.finished)
        app.action_about("edit", outing.id)
        await until(pilot, lambda: shows(app, "Change this outing"))
        await open_field(pilot, "carer")
        await typed(pilot, "x")
        await pilot.press("tab")
        await until(pilot, lambda: shows(app, "Where you were"))
        await typed(pilot, ", again")
        await pilot.press("escape")
        await until(pilot, lambda: list_has_focus(pilot))
        # By a tap and one stray letter: what stood there still does.
        await tap_row(pilot, "Where you were")
        await typed(pilot, "2")
        await pilot.press("escape")
        await until(pilot, lambda: list_has_focus(pilot) and shows(app, "Saved."))
        plan = companion.finished()[0].plan
        assert (plan.carer, plan.place) == ("Mumx", "the dentist, again2")


async def test_in_a_plan_a_letter_begins_another_answer_however_long_the_last_one_was(
    app: LeavingApp, companion: Companion
) -> None:
    companion.draft(PlanDraft(carer="Mum", place="the dentist"))
    async with app.run_test(size=PHONE) as pilot:
        await to_the_plan(pilot, app)
        await open_field(pilot, "carer")
        await pilot.press("tab")
        await until(pilot, lambda: shows(app, "Where you are going"))
        await typed(pilot, "work")
        await pilot.press("escape")
        await until(pilot, lambda: companion.snapshot().draft.place == "work")
        assert companion.snapshot().draft.carer == "Mum"


async def test_who_goes_from_field_to_field_goes_on_after_a_ready_answer_too(
    app: LeavingApp, companion: Companion
) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await to_the_plan(pilot, app)
        await open_field(pilot, "place")
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: list_has_focus(pilot) and chosen_row(pilot) == "place")
        await open_field(pilot, "carer")
        await pilot.press("tab")
        await until(pilot, lambda: shows(app, "Where you are going"))
        await pilot.press("down", "up", "enter")
        await until(pilot, lambda: shows(app, "How long, or back at", NEXT))
        await pilot.press("escape")
        await until(pilot, lambda: list_has_focus(pilot) and chosen_row(pilot) == "span")
        assert companion.snapshot().draft.place == "the café"


async def test_an_address_may_begin_with_its_number(app: LeavingApp, companion: Companion) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await to_the_plan(pilot, app)
        await open_field(pilot, "place")
        await pilot.press(*"12", "space", *"bk", "enter")
        await until(pilot, lambda: companion.snapshot().draft.place == "12 bk")


async def test_the_rating_of_a_plan_can_be_skipped_by_a_tap(app: LeavingApp, companion: Companion) -> None:
    companion.draft(companion.snapshot().draft._replace(before=6))
    async with app.run_test(size=PHONE) as pilot:
        await to_the_plan(pilot, app)
        await open_field(pilot, "before")
        await tap_row(pilot, "Skip")
        await until(pilot, lambda: companion.snapshot().draft.before is None)
