"""What can be typed at a stage: found by its key or its words, and offered."""

from leaving_tui.plain.talk import ENTER, Command, Talk


def names_of(talk: Talk, command: Command) -> list[str]:
    """What can be typed for `command` beside its key; the first is shown."""
    return [said.strip() for said in talk.say(f"command.{command.name}").split("|")]


def find(talk: Talk, line: str) -> Command | None:
    """The command that `line` is the key or the words of."""
    typed = line.casefold().rstrip(".")
    for command in talk.commands:
        if typed == command.key:
            return command
    for command in talk.commands:
        if typed == command.also or typed in (said.casefold() for said in names_of(talk, command)):
            return command
    return None


_LEAD = frozenset(("i", "i've", "i'm", "have", "am", "please", "to", "the", "my", "a"))
"""Words that say nothing of what is meant."""
_SHORT = 3
"""Letters from which on the beginning of a word is taken for it."""


def near(talk: Talk, line: str) -> Command | None:
    """The one command whose words `line` begins, or goes a little beyond, as `breathing` does `breath`."""
    typed = _bare(line)
    found = [
        command
        for command in talk.commands
        if any(_alike(typed, _bare(said)) for said in names_of(talk, command))
    ]
    return found[0] if len(found) == 1 else None


def _bare(text: str) -> str:
    words = text.casefold().replace("’", "'").rstrip(".!").split()
    return " ".join(word for word in words if word not in _LEAD)


def _alike(typed: str, name: str) -> bool:
    if min(len(typed), len(name)) < _SHORT:
        return False
    beyond = typed.removeprefix(name) if typed.startswith(name) else None
    return name.startswith(typed) or (beyond is not None and len(beyond) <= _SHORT and beyond.isalpha())


def told(talk: Talk, command: Command) -> str:
    """What to type for `command`, by its key or a word, and what it is."""
    first, *others = names_of(talk, command)
    key = talk.spoken(command.key)
    word = next((said for said in (first, *others) if said.isalpha()), first)
    if word != first and (command.key == ENTER or key == command.key):
        key = talk.say("key_or_word", key=key, word=word)
    return talk.say("choice", key=key, words=first)


def by_key(talk: Talk, line: str) -> Command | None:
    """The command whose key `line` is; its words do not count."""
    typed = line.casefold()
    keys = [command for command in talk.commands if typed == command.key]
    return next(iter([*keys, *(command for command in talk.commands if typed == command.also)]), None)


def key_of(talk: Talk, name: str) -> str:
    """What to type for the command of this name."""
    return next(command.key for command in talk.commands if command.name == name)


def offer(talk: Talk, *names: str) -> None:
    """Tell the keys of the commands of these names, side by side."""
    known = {command.name: command for command in talk.commands}
    talk.offer(*((known[name].key, names_of(talk, known[name])[0]) for name in names))
