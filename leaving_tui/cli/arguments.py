"""What can be typed after `leaving`; each command's code is imported only when it runs."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import NoReturn

from leaving_tui import __version__
from leaving_tui.cli.options import STATUS, THE_APP, Options, Run, later
from leaving_tui.cli.output import tell
from leaving_tui.content.screens import Screens


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one sentence."""

    def error(self, message: str) -> NoReturn:
        from leaving_tui.cli.wrong_use import kindly
        from leaving_tui.telling.program import program

        # This one, or that of a command: `leaving go`.
        typed = self.prog.replace("leaving", program(), 1)
        tell(f"{kindly(message)} {Screens().say('cli.wrong_how', {'typed': typed})}", sys.stderr)
        sys.exit(2)


def parse(words: Sequence[str]) -> Options:
    """The arguments, with `run` set to the command that was asked for."""
    completing = "_ARGCOMPLETE" in os.environ
    if words[:1] == ["help"]:
        words = [*words[1:2], "--help"]
    # A command that comes first needs no other one to be understood.
    asked = words[:1] if words and words[0] in COMMANDS and not completing else COMMANDS
    parser = _parser(asked)
    if completing:
        # Only a shell that completes a line asks for this; nothing else pays for it.
        import argcomplete

        argcomplete.autocomplete(parser)
    return parser.parse_args(words, Options(THE_APP))


def _parser(names: Iterable[str]) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="leaving",
        description="A calm companion for the first times you leave your baby with someone else.",
        epilog="Without a command it opens the app, at the right stage. More about one: leaving help log",
    )
    parser.add_argument("--version", action="version", version=f"leaving {__version__}")
    _add_data(parser)
    _add_mouse(parser)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)
    for name in names:
        run, text, example, add_its_own = COMMANDS[name]
        command = commands.add_parser(name, help=text, description=text, epilog=f"For example: {example}")
        command.set_defaults(run=run)
        _add_data(command)
        add_its_own(command)
    return parser


def _go(command: argparse.ArgumentParser) -> None:
    command.add_argument("span", nargs="?", metavar="DURATION or HH:MM", help="30m, 1h30 or 15:30")
    # Else `-5m` would be an option nobody knows; as a length it gets the sentence about lengths.
    command._negative_number_matcher = re.compile(r"-\d")  # noqa: SLF001 - argparse has no other way
    command.add_argument("--with", dest="carer", metavar="NAME", help="who is with your baby")
    command.add_argument("--to", dest="place", metavar="PLACE", help="where you are going")
    _add_mouse(command)


def _status(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="as JSON")


def _log(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="as JSON")
    command.add_argument("-n", type=_count, metavar="N", help="only the newest N")
    command.add_argument(
        "--since", metavar="DATE", help="only from this day on: 2026-11-21, 21 Nov, Mon or yesterday"
    )


def _look_back(command: argparse.ArgumentParser) -> None:
    command.add_argument("--charts", action="store_true", help="draw the numbers too")


def _sheet(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "-o", "--output", metavar="FILE", help="to this file; one that ends in .html to print"
    )
    command.add_argument("--html", action="store_true", help="as HTML, whatever the file is called")
    _add_yes(command, "replace a file that is there already, without asking")


def _export(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", help="a name that ends in .json, .csv or .md")
    _add_yes(command, "replace a file that is there already, without asking")


def _import(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", help="an export, or the outings.json of a journal")
    _add_yes(
        command,
        "without asking; where no terminal is to ask in, a y or n on the pipe counts, and without one "
        "the outings are added",
    )


def _add_mouse(command: argparse.ArgumentParser) -> None:
    text = "leave taps to the terminal, so that a phone shows its keys"
    # As with the folder: what was said before the command stays said.
    command.add_argument("--no-mouse", action="store_true", default=argparse.SUPPRESS, help=text)


def _add_yes(command: argparse.ArgumentParser, text: str) -> None:
    command.add_argument("-y", "--yes", action="store_true", help=text)


def _doctor(command: argparse.ArgumentParser) -> None:
    command.add_argument("--repair", action="store_true", help="mend what can be mended")


def _config(command: argparse.ArgumentParser) -> None:
    command.add_argument("--example", action="store_true", help="a commented example to start from")


def _completion(command: argparse.ArgumentParser) -> None:
    command.add_argument("shell", choices=("bash", "zsh", "fish"), help="which shell")


def _nothing(_: argparse.ArgumentParser) -> None:
    pass


COMMANDS: dict[str, tuple[Run, str, str, Callable[[argparse.ArgumentParser], None]]] = {
    "go": (
        later("run", "go"),
        "Straight to the goodbye, with this plan.",
        'leaving go 45m --with Grandma --to "the shop"',
        _go,
    ),
    "status": (STATUS, "One line: time left, home by, next check-in.", "leaving status --json", _status),
    "log": (later("log", "log"), "Past outings, newest first.", "leaving log -n 5", _log),
    "look-back": (
        later("look_back", "look_back"),
        "What going out has shown: the belt, what you predicted, your numbers.",
        "leaving look-back --charts",
        _look_back,
    ),
    "sheet": (
        later("sheet", "sheet"),
        "The care notes as one page, emergencies first.",
        "leaving sheet -o notes.html",
        _sheet,
    ),
    "demo": (
        later("demo", "demo"),
        "The app on sample outings; nothing of it is kept.",
        "leaving demo",
        _add_mouse,
    ),
    "plain": (
        later("plain", "plain"),
        "The same outing as plain lines of text, for screen readers and simple terminals.",
        "leaving plain",
        _nothing,
    ),
    "export": (
        later("journal", "export"),
        "All finished outings to a file: .json (whole), .csv or .md (to read).",
        "leaving export outings.json",
        _export,
    ),
    "import": (
        later("journal", "import_"),
        "Add the outings of an export, or of another journal; yours are never overwritten by older ones.",
        "leaving import outings.json",
        _import,
    ),
    "doctor": (later("journal", "doctor"), "Is the journal sound?", "leaving doctor --repair", _doctor),
    "erase": (
        later("journal", "erase"),
        "Delete everything, after a typed confirm.",
        "leaving erase",
        _nothing,
    ),
    "config": (
        later("config", "config"),
        "Where your settings are, or an example to start from.",
        "leaving config --example",
        _config,
    ),
    "where": (
        later("where", "where"),
        "Where your journal and your settings are.",
        "leaving where",
        _nothing,
    ),
    "completion": (
        later("completion", "completion"),
        "What your shell needs to complete these commands.",
        'eval "$(leaving completion bash)"',
        _completion,
    ),
}
"""Each command: what runs, what it is for, an example, and what it adds to the line."""


def _add_data(parser: argparse.ArgumentParser) -> None:
    text = "keep everything in this folder"
    # Without a default it leaves a folder that was named before the command, or by the environment, as it is.
    parser.add_argument("--data", type=_folder, metavar="DIR", default=argparse.SUPPRESS, help=text)


def _folder(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("please give the name of a folder")
    return text


def _count(text: str) -> int:
    number = int(text) if text.isdigit() else 0
    if number < 1:
        raise argparse.ArgumentTypeError("please give a whole number above 0")
    return number
