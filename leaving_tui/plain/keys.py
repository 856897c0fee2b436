"""Letters that the person chose in their config, which are theirs in plain lines as well."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from leaving_tui.plain.talk import BACK, ENTER, Command

_SIGNS = {"question_mark": "?", "plus": "+", "minus": "-", "equals_sign": "=", "slash": "/"}
_OTHER_NAMES = {
    "to_goodbye": "goodbye",
    "left": "leave",
    "other_words": "script_after",
    "own_words": "script",
    "skipped": "skip",
    "nerves": "help",
}
"""What a command is called in the config, where that is not its name here."""


def chosen(commands: Sequence[Command], keys: Mapping[str, str]) -> list[Command]:
    """`commands` with the letters that `keys` give them; those they had go on, where no other has them."""
    return [_with_its_letter(command, keys) for command in commands]


def _with_its_letter(command: Command, keys: Mapping[str, str]) -> Command:
    letter = next(_letters(keys.get(_in_config(command.name), "")), None)
    if letter is None or letter == command.key:
        return command
    if command.key in (ENTER, BACK):
        return replace(command, also=letter)
    return replace(command, key=letter, also=command.key)


def only_on_screens(commands: Sequence[Command], keys: Mapping[str, str]) -> list[str]:
    """Keys chosen for `commands` that cannot be typed as a line, such as `f5`."""
    asked = [keys[name] for command in commands if (name := _in_config(command.name)) in keys]
    return [key for key in asked if not any(_letters(key))]


def _letters(keys: str) -> Iterator[str]:
    """What can be typed of keys such as `f5,v`."""
    for key in keys.split(","):
        sign = _SIGNS.get(key.strip(), key.strip())
        if len(sign) == 1 and sign.isprintable() and not sign.isspace() and not sign.isdecimal():
            yield sign.casefold()


def _in_config(name: str) -> str:
    return _OTHER_NAMES.get(name, name)
