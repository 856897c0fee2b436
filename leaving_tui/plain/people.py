"""The people around the baby: carers, friends and the backup person, with their numbers."""

from leaving_tui.domain.text import clean_line
from leaving_tui.plain.form import Form, Way, fill_in
from leaving_tui.plain.questions import ask, numbered
from leaving_tui.plain.talk import Talk
from leaving_tui.telling.people_fields import Change, PeopleFields, keep_people, people_of, person_change


def people(talk: Talk) -> None:
    """Everyone who was named, and room for one more."""
    talk.tell(talk.library.say("people.about" if people_of(talk.snapshot).all else "people.none"))

    def keep(field_id: str, name: str) -> None:
        _change(talk, person_change(field_id, name, ""))
        if clean_line(name):
            _OnePerson(talk, clean_line(name)).fill_in()

    fill_in(
        talk, Form(lambda: _fields(talk).all(), keep, lambda field: _OnePerson(talk, field.enters).fill_in())
    )


class _OnePerson:
    """What is known of one person; a new name is the same person."""

    def __init__(self, talk: Talk, name: str) -> None:
        self._talk = talk
        self._name = name

    def fill_in(self) -> None:
        """Their name, number, role and note."""
        self._talk.tell(self._name)
        fill_in(self._talk, Form(lambda: _fields(self._talk).of(self._name), self._keep, ways=self._ways))

    def _keep(self, field_id: str, value: str) -> None:
        _change(self._talk, person_change(field_id, value, self._name))
        if field_id == "name":
            self._name = clean_line(value)

    def _ways(self) -> list[Way]:
        return [Way("r", self._talk.library.say("people.remove").lower(), self._remove)]

    def _remove(self) -> bool:
        """Ask once, then remove."""
        if not ask(self._talk, "", numbered([self._talk.library.say("people.really")])):
            return False
        _change(self._talk, lambda known: known.remove(self._name))
        self._talk.tell(self._talk.say("people.removed", name=self._name))
        return True


def _fields(talk: Talk) -> PeopleFields:
    return PeopleFields(talk.snapshot, talk.library)


def _change(talk: Talk, change: Change) -> None:
    keep_people(change, talk.snapshot)(talk.companion)
