"""The baby's name is asked for once: the goodbye and the page use that of the care notes too."""

from leaving_tui.companion import Companion
from leaving_tui.content.library import Library
from leaving_tui.telling.baby_fields import baby_fields
from leaving_tui.telling.care_page import care_page
from leaving_tui.telling.doorway import Doorway
from leaving_tui.telling.names import names
from tests.conftest import HandClock


def test_the_full_name_of_the_care_notes_names_the_baby_until_another_name_is_given(
    companion: Companion, library: Library, clock: HandClock
) -> None:
    companion.prepare()
    for full, given, told in (("", "", ""), ("Mila Rose", "", "Mila"), ("Mila Rose", "Mimi", "Mimi")):
        companion.remember("sheet", baby_name=full)
        if given:
            companion.remember("baby", name=given)
        snapshot = companion.snapshot()
        assert names(snapshot, snapshot.outing.plan)["baby"] == told
        assert care_page(snapshot, library, clock.now).title == f"Care notes for {told or 'the baby'}"
        assert Doorway(snapshot, library, clock.now).asks_for_baby is not bool(told)
        [name] = [field for field in baby_fields(snapshot, library, clock.now) if field.id == "name"]
        assert (name.value, told in name.shown) == (given, not given)
