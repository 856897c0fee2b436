"""Your baby, written down once, and what many babies do at an age."""

from leaving_tui.content.facts import AgeCard
from leaving_tui.plain.form import Form, Way, fill_in
from leaving_tui.plain.questions import ask
from leaving_tui.plain.talk import ENTER, Talk
from leaving_tui.telling.baby_fields import baby_fields, baby_of, keep_baby
from leaving_tui.telling.goodbyes import COMFORT_UNTIL, months_old


def baby(talk: Talk) -> None:
    """Name, birth date, the word for you, and medical needs; any of it can be left out."""
    # From now on nobody asks of their own accord.
    talk.companion.remember("choices", baby_asked=True)
    medical = baby_of(talk.snapshot).medical
    talk.tell(talk.library.ladder.care_team if medical else talk.library.say("baby.about"))

    def keep(field_id: str, value: str) -> None:
        keep_baby(field_id, value, talk.now)(talk.companion)

    def ways() -> list[Way]:
        return [Way("a", talk.library.say("plan.age").lower(), lambda: age(talk))]

    fill_in(talk, Form(lambda: baby_fields(talk.snapshot, talk.library, talk.now), keep, ways=ways))


def age(talk: Talk) -> None:
    """One card at a time, the one for the baby's age first: ranges, never what a baby will do (T4.1)."""
    cards, say = talk.library.ages, talk.library.say
    own = talk.library.age(months_old(talk.snapshot, talk.now))
    if own is None:
        talk.tell(say("age.unknown"))
    at, first = cards.index(own) if own else 0, True
    ways = (("o", say("age.older").lower()), ("y", say("age.younger").lower()))
    done = (ENTER, say("common.done").lower())
    while True:
        _tell_card(talk, cards[at], own)
        chosen = ask(talk, "", (*ways, done), listed=first)
        if chosen not in ("o", "y"):
            return
        first, at = False, max(0, min(len(cards) - 1, at + (1 if chosen == "o" else -1)))


def _tell_card(talk: Talk, card: AgeCard, own: AgeCard | None) -> None:
    talk.tell(talk.library.say("age.yours" if card is own else "age.months", name=card.name))
    talk.tell(*(line.text for line in card.lines))
    talk.tell(talk.library.goodbye.comfort.text if card.from_months < COMFORT_UNTIL else "")
