"""Measure ``qdot batch`` at 100, 1,000 and 10,000 cases, with one worker and with two.

Run ``python tests/bench/batch.py [FOLDER [COUNT...]]``, with ``qdot`` installed beside this Python; FOLDER is scratch
room for some gigabytes. Told are the time of a case, the peak memory of each process, and whether the files are the
same bytes for any number of workers.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from shutil import rmtree

from cases import write
from content import DOCUMENT

QDOT = Path(sys.executable).parent / "qdot"
JOBS = (1, 2)
RUNS = {100: 5, 1_000: 3}
"""How often a count is run; a larger one once."""

LEDGER = "ledger.sqlite"
"""The only file that may differ: it holds the time each case took."""


@dataclass(frozen=True)
class Run:
    """One run: seconds, peak memory of the parent and of its largest child in MB, and a digest of what it wrote."""

    seconds: float
    parent: float
    child: float
    digest: str


def family(process: int) -> Iterator[int]:
    """Name a process's children, and theirs."""
    with suppress(OSError):  # it may end while it is looked at
        for tasks in Path(f"/proc/{process}/task").glob("*/children"):
            for child in map(int, tasks.read_text().split()):
                yield child
                yield from family(child)


def peak(process: int) -> float:
    """Read the most memory a process had in its own pages, in MB; nothing for one that has ended."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0.0
    found = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(found[0]) / 1024 if found else 0.0


def watched(command: Sequence[str]) -> tuple[float, float, float]:
    """Run a command; give its seconds, and the peaks of its own memory and of its largest child's."""
    parent = child = 0.0
    start = time.perf_counter()
    with tempfile.TemporaryFile("w+") as said, subprocess.Popen(command, stdout=said, stderr=said) as process:
        while process.poll() is None:
            parent = max(parent, peak(process.pid))
            child = max([child, *map(peak, family(process.pid))])
            time.sleep(0.05)
        seconds = time.perf_counter() - start
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{said.read(1000)}\n{' '.join(command)}: exit {process.returncode}")
    return seconds, parent, child


def digest(folder: Path) -> str:
    """Digest every file that a run wrote, by its name and its bytes."""
    whole = sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(LEDGER)):
        whole.update(f"{path.relative_to(folder)} {sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


def run(cases: Path, out: Path, jobs: int) -> Run:
    """Run a batch once, into a folder that is taken away after."""
    command = [str(QDOT), "batch", str(cases), "-o", str(out), "--document", DOCUMENT, "--jobs", str(jobs)]
    seconds, parent, child = watched(command)
    made = Run(seconds, parent, child, digest(out))
    rmtree(out)
    return made


def told(count: int, runs: dict[int, list[Run]]) -> Iterator[str]:
    """Tell what a count of cases took."""
    for jobs, made in runs.items():
        seconds = statistics.median(one.seconds for one in made)
        parent, child = max(one.parent for one in made), max(one.child for one in made)
        yield (
            f"{count:>7,} {jobs:>7} {len(made):>5} {seconds:>9.1f} {1000 * seconds / count:>9.2f}"
            f" {parent:>10.0f} {child:>10.0f}"
        )
    one, two = (statistics.median(one.seconds for one in runs[jobs]) for jobs in JOBS)
    digests = {made.digest for every in runs.values() for made in every}
    yield f"        two workers / one: {one / two:.2f}; {'the same bytes' if len(digests) == 1 else 'OTHER bytes'}"


def main(scratch: Path, counts: Sequence[int]) -> None:
    """Measure, and print."""
    if subprocess.run([QDOT, "batch", "--help"], capture_output=True, check=False).returncode:
        raise SystemExit("qdot has no command `batch` yet")
    print("  cases workers  runs   seconds   ms/case  parent MB  worker MB")
    for count in counts:
        cases = scratch / f"cases-{count}"
        write(count, cases)
        runs: dict[int, list[Run]] = {jobs: [] for jobs in JOBS}
        for _ in range(RUNS.get(count, 1)):
            for jobs in JOBS:
                runs[jobs].append(run(cases, scratch / "out", jobs))
        print(*told(count, runs), sep="\n", flush=True)
        rmtree(cases)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as room:
        main(Path(room), [int(count) for count in sys.argv[2:]] or [100, 1_000, 10_000])
