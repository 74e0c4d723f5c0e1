"""Measure what four times the words cost: the same agreement with each clause there again under other ids.

Run ``python tests/bench/length.py [RUNS]``. The longer agreement is drafted from a firm's folder, made for this, whose
outline names every clause but the definitions four times; the cost is held against the words there really are.
"""

import gc
import re
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import yaml
from cases import many
from content import DOCUMENT, Ready, ready
from measuring import Action, Times, interleaved, table
from ours import ours

from assembler.matter import Engine
from assembler.matter.resources import folder

TIMES, WARM = 4, 5
SHOWN = ("render", "merge", "check", "road (")


def copies(identity: str) -> list[str]:
    """Name a clause and its copies."""
    return [identity, *(f"{identity}-{number}" for number in range(2, TIMES + 1))]


def write_firm(firm: Path) -> Path:
    """Write a firm's folder whose agreement has each of its clauses so many times."""
    ours = folder("clauses")
    outline = yaml.safe_load((ours / "outlines" / f"{DOCUMENT}.yaml").read_text(encoding="utf-8"))
    (firm / "clauses" / "outlines").mkdir(parents=True)
    for part in outline["parts"]:
        for identity in part["clauses"]:
            (source,) = ours.rglob(f"{identity}.md")
            text = source.read_text(encoding="utf-8")
            for name in copies(identity)[1:]:
                copy = re.sub(r"(?m)^id: .*$", f"id: {name}", text, count=1)
                (firm / "clauses" / f"{name}.md").write_text(copy, encoding="utf-8")
        part["clauses"] = [name for identity in part["clauses"] for name in copies(identity)]
    written = yaml.safe_dump(outline, allow_unicode=True, sort_keys=False)
    (firm / "clauses" / "outlines" / f"{DOCUMENT}.yaml").write_text(written, encoding="utf-8")
    return firm


def words(case: Ready) -> int:
    """Count the words of an agreement's clauses."""
    return sum(len(text.split()) for text in case.rendered.expected.clauses.values())


def actions(length: str, engine: Engine, runs: int, scratch: Path) -> tuple[dict[str, Action], int]:
    """Give what is measured of one length, and its words."""
    cases = [ready(engine, file) for file in many(WARM + runs)]
    (scratch / length).mkdir()
    every = ours(engine, cases, scratch / length)
    shown = {f"{name}, {length}": action for name, action in every.items() if name.startswith(SHOWN)}
    return shown, words(cases[0])


def told(times: Times, longer: float) -> Iterator[str]:
    """Give the cost of four times the words."""
    for name in times:
        what, _, length = name.rpartition(", ")
        if length == "once":
            cost = statistics.median(times[f"{what}, four times"]) / statistics.median(times[name])
            yield f"{what}: {longer:.2f} times the words cost {cost:.2f} times; four times, {cost * TIMES / longer:.2f}"


def main(runs: int) -> None:
    """Measure, and print medians and ratios."""
    gc.set_threshold(200_000, 50, 50)
    with tempfile.TemporaryDirectory() as scratch:
        firm = write_firm(Path(scratch) / "firm")
        once, few = actions("once", Engine(), runs, Path(scratch))
        four, more = actions("four times", Engine(firm), runs, Path(scratch))
        times = interleaved({**once, **four}, runs, WARM)
    print(f"{few:,} and {more:,} words; milliseconds a document, {runs} interleaved rounds after {WARM}")
    print(*table(times), "", *told(times, more / few), sep="\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
