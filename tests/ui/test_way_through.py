"""From the door to the countdown to home again, by keys and by taps alone."""

import pytest
from tinydb import TinyDB

from leaving_tui.domain.agreement import Sender
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.widgets.words import Words
from tests.conftest import HandClock
from tests.ui.conftest import PHONE, TERMINAL, WIDE, screen_text, shows, tap, until

pytestmark = pytest.mark.usefixtures("painted")

WINDOWS = (PHONE, TERMINAL, WIDE)
AGAIN = "Compared with what you feared"


async def press(pilot, app: LeavingApp, key: str, *texts: str) -> None:
    """Press `key`, and wait until `texts` can be read."""
    await pilot.press(key)
    await until(pilot, lambda: shows(app, *texts))


async def test_home_shows_the_plan_and_the_past_and_two_keys_lead_to_the_countdown(app: LeavingApp) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        await until(pilot, lambda: at_home(app) and shows(app, "Each outing makes one mark"))
        await press(pilot, app, "enter", "I've left")
        await press(pilot, app, "enter", "Home by 15:28", "Breathe", "Ground", "I'm home")


def at_home(app: LeavingApp) -> bool:
    """Whether the plan that is ready and the past can be read without a key."""
    return shows(app, "To the goodbye", "Next outing", "30 min", "Past outings")


@pytest.mark.parametrize(("sender", "told"), [(Sender.ME, "You text at"), (Sender.CARER, "Grandma texts at")])
async def test_T3_8_who_sends_the_check_in_is_told_as_agreed(app, companion, sender, told) -> None:
    companion.prepare(PlanDraft(carer="Grandma", check_ins=("15:10",), sender=sender))
    companion.leave()
    [other] = {"You text at", "Grandma texts at"} - {told}
    async with app.run_test(size=PHONE) as pilot:
        for size in WINDOWS:
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: shows(app, f"{told} 15:10"))
            assert not shows(app, other)


async def test_a_whole_outing_by_taps_alone(app: LeavingApp, clock: HandClock, folder) -> None:
    async with app.run_test(size=PHONE) as pilot:
        for size, due in ((PHONE, "15:28"), (WIDE, "15:53")):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: at_home(app))
            await an_outing_by_taps(pilot, app, clock, due)
    records = TinyDB(folder / "outings.json").table("outings").all()
    assert [record["reflection"]["felt"] for record in records] == ["easier", "easier"]
    for record in records:
        assert [moment["kind"] for moment in record["moments"]] == ["breathe", "ground"]


async def an_outing_by_taps(pilot, app: LeavingApp, clock: HandClock, due: str) -> None:
    await tap(pilot, "goodbye")
    await tap(pilot, "I've left")
    await until(pilot, lambda: shows(app, f"Home by {due}", "Breathe", "Ground", "I'm home"))
    await tap(pilot, "Breathe")
    await until(pilot, lambda: shows(app, "Breathe in"))
    clock.tick(seconds=25)
    await pilot.click(offset=(app.size.width // 2, app.size.height // 2))
    await tap(pilot, "Done")
    await tap(pilot, "Ground")
    await until(pilot, lambda: shows(app, "five things"))
    await tap(pilot, "Next")
    await until(pilot, lambda: shows(app, "four things"))
    await tap(pilot, "Stop")
    clock.tick(minutes=25)
    await tap(pilot, "I'm home")
    await until(pilot, lambda: shows(app, "easier", "about the same", "harder"))
    await tap(pilot, "easier")
    await until(pilot, lambda: shows(app, "Saved"))
    await tap(pilot, "Done")
    await until(pilot, lambda: shows(app, "Next outing"))


async def test_the_goodbye_fills_the_names_in_other_words_are_one_key_away_and_not_yet_leaves_nothing(
    app: LeavingApp, companion, folder
) -> None:
    companion.draft(PlanDraft(carer="Grandma", cue="after your nap"))
    async with app.run_test(size=TERMINAL) as pilot:
        await press(pilot, app, "enter", "I've left", "Grandma has you", "after your nap", "I love you")
        await pilot.press("right")
        await until(pilot, lambda: not shows(app, "I love you. ") or shows(app, "Hello"))
        await press(pilot, app, "t", "I love you")
        await press(pilot, app, "escape", "Next outing")
    assert not (folder / "live.json").exists()


async def test_the_countdown_goes_by_the_wall_clock_and_past_the_plan_in_the_same_calm_words(
    away, app: LeavingApp, clock: HandClock
) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        clock.tick(minutes=29)
        app.beat()
        await until(pilot, lambda: app.screen.query_one("Digits").value == "1")
        # Set back to ten minutes before the goodbye: that time is there again.
        clock.tick(minutes=-39)
        app.beat()
        await until(
            pilot, lambda: app.screen.query_one("Digits").value == "40" and shows(app, "Home by 15:28")
        )
        await pilot.resize_terminal(*PHONE)
        clock.tick(minutes=52)
        app.beat()
        await until(pilot, lambda: shows(app, "12 min past the plan. Still fine to be on your way."))
        # Counted in seconds, only the word beside them says whether they are still to come.
        await pilot.press("s")
        await until(pilot, lambda: shows(app, "past") and app.screen.query_one("Digits").value == "12:00")
        assert app.screen.query_one(".unit", Words)._said == "past"


async def test_plus_and_minus_move_the_return_and_s_goes_from_minutes_to_seconds_to_hidden_and_is_remembered(
    away, app: LeavingApp
) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        await press(pilot, app, "plus", "Home by 15:33")
        await pilot.press("minus")
        await press(pilot, app, "minus", "Home by 15:23")
        await pilot.press("plus", "s")
        await until(pilot, lambda: app.screen.query_one("Digits").value == "30:00" and shows(app, " to go"))
        await pilot.press("s")
        await until(pilot, lambda: shows(app, "Home by 15:28", "s shows the time left"))
        assert not app.screen.query_one("Digits").region
    assert away.snapshot().notes["choices"]["countdown"] == "hidden"


async def test_z_takes_any_answer_back_and_the_keys_answer_again(away, app: LeavingApp) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        await press(pilot, app, "h", "easier")
        await press(pilot, app, "3", "Saved", "harder")
        await press(pilot, app, "z", AGAIN)
        await pilot.resize_terminal(*PHONE)
        await press(pilot, app, "w", "Saved", "I'm sorry")
        await press(pilot, app, "z", AGAIN)
        await press(pilot, app, "1", "Saved. Easier")
    assert [outing.reflection.felt for outing in away.finished()] == ["easier"]


async def test_a_return_on_another_day_says_so(app: LeavingApp, companion) -> None:
    companion.draft(PlanDraft(span="12h"))
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "12 h", "To the goodbye"))
        await press(pilot, app, "enter", "02:58 tomorrow", "I've left")
        await press(pilot, app, "enter", "hours to go", "Home by 02:58 tomorrow")


async def test_what_is_written_afterwards_is_kept_without_a_key_and_the_outing_stands_first_in_the_history(
    away, app: LeavingApp, clock
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        clock.tick(minutes=20)
        await press(pilot, app, "h", "easier")
        await press(pilot, app, "2", "Saved")
        app.screen.query_one("#found_out").focus()
        await pilot.press("h", "e", "space", "s", "l", "e", "p", "t")
        clock.tick(seconds=1)
        app.beat()
        await until(pilot, lambda: away.snapshot().outing.reflection.found_out == "he slept")
        await pilot.resize_terminal(*TERMINAL)
        app.screen.set_focus(None)
        await press(pilot, app, "escape", "▮", "1 outing", "23 Nov", "20 min", "the same")


HELP = {"x": "findahelpline.com", "question_mark": "Anywhere", "b": "Breathe in", "g": "five things"}


async def test_T6_1_help_is_one_key_from_every_stage(app: LeavingApp) -> None:
    """The same keys from every screen, with no rating first."""
    async with app.run_test(size=WIDE) as pilot:
        for lead in ([], ["enter"], ["enter"], ["h"]):
            before = app.screen
            for step in lead:
                await pilot.press(step)
                await until(pilot, lambda before=before: app.screen is not before)
            stage = app.screen
            for key, text in HELP.items():
                await pilot.press(key)
                await until(pilot, lambda text=text: scrolled_text(app, text))
                while app.screen is not stage:
                    await pilot.press("escape")
                    await pilot.pause()
                await until(pilot, lambda stage=stage: app.screen is stage)


def scrolled_text(app: LeavingApp, text: str) -> bool:
    from leaving_tui.ui.widgets.words import Words

    said = [str(words.content) for words in app.screen.query(Words)]
    return text.casefold() in " ".join([screen_text(app), *said]).casefold()
