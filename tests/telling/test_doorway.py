"""What is said at the door only for now, and what is told only once."""

from datetime import timedelta

from leaving_tui.companion import Companion
from leaving_tui.content.library import Library
from leaving_tui.domain.outing import Felt
from leaving_tui.domain.plans import SavedPlans
from leaving_tui.telling.doorway import Doorway
from tests.conftest import HandClock


def at_the_door(companion: Companion, library: Library, clock: HandClock) -> Doorway:
    return Doorway(companion.snapshot(), library, clock())


def test_after_tears_the_usual_words_are_kept_for_the_next_time(companion, library, clock) -> None:
    companion.remember("goodbye", say="See you soon.", do="Kiss.")
    companion.prepare()
    usual = at_the_door(companion, library, clock).shown
    companion.choose_script(at_the_door(companion, library, clock).shortest.id)
    door = at_the_door(companion, library, clock)
    assert door.only_for_now
    door.leave(companion)
    snapshot = companion.snapshot()
    assert door.of_id(snapshot.draft.script) == usual
    assert door.of_id(SavedPlans.from_dict(snapshot.notes["plans"]).last.script) == usual


def test_looking_at_the_usual_words_or_those_for_tears_chooses_nothing_for_the_next_time(
    companion, library, clock
) -> None:
    for born in (None, f"{clock() - timedelta(days=220):%Y-%m-%d}"):
        companion.remember("baby", born=born)
        companion.prepare()
        door = at_the_door(companion, library, clock)
        for looked_at in (door.beside(1), door.shortest, door.usual):
            companion.choose_script(looked_at.id)
        at_the_door(companion, library, clock).leave(companion)
        assert companion.snapshot().draft.script is None
        companion.come_home()
        companion.answer(Felt.EASIER)
        companion.done()


def test_other_words_are_those_of_the_next_time_too(companion, library, clock) -> None:
    companion.prepare()
    other = next(script for script in library.scripts if not script.tears)
    companion.choose_script(other.id)
    at_the_door(companion, library, clock).leave(companion)
    assert companion.snapshot().draft.script == other.id


def test_the_baby_is_asked_for_with_what_it_changes_in_the_words_that_are_shown(
    companion, library, clock
) -> None:
    companion.prepare()
    for script in library.scripts:
        companion.choose_script(script.id)
        said = at_the_door(companion, library, clock).once
        assert ("makes these words theirs" in said) is ("{baby}" in script.say)
        assert ("Other goodbyes use them" in said) is ("{baby}" not in script.say)


def test_T4_9_the_comfort_line_and_the_question_who_it_is_are_told_once(companion, library, clock) -> None:
    companion.prepare()
    assert at_the_door(companion, library, clock).once == library.say("goodbye.ask_baby_for_others")
    companion.remember("baby", born=f"{clock() - timedelta(days=120):%Y-%m-%d}")
    door = at_the_door(companion, library, clock)
    assert door.once == library.goodbye.comfort.text
    door.leave(companion)
    assert at_the_door(companion, library, clock).once == ""
