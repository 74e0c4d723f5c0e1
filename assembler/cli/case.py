"""``qdot check``: what the law makes of a case, or of some of its papers."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assembler.cli import cases, say

if TYPE_CHECKING:
    from assembler.matter import Matter
    from assembler.matter.matter import Judgement
    from assembler.matter.open_questions import OpenQuestion


@click.command()
@say.CASE
@say.DOCUMENTS
@say.BASE
@say.MAP
@say.FIRM
@say.JSON
def check(
    case: Path, documents: tuple[str, ...], base: Path | None, mapping: Path | None, firm: Path | None, as_json: bool
) -> None:
    """Judge the facts of CASE alone, or of the DOCUMENTs named: problems, cautions, and what is still open.

    CASE may be a folder of case files, a CSV or an XLSX: then each of its cases is judged, and nothing is drafted.
    """
    from assembler.matter import Engine, Matter

    engine = Engine(firm)
    wanted = say.documents(documents, (*engine.library.outlines, *engine.library.undrafted))
    if cases.are_many(case):
        cases.check(case, engine, wanted, base, mapping, as_json=as_json)
    if base or mapping:
        raise click.BadParameter("--base and --map are for a folder or a table of cases.")
    matter = Matter.open(case, engine)
    judgement = matter.judge(*wanted)
    say.problems(judgement.problems)
    if as_json:
        say.values(_case_values(matter, judgement))
    else:
        for line in (*(_paper_lines(judgement) if wanted else ()), *_case_lines(matter, judgement)):
            click.echo(line)
    say.leave(judgement.problems)


def _case_values(matter: "Matter", judgement: "Judgement") -> dict[str, Any]:
    from assembler.matter import gap_values, problem_values

    return {
        "problems": problem_values(judgement.problems),
        "cautions": problem_values(matter.cautions),
        "gaps": [gap_values(gap) for gap in judgement.gaps],
        "open_points": [vars(point) for point in judgement.open_points],
        "facts": [
            {"trust": trust.id, "name": name, "value": fact.value, "because": fact.because, "law": fact.law}
            for trust in matter.findings.trusts
            for name, fact in trust.facts.items()
        ],
    }


def _paper_lines(judgement: "Judgement") -> Iterator[str]:
    """Say of each paper what it is, who signs it, and when it is due."""
    for plan in judgement.papers:
        outline = plan.outline
        signed = f"; signed by {outline.signed_by}" if outline.signed_by else ""
        due = f"; due {plan.due}" if plan.due else ""
        yield f"{plan.name}: {outline.title}{signed}{due}"


def _case_lines(matter: "Matter", judgement: "Judgement") -> Iterator[str]:
    if not judgement.problems:
        yield f"{matter.reading.name}: no problem in the facts."
    from assembler.selection import name

    yield from map(str, matter.cautions)
    for gap in judgement.gaps:
        yield f"undecided: {' or '.join(gap.papers)} ({name(gap.subject)}): {gap.because}"
    for who, points in groupby(judgement.open_points, key=lambda point: point.who):
        yield f"open, to be answered by the {who}:"
        for point in points:
            yield f"  {point.where}: {point.what}; {hanging_on(point)}{say.by_law(point.law[:1])}"


def hanging_on(point: "OpenQuestion") -> str:
    """Say how much hangs on an open question."""
    numbers = {"clause": point.clauses, "paper": point.papers, "figure": point.figures, "date": point.dates}
    told = [f"{number} {what}{'s' * (number != 1)}" for what, number in numbers.items() if number]
    return f"decides {', '.join(told) or 'nothing else'}"
