"""Home again: what each key does now, and the way out always in view."""

import pytest
from textual.widgets import Input

from leaving_tui.companion import Companion
from leaving_tui.domain.outing import Felt, Happened, Kind, Stage
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.widgets.after import AfterAnswer
from leaving_tui.ui.widgets.rating import RatingRow
from tests.conftest import HandClock
from tests.ui.conftest import PHONE, TERMINAL, WIDE, leave, screen_text, shows, tap, until

WINDOWS = ((40, 15), PHONE, TERMINAL, WIDE)


@pytest.fixture
def home_again(companion: Companion, clock: HandClock) -> Companion:
    """Just back from an outing with a prediction."""
    companion.prepare(PlanDraft("Grandma", prediction="He will cry the whole time."))
    companion.leave()
    clock.tick(minutes=30)
    companion.come_home()
    return companion


def hints(app: LeavingApp) -> str:
    return screen_text(app).rstrip().split("\n")[-1]


async def test_the_last_row_says_what_esc_does_now_and_done_is_in_view_right_after_the_answer(
    app, home_again
) -> None:
    async with app.run_test(size=WINDOWS[0]) as pilot:
        for times, size in enumerate(WINDOWS, 1):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: shows(app, "easier") and "esc not yet" in hints(app))
            assert "done" not in hints(app)
            await pilot.press("2")
            await until(pilot, lambda: shows(app, "Saved") and "esc done" in hints(app))
            assert "not yet" not in hints(app)
            await pilot.press("z")
            await until(pilot, lambda: shows(app, "easier") and "esc not yet" in hints(app))
            await pilot.press("1")
            await until(pilot, lambda: shows(app, "Saved. Easier", "Done", "Take it back"))
            await tap(pilot, "Done")
            await until(pilot, lambda: shows(app, "To the goodbye"))
            assert home_again.snapshot().stage is Stage.HOME
            assert [outing.reflection.felt for outing in home_again.finished()] == [Felt.EASIER] * times
            leave(home_again).come_home()
            app.beat()
        await until(pilot, lambda: shows(app, "easier"))
        await pilot.press("escape")
        await until(pilot, lambda: shows(app, "I'm home", "min to go"))


async def test_nothing_stands_where_nothing_was_put_off_and_the_way_home_can_be_moved_but_not_past_now(
    app, home_again, clock
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: shows(app, "easier"))
        await pilot.press("1")
        await until(pilot, lambda: shows(app, "What did you find out?"))
        assert "\n\n\n" not in screen_text(app).split("Saved")[1].split("reunion")[0].split("Home at")[0]
        await pilot.resize_terminal(*PHONE)
        app.screen.query_one(AfterAnswer).scroll_end(animate=False)
        await tap(pilot, "5 min earlier")
        await until(pilot, lambda: shows(app, "Home at 15:23, after", "25 min."))
        clock.tick(minutes=2)
        for at, label in (("15:28", "later"), ("15:30", "later"), ("15:25", "earlier"), ("15:30", "later")):
            await tap(pilot, f"5 min {label}")
            await until(pilot, lambda at=at: shows(app, f"Home at {at}"))
        await tap(pilot, "5 min later")
        assert shows(app, "Home at 15:30")


async def test_only_the_answer_is_taken_back_and_the_page_of_the_next_one_opens_at_its_top(
    app, home_again
) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "easier"))
        await pilot.press("2")
        await until(pilot, lambda: shows(app, "Saved"))
        await pilot.press("o", "8")
        app.screen.query_one("#found_out", Input).value = "He slept"
        app.screen.query_one("#reunion", Input).value = "A long look"
        app.screen.query_one(AfterAnswer).scroll_end(animate=False)
        await tap(pilot, "5 min earlier")
        await tap(pilot, "Take it back")
        await until(pilot, lambda: shows(app, "compared with what you feared"))
        await tap(pilot, "harder")
        await until(pilot, lambda: shows(app, "Saved. Harder than you feared."))
        assert app.screen.query_one(RatingRow).value == 8
        assert app.screen.query_one("#happened-no").has_class("-chosen")
        app.screen.query_one(AfterAnswer).scroll_end(animate=False)
        await until(pilot, lambda: shows(app, "A long look", "Home at 15:23"))
        await tap(pilot, "Done")
        await until(pilot, lambda: shows(app, "To the goodbye"))
        [outing] = home_again.finished()
        assert outing.reflection[1:6] == ("harder", 8, "no", "He slept", "A long look")


async def test_T3_4_whether_it_happened_is_one_key_that_is_shown_or_a_tap(app, home_again) -> None:
    """Once there is an answer to the first question; the number below it takes other keys."""
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "easier"))
        await pilot.press("y", "2")
        await until(pilot, lambda: shows(app, "Saved", "y yes", "p partly", "o no"))
        assert home_again.snapshot().outing.reflection.happened is None
        for key, happened in (("y", Happened.YES), ("p", Happened.PARTLY), ("o", Happened.NO)):
            await pilot.press(key)
            await until(
                pilot,
                lambda happened=happened: (
                    home_again.snapshot().outing.reflection.happened is happened
                    and app.screen.query_one(f"#happened-{happened}").has_class("-chosen")
                ),
            )
        await tap(pilot, "yes")
        await until(pilot, lambda: home_again.snapshot().outing.reflection.happened is Happened.YES)
        await pilot.press("4")
        await until(pilot, lambda: home_again.snapshot().outing.reflection.worst == 4)


async def test_a_worry_that_was_put_off_is_there_again(app, away, clock) -> None:
    away.note(Kind.LATER, {"worry": "Did I pack the hat?"})
    clock.tick(minutes=30)
    away.come_home()
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: shows(app, "easier"))
        await pilot.press("1")
        await until(pilot, lambda: shows(app, "You put this off until now:", "Did I pack the hat?"))
