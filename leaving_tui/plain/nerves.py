"""More than nerves: danger first, people to call, then when it may be; no network, no questions."""

from leaving_tui.content.facts import HelpLine, Region
from leaving_tui.plain.questions import ask
from leaving_tui.plain.talk import BACK, ENTER, Talk
from leaving_tui.telling.format import local
from leaving_tui.telling.region import region_code


def nerves(talk: Talk) -> None:
    """Numbers at once; the rest in two parts, each with a way out before it (T6.2, T8.5)."""
    words = talk.library.more_than_nerves
    region = talk.library.region(region_code(talk.snapshot, talk.settings.region))
    talk.tell(talk.say("nerves.heads_up"))
    talk.tell(words.danger_here.replace("{number}", region.danger.number) if region.danger else words.danger)
    talk.tell(words.lines_intro if region.danger else words.unknown_region)
    talk.tell(*map(_line, region.lines), _checked(talk, region) if region.danger else words.choose_region)
    _go_on(talk)
    talk.tell(words.intro, *words.signs, *words.hope, words.who, words.scary_heads_up)
    _go_on(talk)
    talk.tell(*words.scary, *words.now)


def _go_on(talk: Talk) -> None:
    ask(talk, "", ((ENTER, talk.say("nerves.go_on")), (BACK, talk.say("nerves.stop"))))


def _line(line: HelpLine) -> str:
    return "\n".join(part for part in (f"{line.name}: {line.number}", line.hours, line.note) if part)


def _checked(talk: Talk, region: Region) -> str:
    words = talk.library.more_than_nerves
    said = words.checked.replace("{date}", f"{region.checked_on:%d %b %Y}")
    return f"{said} {words.stale}" if region.stale(local(talk.now).date()) else said
