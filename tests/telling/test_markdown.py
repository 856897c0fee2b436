"""The export to read: sentences, and what people typed as they typed it."""

from datetime import UTC, datetime, timedelta

from leaving_tui.content.library import Library
from leaving_tui.domain.outing import Felt, Kind, Moment, Outing, Plan
from leaving_tui.telling.markdown import as_markdown

LEFT = datetime(2026, 1, 5, 9, 9, tzinfo=UTC)


def test_it_reads_like_the_app_and_keeps_words_as_they_were_typed(library: Library) -> None:
    outing = Outing("0" * 32, LEFT, LEFT, Plan(carer="Sam_1", place="coffee", check_ins=(LEFT,))).leave(LEFT)
    for kind, detail, rating in (
        (Kind.BREATHE, {"pattern": "P1", "breaths": 3}, None),
        (Kind.CHECK_IN, {"planned": True}, None),
        (Kind.KIND, {"line": "L16"}, None),
        (Kind.RATING, {}, 7),
    ):
        outing = outing.note(Moment(LEFT, kind, detail, rating))
    home = LEFT + timedelta(minutes=45)
    outing = outing.come_home(home).answer(Felt.SAME, home)
    nasty = "# no\n<script>alert(1)</script> [x](http://y) `z` *w*"
    text = as_markdown([outing.reflect(home, found_out=nasty)], library)
    assert "## 2026-01-05 09:09, 45 min" in text
    assert "- Who was with your baby: Sam\\_1\n- Where you were: coffee\n" in text
    assert "- 09:09 breathed, 3 breaths\n" in text
    assert "- 09:09 the agreed check-in\n" in text
    assert "- 09:09 read a kind line\n" in text
    assert "- 09:09 anxious 7\n" in text
    assert "- about the same as you feared\n" in text
    assert "\\# no \\<script\\>alert(1)\\</script\\> \\[x\\](http://y) \\`z\\` \\*w\\*" in text
