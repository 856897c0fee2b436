"""Kind words: what you yourself found out first, then a line to hold on to."""

from leaving_tui.domain.outing import Kind
from leaving_tui.plain.questions import ask
from leaving_tui.plain.talk import BACK, ENTER, Talk
from leaving_tui.telling.kind_lines import KindLine, kind_lines, to_a_friend


def kind(talk: Talk) -> None:
    """One line; Enter for the next."""
    talk.companion.finished()
    lines, at = kind_lines(talk.snapshot, talk.library, talk.now)
    ways = (
        (ENTER, talk.say("kind.next")),
        ("a", talk.say("kind.before")),
        ("f", talk.say("kind.friend")),
        (BACK, talk.library.say("common.done").lower()),
    )
    first = True
    talk.tell_once(talk.library.kindness.crying)
    try:
        while True:
            answer = ask(talk, _told(lines[at]), ways, listed=first)
            if answer == "f":
                talk.tell(*to_a_friend(talk.snapshot, talk.library))
                answer = ask(talk, "", ways[:2])
            at, first = (at + (-1 if answer == "a" else 1)) % len(lines), False
    finally:
        talk.companion.note(Kind.KIND, {"line": lines[at].id})


def _told(line: KindLine) -> str:
    """The line, and whose words they are where they are the person's own."""
    return f"{line.text} {line.whose[:1].upper()}{line.whose[1:]}." if line.whose else line.text
