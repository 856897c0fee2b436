"""What argparse says about a line that cannot be understood, in words for somebody who is no programmer."""

import re

from leaving_tui.content.screens import Screens

_KINDS = (
    (r"argument COMMAND: invalid choice: (?P<what>'.*?'|\S+)( .*)?", "no_command"),
    (
        r"argument .+: invalid choice: (?P<what>'.*?'|\S+) \((choose from|maybe you meant) (?P<of>.*)\)",
        "choice",
    ),
    (r"the following arguments are required: (?P<what>.*)", "which"),
    (r"unrecognized arguments: (?P<what>.*)", "unknown"),
    (r"argument (?:.+/)?(?P<what>.+): expected .*", "nothing_after"),
    (r"argument (?:.+/)?(?P<what>.+): ignored explicit argument .*", "nothing_wanted"),
    (r"argument .+?: (?P<what>.*)", "plainly"),
)


def kindly(message: str) -> str:
    """The sentence for a `message` of argparse; one that is not known goes out as it is."""
    for pattern, key in _KINDS:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            parts = {name: part.replace("'", "") for name, part in match.groupdict().items() if part}
            if key == "which":
                parts["what"] = parts["what"].lower()
            return _sentence(Screens().say(f"cli.wrong_{key}", parts))
    return _sentence(message)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".") + "."
