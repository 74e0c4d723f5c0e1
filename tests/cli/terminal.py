"""Answer what `qdot` asks in a terminal of its own, by the path of each question."""

import os
import re
import sys
from pathlib import Path

import pexpect
from command_line import ROOT

from assembler import casefile
from assembler.casefile import paths
from assembler.casefile.shape import Case

YES_NO = r"\[y/N\] "
PROMPT = r"\n(?:which\? )?> "
HEAD = re.compile(r"(\S+)\s+\[\d+\s+answered,\s+\d+\s+open\]")


class Terminal:
    """One run of `qdot` in a pseudo-terminal, and all that it has shown."""

    def __init__(self, folder: Path, *arguments: str, columns: int = 100) -> None:
        environ = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "TERM": "dumb", "COLUMNS": str(columns)}
        command = ["-c", "from assembler.cli import main; main(prog_name='qdot')", *arguments]
        self._child = pexpect.spawn(
            sys.executable, command, cwd=str(folder), env=environ, encoding="utf-8", timeout=60, echo=False,
            dimensions=(50, columns),
        )  # fmt: skip
        self._child.delaybeforesend = None
        self.shown = ""

    def wait(self) -> str:
        """Wait for what is asked next, and return what was shown since; '' where the command has ended."""
        ended = self._child.expect([PROMPT, YES_NO, pexpect.EOF]) == 2
        new = str(self._child.before) + ("" if ended else str(self._child.after))
        self.shown += new
        return "" if ended else new

    def say(self, *lines: str) -> str:
        """Type lines, each when something is asked, and return what was shown for the last."""
        new = ""
        for line in lines:
            self._child.sendline(line)
            new = self.wait()
        return new

    def press(self, key: str) -> str:
        """Press Ctrl and a key."""
        self._child.sendcontrol(key)
        return self.wait()

    def end(self) -> int:
        """Wait for the end, and return the exit code."""
        self.shown += str(self._child.read())
        self._child.close()
        return int(-1 if self._child.exitstatus is None else self._child.exitstatus)


def answer_as(terminal: Terminal, sample: Case, file: Path, *, review: str = "yes") -> list[str]:
    """Answer every question as a case has it, pass over what it leaves out, and return the paths that were asked."""
    asked: list[str] = []
    shown = terminal.wait()
    while shown:
        if "look at them?" in " ".join(shown.split()):
            shown = terminal.say(review)
            continue
        path = HEAD.findall(shown)[-1]
        asked.append(path)
        if shown.endswith("[y/N] "):
            now = paths.answer(casefile.read(file).case, path) or () if file.exists() else ()
            shown = terminal.say("yes" if len(paths.answer(sample, path) or ()) > len(now) else "no")
        else:
            shown = terminal.say(said(sample, path))
    return asked


def said(sample: Case, path: str) -> str:
    """Say an answer as a person types it; '' where there is none."""
    answer = paths.answer(sample, path)
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    if isinstance(answer, tuple):
        return ", ".join(map(str, answer)) or "none"
    return "" if answer is None else str(answer)
