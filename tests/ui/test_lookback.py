"""Looking back on the screen: the ledger, the numbers and a year, said as the evidence allows."""

import re
from uuid import uuid4

import pytest
from textual.containers import VerticalScroll

from leaving_tui import sample
from leaving_tui.companion import Companion
from leaving_tui.domain.outing import Before, Outing
from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.widgets.drawn import Drawn
from leaving_tui.ui.widgets.pairs import AT_A_TIME, PairCard
from leaving_tui.ui.widgets.trend import TrendPanel
from leaving_tui.ui.widgets.words import Words
from leaving_tui.ui.widgets.year import YearPanel
from tests.conftest import START
from tests.ui.conftest import PHONE, TERMINAL, WIDE, screen_text, shows, tap, until

RESULT = re.compile(
    r"\b(drop|dropped|fell|down by|less than before|improv\w*|better|worse|success|streak|missed)\b"
)


@pytest.fixture
def past(companion: Companion) -> tuple[Outing, ...]:
    """The sample story, newest first."""
    companion.add(sample.story(START))
    return companion.finished()


async def looking_back(pilot, app: LeavingApp, part: str = "1") -> None:
    app.action_open("look_back")
    await until(pilot, lambda: shows(app, "Looking back", "What if", "Numbers", "A year"))
    await pilot.press(part)


def told(app: LeavingApp) -> str:
    """All that the part holds, in sight or not."""
    said = [str(words.content) for words in app.screen.query(Words)]
    drawn = [line.plain for panel in app.screen.query(Drawn) for line in panel.draw(70)]
    return " ".join(" ".join([*said, *drawn]).split())


async def test_T3_4_T7_7_each_prediction_stands_beside_what_happened_with_all_the_counts(app, past):
    async with app.run_test(size=PHONE) as pilot:
        await looking_back(pilot, app)
        for size in (PHONE, WIDE):
            await pilot.resize_terminal(*size)
            await until(
                pilot, lambda: shows(app, "14 outings", "4 of your last 8 were easier than you feared.")
            )
            await until(pilot, lambda: len(app.screen.query(PairCard)) == 11)
            said = told(app)
            assert "What you predicted happened 1 time in 10. It happened in part 3 times." in said
            assert "It did not happen 6 times. 1 more prediction is counted apart" in said
            assert "In all, 5 of 13 were easier than you feared. Same: 5. Harder: 3." in said
        # Side by side where there is room, word for word.
        await until(pilot, lambda: shows(app, "20 Nov 2026"))
        line = next(
            line for line in screen_text(app).splitlines() if "You predicted: “She will not eat" in line
        )
        assert "It did not happen." in line


async def test_a_tap_on_a_pair_opens_its_outing_and_none_of_the_pairs_is_held_back(app, past):
    async with app.run_test(size=WIDE) as pilot:
        await looking_back(pilot, app)
        await until(pilot, lambda: shows(app, "15 Nov 2026"))
        await pilot.click(app.screen.query(PairCard)[1])
        await until(pilot, lambda: shows(app, "Sun 15 Nov 2026", "out of the door"))
        await pilot.press("escape")
        await until(pilot, lambda: shows(app, "Looking back"))
        await pilot.resize_terminal(*PHONE)
        await until(pilot, lambda: len(app.screen.query(PairCard)) == 11)
        assert not app.screen.query_one("#more").display


async def test_all_pairs_are_a_tap_away_and_the_key_of_the_part_leads_back_to_its_top(app, companion):
    companion.add(sample.story(START))
    latest = companion.finished()[0]
    companion.add([latest._replace(id=str(uuid4())) for _ in range(3)])
    async with app.run_test(size=PHONE) as pilot:
        await looking_back(pilot, app)
        await until(pilot, lambda: len(app.screen.query(PairCard)) == AT_A_TIME)
        part = app.screen.query_one("#ledger", VerticalScroll)
        part.scroll_end(animate=False)
        await tap(pilot, "More: 10 of 14 shown")
        await until(pilot, lambda: len(app.screen.query(PairCard)) == 14)
        assert not app.screen.query_one("#more").display
        assert part.scroll_y
        await pilot.press("1")
        await until(pilot, lambda: not part.scroll_y and shows(app, "17 outings"))


async def test_T7_3_T7_9_charts_stand_apart_from_0_to_10_and_mark_each_change_of_step(app, past):
    async with app.run_test(size=PHONE) as pilot:
        await looking_back(pilot, app, "2")
        for size in (PHONE, WIDE):
            await pilot.resize_terminal(*size)
            await until(
                pilot, lambda: shows(app, "Step: An errand or a class.", "Before leaving", "10┤", "0┤")
            )
            assert shows(app, "▀" if size == PHONE else "●")
        [*_, every] = app.screen.query(TrendPanel)
        lines = [line.plain for line in every.draw(100)]
        assert "All steps" in lines[0]
        titles = next(line for line in lines if "Before leaving" in line)
        assert titles.index("Worst moment, from memory") > titles.index("Before leaving") + 40
        tops = next(line for line in lines if line.startswith("10┤"))
        assert tops.count("10┤") == 2
        assert "┊" in tops
        assert "A new step may raise the numbers." in " ".join(lines)


async def test_T7_5_T7_6_T7_10_only_the_three_words_from_four_ratings_on_and_the_kind_line(app, past):
    async with app.run_test(size=TERMINAL) as pilot:
        await looking_back(pilot, app, "2")
        await until(pilot, lambda: len(app.screen.query(TrendPanel)) == 7)
        panels = [" ".join(line.plain for line in panel.draw(76)) for panel in app.screen.query(TrendPanel)]
        coffee = next(text for text in panels if "A coffee, a shop, a walk." in text)
        errand = next(text for text in panels if "An errand or a class." in text)
        assert "Before leaving: about the same. The later half of 4 numbers" in coffee
        assert "Numbers can stay up while you still get used to going. You went 4 times." in " ".join(
            coffee.split()
        )
        assert "1 outing is left out: something really went wrong." in coffee
        assert "2 numbers so far. From four on, they can be compared." in errand
        assert not re.search(r"\b(lower|higher|about the same)\b", errand)


async def test_T7_1_T7_2_a_skipped_number_is_a_gap_and_never_nought_and_another_scale_stands_apart(
    app, companion
):
    story = list(sample.story(START))
    other = max(at for at, outing in enumerate(story) if outing.step == "S5")
    story[1] = story[1]._replace(before=Before(None))
    story[other] = story[other]._replace(before=Before(4, "other-words/2"))
    companion.add(story)
    async with app.run_test(size=TERMINAL) as pilot:
        await looking_back(pilot, app, "2")
        await until(pilot, lambda: app.screen.query(TrendPanel))
        panels = [[line.plain for line in panel.draw(76)] for panel in app.screen.query(TrendPanel)]
        lines = [line for panel in panels for line in panel]
        assert not [line for line in lines if line.startswith(" 0┤") and "●" in line]
        assert "A tick with no point is a number you skipped." in lines
        assert any("another way of asking" in " ".join(panel) for panel in panels)


def result_words(app: LeavingApp, past: tuple[Outing, ...]) -> list[str]:
    """What the part says of a result, or of what can be lost; what the person wrote is their own."""
    said = told(app)
    for outing in past:
        said = said.replace(outing.reflection.found_out if outing.reflection else "", "")
    return RESULT.findall(said)


async def test_T7_4_T7_8_by_taps_alone_all_three_parts_and_nothing_calls_a_falling_number_a_result(app, past):
    async with app.run_test(size=PHONE) as pilot:
        await tap(pilot, "Past outings")
        await tap(pilot, "Look back")
        await tap(pilot, "Numbers")
        await until(pilot, lambda: shows(app, "Before leaving"))
        assert result_words(app, past) == []
        await tap(pilot, "A year")
        await until(pilot, lambda: shows(app, "The week of"))
        assert result_words(app, past) == []
        await tap(pilot, "What if")
        await until(pilot, lambda: shows(app, "14 outings"))
        assert result_words(app, past) == []
        await tap(pilot, "Past outings")
        await until(pilot, lambda: shows(app, "Look back", "Add one"))
        await tap(pilot, "Close")
        await until(pilot, lambda: shows(app, "To the goodbye"))


async def test_a_year_fits_the_phone_reads_without_colour_and_a_tap_on_a_week_shows_its_outings(app, past):
    async with app.run_test(size=PHONE) as pilot:
        await looking_back(pilot, app, "3")
        for size in (PHONE, WIDE):
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: shows(app, "The week of 16 Nov 2026", "20 Nov", "1 h 12"))
            panel = app.screen.query_one(YearPanel)
            if size == PHONE:
                lines = [
                    "".join(segment.text for segment in panel.render_line(y))
                    for y in range(panel.size.height)
                ]
                assert max(map(len, lines)) <= 40
                assert sum(line.count("1") for line in lines) == 14
            row = panel.line_of_week() - 2
            column = next(x for x in range(panel.size.width) if week_there(panel, row + 3, x))
            await pilot.click(panel, offset=(column + 5, row))
            await until(pilot, lambda: shows(app, "The week of 2 Nov 2026", "7 Nov", "36 min", "4 Nov"))
            await pilot.press("down")
            await until(pilot, lambda: shows(app, "The week of 9 Nov 2026", "42 min"))
            assert shows(app, "M T W T F S S", "Tap a week to see it, or use ↑ and ↓.")
            await pilot.press("down")


async def test_the_weeks_stand_where_they_did_however_one_came_and_however_many_outings_one_holds(app, past):
    async with app.run_test(size=WIDE) as pilot:
        for size in (WIDE, TERMINAL, PHONE):
            await pilot.resize_terminal(*size)
            stood = set()
            for way in (("3",), ("2", "pagedown", "end", "3"), ("1", "3", "up", "up"), ("1", "3", "home")):
                await looking_back(pilot, app, way[0])
                await pilot.press(*way[1:])
                await until(pilot, lambda: shows(app, "A number is") or shows(app, "M T W T F S S"))
                stood.add(app.screen.query_one("#calendar").region)
                await closed(pilot, app)
            assert len(stood) == 1, size


async def closed(pilot, app: LeavingApp) -> None:
    await pilot.press("escape")
    await until(pilot, lambda: shows(app, "To the goodbye"))


async def test_beside_the_year_the_answer_of_an_outing_and_the_month_stay_apart(app, past):
    async with app.run_test(size=WIDE) as pilot:
        await looking_back(pilot, app, "3")
        await pilot.press("up", "up", "up")
        await until(pilot, lambda: shows(app, "The week of 26 Oct 2026"))
        line = next(line for line in screen_text(app).splitlines() if "went wrong" in line)
        assert re.search(r"went wrong   ", line)


def week_there(panel: YearPanel, line: int, column: int) -> bool:
    from leaving_tui.domain.lookback.calendar import week_at

    return week_at(panel.shown, panel.size.width, line, column) is panel.shown.weeks[panel.week]


async def test_T7_12_with_nothing_yet_each_part_invites_and_shows_no_nought(app):
    invitations = {
        "1": "Once you are home, what you thought would happen will stand here beside what did.",
        "2": "Give a number before you go, and its point will stand here.",
        "3": "Your outings of a year will stand here, week by week.",
    }
    async with app.run_test(size=PHONE) as pilot:
        await looking_back(pilot, app)
        for size in (PHONE, WIDE):
            await pilot.resize_terminal(*size)
            for part, invitation in invitations.items():
                await pilot.press(part)
                await until(pilot, lambda invitation=invitation: shows(app, invitation))
                # The hints at the foot of a wide screen name the keys 1, 2 and 3.
                assert not re.search(r"\d", screen_text(app).split("1 what if")[0])


async def test_what_is_looked_at_is_worked_out_once_and_not_with_each_heartbeat(
    app, past, clock, monkeypatch
):
    from leaving_tui.domain.lookback.ledger import ledger

    asked = []

    def counted(outings):
        asked.append(outings)
        return ledger(outings)

    monkeypatch.setattr("leaving_tui.ui.screens.lookback.ledger", counted)
    async with app.run_test(size=TERMINAL) as pilot:
        await pilot.press("l")
        await until(pilot, lambda: shows(app, "Past outings", "Look back"))
        await pilot.press("l")
        await until(pilot, lambda: shows(app, "14 outings"))
        for _ in range(5):
            clock.tick(seconds=1)
            app.beat()
            await pilot.pause()
        await pilot.press("2", "1", "l", "l")
        await until(pilot, lambda: shows(app, "What if"))
    assert len(asked) == 1
