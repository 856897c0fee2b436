"""A message to a friend that is ready to send is true where the person is."""

import pytest

from leaving_tui.companion import Companion
from leaving_tui.content.library import Library
from leaving_tui.telling.kind_lines import to_a_friend


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        ((), "First times apart are hard."),
        ((Companion.prepare,), "First times apart are hard."),
        ((Companion.prepare, Companion.leave), "I am out without the baby"),
        ((Companion.prepare, Companion.leave, Companion.come_home), "I left the baby with someone today."),
    ],
    ids=["at home", "at the door", "out", "home again"],
)
def test_it_says_being_out_only_to_those_who_are(companion, library: Library, choices, said) -> None:
    for choose in choices:
        choose(companion)
    assert f"Ready to send: {said}" in to_a_friend(companion.snapshot(), library)[-1]
