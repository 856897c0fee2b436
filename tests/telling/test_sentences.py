"""What happened on an outing, in sentences that are true."""

import pytest

from leaving_tui.content.library import Library
from leaving_tui.domain.outing import Kind
from leaving_tui.telling.sentences import log
from tests.domain.lookback.outings import moment, outing

FEET = "a grounding exercise: Feet on the floor"


@pytest.mark.parametrize(
    ("detail", "told"),
    [
        ({"exercise": "E3", "steps": 2}, f"{FEET}, as far as step 2 of 4"),
        ({"exercise": "E3", "steps": 4}, FEET),
        ({"exercise": "E3", "steps": 9}, FEET),
        ({"exercise": "E3"}, FEET),
        ({"exercise": "E3", "steps": "two"}, FEET),
        ({"exercise": "mine, deleted", "steps": 2}, "a grounding exercise: mine, deleted"),
        ({"steps": 2}, "a grounding exercise"),
    ],
)
def test_an_exercise_says_how_far_it_went_only_where_that_is_known_and_not_to_its_end(
    detail: dict[str, object], told: str, library: Library
) -> None:
    lines = log(outing(moments=(moment(Kind.GROUND, **detail),)), library).splitlines()
    assert [line.partition("  ")[2] for line in lines][1] == told
