"""What can be typed after `leaving`; each command's code is imported only when it runs."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from leaving_tui import __version__
from leaving_tui.cli.options import STATUS, THE_APP, Options, Run, later


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one sentence."""

    def error(self, message: str) -> NoReturn:
        sentence = message[:1].upper() + message[1:].rstrip(".")
        print(f"{sentence}. To see how it is used, type: {self.prog} --help", file=sys.stderr)
        sys.exit(2)


def parse(words: Sequence[str]) -> Options:
    """The arguments, with `run` set to the command that was asked for."""
    parser = _parser()
    if "_ARGCOMPLETE" in os.environ:
        # Only a shell that completes a line asks for this; nothing else pays for it.
        import argcomplete

        argcomplete.autocomplete(parser)
    return parser.parse_args(words, Options(THE_APP))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="leaving",
        description="A calm companion for the first times you leave your baby with someone else.",
        epilog="Without a command it opens the app, at the right stage.",
    )
    parser.add_argument("--version", action="version", version=f"leaving {__version__}")
    _add_data(parser)
    parser.add_argument(
        "--no-mouse", action="store_true", help="leave taps to the terminal, so that a phone shows its keys"
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)

    def command(name: str, run: Run, text: str, example: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=text, description=text, epilog=f"For example: {example}")
        added.set_defaults(run=run)
        _add_data(added)
        return added

    go = command(
        "go",
        later("run", "go"),
        "Straight to the goodbye, with this plan.",
        'leaving go 45m --with Grandma --to "the shop"',
    )
    go.add_argument("span", nargs="?", metavar="DURATION or HH:MM", help="30m, 1h30 or 15:30")
    # Else `-5m` would be an option nobody knows; as a length it gets the sentence about lengths.
    go._negative_number_matcher = re.compile(r"-\d")  # noqa: SLF001 - argparse has no other way
    go.add_argument("--with", dest="carer", metavar="NAME", help="who is with your baby")
    go.add_argument("--to", dest="place", metavar="PLACE", help="where you are going")

    status = command(
        "status",
        STATUS,
        "One line: time left, home by, next check-in.",
        "leaving status --json",
    )
    status.add_argument("--json", action="store_true", help="as JSON")

    log = command("log", later("log", "log"), "Past outings, newest first.", "leaving log -n 5")
    log.add_argument("--json", action="store_true", help="as JSON")
    log.add_argument("-n", type=_count, metavar="N", help="only the newest N")
    log.add_argument("--since", metavar="DATE", help="only from this day on, such as 2026-11-21 or 21 Nov")

    look_back = command(
        "look-back",
        later("look_back", "look_back"),
        "What going out has shown: the belt, what you predicted, your numbers.",
        "leaving look-back --charts",
    )
    look_back.add_argument("--charts", action="store_true", help="draw the numbers too")

    sheet = command(
        "sheet",
        later("sheet", "sheet"),
        "The care notes as one page, emergencies first.",
        "leaving sheet -o notes.html",
    )
    sheet.add_argument("-o", "--output", metavar="FILE", help="to this file; one that ends in .html to print")
    sheet.add_argument("--html", action="store_true", help="as HTML, whatever the file is called")

    command(
        "demo", later("demo", "demo"), "The app on sample outings; nothing of it is kept.", "leaving demo"
    )

    command(
        "plain",
        later("plain", "plain"),
        "The same outing as plain lines of text, for screen readers and simple terminals.",
        "leaving plain",
    )
    _journal_commands(command)
    command("where", later("where", "where"), "Where your journal and your settings are.", "leaving where")
    return parser


def _journal_commands(command: Callable[[str, Run, str, str], argparse.ArgumentParser]) -> None:
    text = "All finished outings to a file: .json (whole), .csv or .md (to read)."
    command("export", later("journal", "export"), text, "leaving export outings.json").add_argument("file")

    text = "Add the outings of an export, or of another journal; yours are never overwritten by older ones."
    add = command("import", later("journal", "import_"), text, "leaving import outings.json")
    add.add_argument("file")
    add.add_argument("-y", "--yes", action="store_true", help="without asking")

    doctor = command("doctor", later("journal", "doctor"), "Is the journal sound?", "leaving doctor --repair")
    doctor.add_argument("--repair", action="store_true", help="mend what can be mended")

    command("erase", later("journal", "erase"), "Delete everything, after a typed confirm.", "leaving erase")

    config = command("config", later("config", "config"), "Your settings.", "leaving config --example")
    config.add_argument("--example", action="store_true", help="a commented example to start from")


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
