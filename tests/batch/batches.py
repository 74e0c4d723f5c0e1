"""Batches of a few small cases, in this process or in one that a test can kill."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from assembler.batch.options import Options
from assembler.batch.result import Result
from assembler.batch.run import Batch, open_batch
from assembler.batch.sources.source import Source
from assembler.problem import Problem

ROOT = Path(__file__).parents[2]
CALIFORNIA = (ROOT / "samples" / "california-couple.yaml").read_bytes()
LEDGER = "ledger.sqlite"
COUNT = 6
"""How many cases are drafted where one could be in the middle of them."""

SPOUSE = "João Batista d'Ávila Reyes".encode()
NAMES = ("Mirela Ionescu", "José Ó Briain", "王小明", "Fatima al-Haddad", "Anne-Marie d'Arcy", "Søren Ågård")


@dataclass(frozen=True)
class Outcome:
    """What a batch came to: each result as it came, all of them as the ledger has them, and the rest."""

    results: tuple[Result, ...]
    recorded: tuple[Result, ...]
    problems: tuple[Problem, ...]
    skipped: int


def options(out: Path, **changed: object) -> Options:
    """Ask for one document a case, so that no test takes long."""
    return replace(Options(out, wanted=("trust-agreement",)), **changed)  # type: ignore[arg-type]


def case(name: str, text: bytes = CALIFORNIA) -> Source:
    return Source(name, f"cases/{name}.yaml", text)


def cases(count: int, *, without: str = "") -> Iterator[Source]:
    """Give cases that differ in the spouse's name."""
    for number in range(count):
        name = f"case-{number}"
        if name != without:
            yield case(name, CALIFORNIA.replace(SPOUSE, NAMES[number % len(NAMES)].encode()))


def draft(options: Options, given: Iterable[Source | Problem], *, jobs: int = 1, resume: bool = False) -> Outcome:
    with open_batch(options, jobs=jobs, resume=resume) as batch:
        results = tuple(batch.draft(given))
        return Outcome(results, recorded(batch), tuple(batch.problems), batch.skipped)


def recorded(batch: Batch) -> tuple[Result, ...]:
    """Read the ledger, without the seconds that a case took, which differ from run to run."""
    return tuple(replace(result, seconds=0.0) for result in batch.results())


def tree(folder: Path) -> Mapping[str, bytes]:
    """Read every file below a folder except the ledger, whose bytes depend on how the run went."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(LEDGER))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(files)}


def start(script: str, *values: object) -> subprocess.Popen[str]:
    """Start a Python process, in a group of its own, that runs a script with these values as ``sys.argv``."""
    # it finds the project, and this module, where the test finds them
    paths = os.pathsep.join([str(Path(__file__).parent), str(ROOT)])
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, values)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": paths, "PYTHONUTF8": "1"},
        start_new_session=True,
    )


DRAFT = """
import sys
from pathlib import Path
import batches
from assembler.batch.run import open_batch
from assembler.cli import interrupts

out, jobs, count, *rest = sys.argv[1:]
with (
    open_batch(batches.options(Path(out)), jobs=int(jobs), resume=False, guard=interrupts.blocked) as batch,
    interrupts.stopping(batch),
):
    print("open", flush=True)
    for result in batch.draft(batches.cases(int(count))):
        print(result.name, result.state, flush=True)
    for problem in batch.problems:
        print(problem, flush=True)
    print("stopped" if batch.was_stopped else "ended", len(list(batch.results())), flush=True)
"""
"""Drafts some cases into a folder as the command does, and prints a line for each."""


def kill(process: subprocess.Popen[str]) -> None:
    """Kill a process at once, and wait until its workers have exited too: they hold its output open."""
    os.kill(process.pid, signal.SIGKILL)
    process.communicate(timeout=60)
