"""What can be typed after `leaving`; each command's code is imported only when it runs."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from leaving_tui import __version__

Run = Callable[[argparse.Namespace], int]


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one sentence."""

    def error(self, message: str) -> NoReturn:
        sentence = message[:1].upper() + message[1:].rstrip(".")
        print(f"{sentence}. To see how it is used, type: {self.prog} --help", file=sys.stderr)
        sys.exit(2)


def parse(argv: Sequence[str] | None) -> argparse.Namespace:
    """The arguments, with `run` set to the command that was asked for."""
    parser = _parser()
    if "_ARGCOMPLETE" in os.environ:
        # Only a shell that completes a line asks for this; nothing else pays for it.
        import argcomplete

        argcomplete.autocomplete(parser)
    return parser.parse_args(argv)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="leaving",
        description="A calm companion for the first times you leave your baby with someone else.",
        epilog="Without a command it opens the app, at the right stage.",
    )
    parser.add_argument("--version", action="version", version=f"leaving {__version__}")
    _add_data(parser, _data_from_environment())
    parser.add_argument(
        "--no-mouse", action="store_true", help="leave taps to the terminal, so that a phone shows its keys"
    )
    parser.set_defaults(run=_later("run", "run_app"), span=None, carer=None, place=None)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)

    def command(name: str, run: Run, text: str, example: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=text, description=text, epilog=f"For example: {example}")
        added.set_defaults(run=run)
        # Without a default of its own it leaves one that was given before the command as it is.
        _add_data(added, argparse.SUPPRESS)
        return added

    go = command(
        "go",
        _later("run", "go"),
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
        _later("status", "status"),
        "One line: time left, home by, next check-in.",
        "leaving status --json",
    )
    status.add_argument("--json", action="store_true", help="as JSON")

    log = command("log", _later("log", "log"), "Past outings, newest first.", "leaving log -n 5")
    log.add_argument("--json", action="store_true", help="as JSON")
    log.add_argument("-n", type=_count, metavar="N", help="only the newest N")
    log.add_argument("--since", metavar="DATE", help="only from this day on, such as 2026-11-21 or 21 Nov")

    look_back = command(
        "look-back",
        _later("look_back", "look_back"),
        "What going out has shown: the belt, what you predicted, your numbers.",
        "leaving look-back --charts",
    )
    look_back.add_argument("--charts", action="store_true", help="draw the numbers too")

    sheet = command(
        "sheet",
        _later("sheet", "sheet"),
        "The care notes as one page, emergencies first.",
        "leaving sheet -o notes.html",
    )
    sheet.add_argument("-o", "--output", metavar="FILE", help="to this file; one that ends in .html to print")
    sheet.add_argument("--html", action="store_true", help="as HTML, whatever the file is called")

    command(
        "demo", _later("demo", "demo"), "The app on sample outings; nothing of it is kept.", "leaving demo"
    )

    command(
        "plain",
        _later("plain", "plain"),
        "The same outing as plain lines of text, for screen readers and simple terminals.",
        "leaving plain",
    )
    _journal_commands(command)
    command("where", _later("where", "where"), "Where your journal and your settings are.", "leaving where")
    return parser


def _journal_commands(command: Callable[[str, Run, str, str], argparse.ArgumentParser]) -> None:
    text = "All finished outings to a file: .json (whole), .csv or .md (to read)."
    command("export", _later("journal", "export"), text, "leaving export outings.json").add_argument("file")

    text = "Add the outings of an export, or of another journal; yours are never overwritten by older ones."
    add = command("import", _later("journal", "import_"), text, "leaving import outings.json")
    add.add_argument("file")
    add.add_argument("-y", "--yes", action="store_true", help="without asking")

    doctor = command(
        "doctor", _later("journal", "doctor"), "Is the journal sound?", "leaving doctor --repair"
    )
    doctor.add_argument("--repair", action="store_true", help="mend what can be mended")

    command("erase", _later("journal", "erase"), "Delete everything, after a typed confirm.", "leaving erase")

    config = command("config", _later("config", "config"), "Your settings.", "leaving config --example")
    config.add_argument("--example", action="store_true", help="a commented example to start from")


def _later(module: str, name: str) -> Run:
    """The command `name`, imported only if it is the one that runs: start-up time counts."""

    def run(options: argparse.Namespace) -> int:
        return int(getattr(import_module(f"leaving_tui.cli.{module}"), name)(options))

    return run


def _add_data(parser: argparse.ArgumentParser, default: object) -> None:
    text = "keep everything in this folder"
    parser.add_argument("--data", type=_folder, metavar="DIR", default=default, help=text)


def _folder(text: str) -> Path:
    if not text.strip():
        raise argparse.ArgumentTypeError("please give the name of a folder")
    return Path(text)


def _count(text: str) -> int:
    number = int(text) if text.isdigit() else 0
    if number < 1:
        raise argparse.ArgumentTypeError("please give a whole number above 0")
    return number


def _data_from_environment() -> Path | None:
    folder = os.environ.get("LEAVING_DATA", "")
    return Path(folder) if folder else None
