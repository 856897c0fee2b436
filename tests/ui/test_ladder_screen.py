"""The ladder on the screen: a suggestion with its reason, equal choices, and steps of one's own."""

from datetime import timedelta

from leaving_tui.companion import Companion
from leaving_tui.domain.ladder import Ladder
from leaving_tui.domain.outing import Felt
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.ui.app import LeavingApp
from tests.conftest import START, HandClock
from tests.ui.conftest import PHONE, TERMINAL, shows, tap, until
from tests.ui.forms import go_to, list_has_focus, open_field, tap_row, typed


def went(companion: Companion, clock: HandClock, *felt: Felt, step: str = "S5", carer: str = "Nana") -> None:
    """Outings at one step, a day apart, the last one just before `START`."""
    clock.now = START - timedelta(days=len(felt))
    for answer in felt:
        companion.prepare(PlanDraft(carer=carer, place=str(clock.now), minutes=30, step=step))
        companion.leave()
        clock.tick(minutes=30)
        companion.come_home()
        companion.answer(answer)
        companion.done()
        clock.tick(hours=23, minutes=30)
    companion.trust(yes=True)


async def to_the_steps(pilot, app: LeavingApp) -> None:
    await until(pilot, lambda: shows(app, "To the goodbye"))
    await pilot.press("s")
    await until(pilot, lambda: list_has_focus(pilot) and shows(app, "The steps"))


async def test_T3_1_the_question_of_trust_stands_on_the_card_until_it_is_answered(app, companion) -> None:
    async with app.run_test(size=PHONE) as pilot:
        for size in (PHONE, TERMINAL):
            await pilot.resize_terminal(*size)
            await until(
                pilot,
                lambda: shows(app, "Do you trust the person who will be with your baby to keep them safe?"),
            )
        companion.draft(PlanDraft(carer="Nana"))
        app.beat()
        await until(pilot, lambda: shows(app, "Do you trust Nana to look after your baby safely?"))
        await pilot.press("1")
        for size in (TERMINAL, PHONE):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: not shows(app, "Do you trust"))
            await until(pilot, lambda: shows(app, "A small first step"))
    assert companion.snapshot().notes["choices"]["trust"] is True


async def test_T3_1_a_no_stops_the_ladder_and_leads_to_the_care(
    app: LeavingApp, companion: Companion
) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await tap(pilot, "2  no / not sure")
        await until(pilot, lambda: shows(app, "Then the care comes first.", "Care notes", "People"))
        await pilot.press("escape")
        await until(pilot, lambda: shows(app, "A doubt is worth listening to.", "what can help"))
        assert not shows(app, "A small first step")
        await pilot.press("s")
        await until(pilot, lambda: shows(app, "The steps can wait."))
        await tap(pilot, "Care notes")
        await until(pilot, lambda: shows(app, "Emergencies"))


async def test_T3_1_it_never_stands_between_a_parent_and_the_door(
    app: LeavingApp, companion: Companion
) -> None:
    companion.trust(yes=False)
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "To the goodbye"))
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "I've left"))
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "Home by", "I'm home"))


async def test_T3_1_it_comes_before_the_first_step_of_the_plan_too(
    app: LeavingApp, companion: Companion
) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await tap(pilot, "Change plan")
        await tap_row(pilot, "Step")
        await until(pilot, lambda: shows(app, "Do you trust the person"))
        await tap(pilot, "1  yes")
        await until(pilot, lambda: shows(app, "The steps"))


async def test_T3_1_who_has_gone_before_sees_the_steps_below_the_question(app, companion, clock) -> None:
    went(companion, clock, Felt.EASIER)
    companion.draft(PlanDraft(carer="Aunt Jo", step="S5"))
    question = "Do you trust Aunt Jo to look after your baby safely?"
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: app.snapshot.finished)
        await to_the_steps(pilot, app)
        await until(pilot, lambda: shows(app, question, "All steps", "Meet up."))
        assert not shows(app, "Same step")
        await go_to(pilot, "S6")
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "Take it") and not shows(app, "Do you trust"))
        await pilot.press("escape", "2")
        await until(pilot, lambda: shows(app, "Then the care comes first.", "People"))
        await pilot.press("escape")
        await until(pilot, lambda: shows(app, "The steps", "A doubt is worth listening to."))
        await tap(pilot, "yes, I am now")
        await until(pilot, lambda: shows(app, "Same step") and not shows(app, "doubt"))


async def test_the_steps_say_which_one_is_planned_and_which_were_done(app, companion, clock) -> None:
    went(companion, clock, Felt.EASIER, Felt.WRONG, Felt.EASIER)
    async with app.run_test(size=TERMINAL) as pilot:
        await to_the_steps(pilot, app)
        await until(pilot, lambda: shows(app, "Ready to try the next one?"))
        await until(
            pilot, lambda: shows(app, "30 min · planned · done 2 times", "Walk round the block. 15 min")
        )
        await go_to(pilot, "next")
        await pilot.press("enter")
        await tap(pilot, "Take it")
        await until(pilot, lambda: shows(app, "The next step is in your plan.", "1 h", "To the goodbye"))
        assert not shows(app, "Ready to try")
        await to_the_steps(pilot, app)
        await until(pilot, lambda: shows(app, "1 hour · planned", "30 min · done 2 times"))


async def test_T3_6_the_card_says_in_one_line_why_a_step_is_suggested(app, companion, clock) -> None:
    went(companion, clock, Felt.HARDER, Felt.HARDER)
    async with app.run_test(size=PHONE) as pilot:
        await until(
            pilot, lambda: shows(app, "It was hard two times. Here is a smaller step.", "Past outings")
        )
        await tap(pilot, "It was hard two times")
        await until(pilot, lambda: shows(app, "The steps"))


async def test_T3_6_same_smaller_next_and_other_are_equal_choices(app, companion, clock) -> None:
    went(companion, clock, Felt.HARDER)
    async with app.run_test(size=TERMINAL) as pilot:
        await to_the_steps(pilot, app)
        await until(
            pilot,
            lambda: shows(app, "Same step", "A smaller one", "The next one", "All steps", "Half a day."),
        )
        assert shows(app, "Your pick.")


async def test_T3_11_one_change_is_suggested_after_three_goes(app, companion, clock) -> None:
    went(companion, clock, Felt.SAME, Felt.SAME, Felt.SAME)
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "You could try another time of day, and keep the rest."))


async def test_T3_12_after_three_weeks_it_may_feel_harder_again(app, companion, clock) -> None:
    went(companion, clock, Felt.EASIER)
    clock.tick(weeks=4)
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "Welcome back. It has been 4 weeks.", "That is common."))


async def test_taking_a_step_brings_its_length_to_the_plan_and_a_trial_run_is_an_outing(
    app: LeavingApp, companion: Companion, clock: HandClock
) -> None:
    companion.trust(yes=True)
    async with app.run_test(size=PHONE) as pilot:
        await to_the_steps(pilot, app)
        await tap_row(pilot, "Half a day.")
        await until(pilot, lambda: shows(app, "Name a backup person."))
        await tap(pilot, "Take it")
        await until(pilot, lambda: shows(app, "4 h", "Half a day.", "To the goodbye"))
        await to_the_steps(pilot, app)
        await go_to(pilot, "S2")
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "Talk through the care notes."))
        await pilot.press("t")
        await until(pilot, lambda: shows(app, "Trial run.", "To the goodbye"))
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "I've left"))
    companion.leave()
    clock.tick(minutes=20)
    companion.come_home()
    companion.answer(Felt.EASIER)
    [outing] = companion.finished()
    assert (outing.trial, outing.step) == (True, "S2")


async def test_T3_2_a_step_of_ones_own_is_added_named_timed_and_taken(app: LeavingApp, companion) -> None:
    companion.trust(yes=True)
    async with app.run_test(size=PHONE) as pilot:
        await to_the_steps(pilot, app)
        await tap(pilot, "Add your own")
        await typed(pilot, "Tea next door")
        await tap(pilot, "Keep it")
        await until(pilot, lambda: list_has_focus(pilot) and shows(app, "Minutes 30 min"))
        await open_field(pilot, "minutes")
        await typed(pilot, "x")
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "Please give the minutes as a number", "Minutes"))
        await pilot.press("ctrl+u")
        await typed(pilot, "20")
        await pilot.press("enter")
        steps = companion.snapshot().notes["steps"]
        await open_field(pilot, "difficulty")
        # Letters for the step wait until its field is left.
        await pilot.press("u", "d", "h", "a")
        assert companion.snapshot().notes["steps"] == steps
        await pilot.press("3")
        await until(pilot, lambda: shows(app, "20 min", "How hard you expect it to be 3"))
        await tap(pilot, "Take it")
        await until(pilot, lambda: shows(app, "20 min", "Tea next door"))
        await to_the_steps(pilot, app)
        await pilot.press("end")
        await until(pilot, lambda: shows(app, "Tea next door 20 min · planned · expect 3"))


async def test_T3_2_steps_are_renamed_moved_hidden_and_shown_again(app: LeavingApp, companion) -> None:
    companion.trust(yes=True)

    def order() -> list[tuple[str, str, bool]]:
        kept = companion.snapshot().notes["steps"].get("steps", [])
        return [(step["id"], step["name"], step["hidden"]) for step in kept[:3]]

    async with app.run_test(size=PHONE) as pilot:
        await to_the_steps(pilot, app)
        await go_to(pilot, "S1")
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "Show where things are"))
        await open_field(pilot, "name")
        await pilot.press("ctrl+u")
        await typed(pilot, "Play day")
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "Play day") and list_has_focus(pilot))
        await tap(pilot, "Down")
        await until(pilot, lambda: order()[1] == ("S1", "Play day", False))
        await tap(pilot, "Hide")
        await until(pilot, lambda: order()[1] == ("S1", "Play day", True))
        await pilot.press("escape", "end")
        await until(pilot, lambda: shows(app, "Hidden", "Play day"))
        await tap_row(pilot, "Play day")
        await tap(pilot, "Show again")
        await until(pilot, lambda: order()[1] == ("S1", "Play day", False))
        await pilot.press("u")
        await until(pilot, lambda: order()[0] == ("S1", "Play day", False))
        await tap_row(pilot, "Name")
        await pilot.press("ctrl+u", "enter")
        await until(pilot, lambda: order()[0] == ("S1", "", False) and shows(app, "Meet up."))


async def test_how_long_a_step_takes_is_never_cut(app, companion, library) -> None:
    went(companion, HandClock(), Felt.EASIER)
    ladder = Ladder.from_dict({}, library.steps)
    companion.remember("steps", **ladder.rate("S1", 10).to_dict())
    async with app.run_test(size=PHONE) as pilot:
        await to_the_steps(pilot, app)
        rows = app.screen.query_one("#field-list")
        for size in (PHONE, (80, 60), (120, 60)):
            await pilot.resize_terminal(*size)
            told = [str(rows.get_option(step.id).prompt) for step in library.steps]
            assert "together, no time apart · expect 10" in " ".join(told[0].split())
            assert all(step.time in row for step, row in zip(library.steps, told, strict=True))
