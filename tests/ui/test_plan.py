"""The plan as a form: every field optional, why it is asked, and plans to use again."""

import pytest

from leaving_tui.companion import Companion, Snapshot
from leaving_tui.content.library import Library
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.telling.plan_fields import PlanFields
from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.widgets.fields import FieldList
from tests.conftest import START, HandClock
from tests.ui.conftest import PHONE, TERMINAL, screen_text, shows, tap, until
from tests.ui.forms import chosen_row, field_text, fill_in, list_has_focus, open_field, tap_row, typed


def fields_of(snapshot: Snapshot, library: Library) -> dict[str, object]:
    return {field.id: field for field in PlanFields(snapshot, library, START).all()}


async def to_the_plan(pilot, app: LeavingApp) -> None:
    await until(pilot, lambda: shows(app, "To the goodbye"))
    await pilot.press("e")
    await until(pilot, lambda: list_has_focus(pilot))


def test_T8_6_every_field_says_why_it_is_asked(companion: Companion, library: Library) -> None:
    fields = fields_of(companion.snapshot(), library)
    asked = [field for field in fields.values() if not field.opens]
    assert len(asked) >= 12
    assert all(field.why.endswith(".") for field in asked)


def test_T3_8_there_are_fields_for_the_check_in_who_sends_it_and_call_me_if(companion, library) -> None:
    assert {"check_ins", "sender", "call_me_if"} <= set(fields_of(companion.snapshot(), library))


@pytest.mark.parametrize(
    ("span", "shown"), [("30m", "none under an hour"), ("2h", "16:00"), ("5h", "16:40, 18:20")]
)
def test_T3_8_the_usual_check_ins_go_by_the_length(companion, library, span: str, shown: str) -> None:
    companion.draft(PlanDraft(span=span))
    assert shown in fields_of(companion.snapshot(), library)["check_ins"].shown


@pytest.mark.parametrize(
    ("span", "shown"),
    [("20", "20 min"), ("1h30", "1 h 30 min"), ("90m", "1 h 30 min"), ("", "45 min"), ("15:30", "15:30")],
)
def test_the_length_is_shown_with_its_unit_however_it_was_typed(companion, library, span, shown) -> None:
    companion.draft(PlanDraft(span=span, minutes=45))
    assert fields_of(companion.snapshot(), library)["span"].shown == shown


def test_T4_4_the_cue_says_to_pick_one_you_can_keep_and_what_to_do_when_late(companion, library) -> None:
    cue = fields_of(companion.snapshot(), library)["cue"]
    assert "Pick one you can keep." in cue.why
    assert 'say "later today"' in cue.why
    assert "Running late? Tell your carer" in cue.why
    assert ("after your nap", "after your nap") in cue.picks


@pytest.mark.parametrize(("span", "fits"), [("20m", "soon"), ("2h", "later today"), ("15h", "tomorrow")])
def test_the_cue_that_fits_the_length_is_told_and_offered_first_until_another_is_chosen(
    companion: Companion, library: Library, span: str, fits: str
) -> None:
    companion.draft(PlanDraft(span=span))
    cue = fields_of(companion.snapshot(), library)["cue"]
    assert cue.shown == f"the usual: {fits}"
    assert cue.picks[0] == ("", cue.shown)
    assert (fits, fits) not in cue.picks
    companion.draft(PlanDraft(span=span, cue="before bed"))
    assert fields_of(companion.snapshot(), library)["cue"].shown == "before bed"


def test_a_length_of_twenty_minutes_is_among_those_to_pick(companion, library) -> None:
    assert ("20m", "20 min") in fields_of(companion.snapshot(), library)["span"].picks


def test_T3_4_a_prediction_can_be_picked_or_typed(companion, library) -> None:
    prediction = fields_of(companion.snapshot(), library)["prediction"]
    assert prediction.typed
    assert len(prediction.picks) == len(library.home.predictions)


async def test_T3_3_the_card_tells_the_planned_return_and_promises_nothing(app, companion) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await to_the_plan(pilot, app)
        await fill_in(pilot, "span", "enter", text="15:45")
        await pilot.press("escape")
        await until(pilot, lambda: shows(app, "Home by 15:45", "To the goodbye"))
        assert "safe at" not in screen_text(app).casefold()


async def test_home_says_that_the_rest_may_stay_empty_only_until_something_is_filled_in(
    app, companion
) -> None:
    async with app.run_test(size=PHONE) as pilot:
        companion.draft(PlanDraft(span="45m"))
        app.beat()
        await until(pilot, lambda: shows(app, "45 min", "Everything else may stay empty."))
        companion.draft(PlanDraft(span="45m", prediction="He will cry.", cue="before bed"))
        app.beat()
        await until(pilot, lambda: not shows(app, "may stay empty"))
        companion.draft(PlanDraft(span="45m", place="coffee"))
        app.beat()
        await until(pilot, lambda: shows(app, "coffee") and not shows(app, "may stay empty"))


async def test_escape_and_tab_keep_a_field_and_tab_goes_to_the_next_and_back(
    app: LeavingApp, companion: Companion
) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await to_the_plan(pilot, app)
        await fill_in(pilot, "carer", "escape", text="Grandma")
        await until(pilot, lambda: companion.snapshot().draft.carer == "Grandma" and shows(app, "Grandma"))
        await open_field(pilot, "carer")
        await typed(pilot, "Nana")
        await pilot.press("tab")
        await until(pilot, lambda: shows(app, "Where you are going"))
        await typed(pilot, "library")
        await pilot.press("shift+tab")
        await until(pilot, lambda: shows(app, "Who is with your baby") and field_text(pilot) == "Nana")
        await pilot.press("escape")
        await until(pilot, lambda: companion.snapshot().draft.place == "library")
        assert chosen_row(pilot) == "carer"


async def test_what_cannot_be_kept_says_why_and_is_not_lost(app: LeavingApp, companion: Companion) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await to_the_plan(pilot, app)
        await open_field(pilot, "span")
        await typed(pilot, "soon")
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "Please give a time such as 30m"))
        await pilot.press("escape")
        await until(pilot, lambda: list_has_focus(pilot) and shows(app, "“soon” is not kept yet"))
        assert companion.snapshot().draft.span == ""
        await open_field(pilot, "span")
        assert field_text(pilot) == "soon"
        await pilot.press("ctrl+u")
        await typed(pilot, "45m")
        await pilot.press("enter")
        await until(pilot, lambda: list_has_focus(pilot) and not shows(app, "not kept yet"))
        assert companion.snapshot().draft.minutes == 45


async def test_a_carer_is_one_key_away_the_next_time_and_letters_never_lead_away_while_something_is_typed(
    app: LeavingApp, companion, clock: HandClock
) -> None:
    companion.prepare(PlanDraft(carer="Nana"))
    companion.leave()
    clock.tick(minutes=20)
    companion.come_home()
    companion.answer("same")
    companion.done()
    companion.draft(PlanDraft())
    async with app.run_test(size=PHONE) as pilot:
        await to_the_plan(pilot, app)
        await open_field(pilot, "carer")
        await pilot.press("1")
        await until(pilot, lambda: companion.snapshot().draft.carer == "Nana")
        companion.remember("people", people=[{"name": "Ed"}])
        companion.draft(PlanDraft())
        app.beat()
        # With ready answers on the screen the first letter is that of an own answer.
        await fill_in(pilot, "carer", "enter", text="bgknlxq")
        await until(pilot, lambda: companion.snapshot().draft.carer == "bgknlxq")


async def test_two_keys_use_the_last_plan_or_a_kept_one_again(app: LeavingApp, companion) -> None:
    companion.remember(
        "plans",
        last=PlanDraft("Nana", "the park", minutes=45, before=7).to_dict(),
        named=[{"name": "Tuesday coffee", "plan": PlanDraft("Ed", "coffee").to_dict()}],
    )
    async with app.run_test(size=PHONE) as pilot:
        await to_the_plan(pilot, app)
        await pilot.press("2")
        await until(pilot, lambda: companion.snapshot().draft.carer == "Ed")
        await pilot.press("1")
        await until(pilot, lambda: companion.snapshot().draft.carer == "Nana")
        draft = companion.snapshot().draft
        assert (draft.place, draft.minutes, draft.before) == ("the park", 45, None)


async def test_a_plan_is_kept_used_and_removed_by_taps(app: LeavingApp, companion) -> None:
    companion.draft(PlanDraft("Ed", "coffee", minutes=30))
    async with app.run_test(size=PHONE) as pilot:
        await tap(pilot, "Change plan")
        await until(pilot, lambda: not shows(app, "Use again"))
        await tap(pilot, "Keep this plan")
        await until(pilot, lambda: shows(app, "Keep this plan as"))
        await typed(pilot, "Tuesday coffee")
        await tap(pilot, "Keep it")
        await until(pilot, lambda: companion.snapshot().notes["plans"]["named"])
        companion.draft(PlanDraft("Nana"))
        await tap(pilot, "Use again")
        await tap_row(pilot, "Tuesday coffee: Ed · coffee · 30 min")
        await until(pilot, lambda: companion.snapshot().draft.carer == "Ed")
        await tap_row(pilot, "Remove a kept plan")
        await tap_row(pilot, "Tuesday coffee")
        await until(pilot, lambda: not companion.snapshot().notes["plans"]["named"])


async def test_no_row_and_no_tile_is_wider_than_the_window(app: LeavingApp, companion) -> None:
    companion.draft(PlanDraft("Grandmother Elisabeth-Charlotte von und zu", "the café by the park " * 4))
    async with app.run_test(size=PHONE) as pilot:
        await to_the_plan(pilot, app)
        for size in (PHONE, TERMINAL):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: shows(app, "Grandmother", "Done", "Keep this plan"))
            assert max(map(len, screen_text(app).split("\n"))) <= size[0]
            assert not app.screen.query_one("#field-list").show_horizontal_scrollbar


async def test_the_scroll_bar_never_covers_what_stands_in_a_field(app: LeavingApp, companion) -> None:
    companion.draft(PlanDraft(carer="x" * 200, prediction="y" * 200))
    async with app.run_test(size=PHONE) as pilot:
        await to_the_plan(pilot, app)
        rows = app.screen.query_one(FieldList)
        for size in (PHONE, TERMINAL):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: rows.show_vertical_scrollbar and shows(app, "x…"))
            lines = screen_text(app).split("\n")
            cut = next(line for line in lines if line.endswith("x…") or "x… " in line)
            assert cut.index("…") == rows.scrollable_content_region.right - 1
