"""What can be typed at a stage: found by its key or its words, and offered."""

from leaving_tui.plain.talk import Command, Talk


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
