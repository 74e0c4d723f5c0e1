"""What of ours is measured, each on the case of a number: the floor, the rendering, the check, the road."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

from cases import many
from content import DOCUMENT, SAME, Ready, deflates, deflating
from measuring import Action, timed

from assembler import casefile, check, selection, word
from assembler.findings import find
from assembler.matter import Engine, Manner, Matter, Outcome, deliver
from assembler.matter.rendering import render
from assembler.merge import merge
from assembler.word.package import Deflate, add_parts


def ours(engine: Engine, cases: Sequence[Ready], scratch: Path) -> dict[str, Action]:
    """Give everything of ours that is measured, with each deflate that is installed."""
    steps = dict(_steps(engine, cases))
    unseen = count(1 + len(cases), len(cases))
    for name, deflate in deflates().items():
        rendering = _rendering(engine, cases, scratch, deflate)
        roads = _roads(engine, [list(many(len(cases), next(unseen))) for _ in range(2)], scratch, deflate)
        steps |= {f"{what}, {name}": action for what, action in (*rendering, *roads)}
    return steps


def _steps(engine: Engine, cases: Sequence[Ready]) -> Iterator[tuple[str, Action]]:
    """Measure what no deflate has a part in."""

    def planned(number: int) -> None:
        case = casefile.read(cases[number].file).case
        assert case is not None
        list(selection.plans(engine.library, find(case), [DOCUMENT]))

    def proved(number: int) -> None:
        rendered = cases[number].rendered
        check.check(rendered.package, rendered.expected, "it")

    yield "read", timed(lambda number: casefile.read(cases[number].file))
    yield "read, find, plan", timed(planned)
    yield "check", timed(proved)


def _rendering(
    engine: Engine, cases: Sequence[Ready], scratch: Path, deflate: Deflate
) -> Iterator[tuple[str, Action]]:
    """Measure from words or values to a file; the floor deflates and writes parts that are rendered already."""
    document, _ = engine.document(DOCUMENT)
    assert document is not None
    renderer, phrases = document.renderer, engine.library.words["phrases"]
    out = scratch / "render.docx"
    rendered = [_rendered(case, renderer) for case in cases]

    def floor(number: int) -> None:
        word.save(out, add_parts(renderer.packages[False, True, frozenset()], rendered[number], deflate))

    def values(number: int) -> None:
        with deflating(deflate):
            word.save(out, renderer.render(cases[number].values))

    def fields(number: int) -> None:
        with deflating(deflate):
            plan = cases[number].plan
            merged = merge(plan.subject, phrases)
            word.save(out, render(plan, document, merged, SAME, engine.library).package)

    yield "floor (zip, write)", timed(floor)
    yield "render (values, zip, write)", timed(values)
    yield "merge (words, render)", timed(fields)


def _roads(
    engine: Engine, files: Sequence[Sequence[bytes]], scratch: Path, deflate: Deflate
) -> Iterator[tuple[str, Action]]:
    """Measure from the bytes of a case file to the checked file under its name."""

    def outcome(file: bytes, manner: Manner) -> Outcome:
        with deflating(deflate):
            return Matter(casefile.read(file), engine).draft(DOCUMENT, manner=manner)

    def road(number: int) -> None:
        (drafted,) = outcome(files[0][number], SAME).documents
        assert drafted.rendered is not None
        assert not drafted.problems
        word.save(scratch / drafted.filename, drafted.rendered.package)

    def whole(number: int) -> None:
        deliver(outcome(files[1][number], Manner()), scratch, may_overwrite=True)

    yield "road (case file to checked file)", timed(road)
    yield "road with notes and reports", timed(whole)


def _rendered(case: Ready, renderer: word.TemplateRenderer) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(case.rendered.package)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist() if name in renderer.code]
