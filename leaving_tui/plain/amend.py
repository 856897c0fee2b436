"""A past outing with any of its fields changed, or one written down long after it was."""

from collections.abc import Callable
from uuid import uuid4

from leaving_tui.clock import zone_name
from leaving_tui.domain.amend import complete, from_memory, outside, taken_out, with_moment
from leaving_tui.domain.outing import Moment, Outing
from leaving_tui.plain.form import Form, Way, fill_in
from leaving_tui.plain.talk import Talk
from leaving_tui.telling.field import Field
from leaving_tui.telling.outing_fields import OutingFields, outing_changed


def change(talk: Talk, outing: Outing) -> None:
    """Change any field of `outing`; each change is kept at once."""
    _Amending(talk, outing).fill_in()


def add(talk: Talk) -> None:
    """Write an outing down; it is kept from when it has its two times."""
    _Amending(talk, from_memory(str(uuid4()), talk.now, zone_name())).fill_in()


class _Amending:
    """The outing as it stands, kept or not yet."""

    def __init__(self, talk: Talk, outing: Outing) -> None:
        self._talk = talk
        self._outing = outing
        self._taken_out: Moment | None = None
        """What was noted while out, and taken out here last."""

    def fill_in(self) -> None:
        """Field by field."""
        fill_in(self._talk, Form(self._fields, self._keep, ways=self._ways))
        if not complete(self._outing):
            self._talk.tell(self._talk.library.say("history.not_kept"))

    def _fields(self) -> list[Field]:
        talk = self._talk
        return OutingFields(self._outing, talk.snapshot, talk.library, talk.now).all()

    def _keep(self, field_id: str, value: str) -> None:
        before, now = self._outing, self._talk.now
        self._change(lambda outing: outing_changed(outing, field_id, value, now))
        if field_id in ("left", "home") and outside(self._outing):
            self._talk.tell(self._talk.library.say("history.outside"))
        if moment := taken_out(before, self._outing):
            self._taken_out = moment
            self._talk.tell(self._talk.say("history.taken_out"))
            self._talk.offer(*((way.key, way.words) for way in self._ways()))

    def _ways(self) -> list[Way]:
        words = self._talk.library.say("history.bring_it_back").lower()
        return [Way("z", words, self._bring_back)] if self._taken_out else []

    def _bring_back(self) -> None:
        moment, now, self._taken_out = self._taken_out, self._talk.now, None
        if moment is not None:
            self._change(lambda outing: with_moment(outing, moment, now))
            self._talk.tell_saved()

    def _change(self, change: Callable[[Outing], Outing]) -> None:
        was_kept, self._outing = complete(self._outing), change(self._outing)
        if was_kept:
            self._talk.companion.revise(self._outing.id, change)
        elif complete(self._outing):
            self._talk.companion.add([self._outing])
