"""`leaving completion bash`: what a shell needs to complete the commands, for its start file."""

import sys

from leaving_tui.cli.options import Options
from leaving_tui.cli.output import tell
from leaving_tui.content.library import Library


def completion(options: Options) -> int:
    """Print the shell's own code; to someone who looks at it, also say where it goes."""
    from argcomplete.shell_integration import shellcode

    print(shellcode(["leaving"], shell=options.shell).strip())
    if sys.stdout.isatty():
        tell(Library().say(f"completion.{options.shell}"), sys.stderr)
    return 0
