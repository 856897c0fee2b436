"""Away: when you will be home, how long that is, and what helps until then."""

import re
from collections.abc import Callable
from functools import partial

from leaving_tui.domain.countdown import Countdown, clock_digits
from leaving_tui.domain.outing import Kind
from leaving_tui.plain.commands import offer
from leaving_tui.plain.ground import check_in
from leaving_tui.plain.lengths import in_full
from leaving_tui.plain.questions import rate
from leaving_tui.plain.talk import ENTER, Command, Talk
from leaving_tui.telling.agreed import agreed_with_key
from leaving_tui.telling.face import face, next_face
from leaving_tui.telling.late import late_message
from leaving_tui.telling.names import when_back
from leaving_tui.telling.own_record import from_own_record
from leaving_tui.telling.sentences import log
from leaving_tui.telling.waiting import minutes_left

FIVE = 5
"""Minutes by which one key moves the return."""
_BY = r"([+-])\s*(\d{1,3})\s*(?:m|mins?|minutes?)?"


def arrive(talk: Talk) -> None:
    """With whom, what was agreed, what the own record says, and what can be done."""
    outing = talk.outing
    carer = outing.plan.carer
    talk.tell(talk.say("away.with", carer=carer) if carer else talk.say("away.alone"))
    talk.tell(talk.say("home.place", place=outing.plan.place) if outing.plan.place else "")
    talk.tell(agreed_with_key(outing, talk.now, talk.library))
    talk.companion.finished()
    talk.tell(*from_own_record(talk.snapshot, talk.library))
    offer(talk, "breathe", "ground", "kind", "check", "rate", "home", "keys")


def ready(talk: Talk) -> None:
    """The time left."""
    outing = talk.outing
    if outing.left_at is None or outing.due_at is None:
        return
    at = when_back(outing.due_at, talk.now, talk.library)
    countdown = Countdown(outing.left_at, outing.due_at, talk.now)
    left = in_full(talk, countdown.minutes)
    if countdown.past and not countdown.minutes:
        talk.tell(talk.library.say("away.past_now"))
    elif countdown.past:
        talk.tell(talk.say("away.past", at=at, left=left))
    elif face(talk.snapshot) == "hidden":
        talk.tell(talk.say("away.hidden", at=at))
    else:
        digits = clock_digits(countdown.seconds) if face(talk.snapshot) == "seconds" else left
        talk.tell(talk.say("away.left", at=at, left=digits))
    talk.tell(_wait(talk))


def _wait(talk: Talk) -> str:
    """A wait that runs, or that is over and of which nothing was said."""
    left = minutes_left(talk.snapshot, talk.now)
    if left is None:
        return ""
    return talk.say("away.waiting", length=in_full(talk, left)) if left else talk.say("away.waited")


def _other_face(talk: Talk) -> None:
    talk.companion.remember("choices", countdown=next_face(talk.snapshot))


def _home(talk: Talk) -> None:
    talk.companion.come_home()


def _rate(talk: Talk) -> None:
    rating = rate(talk, talk.library.rating.question)
    if rating is not None:
        talk.companion.note(Kind.RATING, rating=rating)
        talk.tell_saved()


def _so_far(talk: Talk) -> None:
    talk.tell(
        log(talk.outing, talk.library) or talk.say("away.nothing"),
        agreed_with_key(talk.outing, talk.now, talk.library),
    )


def by_minutes(line: str) -> Callable[[Talk], None] | None:
    """What moves the return, where `line` says by how much, such as `+10` or `- 15 min`."""
    match = re.fullmatch(_BY, line.strip().casefold())
    return partial(_move, int(f"{match[1]}{match[2]}")) if match else None


def _move(minutes: int, talk: Talk) -> None:
    talk.companion.move_return(minutes)
    if minutes > 0 and late_message(talk.outing, talk.now, talk.library):
        offer(talk, "late")


def _late(talk: Talk) -> None:
    """A message ready to send, as the return stands now."""
    message = late_message(talk.outing, talk.now, talk.library)
    talk.tell(talk.library.say("kind.message", text=message) if message else talk.say("away.not_late"))


def _time(_: Talk) -> None:
    """The time left is told after each command, so there is nothing more to do."""


COMMANDS = (
    Command(ENTER, "time", _time),
    Command("h", "home", _home),
    Command("c", "check", check_in),
    Command("r", "rate", _rate),
    Command("+", "later", partial(_move, FIVE)),
    Command("-", "earlier", partial(_move, -FIVE)),
    Command("m", "late", _late),
    Command("s", "face", _other_face),
    Command("o", "so_far", _so_far),
)
