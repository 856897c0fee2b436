"""The program's own code for each shell completes its commands there."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from leaving_tui.cli import main
from tests.pty.terminal import surroundings

BASH = """
eval "$(leaving completion bash)"
COMP_LINE='leaving loo' COMP_POINT=11 COMP_TYPE=9 COMP_WORDS=(leaving loo) COMP_CWORD=1
_python_argcomplete leaving loo leaving
echo "${COMPREPLY[@]}"
"""
FISH = """
leaving completion fish | source
complete --do-complete 'leaving loo'
"""


@pytest.mark.parametrize(("shell", "script"), [("bash", BASH), ("fish", FISH)])
def test_the_shell_completes_a_command(shell: str, script: str, tmp_path: Path) -> None:
    if not shutil.which(shell):
        pytest.skip(f"no {shell} here")
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "leaving"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m leaving_tui "$@"\n', "utf-8")
    program.chmod(0o755)
    around = surroundings(tmp_path / "leaving")
    path = f"{tmp_path / 'bin'}{os.pathsep}{around.get('PATH', os.defpath)}"
    done = subprocess.run(
        [shell, "-c", script],
        env={**around, "PATH": path},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["look-back"], done.stderr


def test_zsh_gets_its_own_registration(capsys) -> None:
    assert main(["completion", "zsh"]) == 0
    assert "compdef _python_argcomplete leaving" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("shell", "file"), [("bash", ".bashrc"), ("zsh", "compinit"), ("fish", "config.fish")]
)
def test_someone_who_looks_at_it_is_told_where_it_goes(shell: str, file: str, capsys, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert main(["completion", shell]) == 0
    assert file in capsys.readouterr().err


def test_a_shell_that_we_do_not_know_is_named_in_one_sentence(capsys) -> None:
    with pytest.raises(SystemExit):
        main(["completion", "tcsh"])
    assert "bash" in capsys.readouterr().err
