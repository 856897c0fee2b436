"""The doorway as it was prepared: words by age, one's own goodbye, and the lines that stand under it."""

from textual.widgets import TextArea

from leaving_tui.companion import Companion
from leaving_tui.domain.outing import Felt
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.telling.goodbyes import goodbyes, seconds_aloud
from leaving_tui.ui.app import LeavingApp
from tests.ui.conftest import PHONE, TERMINAL, WIDE, screen_text, shows, tap, until
from tests.ui.forms import typed

SIZES = (PHONE, TERMINAL, WIDE)
LONG = (
    "My darling {baby}, " + "I am going out for a very little while now, " * 12 + "and I'll be back {back}."
)


async def test_every_goodbye_fits_with_its_button_and_no_scrolling(the_door, companion) -> None:
    companion.remember("baby", name="Noor Elisabeth", born="2026-03-14", me="Mama")
    companion.draft(PlanDraft("Grandma Elisabeth", "the café by the park", script="G1", cue="after your nap"))
    app = the_door()
    async with app.run_test(size=PHONE) as pilot:
        for size in SIZES:
            await pilot.resize_terminal(*size)
            seen: set[str] = set()
            while (script := companion.outing().plan.script) not in seen:
                await until(
                    pilot, lambda: shows(app, "Grandma", "after your nap", "Home by 15:28", "I've left")
                )
                assert not app.screen.query_one("#doorway").show_vertical_scrollbar, script
                assert not app.screen.show_vertical_scrollbar, script
                seen.add(script)
                await pilot.press("right")
            assert seen == {"G1", "G2", "G3", "G4", "G5", "G6"}


async def test_T4_5_do_not_slip_out_stands_under_the_words_and_going_back_in_is_not_scolded(
    the_door, companion: Companion
) -> None:
    companion.remember("choices", baby_asked=True)
    app = the_door()
    async with app.run_test(size=PHONE) as pilot:
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: shows(app, "I've left", "Do not slip out unseen."))
            if size != PHONE:
                assert shows(
                    app, "leave when your baby is not tired or hungry", "Running late? Tell your carer"
                )
        await until(pilot, lambda: shows(app, "If you need to go back in, that is all right."))


async def test_words_for_tears_say_that_they_are_for_now_and_one_key_or_tap_leads_back(
    the_door, companion: Companion
) -> None:
    companion.remember("goodbye", say="See you soon, my little one.", do="Kiss.")
    app = the_door()
    async with app.run_test(size=PHONE) as pilot:
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: shows(app, "See you soon, my little one."))
            assert not shows(app, "Only for now")
            for again in (lambda: pilot.press("t"), lambda: tap(pilot, "Only for now")):
                await pilot.press("t")
                await until(pilot, lambda: shows(app, "They have you.", "Only for now", "I've left"))
                await again()
                await until(pilot, lambda: shows(app, "See you soon") and not shows(app, "Only for now"))


async def test_tears_are_one_key_away_and_t_leads_back_to_the_very_words_that_were_there(
    the_door, companion: Companion
) -> None:
    companion.remember("baby", born="2026-03-14")
    app = the_door()
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "Kiss, kiss."))
        await pilot.press("t")
        await until(pilot, lambda: shows(app, "I love you. They have you.", "Only for now"))
        await pilot.press("t")
        await until(pilot, lambda: shows(app, "Kiss, kiss."))
        await pilot.press("left")
        await until(pilot, lambda: not shows(app, "Kiss, kiss."))
        words = companion.outing().plan.script
        await pilot.press("t")
        await until(pilot, lambda: shows(app, "They have you.", "Only for now"))
        await pilot.press("t")
        await until(pilot, lambda: companion.outing().plan.script == words)


async def test_where_the_words_for_tears_are_the_usual_ones_t_says_so_and_covers_none_of_them(
    the_door, companion: Companion
) -> None:
    companion.draft(PlanDraft(script="G6"))
    app = the_door()
    async with app.run_test(size=PHONE, notifications=True) as pilot:
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await until(pilot, lambda: shows(app, "They have you."))
            await pilot.press("t")
            await until(pilot, lambda: shows(app, "These are the words for tears.", "They have you."))
            assert shows(app, "Home by 15:28", "I've left")
            assert not shows(app, "Only for now")
            app.clear_notifications()
            await until(pilot, lambda: not shows(app, "the words for tears"))
    assert companion.outing().plan.script == "G6"


async def test_the_next_outing_begins_with_the_usual_words_after_tears(
    the_door, companion: Companion
) -> None:
    companion.remember("goodbye", say="See you soon, my little one.", do="Kiss.")
    app = the_door()
    async with app.run_test(size=PHONE) as pilot:
        await pilot.press("t")
        await until(pilot, lambda: shows(app, "They have you."))
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "min to go"))
        assert companion.outing().plan.script == "G6"
        companion.come_home()
        companion.answer(Felt.EASIER)
        companion.done()
        companion.prepare()
        app.beat()
        await until(pilot, lambda: shows(app, "See you soon, my little one."))


async def test_an_own_goodbye_is_written_in_place_and_comes_first_from_then_on(the_door, companion) -> None:
    companion.draft(PlanDraft("Nana", cue="after lunch"))
    app = the_door()
    async with app.run_test(size=PHONE) as pilot:
        await pilot.press("e")
        await until(pilot, lambda: writing(app))
        assert writing(app).text.startswith("I love you. {carer} has you.")
        # It goes on where the words end.
        ours = writing(app).text
        await typed(pilot, " Love, me")
        await until(pilot, lambda: writing(app).text == f"{ours} Love, me")
        writing(app).text = ""
        await typed(pilot, "See you {back}. {carer} and you")
        await until(pilot, lambda: shows(app, "About 2 seconds aloud."))
        await pilot.press("escape")
        await until(pilot, lambda: shows(app, "See you after lunch. Nana and you", "I've left"))
        await pilot.press("escape")
        await until(pilot, lambda: shows(app, "To the goodbye"))
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "See you after lunch. Nana and you", "I've left"))
        await pilot.press("e")
        await tap(pilot, "Use ours again")
        await until(pilot, lambda: shows(app, "I love you. Nana has you."))


def writing(app: LeavingApp) -> TextArea | None:
    """The box with one's own words, once it can be typed in."""
    return next((box for box in app.screen.query(TextArea) if box.has_focus), None)


async def test_looking_at_the_words_does_not_make_them_ones_own(the_door, companion, library, clock) -> None:
    app = the_door()
    async with app.run_test(size=PHONE) as pilot:
        await pilot.press("e")
        await tap(pilot, "Done")
        await until(pilot, lambda: shows(app, "I've left"))
    assert companion.snapshot().notes["goodbye"] == {}
    assert goodbyes(companion.snapshot(), library, clock())[0].id == "G6"


async def test_T4_3_a_long_goodbye_or_one_without_a_return_is_told_kindly(the_door, companion) -> None:
    app = the_door()
    async with app.run_test(size=PHONE) as pilot:
        await pilot.press("e")
        await until(pilot, lambda: writing(app))
        for text, said in (
            (LONG, "A shorter one can be easier"),
            ("Bye, {carer} is here.", "You could add {back}"),
            ("Bye {dog}", "We do not know {dog}"),
        ):
            writing(app).text = text
            await until(pilot, lambda said=said: shows(app, said))


async def test_braces_and_markup_are_shown_as_they_are_and_a_long_goodbye_never_pushes_the_button_away(
    the_door, companion: Companion
) -> None:
    companion.remember("goodbye", say="[/you] {nobody} [@click=app.quit]x[/]", do="")
    app = the_door()
    async with app.run_test(size=PHONE) as pilot:
        await until(
            pilot, lambda: "[/you] {nobody} [@click=app.quit]x[/]" in " ".join(screen_text(app).split())
        )
        companion.remember("goodbye", say=LONG, do="Hug.")
        app.beat()
        await until(pilot, lambda: shows(app, "My darling", "I've left", "not yet"))
        await tap(pilot, "I've left")
        await until(pilot, lambda: shows(app, "Home by", "I'm home"))


def test_T4_3_every_goodbye_reads_aloud_in_under_twenty_seconds(companion, library, clock) -> None:
    scripts = goodbyes(companion.snapshot(), library, clock())
    assert len(scripts) == 6
    assert all(seconds_aloud(script.say) < 20 for script in scripts)
