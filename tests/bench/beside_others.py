"""Measure our merge, our check and the whole road beside other engines, in one interleaved run on the same cases.

Run ``python tests/bench/beside_others.py [ROUNDS] [PEERS]``; PEERS is the folder in which the other engines are
installed, as README.md says. In each round every engine makes five documents, each of another case; what is checked is
of a case that nothing before has seen.
"""

import gc
import html
import json
import pickle
import re
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from cases import many
from content import Ready, condition, deflates, flat, ready
from dialects import DIALECTS, write, write_jinja
from measuring import Times, interleaved, ratio, table
from ours import ours
from peers import running

from assembler.matter import Engine

WARM = 8
"""Rounds before those that count: V8 takes as many to compile what it finds hot."""

MAIN = "word/document.xml"
BURST = 5
"""Documents that each engine makes in its turn, one after another as a warm worker does."""

PLAINLY, CARBONE, KEPT = "docxtpl plainly", "carbone", "carbone, template kept"


def prepare(engine: Engine, cases: Sequence[Ready], scratch: Path) -> None:
    """Write what the other engines need: their templates, and the values of every case."""
    write_jinja(engine, scratch / "plain.docx")
    for name in DIALECTS:
        write(name, engine, cases[0], scratch / f"{name}.docx")
    (scratch / "values.pickle").write_bytes(pickle.dumps([case.portable for case in cases]))
    (scratch / "values.json").write_text(json.dumps([_named(engine, case) for case in cases]), encoding="utf-8")


def _named(engine: Engine, case: Ready) -> dict[str, object]:
    """Give every text and every condition its own name."""
    chosen = {condition(identity): identity in case.values["chosen"] for identity in engine.library.clauses}
    return {**dict(flat(case.portable)), **chosen}


def words(path: Path) -> str:
    """Read all that a document says, without its spaces."""
    with zipfile.ZipFile(path) as archive:
        text = archive.read(MAIN).decode()
    shown = re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", text)
    return re.sub(r"\s", "", html.unescape("".join(shown)))


def compared(scratch: Path, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Say of each engine whether its last document says what ours does."""
    said = words(scratch / "render.docx")
    for name in names:
        path = scratch / f"{name}.out.docx"
        if path.exists():
            found = words(path)
            yield name, "the same words" if found == said else f"other words, {len(found) - len(said):+} letters"


def told(times: Times) -> Iterator[str]:
    """Give the ratios that the README speaks of."""
    for deflate in deflates():
        floor, render = f"floor (zip, write), {deflate}", f"render (values, zip, write), {deflate}"
        road = f"road (case file to checked file), {deflate}"
        for slower, faster in ((PLAINLY, render), (render, floor), (PLAINLY, road), (CARBONE, road), (KEPT, road)):
            yield ratio(times, slower, faster)


def main(rounds: int, installed: Path) -> None:
    """Measure, and print medians and ratios."""
    gc.set_threshold(200_000, 50, 50)  # as the command line does
    engine = Engine()
    cases = [ready(engine, file) for file in many(BURST * (WARM + rounds))]
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        prepare(engine, cases, scratch)
        with running(scratch, installed) as (peers, missing):
            times = interleaved({**peers, **ours(engine, cases, scratch)}, rounds, WARM, BURST)
        notes = dict(compared(scratch, peers))
        clauses, size = len(cases[-1].plan.chosen), len(words(scratch / "render.docx"))
    run = f"{rounds} interleaved rounds of {BURST} after {WARM}"
    print(f"{clauses} clauses, {size:,} letters; milliseconds a document, {run}")
    print(*table(times, PLAINLY if PLAINLY in times else "", notes), "", *told(times), sep="\n")
    for name, why in missing.items():
        print(f"{name}: {why}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20, Path(sys.argv[2] if len(sys.argv) > 2 else "peers"))
