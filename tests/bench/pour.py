"""Measure the pour of one agreement against docxtpl used plainly on the same content, interleaved.

Run ``python tests/bench/pour.py [runs]``. Both render, zip and give the bytes of the same document from the
same values; docxtpl opens its template anew for each, as its documentation shows.
"""

import io
import statistics
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate

from assembler import blanks, casefile, check, composition, facts, selection, word
from assembler.assemble import Manner, Workshop
from assembler.assemble.home import folder
from assembler.assemble.pouring import pour
from assembler.word.package import extended
from assembler.word.press import environment

SAMPLE = Path(__file__).parents[2] / "samples" / "california-couple.yaml"


class Recorder:
    """Stands where the press stands and keeps the values it is given."""

    def __init__(self, press: word.Press) -> None:
        self._press = press
        self.asks = press.asks
        self.values: Mapping[str, object] = {}

    def press(self, values: Mapping[str, object]) -> bytes:
        """Press, remembering the values."""
        self.values = values
        return self._press.press(values)


def plain_template(workshop: Workshop, path: Path) -> None:
    """Write the template that docxtpl is given: the same words and conditions, in one Word file."""
    outline = workshop.library.outlines["trust-agreement"]
    compiled = composition.compile_document(outline, workshop.library)
    with zipfile.ZipFile(folder("templates") / "house.docx") as parts, zipfile.ZipFile(path, "w") as out:
        for name in parts.namelist():
            part = parts.read(name)
            if name == "word/document.xml":
                paragraph = '<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
                text = part.decode()
                text = text.replace(paragraph.format("TOC1", "{{p contents }}"), compiled.contents)
                part = text.replace(paragraph.format("BodyText", "{{p body }}"), compiled.body).encode()
            out.writestr(name, part)


def plainly(path: Path, values: Mapping[str, object]) -> bytes:
    """Make one document as docxtpl's documentation shows."""
    template = DocxTemplate(path)
    template.render(dict(values), environment())
    stream = io.BytesIO()
    template.save(stream)
    return stream.getvalue()


def planned(workshop: Workshop) -> Iterator[selection.Plan]:
    """Read the case and plan its documents."""
    case = casefile.read(SAMPLE).case
    assert case is not None
    return selection.plans(workshop.library, facts.find(case), ["trust-agreement"])


def timed(action: Callable[[], Any]) -> float:
    """Give the milliseconds an action takes."""
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def main(runs: int) -> None:
    """Measure, and print medians and ratios."""
    workshop = Workshop()
    document, _ = workshop.document("trust-agreement")
    case = casefile.read(SAMPLE).case
    assert document is not None
    assert case is not None
    plan = next(planned(workshop))
    filled = blanks.fill(case, plan.facts.trust)
    recorder: Any = Recorder(document.press)
    poured = pour(plan, document.compiled, recorder, filled, Manner(), "bench")
    with zipfile.ZipFile(io.BytesIO(poured.package)) as archive:
        body = archive.read("word/document.xml")
    with tempfile.TemporaryDirectory() as scratch:
        template = Path(scratch) / "plain.docx"
        plain_template(workshop, template)
        actions: dict[str, Callable[[], Any]] = {
            "docxtpl plainly": lambda: plainly(template, recorder.values),
            "press (render, zip)": lambda: document.press.press(recorder.values),
            "floor (zip alone)": lambda: extended(document.press.commented_package, [("word/document.xml", body)]),
            "pour (words, press)": lambda: pour(plan, document.compiled, document.press, filled, Manner(), "bench"),
            "check": lambda: check.check(poured.package, poured.expected, "bench"),
            "read, find, plan": lambda: next(planned(workshop)),
        }
        times: dict[str, list[float]] = {name: [] for name in actions}
        for _ in range(runs):
            for name, action in actions.items():
                times[name].append(timed(action))
    print(f"{len(body):,} bytes of document.xml, {len(plan.chosen)} clauses, median of {runs} interleaved runs")
    plain = statistics.median(times["docxtpl plainly"])
    for name, measured in times.items():
        median = statistics.median(measured)
        print(f"{name:24} {median:8.2f} ms   {plain / median:6.1f} times docxtpl's pace")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 30)
