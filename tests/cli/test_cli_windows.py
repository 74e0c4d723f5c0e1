"""`qdot` where Python lacks what only Unix has, as on Windows: the same papers, and nobody sees a traceback."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import ROOT, names, sample
from test_cli_processes import run

WITHOUT_UNIX = """
import os, signal, sys
for module in ("fcntl", "grp", "pwd", "resource", "termios", "tty"):
    sys.modules[module] = None
for name in ("fork", "getuid", "geteuid", "getgid", "killpg", "setsid", "sched_getaffinity", "fchmod", "O_NOFOLLOW"):
    vars(os).pop(name, None)
for name in ("SIGKILL", "SIGHUP", "SIGALRM", "SIGUSR1", "pthread_sigmask", "alarm", "setitimer"):
    vars(signal).pop(name, None)
"""
"""What Python does as it starts, in each process, where this is its `sitecustomize`; Windows has os.umask."""

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def qdot(tmp_path: Path) -> Run:
    """Give what runs a command in a Python that has nothing of Unix."""
    (tmp_path / "python").mkdir()
    (tmp_path / "python" / "sitecustomize.py").write_text(WITHOUT_UNIX, encoding="utf-8")
    path = f"{tmp_path / 'python'}:{ROOT}"
    return lambda *arguments: run(*arguments, cwd=tmp_path, PYTHONPATH=path, XDG_CACHE_HOME=str(tmp_path / "cache"))


def test_a_case_is_judged_and_its_papers_are_drafted_and_drafted_again(tmp_path: Path, qdot: Run) -> None:
    first = qdot("draft", sample("bond"), "bond", "-o", "drafts")
    again = qdot("draft", sample("bond"), "bond", "-o", "drafts")

    assert (first.returncode, first.stderr, again.returncode) == (0, "", 0)
    assert "katz-bond.docx" in names(tmp_path / "drafts")


def test_many_cases_are_drafted_by_two_workers(tmp_path: Path, qdot: Run) -> None:
    cases = [str(sample("pension-pay")), str(sample("ira-roll-over"))]

    done = qdot("batch", *cases, "--jobs", "2", "-o", "drafts")

    assert (done.returncode, done.stderr) == (0, "")
    assert "2 cases: 2 done" in done.stdout


@pytest.mark.parametrize("words", [("new", "case.yaml"), ("calendar", str(sample("bond")), "--ics", "dates.ics")])
def test_what_else_writes_a_file_writes_it(words: tuple[str, ...], tmp_path: Path, qdot: Run) -> None:
    done = qdot(*words)

    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / words[-1]).is_file()
