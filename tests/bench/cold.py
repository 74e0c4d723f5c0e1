"""Measure the processor time of one document from a cold shell: ``qdot draft`` beside a plain script of docxtpl.

Run ``python tests/bench/cold.py [RUNS]``, with ``qdot`` installed beside this Python. Every run is a process of its
own, in turn; user and system time are counted, not the clock.
"""

import gc
import os
import pickle
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from cases import many
from content import DOCUMENT, ready
from dialects import write_jinja
from measuring import Action, interleaved, ratio, table

from assembler.matter import Engine

PLAIN_SCRIPT = """
import pickle, sys
from docxtpl import DocxTemplate
with open(sys.argv[2], "rb") as values:
    case = pickle.load(values)
document = DocxTemplate(sys.argv[1])
document.render(case, autoescape=True)
document.save(sys.argv[3])
"""
WARM = 2
PLAINLY, DRAFT = "docxtpl plainly, one document", "qdot draft, warm cache"


def processor_time(command: Callable[[int], list[str]], cache: Callable[[int], Path]) -> Action:
    """Run a command and count the processor time of it and of its children, in milliseconds."""

    def action(number: int) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        environment = os.environ | {"XDG_CACHE_HOME": str(cache(number))}
        subprocess.run(command(number), check=True, stdout=subprocess.DEVNULL, env=environment)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)

    return action


def commands(scratch: Path) -> dict[str, Action]:
    """Give each command that is measured; only one of them finds no cache."""
    python, qdot = sys.executable, str(Path(sys.executable).parent / "qdot")
    plain = [python, "-c", PLAIN_SCRIPT, f"{scratch}/plain.docx"]

    def draft(number: int) -> list[str]:
        return [qdot, "draft", f"{scratch}/{number}.yaml", DOCUMENT, "-o", f"{scratch}/out", "--force"]

    def on_a_case(name: str) -> Callable[[int], list[str]]:
        return lambda number: [qdot, name, f"{scratch}/{number}.yaml"]

    def kept(_: int) -> Path:
        return scratch / "cache"

    return {
        PLAINLY: processor_time(lambda number: [*plain, f"{scratch}/{number}.pickle", f"{scratch}/out.docx"], kept),
        DRAFT: processor_time(draft, kept),
        "qdot draft, empty cache": processor_time(draft, lambda number: scratch / f"cache-{number}"),
        **{f"qdot {name}": processor_time(on_a_case(name), kept) for name in ("check", "calendar", "figures")},
        "qdot --help": processor_time(lambda _: [qdot, "--help"], kept),
        "python, nothing": processor_time(lambda _: [python, "-c", "pass"], kept),
    }


def prepare(runs: int, scratch: Path) -> None:
    """Write the template, and for each run a case file and its values."""
    engine = Engine()
    write_jinja(engine, scratch / "plain.docx")
    for number, file in enumerate(many(runs)):
        (scratch / f"{number}.yaml").write_bytes(file)
        (scratch / f"{number}.pickle").write_bytes(pickle.dumps(ready(engine, file).portable))


def main(runs: int) -> None:
    """Measure, and print medians and the ratio."""
    gc.set_threshold(200_000, 50, 50)
    with tempfile.TemporaryDirectory() as folder:
        prepare(WARM + runs, Path(folder))
        times = interleaved(commands(Path(folder)), runs, WARM)
    print(f"milliseconds of processor time, {runs} interleaved runs after {WARM}")
    print(*table(times, PLAINLY), "", ratio(times, PLAINLY, DRAFT), sep="\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
