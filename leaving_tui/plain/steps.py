"""The ladder: what the record suggests, and every step to take, or to make your own."""

from leaving_tui.plain.form import Form, Way, fill_in, read_aloud
from leaving_tui.plain.talk import Talk
from leaving_tui.plain.trust import ask_trust
from leaving_tui.telling.plan_changes import at_step
from leaving_tui.telling.step_fields import Change, StepFields, keep_ladder, new_step, step_change
from leaving_tui.telling.trust import trusts


def steps(talk: Talk) -> None:
    """All steps, and room for one more."""
    talk.companion.finished()
    talk.tell(_fields(talk).about())

    def keep(field_id: str, name: str) -> bool:
        change = step_change(field_id, name, "", talk.library)
        added = new_step(change, talk.snapshot, talk.library)
        _change(talk, change)
        return _OneStep(talk, added).fill_in()

    fill_in(
        talk, Form(lambda: _fields(talk).all(), keep, lambda field: _OneStep(talk, field.enters).fill_in())
    )


class _OneStep:
    """What is known of one step, and what can be done with it."""

    def __init__(self, talk: Talk, step_id: str) -> None:
        self._talk = talk
        self._id = step_id
        self._taken = False

    def fill_in(self) -> bool:
        """Its name, what to do before it, then what can be changed; whether it was taken."""
        fields = _fields(self._talk)
        self._talk.tell(fields.names[self._id], read_aloud(fields.before(self._id)))
        fill_in(self._talk, Form(lambda: _fields(self._talk).of(self._id), self._keep, ways=self._ways))
        return self._taken

    def _keep(self, field_id: str, value: str) -> None:
        _change(self._talk, step_change(field_id, value, self._id, self._talk.library))

    def _ways(self) -> list[Way]:
        say = self._talk.library.say
        return [
            Way("t", say("steps.take").lower(), self._take),
            Way("u", say("steps.up").lower(), lambda: self._move(-1)),
            Way("d", say("steps.down").lower(), lambda: self._move(1)),
            Way("h", say("steps.show" if self._hidden else "steps.hide").lower(), self._hide),
        ]

    @property
    def _hidden(self) -> bool:
        step = _fields(self._talk).ladder.step(self._id)
        return step is not None and step.hidden

    def _take(self) -> bool:
        """Plan the next outing with it; before the first one, a question (T3.1)."""
        talk = self._talk
        if not trusts(talk.snapshot):
            ask_trust(talk)
        if not trusts(talk.snapshot):
            return False
        change = at_step(self._id, talk.snapshot, talk.library)
        talk.companion.draft(change(talk.snapshot.draft))
        talk.tell_saved()
        self._taken = True
        return True

    def _move(self, places: int) -> bool:
        _change(self._talk, lambda ladder: ladder.move(self._id, places))
        shown = [step.id for step in _fields(self._talk).ladder.shown]
        if self._id in shown:
            said = self._talk.say("steps.place", n=shown.index(self._id) + 1, of=len(shown))
            self._talk.tell(said)
        return False

    def _hide(self) -> bool:
        hidden = not self._hidden
        _change(self._talk, lambda ladder: ladder.hide(self._id, hidden=hidden))
        self._talk.tell(self._talk.say("steps.hidden" if hidden else "steps.shown"))
        return False


def _fields(talk: Talk) -> StepFields:
    return StepFields(talk.snapshot, talk.library, talk.now)


def _change(talk: Talk, change: Change) -> None:
    keep_ladder(change, talk.snapshot, talk.library)(talk.companion)
