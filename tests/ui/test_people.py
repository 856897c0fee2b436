"""The baby and the people around the baby: written down once, in one place."""

from leaving_tui import sample
from leaving_tui.companion import Companion
from leaving_tui.domain.outing import Felt
from leaving_tui.domain.people import Role
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.ui.app import LeavingApp
from tests.conftest import START
from tests.ui.conftest import PHONE, TERMINAL, shows, tap, until
from tests.ui.forms import fill_in, list_has_focus, open_field, tap_row, typed

PEOPLE = {
    "people": [
        {"name": "Nana", "phone": "555 0101", "role": "carer"},
        {"name": "Ed", "phone": "555 0102", "role": "backup"},
        {"name": "Mo", "phone": "555 0103", "role": "friend"},
    ]
}


def known(companion: Companion) -> list[tuple[str, str, str]]:
    people = companion.snapshot().notes["people"].get("people", [])
    return [(person["name"], person["phone"], person["role"]) for person in people]


async def to(pilot, app: LeavingApp, name: str) -> None:
    await until(pilot, lambda: shows(app, "To the goodbye"))
    app.action_open(name)
    await until(pilot, lambda: list_has_focus(pilot))


async def test_everyone_stands_in_one_place_and_naming_someone_who_is_known_shows_them_as_they_are(
    app: LeavingApp, companion: Companion
) -> None:
    companion.remember("people", **PEOPLE)
    async with app.run_test(size=PHONE) as pilot:
        await to(pilot, app, "people")
        await until(pilot, lambda: shows(app, "Carers", "Nana 555 0101", "Friends", "Mo 555 0103", "Backup"))
        await pilot.press("a")
        await typed(pilot, "ed")
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "555 0102", "the backup person"))


async def test_a_person_is_added_changed_and_removed(app: LeavingApp, companion: Companion) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await to(pilot, app, "people")
        await pilot.press("a")
        await typed(pilot, "Ed")
        await pilot.press("enter")
        await until(pilot, lambda: list_has_focus(pilot) and shows(app, "They are a carer"))
        await fill_in(pilot, "phone", "enter", text="555")
        await fill_in(pilot, "role", "3")
        await until(pilot, lambda: known(companion) == [("Ed", "555", Role.BACKUP)])
        await fill_in(pilot, "name", "enter", text="mund")
        await until(
            pilot, lambda: known(companion)[0][0].endswith("mund") and shows(app, known(companion)[0][0])
        )
        await tap(pilot, "Remove")
        assert known(companion)
        await tap(pilot, "Yes, remove")
        await until(pilot, lambda: known(companion) == [] and shows(app, "Nobody yet"))


async def test_who_stayed_before_is_offered_by_name(app: LeavingApp, companion: Companion) -> None:
    companion.add(sample.story(START))
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: app.snapshot.finished)
        await to(pilot, app, "people")
        await pilot.press("a")
        await until(pilot, lambda: shows(app, "1 Nadia 2 Grandma 3 Sam"))
        await pilot.press("2")
        await until(
            pilot, lambda: known(companion) == [("Grandma", "", Role.CARER)] and list_has_focus(pilot)
        )
        app.action_open("plan")
        await until(pilot, lambda: shows(app, "Next outing") and list_has_focus(pilot))
        await open_field(pilot, "carer")
        await until(pilot, lambda: shows(app, "1 Grandma 2 Nadia 3 Sam"))
        await tap_row(pilot, "Nadia")
        await until(pilot, lambda: companion.snapshot().draft.carer == "Nadia")


async def test_a_note_goes_on_where_it_ends_and_two_people_never_get_one_name(
    app: LeavingApp, companion: Companion
) -> None:
    nana, *others = PEOPLE["people"]
    companion.remember("people", people=[{**nana, "note": "Key under\nthe pot"}, *others])
    async with app.run_test(size=PHONE) as pilot:
        await to(pilot, app, "people")
        await tap_row(pilot, "Nana")
        await fill_in(pilot, "note", "escape", text=", blue")
        await until(
            pilot,
            lambda: companion.snapshot().notes["people"]["people"][0]["note"] == "Key under\nthe pot, blue",
        )
        await open_field(pilot, "name")
        await pilot.press("ctrl+u")
        await typed(pilot, "Ed")
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "Ed is in the list already"))
        await pilot.press("escape")
        assert [name for name, _, _ in known(companion)] == ["Nana", "Ed", "Mo"]


async def test_a_number_is_there_when_it_is_needed(app: LeavingApp, companion: Companion) -> None:
    companion.remember("people", **PEOPLE)
    companion.prepare(PlanDraft(carer="nana"))
    companion.leave()
    async with app.run_test(size=(80, 30)) as pilot:
        await until(pilot, lambda: shows(app, "Home by", "I'm home"))
        await pilot.press("c")
        await until(pilot, lambda: shows(app, "555 0101", "Backup, Ed: 555 0102"))


async def test_the_baby_is_asked_about_once_and_can_be_skipped(the_door, companion: Companion) -> None:
    app = the_door()
    async with app.run_test(size=PHONE) as pilot:
        await tap(pilot, "Your baby's name")
        await tap(pilot, "Skip")
        await until(pilot, lambda: shows(app, "I've left") and not shows(app, "Your baby's name"))
        await pilot.press("escape")
        await tap(pilot, "To the goodbye")
        await until(pilot, lambda: shows(app, "I've left"))
        assert not shows(app, "Your baby's name")


async def test_leaving_without_an_answer_is_an_answer_too(the_door, companion: Companion) -> None:
    app = the_door()
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "Your baby's name"))
        await pilot.press("enter")
        await until(pilot, lambda: companion.snapshot().notes["choices"].get("baby_asked"))


async def test_a_birth_date_is_read_as_people_type_it_and_medical_needs_put_the_care_team_first(
    app: LeavingApp, companion: Companion
) -> None:
    async with app.run_test(size=PHONE) as pilot:
        await to(pilot, app, "baby")
        await fill_in(pilot, "born", "enter", text="14 Mar 2026")
        await until(pilot, lambda: shows(app, "14 Mar 2026 (8 months)"))
        assert companion.snapshot().notes["baby"]["born"] == "2026-03-14"
        await open_field(pilot, "born")
        await pilot.press("ctrl+u")
        await typed(pilot, "2027-01-01")
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "still to come"))
        await pilot.press("escape")
        await fill_in(pilot, "medical", "1")
        await until(pilot, lambda: shows(app, "follow your care team's plan"))
        app.action_open("sheet")
        await until(pilot, lambda: shows(app, "Follow the care team's plan."))
        companion.trust(yes=True)
        app.action_open("steps")
        await until(pilot, lambda: list_has_focus(pilot))
        await tap_row(pilot, "Meet up")
        await until(pilot, lambda: shows(app, "follow your care team's plan"))


async def test_T4_1_T4_2_the_age_card_speaks_of_many_babies_and_tells_both_sides_of_settling(
    app: LeavingApp, companion
) -> None:
    companion.remember("baby", born="2026-03-14")
    async with app.run_test(size=PHONE) as pilot:
        await tap(pilot, "Change plan")
        await until(pilot, lambda: list_has_focus(pilot))
        await pilot.press("end")
        await tap_row(pilot, "At this age")
        await until(pilot, lambda: shows(app, "6 to 9 months, your baby's age now", "Many babies"))
        await tap(pilot, "Older")
        await until(pilot, lambda: shows(app, "10 to 14 months", "For many babies"))
        await pilot.resize_terminal(*TERMINAL)
        await until(pilot, lambda: shows(app, "some take longer, so ask your carer how it went"))
        await pilot.resize_terminal(*PHONE)
        await pilot.press("left", "left")
        await until(pilot, lambda: shows(app, "0 to 5 months"))
        await tap(pilot, "Close")
        await until(pilot, lambda: shows(app, "At this age", "Done"))


async def test_T4_8_T4_9_any_word_for_the_parent_and_the_comfort_line_is_told_once(
    the_door, companion, clock
) -> None:
    companion.remember("baby", name="[/you]", me="Oma Käthe", born="2026-03-14")
    app = the_door()
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "Oma Käthe is going out now", "Bye-bye, [/you]!"))
        await until(pilot, lambda: shows(app, "A comfort toy", "not in the cot or crib"))
        await pilot.press("enter")
        await until(pilot, lambda: shows(app, "Home by", "I'm home"))
        clock.tick(minutes=20)
        companion.come_home()
        companion.answer(Felt.SKIPPED)
        companion.done()
        companion.prepare()
        app.beat()
        await until(pilot, lambda: shows(app, "I've left"))
        assert not shows(app, "comfort toy")


async def test_T4_9_an_older_child_needs_no_comfort_line(the_door, companion: Companion) -> None:
    companion.remember("baby", born="2025-11-14")
    app = the_door()
    async with app.run_test(size=PHONE) as pilot:
        await until(pilot, lambda: shows(app, "I've left"))
        assert not shows(app, "comfort toy")
