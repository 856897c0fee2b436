"""Calm in the moment: what breathing, grounding, kind words and checking must do for an anxious person."""

import itertools

import pytest
from textual import events

from leaving_tui.companion import Companion
from leaving_tui.domain.breath import Phase, breath_at
from leaving_tui.domain.outing import Felt, Kind
from leaving_tui.domain.people import People, Person, Role
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.domain.settings import Settings
from leaving_tui.storage.journal import Journal
from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.widgets.pacer import BREATH, Pacer, disc_cells
from tests.conftest import HandClock
from tests.ui.conftest import PHONE, TERMINAL, WIDE, at_rest, leave, screen_text, shows, tap, until

LATE = 0.1
"""Seconds before what comes after a breath, where the next breath is quicker."""


def beat(app: LeavingApp, clock: HandClock, seconds: float) -> None:
    clock.tick(seconds=seconds)
    app.beat()


def kinds(companion: Companion) -> list[str]:
    outing = companion.outing()
    return [str(moment.kind) for moment in outing.moments] if outing else []


async def back_to_the_countdown(pilot, app: LeavingApp) -> None:
    await until(pilot, lambda: at_rest(app))
    if not shows(app, "min to go"):
        await pilot.press("escape")
    await until(pilot, lambda: shows(app, "min to go"))


async def at_size(pilot, app: LeavingApp, size: tuple[int, int]) -> None:
    await pilot.resize_terminal(*size)
    await until(pilot, lambda: app.size == size)


@pytest.fixture(autouse=True)
def _quick_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes after a breath comes at once; the one test that is about the time before it sets its own."""
    monkeypatch.setattr("leaving_tui.ui.screens.breathe.A_PICTURE", 0.005)


# ---- breathing


async def test_the_breath_starts_at_once_with_the_return_time_in_view_and_a_tap_stops_it(
    away, app, clock
) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        for times, size in enumerate((TERMINAL, PHONE), 1):
            await at_size(pilot, app, size)
            await pilot.press("b")
            await until(pilot, lambda: shows(app, "Breathe in", "Home by 15:28", "breath 1 of 18"))
            beat(app, clock, 5)
            await until(pilot, lambda: shows(app, "Breathe out"))
            await pilot.click(offset=(20, 8))
            await until(pilot, lambda times=times: kinds(away) == ["breathe"] * times)
            await until(pilot, lambda: shows(app, "How are you now", "Done"))
            await back_to_the_countdown(pilot, app)


async def test_T1_4_any_key_stops_the_breath_at_once_without_comment(away, app, clock) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        for times, key in enumerate(("space", "y", "7", "enter", "b", "escape"), 1):
            await pilot.press("b")
            await until(pilot, lambda: shows(app, "Breathe in", "any other key or tap to stop"))
            beat(app, clock, 12)
            await pilot.press(key)
            await until(pilot, lambda: not shows(app, "any other key or tap to stop"))
            await until(pilot, lambda times=times: kinds(away) == ["breathe"] * times)
            await until(
                pilot, lambda key=key: shows(app, "min to go" if key == "escape" else "How are you now")
            )
            assert not shows(app, "incomplete"), key


async def test_T1_9_a_breath_ends_by_itself_and_a_number_that_went_up_gets_another_way(
    away, app, clock
) -> None:
    """After the last out-breath; and what did not help is not offered again."""
    async with app.run_test(size=TERMINAL) as pilot:
        await pilot.press("r", "3")
        await until(pilot, lambda: shows(app, "min to go"))
        await pilot.press("b")
        await until(pilot, lambda: shows(app, "Breathe in"))
        beat(app, clock, 179.9)
        await until(pilot, lambda: shows(app, "Breathe out", "breath 18 of 18"))
        beat(app, clock, 0.2)
        await until(pilot, lambda: shows(app, "How are you now", "Done"))
        assert away.outing().moments[-1].detail["breaths"] == 18
        await pilot.press("7")
        await until(
            pilot,
            lambda: shows(app, "Noted: 7", "your feet or your senses", "Ground") and not shows(app, "3 min"),
        )


async def test_a_number_after_a_breath_is_said_to_be_noted_and_the_ways_on_stay(away, app) -> None:
    """So does a skip; and Enter then means what it said before."""
    ways = ("Once more", "Another", "Ground", "Done", "1 min more", "3 min more", "5 min more")
    async with app.run_test(size=PHONE) as pilot:
        for size, key, told in ((PHONE, "4", "Noted: 4."), (TERMINAL, "s", "Fine without a number.")):
            await at_size(pilot, app, size)
            await pilot.press("b")
            await until(pilot, lambda: shows(app, "Breathe in"))
            await pilot.press("space")
            await until(pilot, lambda: shows(app, "How are you now", *ways))
            await pilot.press(key)
            await until(pilot, lambda told=told: shows(app, told, *ways) and not shows(app, "10 the worst"))
            await tap(pilot, "Once more")
            await until(pilot, lambda: shows(app, "Breathe in", "breath 1 of 18"))
            await pilot.press("space")
            await until(pilot, lambda: shows(app, "How are you now"))
            await pilot.press(key, "enter")
            await until(pilot, lambda: shows(app, "min to go"))
    assert [moment.rating for moment in away.outing().moments] == [None, 4] * 2 + [None] * 4


async def test_T1_8_the_length_is_told_and_an_arrow_or_a_tap_makes_it_longer_or_shorter_without_a_break(
    away, app, clock
) -> None:
    """It ends after an out-breath all the same, and is remembered."""
    async with app.run_test(size=PHONE) as pilot:
        await pilot.press("b")
        await until(pilot, lambda: shows(app, "breath 1 of 18", "← shorter 3 min longer →"))
        await pilot.press("right")
        await until(pilot, lambda: shows(app, "breath 1 of 30", "5 min", "longer"))
        await pilot.click("#shorter")
        await at_size(pilot, app, TERMINAL)
        await until(pilot, lambda: shows(app, "breath 1 of 18", "3 min", "longer"))
        beat(app, clock, 75)
        await until(pilot, lambda: shows(app, "breath 8 of 18"))
        await pilot.press("left")
        await until(pilot, lambda: shows(app, "breath 8 of 8", "1 min", "shorter"))
        beat(app, clock, 5.5)
        await until(pilot, lambda: shows(app, "How are you now"))
        await pilot.press("escape", "b")
        await until(pilot, lambda: shows(app, "breath 1 of 6", "1 min"))
    assert away.outing().moments[0].detail["breaths"] == 8


async def test_no_tap_on_the_row_of_the_length_stops_the_breath_whatever_there_is_to_choose(
    away, app
) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await pilot.press("b")
        await until(pilot, lambda: shows(app, "← shorter 3 min longer →"))
        row = app.screen.query_one("BreathLength").region
        for _ in range(3):
            await pilot.click("#shorter")
        for x in (row.x, row.right - 2):
            await pilot.click(offset=(x, row.y))
        await pilot.click("#length")
        await until(pilot, lambda: shows(app, "breath 1 of 6", "← shorter 1 min longer →"))
        await pilot.click("#stop")
        await until(pilot, lambda: shows(app, "How are you now"))


async def test_T1_5_the_caution_stands_beside_the_first_breath_and_not_beside_a_quick_second_one(
    away, app, monkeypatch
) -> None:
    """Nor does the end of the first stop the second."""
    monkeypatch.setattr("leaving_tui.ui.screens.breathe.A_PICTURE", LATE)
    async with app.run_test(size=PHONE) as pilot:
        await pilot.press("b")
        await until(
            pilot,
            lambda: shows(app, "Breathe in", "gently", "Stop if you feel dizzy", "not use while you drive"),
        )
        for key, letter in (("space", " "), ("b", "b")):
            app.post_message(events.Key(key, letter))
        await until(
            pilot,
            lambda: shows(app, "Breathe in") and not shows(app, "gently") and not shows(app, "That's it"),
        )
        late = [timer for timer in app.screen._timers if timer._interval == LATE]
        assert late
        await until(pilot, lambda: all(timer._task is None or timer._task.done() for timer in late))
        assert shows(app, "Breathe in")


async def test_T1_2_a_breath_with_holds_asks_once_and_offers_one_without(away, app, clock) -> None:
    away.remember("choices", pattern="P4")
    async with app.run_test(size=PHONE) as pilot:
        await pilot.press("b")
        await until(pilot, lambda: shows(app, "holds the breath"))
        await tap(pilot, "Leave the holds out")
        await until(pilot, lambda: shows(app, "Breathe in"))
        beat(app, clock, 4.5)
        await until(pilot, lambda: shows(app, "Breathe out"))
        await pilot.press("space")
        await until(pilot, lambda: shows(app, "How are you now", "Done"))
        await pilot.press("escape", "b")
        await until(pilot, lambda: shows(app, "Breathe in"))


async def test_T1_10_with_motion_reduced_there_are_words_and_a_count(away, library, clock) -> None:
    app = LeavingApp(away, library, clock, Settings(motion="none"))
    async with app.run_test(size=TERMINAL) as pilot:
        await pilot.press("b")
        await until(pilot, lambda: shows(app, "Breathe in", "1 · breath 1"))
        beat(app, clock, 2)
        await until(pilot, lambda: shows(app, "3 · breath 1"))
        assert not app.screen.query_one(Pacer).visible


async def test_T1_10_nothing_flashes(library) -> None:
    """The shape turns round at most twice in a breath, far below three flashes a second."""
    for words in library.patterns:
        pattern = words.pattern
        sizes = [breath_at(pattern, at / 8, 2).fullness for at in range(int(pattern.cycle * 8))]
        steps = [b - a for a, b in itertools.pairwise(sizes) if abs(b - a) > 1e-9]
        turns = sum(1 for a, b in itertools.pairwise(steps) if a * b < 0)
        assert turns <= 2
        assert max(map(abs, steps)) < 0.25


async def test_T1_6_each_phase_turns_within_a_tenth_of_a_second_of_its_table(library) -> None:
    """Pictures come six times a second in step with the breath: every turn falls on one of them."""
    for words in library.patterns:
        pattern, at = words.pattern, 0.0
        for _ in range(18):
            for phase, seconds in pattern.phases:
                assert breath_at(pattern, at + 0.001, 99).phase is phase
                at += seconds
                assert at * 6 == int(at * 6)


async def test_the_shape_is_round_and_only_grows_as_the_breath_fills() -> None:
    def area(radius: int) -> int:
        return sum(pixel == BREATH for row in disc_cells(radius, 24) for cell in row for pixel in cell)

    areas = [area(radius) for radius in range(8, 47)]
    assert areas == sorted(areas)
    assert areas[-1] > 8 * areas[0]
    rows = disc_cells(30, 24)
    assert all(row == row[::-1] for row in rows)
    assert [[(low, up) for up, low in row] for row in rows[::-1]] == [list(row) for row in rows]


async def test_T2_7_practising_at_home_logs_no_outing_and_a_soft_bell_rings_only_for_those_who_asked(
    companion, library, clock
) -> None:
    """It rings at each turn of the breath."""

    class Ringing(LeavingApp):
        rung = 0

        def bell(self) -> None:
            self.rung += 1

    app = Ringing(companion, library, clock)
    async with app.run_test(size=TERMINAL) as pilot:
        await until(pilot, lambda: shows(app, "Next outing"))
        for settings, rings in ((Settings(), 0), (Settings(breath_bell=True), 2)):
            app.settings = settings
            await pilot.press("b")
            await until(pilot, lambda: shows(app, "Breathe in"))
            beat(app, clock, 5)
            await until(pilot, lambda: shows(app, "Breathe out"))
            beat(app, clock, 6)
            await until(pilot, lambda: shows(app, "Breathe in"))
            assert app.rung == rings
            await pilot.press("space")
            # No outing, so nothing to note a number in.
            await until(pilot, lambda: shows(app, "have tried it", "Once more") and not shows(app, "10 the"))
            await pilot.press("escape")
            await until(pilot, lambda: shows(app, "Next outing"))
        await pilot.press("g")
        await until(pilot, lambda: shows(app, "five things"))
        await pilot.press("space", "escape")
        await until(pilot, lambda: shows(app, "Next outing"))
    assert companion.outing() is None
    assert companion.finished() == ()


async def test_a_covered_breath_waits_where_it_was(away, app, clock) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        await pilot.press("b")
        await until(pilot, lambda: shows(app, "Breathe in"))
        beat(app, clock, 5)
        await until(pilot, lambda: shows(app, "Breathe out"))
        await pilot.press("ctrl+p")
        await until(pilot, lambda: app.screen.__class__.__name__ == "CommandPalette")
        clock.tick(minutes=2)
        await pilot.press("escape")
        await until(pilot, lambda: shows(app, "Breathe out", "breath 1 of 18"))


# ---- grounding


async def test_T2_1_T2_2_any_exercise_can_be_chosen_any_step_skipped_and_stopping_is_always_there(
    away, app, library
) -> None:
    """Each says what it is for and how long it takes."""
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("g", "o")
        every = [text for item in library.exercises for text in (item.name, item.purpose, item.minutes)]
        await until(pilot, lambda: shows(app, library.grounding.intro[0], *every))
        await at_size(pilot, app, PHONE)
        await pilot.press("escape")
        for step in library.exercises[0].steps:
            await until(pilot, lambda step=step: shows(app, step, "Skip", "Stop", "Switch"))
            await tap(pilot, "Skip")
        await until(pilot, lambda: shows(app, library.grounding.done, "Done", "One more"))
        assert not shows(app, "Skip")
        assert not shows(app, "Stop")
        await tap(pilot, "One more")
        await until(pilot, lambda: shows(app, library.exercises[1].name, "Stop"))
        await pilot.press("escape")
        await until(pilot, lambda: shows(app, library.grounding.done, "Done"))
        await tap(pilot, "Done")
        await until(pilot, lambda: kinds(away) == ["ground"])


async def test_an_exercise_that_was_left_counts_and_the_log_says_how_far_it_went(away, app) -> None:
    """Also one that was left for another; but a question that was only read is no step of one."""
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("g", "space")
        await until(pilot, lambda: shows(app, "2 of 5"))
        await pilot.press("o", "down", "down", "enter")
        await until(pilot, lambda: shows(app, "Feet on the floor", "1 of 4"))
        await pilot.press("space", "space", "space", "space", "escape")
        await until(
            pilot,
            lambda: shows(app, "as far as step 2 of 5", "Feet on the floor", "min to go"),
        )
        assert not shows(app, "of 4")
        away.remember("choices", exercise="E8")
        for onward, told in ((), ["ground"] * 2), (("space",), ["ground"] * 3):
            await pilot.press("g")
            await until(pilot, lambda: shows(app, "a new fact, or a worry?"))
            await pilot.press(*onward, "escape")
            await until(pilot, lambda told=told: shows(app, "min to go") and kinds(away) == told)
        assert "Ride the urge, as far as step 1 of" in str(app.screen.query_one("#log").content)
        # One that was only opened is none.
        away.remember("choices", exercise="E1")
        await pilot.press("g")
        await until(pilot, lambda: shows(app, "1 of 5"))
        await pilot.press("escape")
        await until(pilot, lambda: shows(app, "min to go"))
        assert kinds(away) == ["ground"] * 3


async def test_T2_6_a_new_fact_leads_to_check_now_and_a_worry_put_off_comes_back_at_home(away, app) -> None:
    async with app.run_test(size=PHONE) as pilot:
        for exercise in ("E8", "X2"):
            away.remember("choices", exercise=exercise)
            await pilot.press("g")
            await until(pilot, lambda: shows(app, "a new fact, or a worry?"))
            await tap(pilot, "A new fact")
            await until(pilot, lambda: shows(app, "Call now"))
            await back_to_the_countdown(pilot, app)
        told = kinds(away)
        await at_size(pilot, app, TERMINAL)
        await pilot.press("g", "space")
        app.screen.query_one("#worry").focus()
        await pilot.press("s", "t", "o", "v", "e", "enter")
        await until(pilot, lambda: kinds(away) == [*told, "later"])
        await pilot.press("escape")
        await until(pilot, lambda: shows(app, "min to go"))
        await pilot.press("h")
        await until(pilot, lambda: shows(app, "easier"))
        await pilot.press("2")
        await until(pilot, lambda: shows(app, "put this off", "stove"))


# ---- kind words, checking, rating


async def test_own_findings_come_before_any_line_of_ours_and_a_friend_is_shown_with_a_message(
    app, companion, clock
) -> None:
    leave(companion)
    clock.tick(minutes=20)
    companion.come_home()
    companion.answer(Felt.EASIER)
    companion.reflect(found_out="He was asleep when I got back.")
    companion.done()
    friend = Person("Ana", "555 0101", Role.FRIEND)
    companion.remember("people", **People().add(friend).to_dict())
    leave(companion)
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "min to go") and app.snapshot.finished)
        await pilot.press("k")
        await until(
            pilot, lambda: shows(app, "You found out", "He was asleep when I got back.", "you, 23 Nov")
        )
        await at_size(pilot, app, TERMINAL)
        await pilot.press("f")
        await until(pilot, lambda: shows(app, "Ana", "555 0101", "Ready to send"))


async def test_T3_9_real_reasons_come_first_the_phone_is_never_hidden_and_a_wait_can_end_at_any_time(
    app, companion, clock
) -> None:
    """A wait is as long as one likes, and is ended without blame."""
    companion.remember("people", **People().add(Person("Grandma", "555 0102")).to_dict())
    companion.draft(PlanDraft(carer="Grandma"))
    leave(companion)
    outcomes = {"I waited": "waited", "I checked": "checked", "new fact": "new_fact"}
    answers = ("You stayed with it for a while.", "Checking is fine.", "Then act on it.")
    async with app.run_test(size=TERMINAL) as pilot:
        for times, label in enumerate(outcomes, 1):
            await pilot.press("c")
            await until(pilot, lambda: shows(app, "Call now", "Grandma: 555 0102"))
            text = screen_text(app)
            assert text.index("Call now") < text.index("Ride")
            await pilot.press("w")
            await until(pilot, lambda: shows(app, "Your wait", "Call now", "You can always call"))
            beat(app, clock, 40)
            await tap(pilot, label)
            await until(pilot, lambda times=times: kinds(companion) == ["urge"] * times)
            await until(pilot, lambda times=times: shows(app, answers[times - 1], "Call now"))
            await back_to_the_countdown(pilot, app)
        assert [moment.detail["outcome"] for moment in companion.outing().moments] == list(outcomes.values())
        await pilot.press("c")
        await until(pilot, lambda: shows(app, "Call now"))
        app.screen.query_one("#own-wait").focus()
        await pilot.press("8", "enter")
        await until(pilot, lambda: shows(app, "Your wait", "8:00 to go"))


async def test_a_check_in_takes_two_keys_is_not_agreed_where_none_was_and_its_message_is_shown_as_text(
    away, app
) -> None:
    async with app.run_test(size=TERMINAL, notifications=True) as pilot:
        await pilot.press("c", "1")
        await until(pilot, lambda: kinds(away) == ["check_in"])
        await until(pilot, lambda: shows(app, "min to go"))
        assert away.outing().moments[0].detail == {"planned": False}
        await pilot.press("c", "m", "enter")
        await until(pilot, lambda: shows(app, "Copied, if your terminal allows it.", "Just checking in."))
        assert app.clipboard.startswith("Just checking in.")


async def test_T7_1_a_rating_is_one_key_or_arrows_or_a_tap_and_a_skip_is_missing_and_not_zero(
    away, app
) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await pilot.press("r", "right", "right", "enter")
        await until(pilot, lambda: kinds(away) == ["rating"])
        await until(pilot, lambda: shows(app, "min to go"))
        await pilot.press("r")
        await until(pilot, lambda: shows(app, "How anxious"))
        await pilot.click("RatingRow", offset=(4 * 3 + 1, 1))
        await until(pilot, lambda: kinds(away) == ["rating"] * 2)
        await back_to_the_countdown(pilot, app)
        for times, key in enumerate(("0", "9", "t", "s"), 3):
            await pilot.press("r", key)
            await until(pilot, lambda times=times: kinds(away) == ["rating"] * times)
            await back_to_the_countdown(pilot, app)
    assert [moment.rating for moment in away.outing().moments] == [6, 4, 0, 9, 10, None]


# ---- more than nerves


async def test_T6_7_after_three_hard_outings_help_is_offered_once_a_week(app, companion, clock) -> None:
    def hard_outing() -> None:
        companion.prepare()
        companion.leave()
        clock.tick(minutes=30)
        companion.come_home()

    for _ in range(2):
        hard_outing()
        companion.answer(Felt.HARDER)
        companion.done()
    hard_outing()
    async with app.run_test(size=TERMINAL) as pilot:
        await until(pilot, lambda: shows(app, "easier"))
        await pilot.press("3")
        await until(pilot, lambda: shows(app, "It could help to talk to someone", "Not now"))
        await tap(pilot, "Not now")
        await until(pilot, lambda: not shows(app, "It could help to talk to someone"))
        await pilot.press("escape")
        await until(pilot, lambda: shows(app, "Next outing"))
        hard_outing()
        app.beat()
        await until(pilot, lambda: shows(app, "easier"))
        await pilot.press("3")
        await until(pilot, lambda: shows(app, "Saved"))
        assert not shows(app, "It could help to talk to someone")


async def test_T8_5_help_begins_with_a_heads_up_then_danger_and_closes_with_one_key(app, monkeypatch) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    async with app.run_test(size=PHONE) as pilot:
        await pilot.press("x")
        await until(pilot, lambda: shows(app, "heads-up", "danger now", "999"))
        text = screen_text(app)
        assert text.index("heads-up") < text.index("danger now")
        await pilot.press("escape")
        await until(pilot, lambda: shows(app, "Next outing"))


async def test_T6_4_an_unknown_region_is_not_guessed_and_the_way_to_choose_it_is_told_and_tapped(app) -> None:
    async with app.run_test(size=(80, 50)) as pilot:
        await pilot.press("x")
        await until(pilot, lambda: shows(app, "local emergency number", "findahelpline.com"))
        assert not shows(app, "last checked")
        await at_size(pilot, app, PHONE)
        await tap(pilot, "Your region")
        await until(pilot, lambda: shows(app, "Care notes", "Your region", "not known"))


async def test_T2_8_the_log_counts_no_tool_as_better_and_T3_10_something_really_wrong_gets_no_cheer(
    away, app
) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        await pilot.press("h")
        await until(pilot, lambda: shows(app, "easier"))
        await pilot.press("1")
        await until(pilot, lambda: shows(app, "Saved. Easier than you feared."))
        assert not shows(app, "tool")
        await pilot.press("z")
        await until(pilot, lambda: shows(app, "easier") and not shows(app, "Saved"))
        await pilot.press("w")
        await until(
            pilot,
            lambda: (
                shows(app, "Saved", "I'm sorry", "The next step can wait") and not shows(app, "Worst moment")
            ),
        )


async def test_every_moment_is_on_disk_before_the_screen_says_so_and_T8_7_q_leaves_in_one_press(
    away, app, folder, clock
) -> None:
    """The outing goes on."""
    async with app.run_test(size=TERMINAL) as pilot:
        await pilot.press("r", "6")
        await until(pilot, lambda: shows(app, "anxious 6"))
        other = Journal(folder, clock)
        assert [moment.kind for moment in other.live().moments] == [Kind.RATING]
        other.close()
        await pilot.press("q")
        await until(pilot, lambda: not app.is_running or app._exit)
    assert away.outing() is not None


def test_phases_have_words_of_three_or_fewer(library) -> None:
    assert all(len(library.breathing.word(phase).split()) <= 3 for phase in Phase)


async def test_ride_it_opens_the_exercise_for_an_urge_whatever_was_chosen_last_and_its_stop_stops(
    away, app
) -> None:
    away.remember("choices", exercise="E2")
    async with app.run_test(size=TERMINAL) as pilot:
        await pilot.press("g")
        await until(pilot, lambda: shows(app, "1 of") and not shows(app, "Ride the urge"))
        await pilot.press("escape", "c")
        await tap(pilot, "Ride the urge")
        await until(pilot, lambda: shows(app, "Ride the urge"))
        await tap(pilot, "Switch")
        await until(pilot, lambda: not shows(app, "A new fact"))
        await tap(pilot, "Back")
        await until(pilot, lambda: shows(app, "A new fact"))
        await tap(pilot, "Switch")
        await tap(pilot, "Stop")
        await until(pilot, lambda: shows(app, "Call now if any of these"))
        assert away.snapshot().notes["choices"]["exercise"] == "E2"


async def test_the_ride_asks_for_numbers_in_the_mind_and_offers_a_wait_that_begins_with_a_tap(
    away, app
) -> None:
    """No hint speaks of a next step under its question; while a wait goes on, none is offered."""
    away.remember("choices", exercise="E8")
    async with app.run_test(size=PHONE) as pilot:
        await pilot.press("g")
        await until(pilot, lambda: shows(app, "a new fact, or a worry?"))
        assert not shows(app, "any key")
        await tap(pilot, "A worry")
        await until(pilot, lambda: shows(app, "any key for the next step"))
        await tap(pilot, "Next")
        await until(pilot, lambda: shows(app, "0 to 10? Just in your mind."))
        for text in ("It is a wave", "in your mind", "That's it"):
            await tap(pilot, "Next")
            await until(pilot, lambda text=text: shows(app, text))
        await tap(pilot, "Wait 5 min")
        await until(pilot, lambda: shows(app, "I'm home", "Your wait: 5 min to go"))
        assert kinds(away) == ["ground"]
        await pilot.press("g", *["space"] * 5)
        await until(pilot, lambda: shows(app, "That's it") and not shows(app, "Wait 5"))
