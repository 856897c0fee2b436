"""A past outing with any of its fields changed, or one written down long after it was."""

from uuid import uuid4

from leaving_tui.clock import zone_name
from leaving_tui.domain.amend import complete, from_memory
from leaving_tui.domain.outing import Outing
from leaving_tui.plain.form import Form, fill_in
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

    def fill_in(self) -> None:
        """Field by field."""
        fill_in(self._talk, Form(self._fields, self._keep))
        if not complete(self._outing):
            self._talk.tell(self._talk.library.say("history.not_kept"))

    def _fields(self) -> list[Field]:
        talk = self._talk
        return OutingFields(self._outing, talk.snapshot, talk.library, talk.now).all()

    def _keep(self, field_id: str, value: str) -> None:
        now = self._talk.now

        def changed(outing: Outing) -> Outing:
            return outing_changed(outing, field_id, value, now)

        was_kept, self._outing = complete(self._outing), changed(self._outing)
        if was_kept:
            self._talk.companion.revise(self._outing.id, changed)
        elif complete(self._outing):
            self._talk.companion.add([self._outing])
