"""What the ladder suggests says of which step it speaks: the plan beside it may be another one."""

from datetime import timedelta

from leaving_tui.domain.outing import Felt
from leaving_tui.domain.plans import PlanDraft
from leaving_tui.telling.step_fields import StepFields
from leaving_tui.telling.suggestion import suggestion_line


def test_a_step_like_the_last_outing_is_named_beside_a_plan_without_a_step(companion, library, clock) -> None:
    companion.draft(PlanDraft(span="20m"))
    companion.prepare()
    companion.leave()
    clock.now += timedelta(minutes=20)
    companion.come_home()
    companion.answer(Felt.SKIPPED)
    companion.done()
    companion.draft(PlanDraft(span="45m"))
    companion.trust(yes=True)
    assert companion.finished()
    snapshot = companion.snapshot()
    line = suggestion_line(snapshot, library, clock())
    assert "20 min" in line
    assert "This step" not in line
    assert "Walk round the block" in line
    assert StepFields(snapshot, library, clock()).about() == line
