"""From the door to the countdown to home again, by keys and by taps alone."""

import pytest
from tinydb import TinyDB

from leaving_tui.domain.agreement import Sender
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.ui.app import LeavingApp
from tests.conftest import HandClock
from tests.ui.conftest import PHONE, TERMINAL, WIDE, screen_text, shows, tap, until

SIZES = pytest.mark.parametrize("size", [PHONE, TERMINAL, WIDE], ids=lambda size: f"{size[0]}x{size[1]}")


@SIZES
async def test_two_keys_lead_from_launch_to_the_countdown(app: LeavingApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: shows(app, "To the goodbye"))
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "I've left"))
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "Home by 15:28", "Breathe", "Ground", "I'm home"))


@pytest.mark.parametrize(("sender", "told"), [(Sender.ME, "You text at"), (Sender.CARER, "Grandma texts at")])
@SIZES
async def test_T3_8_who_sends_the_check_in_is_told_as_agreed(app, companion, sender, told, size) -> None:
    companion.prepare(PlanDraft(carer="Grandma", check_ins=("15:10",), sender=sender))
    companion.leave()
    other = {"You text at", "Grandma texts at"} - {told}
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: shows(app, f"{told} 15:10"))
        assert not shows(app, *other)


@SIZES
async def test_home_shows_a_plan_that_is_ready_and_the_past(app: LeavingApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: shows(app, "Next outing", "30 min", "home by 15:28", "Past outings"))


@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["42x20", "120x34"])
async def test_a_whole_outing_by_taps_alone(
    app: LeavingApp, clock: HandClock, folder, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await tap(pilot, "goodbye")
        await tap(pilot, "I've left")
        await until(pilot, lambda: shows(app, "Home by"))
        await tap(pilot, "Breathe")
        await until(pilot, lambda: shows(app, "Breathe in"))
        clock.tick(seconds=25)
        await pilot.click(offset=(size[0] // 2, size[1] // 2))
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
    record = TinyDB(folder / "outings.json").table("outings").all()[0]
    assert record["reflection"]["felt"] == "easier"
    assert [moment["kind"] for moment in record["moments"]] == ["breathe", "ground"]


async def test_the_goodbye_fills_the_names_in(app: LeavingApp, companion) -> None:

    companion.draft(PlanDraft(carer="Grandma", cue="after your nap"))
    async with app.run_test(size=TERMINAL) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "Grandma has you", "after your nap"))


async def test_other_words_are_one_key_away(app: LeavingApp) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "I love you"))
        await pilot.press("right")
        await until(pilot, lambda: not shows(app, "I love you. ") or shows(app, "Hello"))
        await pilot.press("t")
        await until(pilot, lambda: shows(app, "I love you"))


async def test_not_yet_leads_back_home_and_leaves_nothing(app: LeavingApp, folder) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "I've left"))
        await pilot.press("escape")
        await until(pilot, lambda: shows(app, "Next outing"))
    assert not (folder / "live.json").exists()


async def test_the_countdown_goes_by_the_wall_clock(away, app: LeavingApp, clock: HandClock) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        clock.tick(minutes=29)
        app.beat()
        await until(pilot, lambda: app.screen.query_one("Digits").value == "1")


async def test_the_clock_set_back_gives_the_time_back(away, app: LeavingApp, clock: HandClock) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        clock.tick(minutes=-10)
        app.beat()
        await until(
            pilot, lambda: app.screen.query_one("Digits").value == "40" and shows(app, "Home by 15:28")
        )


async def test_past_the_plan_it_counts_up_in_the_same_calm_words(
    away, app: LeavingApp, clock: HandClock
) -> None:
    async with app.run_test(size=PHONE) as pilot:
        clock.tick(minutes=42)
        app.beat()
        await until(pilot, lambda: shows(app, "12 min past the plan. Still fine to be on your way."))


async def test_s_goes_from_minutes_to_seconds_to_hidden_and_is_remembered(
    away, app: LeavingApp, clock
) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        await pilot.press("s")
        await until(pilot, lambda: app.screen.query_one("Digits").value == "30:00")
        await pilot.press("s")
        await until(pilot, lambda: not shows(app, "min to go") and not app.screen.query_one("Digits").visible)
        assert shows(app, "Home by 15:28")
    assert away.snapshot().notes["choices"]["countdown"] == "hidden"


async def test_plus_and_minus_move_the_return_by_five_minutes(away, app: LeavingApp) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        await pilot.press("plus")
        await until(pilot, lambda: shows(app, "Home by 15:33"))
        await pilot.press("minus", "minus")
        await until(pilot, lambda: shows(app, "Home by 15:23"))


async def test_escape_before_the_answer_means_not_home_yet(away, app: LeavingApp) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        await pilot.press("h")
        await until(pilot, lambda: shows(app, "easier"))
        await pilot.press("escape")
        await until(pilot, lambda: shows(app, "min to go"))


async def test_z_takes_the_answer_back(away, app: LeavingApp) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        await pilot.press("h")
        await until(pilot, lambda: shows(app, "easier"))
        await pilot.press("3")
        await until(pilot, lambda: shows(app, "Saved", "harder"))
        await pilot.press("z")
        await until(pilot, lambda: shows(app, "Compared with what you feared"))
        await pilot.press("1")
        await until(pilot, lambda: shows(app, "Saved. Easier"))
    [outing] = away.finished()
    assert outing.reflection.felt == "easier"


async def test_after_something_wrong_was_taken_back_the_keys_answer_again(away, app: LeavingApp) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await pilot.press("h")
        await until(pilot, lambda: shows(app, "easier"))
        await pilot.press("w")
        await until(pilot, lambda: shows(app, "Saved", "I'm sorry"))
        await pilot.press("z")
        await until(pilot, lambda: shows(app, "Compared with what you feared"))
        await pilot.press("1")
        await until(pilot, lambda: shows(app, "Saved. Easier"))
    assert away.finished()[0].reflection.felt == "easier"


async def test_a_return_on_another_day_says_so(app: LeavingApp, companion) -> None:
    companion.draft(PlanDraft(span="12h"))
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "home by 02:58 tomorrow"))
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "I've left"))
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "hours to go", "Home by 02:58 tomorrow"))


async def test_the_new_outing_stands_first_in_the_history_with_its_notch(
    away, app: LeavingApp, clock
) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        clock.tick(minutes=20)
        await pilot.press("h")
        await until(pilot, lambda: shows(app, "easier"))
        await pilot.press("2")
        await until(pilot, lambda: shows(app, "Saved"))
        await pilot.press("escape")
        await until(pilot, lambda: shows(app, "▮", "1 outing", "23 Nov", "20 min", "the same"))


async def test_what_is_written_afterwards_is_kept_without_a_key(away, app: LeavingApp, clock) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("h")
        await until(pilot, lambda: shows(app, "easier"))
        await pilot.press("1")
        await until(pilot, lambda: shows(app, "Saved"))
        app.screen.query_one("#found_out").focus()
        await pilot.press("h", "e", "space", "s", "l", "e", "p", "t")
        clock.tick(seconds=1)
        app.beat()
        await until(pilot, lambda: away.snapshot().outing.reflection.found_out == "he slept")


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
