"""The first run, from nothing to Away: with every field used and with none, by keys and by taps."""

from textual import events

from leaving_tui.companion import Companion
from leaving_tui.domain.outing import Felt, Stage
from leaving_tui.ui.app import LeavingApp
from leaving_tui.ui.widgets.fields import FieldList
from tests.ui.conftest import PHONE, screen_text, shows, until
from tests.ui.forms import fill_in, go_to, open_field, tap_line, tap_row, tap_tile, touch, typed


async def away(pilot, app: LeavingApp, companion: Companion, at: str) -> None:
    await until(pilot, lambda: shows(app, f"Home by {at}", "I'm home"))
    assert companion.snapshot().stage is Stage.AWAY


def everything_is_kept(companion: Companion) -> None:
    """The outing holds every field, and what is set down once is there for the next time."""
    snapshot = companion.snapshot()
    outing, notes = snapshot.outing, snapshot.notes
    plan = outing.plan
    assert (plan.carer, plan.place, plan.minutes) == ("Nana", "the café", 75)
    assert (outing.step, outing.trial, outing.before.rating) == ("S6", True, 6)
    assert plan.prediction == "My baby will cry for most of the time."
    assert [at.strftime("%H:%M") for at in plan.check_ins] == ["15:18"]
    assert plan.extra == {"sender": "me", "call_me_if": "he coughs"}
    assert (plan.cue, plan.script) == ("after your nap", "G3")
    assert notes["baby"] == {
        "name": "Noor", "born": "2026-01-14", "me": "Baba", "activity": "paint", "medical": True,
    }  # fmt: skip
    assert notes["people"]["people"] == [
        {"name": "Nana", "phone": "555", "role": "carer", "note": "next door"},
        {"name": "Ed", "phone": "556", "role": "backup", "note": ""},
    ]
    assert [plan["name"] for plan in notes["plans"]["named"]] == ["Tuesday"]
    assert (notes["sheet"]["last_fed"], notes["sheet"]["last_slept"]) == ("14:58", "until 14:28")
    assert notes["sheet"]["allergies"] == "egg"


async def test_a_first_run_with_every_field_by_keys_and_the_second_time_two_keys_bring_the_kept_plan_back(
    app: LeavingApp, companion: Companion
) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "Do you trust the person"))
        await pilot.press("1")
        await until(pilot, lambda: not shows(app, "Do you trust"))

        await pilot.press("e")
        await open_field(pilot, "open-people")
        await fill_in(pilot, "add", "enter", text="Nana")
        await fill_in(pilot, "phone", "enter", text="555")
        await fill_in(pilot, "note", "escape", text="next door")
        await pilot.press("escape", "a")
        await typed(pilot, "Ed")
        await pilot.press("enter")
        await fill_in(pilot, "phone", "enter", text="556")
        await fill_in(pilot, "role", "3")
        await pilot.press("escape", "escape")

        await until(pilot, lambda: shows(app, "Next outing", "People and numbers"))
        await fill_in(pilot, "carer", "1")
        await fill_in(pilot, "place", "down", "enter")
        await fill_in(pilot, "step", "7")
        await fill_in(pilot, "span", "enter", text="75m")
        await fill_in(pilot, "trial", "1")
        await fill_in(pilot, "before", "6")
        await fill_in(pilot, "prediction", "2")
        await fill_in(pilot, "check_ins", "enter", text="20m")
        await fill_in(pilot, "sender", "2")
        await fill_in(pilot, "call_me_if", "escape", text="he coughs")
        await fill_in(pilot, "cue", "2")
        await fill_in(pilot, "script", "5")
        await fill_in(pilot, "keep_as", "enter", text="Tuesday")
        await open_field(pilot, "open-notes")
        await fill_in(pilot, "allergies", "escape", text="egg")
        await pilot.press("escape")
        await until(pilot, lambda: shows(app, "Kept plans"))
        await pilot.press("escape")

        await until(pilot, lambda: shows(app, "With Nana · the café", "To the goodbye"))
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "Nana will hold you", "after your nap"))
        await pilot.press("a")
        await fill_in(pilot, "name", "enter", text="Noor")
        await fill_in(pilot, "born", "enter", text="14 Jan 2026")
        await fill_in(pilot, "me", "enter", text="Baba")
        await fill_in(pilot, "activity", "enter", text="paint")
        await fill_in(pilot, "medical", "1")
        await pilot.press("escape")
        await until(pilot, lambda: shows(app, "Baba will be back after your nap"))
        await pilot.press("f")
        await until(pilot, lambda: shows(app, "just now, 14:58"))
        await pilot.press("1")
        await until(pilot, lambda: shows(app, "I've left"))
        await pilot.press("s")
        await until(pilot, lambda: shows(app, "30 min ago"))
        await pilot.press("2")
        await until(pilot, lambda: shows(app, "I've left"))
        await pilot.press("enter")
        await away(pilot, app, companion, "16:13")
        everything_is_kept(companion)

        companion.come_home()
        companion.answer(Felt.EASIER)
        companion.done()
        app.beat()
        await until(pilot, lambda: shows(app, "To the goodbye"))
        await pilot.press("e")
        await fill_in(pilot, "carer", "2")
        await until(pilot, lambda: companion.snapshot().draft.carer == "Ed")
        await pilot.press("escape")
        await until(pilot, lambda: shows(app, "Ed", "To the goodbye"))
        await pilot.press("e")
        await go_to(pilot, "carer")
        await pilot.press("1")
        await until(pilot, lambda: companion.snapshot().draft.carer == "Nana")


async def test_a_first_run_with_every_field_by_taps(app: LeavingApp, companion: Companion) -> None:
    """Taps and swipes all the way; keys only for the letters of a parent's own words."""

    async def words(row: str, text: str) -> None:
        await tap_row(pilot, row)
        await tap_line(pilot)
        await typed(pilot, text)
        await tap_tile(pilot, "Keep it")

    async def pick(row: str, answer: str) -> None:
        await tap_row(pilot, row)
        await tap_row(pilot, answer)

    async with app.run_test(size=PHONE) as pilot:
        await tap_tile(pilot, "1  yes")
        await until(pilot, lambda: not shows(app, "Do you trust"))

        await tap_tile(pilot, "Change plan")
        await tap_row(pilot, "People and numbers")
        await tap_tile(pilot, "Add someone")
        await typed(pilot, "Nana")
        await tap_tile(pilot, "Keep it")
        await words("Number", "555")
        await words("Note", "next door")
        await tap_tile(pilot, "Done")
        await tap_tile(pilot, "Add someone")
        await typed(pilot, "Ed")
        await tap_tile(pilot, "Keep it")
        await words("Number", "556")
        await pick("They are", "the backup person")
        await tap_tile(pilot, "Done")
        await tap_tile(pilot, "Done")

        await swipe_to_the_top(pilot)
        await pick("Who is with your baby", "Nana")
        await pick("Where you are going", "the café")
        await pick("Step", "An errand or a class")
        await words("How long, or back at", "75m")
        await pick("Trial run", "yes")
        await tap_row(pilot, "How anxious you are now")
        await until(pilot, lambda: shows(app, "10 the worst"))
        numbers = app.screen.query_one("RatingRow").region
        await touch(pilot, (numbers.x + 6 * 3 + 1, numbers.y + 1))
        await pick("What you think will happen", "My baby will cry")
        await words("Check-ins", "20m")
        await pick("Who sends them", "you do")
        await words("Call me if", "he coughs")
        await pick("When you say you are back", "after your nap")
        await pick("Goodbye", "10 to 14 months")
        await words("Keep this plan as", "Tuesday")
        await tap_row(pilot, "Care notes")
        await words("Allergies", "egg")
        await tap_tile(pilot, "Done")
        await until(pilot, lambda: shows(app, "Kept plans"))
        await tap_tile(pilot, "Done")

        await tap_tile(pilot, "To the goodbye")
        await until(pilot, lambda: shows(app, "Nana will hold you", "after your nap"))
        await tap_tile(pilot, "Your baby's name")
        await words("Name", "Noor")
        await words("Birth date", "14 Jan 2026")
        await words("What your child calls you", "Baba")
        await words("What your child can do", "paint")
        await pick("Medical needs", "yes")
        await tap_tile(pilot, "Done")
        await until(pilot, lambda: shows(app, "Baba will be back after your nap"))
        await tap_hint(pilot, "last fed")
        await tap_row(pilot, "just now")
        await until(pilot, lambda: shows(app, "I've left"))
        await tap_hint(pilot, "last slept")
        await tap_row(pilot, "woke 30 min ago")
        await tap_tile(pilot, "I've left")
        await away(pilot, app, companion, "16:13")
    everything_is_kept(companion)


async def swipe_to_the_top(pilot) -> None:
    """Swipe after swipe, without waiting between them."""
    rows = pilot.app.screen.query_one(FieldList)
    await until(pilot, lambda: rows.region.height)
    x, y = rows.region.x + 2, rows.region.y + 1
    for _ in range(int(rows.max_scroll_y)):
        swipe = events.MouseScrollUp(None, x, y, 0, 0, 0, False, False, False, screen_x=x, screen_y=y)
        pilot.app.post_message(swipe)
    await until(pilot, lambda: rows.scroll_offset.y == 0)


async def tap_hint(pilot, word: str) -> None:
    await until(pilot, lambda: word in screen_text(pilot.app))
    lines = screen_text(pilot.app).split("\n")
    y = next(y for y, line in enumerate(lines) if word in line)
    await touch(pilot, (lines[y].find(word), y))


async def test_a_first_run_with_nothing_filled_in_by_keys(app: LeavingApp, companion: Companion) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "To the goodbye"))
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "I've left", "they have you", "back soon"))
        await pilot.press("enter")
        await away(pilot, app, companion, "15:28")
    nothing_is_asked_for(companion)


async def test_a_first_run_with_nothing_filled_in_by_taps(app: LeavingApp, companion: Companion) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await tap_tile(pilot, "To the goodbye")
        await tap_tile(pilot, "I've left")
        await away(pilot, app, companion, "15:28")
    nothing_is_asked_for(companion)


def nothing_is_asked_for(companion: Companion) -> None:
    snapshot = companion.snapshot()
    plan = snapshot.outing.plan
    assert (plan.carer, plan.place, plan.prediction, plan.cue) == ("", "", None, "")
    assert snapshot.outing.before.rating is None
    assert snapshot.notes["people"] == snapshot.notes["baby"] == {}
    assert snapshot.notes["choices"].get("trust") is None
