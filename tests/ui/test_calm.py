"""Calm in the moment: what breathing, grounding, kind words and checking must do for an anxious person."""

import itertools

import pytest

from leaving_tui.companion import Companion
from leaving_tui.domain.breath import Phase, breath_at
from leaving_tui.domain.outing import Felt, Kind
from leaving_tui.domain.people import People, Person, Role
from leaving_tui.domain.settings import Settings
from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.widgets.pacer import BREATH, Pacer, disc_cells
from tests.conftest import HandClock
from tests.ui.conftest import PHONE, TERMINAL, at_rest, leave, screen_text, shows, tap, until


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


# ---- breathing


@pytest.mark.parametrize("size", [PHONE, TERMINAL])
async def test_the_breath_starts_at_once_with_the_return_time_in_view(away, app, clock, size) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("b")
        await until(pilot, lambda: shows(app, "Breathe in", "Home by 15:28", "breath 1 of 18"))
        beat(app, clock, 5)
        await until(pilot, lambda: shows(app, "Breathe out"))


async def test_T1_4_any_key_stops_the_breath_at_once_without_comment(away, app, clock) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        for times, key in enumerate(("space", "y", "7", "enter", "escape", "b"), 1):
            await pilot.press("b")
            await until(pilot, lambda: shows(app, "Breathe in", "any key or tap to stop"))
            beat(app, clock, 12)
            await pilot.press(key)
            await until(pilot, lambda: not shows(app, "any key or tap to stop"))
            await until(pilot, lambda times=times: kinds(away) == ["breathe"] * times)
            assert not shows(app, "incomplete"), key
            await back_to_the_countdown(pilot, app)


async def test_a_tap_stops_the_breath(away, app) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await pilot.press("b")
        await until(pilot, lambda: shows(app, "Breathe in"))
        await pilot.click(offset=(20, 8))
        await until(pilot, lambda: kinds(away) == ["breathe"])


async def test_the_breath_ends_by_itself_after_the_last_out_breath(away, app, clock) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        await pilot.press("b")
        await until(pilot, lambda: shows(app, "Breathe in"))
        beat(app, clock, 179.9)
        await until(pilot, lambda: shows(app, "Breathe out", "breath 18 of 18"))
        beat(app, clock, 0.2)
        await until(pilot, lambda: shows(app, "How are you now"))
        assert away.outing().moments[0].detail["breaths"] == 18


async def test_T1_5_the_caution_stands_beside_the_first_breath_only(away, app, clock) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await pilot.press("b")
        await until(
            pilot,
            lambda: shows(app, "Breathe in", "gently", "Stop if you feel dizzy", "not use while you drive"),
        )
        await pilot.press("space", "b")
        await until(pilot, lambda: shows(app, "Breathe in") and not shows(app, "gently"))


async def test_T1_2_a_breath_with_holds_asks_once_and_offers_one_without(away, app, clock) -> None:
    away.remember("choices", pattern="P4")
    async with app.run_test(size=PHONE) as pilot:
        await pilot.press("b")
        await until(pilot, lambda: shows(app, "holds the breath"))
        await tap(pilot, "Leave the holds out")
        await until(pilot, lambda: shows(app, "Breathe in"))
        beat(app, clock, 4.5)
        await until(pilot, lambda: shows(app, "Breathe out"))
        await pilot.press("space", "escape", "b")
        await until(pilot, lambda: shows(app, "Breathe in"))


async def test_a_quick_second_breath_is_not_stopped_by_the_first(away, app, clock, monkeypatch) -> None:
    monkeypatch.setattr("leaving_tui.ui.screens.breathe.A_PICTURE", 0.3)
    async with app.run_test(size=TERMINAL) as pilot:
        await pilot.press("b")
        await until(pilot, lambda: shows(app, "Breathe in"))
        await pilot.press("space", "b")
        await until(pilot, lambda: shows(app, "Breathe in") and not shows(app, "That's it"))
        late = app.screen._timers
        await until(
            pilot,
            lambda: all(timer._task is None or timer._task.done() or timer._interval < 0.3 for timer in late),
        )
        assert shows(app, "Breathe in")


async def test_T1_9_a_number_that_went_up_gets_another_way_and_not_the_same_again(away, app, clock) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        await pilot.press("r", "3")
        await until(pilot, lambda: shows(app, "min to go"))
        await pilot.press("b")
        await until(pilot, lambda: shows(app, "Breathe in"))
        await pilot.press("space")
        await until(pilot, lambda: shows(app, "How are you now", "Done"))
        await pilot.press("7")
        await until(
            pilot, lambda: shows(app, "your feet or your senses", "Ground") and not shows(app, "3 min")
        )


async def test_T1_10_with_motion_reduced_there_are_words_and_a_count(away, app, clock) -> None:
    app.animation_level = "none"
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


async def test_T2_7_practising_at_home_logs_no_outing(app, companion, folder) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        await until(pilot, lambda: shows(app, "Next outing"))
        for key, text in (("b", "Breathe in"), ("g", "five things")):
            await pilot.press(key)
            await until(pilot, lambda text=text: shows(app, text))
            await pilot.press("space", "escape")
            await until(pilot, lambda: shows(app, "Next outing"))
    assert companion.outing() is None
    assert companion.finished() == ()


async def test_a_soft_bell_rings_at_each_turn_only_for_those_who_asked(companion, library, clock) -> None:
    class Ringing(LeavingApp):
        rung = 0

        def bell(self) -> None:
            self.rung += 1

    for settings, rings in ((Settings(breath_bell=True), 2), (Settings(), 0)):
        companion.not_yet()
        app = Ringing(companion, library, clock, settings)
        async with app.run_test(size=TERMINAL) as pilot:
            await pilot.press("b")
            await until(pilot, lambda app=app: shows(app, "Breathe in"))
            beat(app, clock, 5)
            await until(pilot, lambda app=app: shows(app, "Breathe out"))
            beat(app, clock, 6)
            await until(pilot, lambda app=app: shows(app, "Breathe in"))
            assert app.rung == rings


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


async def test_T2_2_each_step_can_be_skipped_and_stopping_is_always_there(away, app, library) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await pilot.press("g")
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


async def test_T2_1_every_exercise_can_be_chosen_and_says_what_it_is_for(away, app, library) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("g", "o")
        for exercise in library.exercises:
            await until(pilot, lambda item=exercise: shows(app, item.name, item.purpose, item.minutes))
        assert shows(app, library.grounding.intro[0])


async def test_T2_6_a_new_fact_leads_to_check_now(away, app) -> None:
    async with app.run_test(size=PHONE) as pilot:
        for exercise in ("E8", "X2"):
            away.remember("choices", exercise=exercise)
            await pilot.press("g")
            await until(pilot, lambda: shows(app, "a new fact, or a worry?"))
            await tap(pilot, "A new fact")
            await until(pilot, lambda: shows(app, "Call now"))
            await back_to_the_countdown(pilot, app)


async def test_a_worry_put_off_comes_back_at_home(away, app) -> None:
    away.remember("choices", exercise="X2")
    async with app.run_test(size=TERMINAL) as pilot:
        await pilot.press("g", "space")
        app.screen.query_one("#worry").focus()
        await pilot.press("s", "t", "o", "v", "e", "enter")
        await until(pilot, lambda: kinds(away) == ["later"])
        await pilot.press("escape")
        await until(pilot, lambda: shows(app, "min to go"))
        await pilot.press("h")
        await until(pilot, lambda: shows(app, "easier"))
        await pilot.press("2")
        await until(pilot, lambda: shows(app, "put this off", "stove"))


# ---- kind words, checking, rating


async def test_own_findings_come_before_any_line_of_ours(app, companion, clock) -> None:
    companion.prepare()
    companion.leave()
    clock.tick(minutes=20)
    companion.come_home()
    companion.answer(Felt.EASIER)
    companion.reflect(found_out="He was asleep when I got back.")
    companion.done()
    leave(companion)
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "min to go") and app.snapshot.finished)
        await pilot.press("k")
        await until(
            pilot, lambda: shows(app, "You found out", "He was asleep when I got back.", "you, 23 Nov")
        )


async def test_a_friend_is_shown_with_a_number_and_a_message(away, app) -> None:
    friend = Person("Ana", "555 0101", Role.FRIEND)
    away.remember("people", **People().add(friend).to_dict())
    async with app.run_test(size=TERMINAL) as pilot:
        await pilot.press("k", "f")
        await until(pilot, lambda: shows(app, "Ana", "555 0101", "Ready to send"))


async def test_T3_9_real_reasons_come_first_and_the_phone_is_never_hidden(app, companion) -> None:
    companion.remember("people", **People().add(Person("Grandma", "555 0102")).to_dict())
    from leaving_tui.domain.plans import PlanDraft

    companion.draft(PlanDraft(carer="Grandma"))
    leave(companion)
    async with app.run_test(size=TERMINAL) as pilot:
        await until(pilot, lambda: shows(app, "min to go"))
        await pilot.press("c")
        await until(pilot, lambda: shows(app, "Call now", "Grandma: 555 0102"))
        text = screen_text(app)
        assert text.index("Call now") < text.index("Ride")
        await pilot.press("w")
        await until(pilot, lambda: shows(app, "Waiting", "Call now", "You can always call"))


async def test_a_check_in_is_logged_in_two_keys_and_not_as_agreed_where_none_was(away, app) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        await pilot.press("c", "1")
        await until(pilot, lambda: kinds(away) == ["check_in"])
        await until(pilot, lambda: shows(app, "min to go"))
    assert away.outing().moments[0].detail == {"planned": False}


async def test_a_wait_can_end_at_any_time_without_blame(away, app, clock) -> None:
    outcomes = {"I waited": "waited", "I checked": "checked", "new fact": "new_fact"}
    async with app.run_test(size=TERMINAL) as pilot:
        for times, label in enumerate(outcomes, 1):
            await pilot.press("c", "w")
            await until(pilot, lambda: shows(app, "Waiting"))
            beat(app, clock, 40)
            await tap(pilot, label)
            await until(pilot, lambda times=times: kinds(away) == ["urge"] * times)
            await back_to_the_countdown(pilot, app)
    assert [moment.detail["outcome"] for moment in away.outing().moments] == list(outcomes.values())


async def test_a_wait_can_be_as_long_as_one_likes(away, app) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        await pilot.press("c")
        await until(pilot, lambda: shows(app, "Call now"))
        app.screen.query_one("#own-wait").focus()
        await pilot.press("8", "enter")
        await until(pilot, lambda: shows(app, "Waiting", "8:00 to go"))


async def test_a_message_is_always_shown_as_text(away, app) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        await pilot.press("c", "m", "enter")
        await until(pilot, lambda: "Just checking in" in str(app.screen.query_one("#copied").content))


async def test_T7_1_a_rating_is_one_key_and_a_skip_is_missing_and_not_zero(away, app) -> None:
    ratings = {"0": 0, "9": 9, "t": 10, "s": None}
    async with app.run_test(size=PHONE) as pilot:
        for times, key in enumerate(ratings, 1):
            await pilot.press("r", key)
            await until(pilot, lambda times=times: kinds(away) == ["rating"] * times)
            await back_to_the_countdown(pilot, app)
    assert [moment.rating for moment in away.outing().moments] == list(ratings.values())


async def test_a_rating_by_arrows_and_by_a_tap(away, app) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await pilot.press("r", "right", "right", "enter")
        await until(pilot, lambda: kinds(away) == ["rating"])
        await until(pilot, lambda: shows(app, "min to go"))
        await pilot.press("r")
        await until(pilot, lambda: shows(app, "How anxious"))
        await pilot.click("RatingRow", offset=(4 * 3 + 1, 1))
        await until(pilot, lambda: len(kinds(away)) == 2)
    assert [moment.rating for moment in away.outing().moments] == [6, 4]


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


async def test_T6_4_an_unknown_region_is_not_guessed(app) -> None:
    async with app.run_test(size=(80, 50)) as pilot:
        await pilot.press("x")
        await until(pilot, lambda: shows(app, "local emergency number", "findahelpline.com"))
        assert not shows(app, "last checked")


async def test_where_the_region_is_not_known_the_way_to_choose_it_is_told_and_tapped(app) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await pilot.press("x")
        await tap(pilot, "Your region")
        await until(pilot, lambda: shows(app, "Care notes", "Your region", "not known"))


async def test_T8_7_q_leaves_in_one_press_and_the_outing_goes_on(away, app) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        await pilot.press("q")
        await until(pilot, lambda: not app.is_running or app._exit)
    assert away.outing() is not None


async def test_T3_10_something_really_wrong_gets_no_cheer(away, app) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        await pilot.press("h")
        await until(pilot, lambda: shows(app, "easier"))
        await pilot.press("w")
        await until(
            pilot,
            lambda: (
                shows(app, "Saved", "I'm sorry", "The next step can wait") and not shows(app, "Worst moment")
            ),
        )


async def test_T2_8_the_log_counts_no_tool_as_better(away, app) -> None:
    async with app.run_test(size=TERMINAL) as pilot:
        await pilot.press("h")
        await until(pilot, lambda: shows(app, "easier"))
        await pilot.press("1")
        await until(pilot, lambda: shows(app, "Saved. Easier than you feared."))
        assert not shows(app, "tool")


async def test_every_moment_is_on_disk_before_the_screen_says_so(away, app, folder, clock) -> None:
    from leaving_tui.storage.journal import Journal

    async with app.run_test(size=TERMINAL) as pilot:
        await pilot.press("r", "6")
        await until(pilot, lambda: shows(app, "anxious 6"))
        other = Journal(folder, clock)
        assert [moment.kind for moment in other.live().moments] == [Kind.RATING]
        other.close()


def test_phases_have_words_of_three_or_fewer(library) -> None:
    assert all(len(library.breathing.word(phase).split()) <= 3 for phase in Phase)
