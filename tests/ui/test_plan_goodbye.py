"""The doorway as it was prepared: words by age, one's own goodbye, and the lines that stand under it."""

import pytest
from textual.widgets import TextArea

from leaving_tui.companion import Companion
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.telling.goodbyes import goodbyes, seconds_aloud
from leaving_tui.ui.app import LeavingApp
from tests.ui.conftest import PHONE, TERMINAL, WIDE, screen_text, shows, tap, until
from tests.ui.forms import typed

LONG = (
    "My darling {baby}, " + "I am going out for a very little while now, " * 12 + "and I'll be back {back}."
)


async def to_the_door(pilot, app: LeavingApp) -> None:
    await until(pilot, lambda: shows(app, "To the goodbye"))
    await pilot.press("enter")
    await until(pilot, lambda: shows(app, "I've left"))


@pytest.mark.parametrize("size", [PHONE, TERMINAL, WIDE], ids=["42x20", "80x24", "120x34"])
async def test_every_goodbye_fits_with_its_button_and_no_scrolling(app, companion, size) -> None:
    companion.remember("baby", name="Noor Elisabeth", born="2026-03-14", me="Mama")
    companion.draft(PlanDraft("Grandma Elisabeth", "the café by the park", script="G1", cue="after your nap"))
    async with app.run_test(size=size) as pilot:
        await to_the_door(pilot, app)
        seen: set[str] = set()
        while (script := companion.outing().plan.script) not in seen:
            await until(pilot, lambda: shows(app, "Grandma", "after your nap", "Home by 15:28", "I've left"))
            assert not app.screen.query_one("#doorway").show_vertical_scrollbar, script
            assert not app.screen.show_vertical_scrollbar, script
            seen.add(script)
            await pilot.press("right")
        assert seen == {"G1", "G2", "G3", "G4", "G5", "G6"}


@pytest.mark.parametrize("size", [PHONE, TERMINAL, WIDE], ids=["42x20", "80x24", "120x34"])
async def test_T4_5_do_not_slip_out_stands_under_the_words(app: LeavingApp, companion, size) -> None:
    companion.remember("choices", baby_asked=True)
    async with app.run_test(size=size) as pilot:
        await to_the_door(pilot, app)
        await until(pilot, lambda: shows(app, "Do not slip out unseen."))
        if size != PHONE:
            assert shows(app, "leave when your baby is not tired or hungry", "Running late? Tell your carer")


async def test_tears_at_the_door_are_one_key_away(app: LeavingApp, companion: Companion) -> None:
    companion.remember("baby", born="2026-03-14")
    async with app.run_test(size=PHONE) as pilot:
        await to_the_door(pilot, app)
        await until(pilot, lambda: shows(app, "Kiss, kiss."))
        await pilot.press("t")
        await until(pilot, lambda: shows(app, "I love you. They have you."))


@pytest.mark.parametrize("size", [PHONE, TERMINAL, WIDE], ids=["42x20", "80x24", "120x34"])
async def test_words_for_tears_say_that_they_are_for_now_and_one_key_or_tap_leads_back(
    app: LeavingApp, companion: Companion, size
) -> None:
    companion.remember("goodbye", say="See you soon, my little one.", do="Kiss.")
    async with app.run_test(size=size) as pilot:
        await to_the_door(pilot, app)
        await until(pilot, lambda: shows(app, "See you soon, my little one."))
        assert not shows(app, "Only for now")
        for again in (lambda: pilot.press("t"), lambda: tap(pilot, "Only for now")):
            await pilot.press("t")
            await until(pilot, lambda: shows(app, "They have you.", "Only for now", "I've left"))
            await again()
            await until(pilot, lambda: shows(app, "See you soon") and not shows(app, "Only for now"))


async def test_t_leads_back_to_the_very_words_that_were_there(app: LeavingApp, companion: Companion) -> None:
    companion.remember("baby", born="2026-03-14")
    async with app.run_test(size=PHONE) as pilot:
        await to_the_door(pilot, app)
        await until(pilot, lambda: shows(app, "Kiss, kiss."))
        await pilot.press("left")
        await until(pilot, lambda: not shows(app, "Kiss, kiss."))
        words = companion.outing().plan.script
        await pilot.press("t")
        await until(pilot, lambda: shows(app, "They have you.", "Only for now"))
        await pilot.press("t")
        await until(pilot, lambda: companion.outing().plan.script == words)


async def test_the_next_outing_begins_with_the_usual_words_after_tears(
    app: LeavingApp, companion: Companion
) -> None:
    companion.remember("goodbye", say="See you soon, my little one.", do="Kiss.")
    async with app.run_test(size=PHONE) as pilot:
        await to_the_door(pilot, app)
        await pilot.press("t")
        await until(pilot, lambda: shows(app, "They have you."))
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "min to go"))
        assert companion.outing().plan.script == "G6"
        for key in ("h", "1", "escape"):
            await pilot.press(key)
            await pilot.pause(0.1)
        await to_the_door(pilot, app)
        await until(pilot, lambda: shows(app, "See you soon, my little one."))


async def test_going_back_in_is_not_scolded(app: LeavingApp, companion: Companion) -> None:
    companion.remember("choices", baby_asked=True)
    async with app.run_test(size=WIDE) as pilot:
        await to_the_door(pilot, app)
        await until(pilot, lambda: shows(app, "If you need to go back in, that is all right."))


async def test_an_own_goodbye_is_written_in_place_and_comes_first_from_then_on(app, companion) -> None:
    companion.draft(PlanDraft("Nana", cue="after lunch"))
    async with app.run_test(size=PHONE) as pilot:
        await to_the_door(pilot, app)
        await pilot.press("e")
        await until(pilot, lambda: app.screen.query(TextArea) and app.screen.query_one(TextArea).has_focus)
        assert app.screen.query_one(TextArea).text.startswith("I love you. {carer} has you.")
        app.screen.query_one(TextArea).text = ""
        await typed(pilot, "See you {back}. {carer} and you")
        await until(pilot, lambda: shows(app, "About 2 seconds aloud."))
        await pilot.press("escape")
        await until(pilot, lambda: shows(app, "See you after lunch. Nana and you", "I've left"))
        await pilot.press("escape")
        await to_the_door(pilot, app)
        await until(pilot, lambda: shows(app, "See you after lunch. Nana and you"))
        await pilot.press("e")
        await tap(pilot, "Use ours again")
        await until(pilot, lambda: shows(app, "I love you. Nana has you."))


async def test_an_own_goodbye_goes_on_where_the_words_end(app: LeavingApp, companion: Companion) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await to_the_door(pilot, app)
        await pilot.press("e")
        await until(pilot, lambda: app.screen.query(TextArea) and app.screen.query_one(TextArea).has_focus)
        ours = app.screen.query_one(TextArea).text
        await typed(pilot, " Love, me")
        await until(pilot, lambda: app.screen.query_one(TextArea).text == f"{ours} Love, me")


async def test_looking_at_the_words_does_not_make_them_ones_own(
    app: LeavingApp, companion, library, clock
) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await to_the_door(pilot, app)
        await pilot.press("e")
        await tap(pilot, "Done")
        await until(pilot, lambda: shows(app, "I've left"))
    assert companion.snapshot().notes["goodbye"] == {}
    assert goodbyes(companion.snapshot(), library, clock())[0].id == "G6"


async def test_T4_3_a_long_goodbye_or_one_without_a_return_is_told_kindly(app, companion) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await to_the_door(pilot, app)
        await pilot.press("e")
        await until(pilot, lambda: app.screen.query(TextArea))
        for text, said in (
            (LONG, "A shorter one can be easier"),
            ("Bye, {carer} is here.", "You could add {back}"),
            ("Bye {dog}", "We do not know {dog}"),
        ):
            app.screen.query_one(TextArea).text = text
            await until(pilot, lambda said=said: shows(app, said))


async def test_a_long_goodbye_never_pushes_the_button_away(app: LeavingApp, companion: Companion) -> None:
    companion.remember("goodbye", say=LONG, do="Hug.")
    async with app.run_test(size=PHONE) as pilot:
        await to_the_door(pilot, app)
        await until(pilot, lambda: shows(app, "My darling", "I've left", "not yet"))
        await tap(pilot, "I've left")
        await until(pilot, lambda: shows(app, "Home by", "I'm home"))


async def test_braces_and_markup_in_an_own_goodbye_are_shown_as_they_are(app, companion) -> None:
    companion.remember("goodbye", say="[/you] {nobody} [@click=app.quit]x[/]", do="")
    async with app.run_test(size=PHONE) as pilot:
        await to_the_door(pilot, app)
        await until(
            pilot, lambda: "[/you] {nobody} [@click=app.quit]x[/]" in " ".join(screen_text(app).split())
        )


def test_T4_3_every_goodbye_reads_aloud_in_under_twenty_seconds(companion, library, clock) -> None:
    scripts = goodbyes(companion.snapshot(), library, clock())
    assert len(scripts) == 6
    assert all(seconds_aloud(script.say) < 20 for script in scripts)
