"""``qdot check`` and ``qdot explain``: what the law makes of a case, and of each clause."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assembler.cli import say
from assembler.problem import Problem

if TYPE_CHECKING:
    from assembler.matter import Matter
    from assembler.selection import Plan
    from assembler.selection.explanation import Explanation

SIGNS = {"in": "+", "out": "-", "undecided": "?"}


@click.command()
@say.CASE
@say.JSON
def check(case: Path, as_json: bool) -> None:
    """Judge the facts of CASE alone: problems, cautions, and what is still open."""
    from assembler.matter import Matter

    matter = Matter.open(case)
    problems = tuple(dict.fromkeys(matter.problems + matter.figures.problems + matter.deadlines.problems))
    say.problems(problems)
    if as_json:
        say.values(_case_values(matter, problems))
    else:
        for line in _case_lines(matter, problems):
            click.echo(line)
    say.leave(problems)


def _case_values(matter: "Matter", problems: Sequence[Problem]) -> dict[str, Any]:
    from assembler.matter import gap_values, problem_values

    return {
        "problems": problem_values(problems),
        "cautions": problem_values(matter.cautions),
        "gaps": [gap_values(gap) for gap in matter.beside.gaps],
        "open_points": [vars(point) for point in matter.open_points],
        "facts": [
            {"trust": trust.id, "name": name, "value": fact.value, "because": fact.because, "law": fact.law}
            for trust in matter.findings.trusts
            for name, fact in trust.facts.items()
        ],
    }


def _case_lines(matter: "Matter", problems: Sequence[Problem]) -> Iterator[str]:
    if not problems:
        yield f"{matter.reading.name}: no problem in the facts."
    from assembler.selection import name

    yield from map(str, matter.cautions)
    for gap in matter.beside.gaps:
        yield f"undecided: {' or '.join(gap.papers)} ({name(gap.subject)}): {gap.because}"
    for point in matter.open_points:
        yield f"open: {point.path}: {point.what} ({point.who})"


@click.command()
@say.CASE
@say.DOCUMENT
@say.FIRM
@say.JSON
def explain(case: Path, document: str | None, firm: Path | None, as_json: bool) -> None:
    """Say of every clause of CASE's documents why it is in or out, by which law, and what would turn it."""
    from assembler.matter import Engine, Matter
    from assembler.selection import name

    engine = Engine(firm)
    wanted = say.documents([document] if document else [], engine.library.outlines)
    matter = Matter.open(case, engine)
    explained = matter.explain(*wanted)
    say.problems(matter.problems)
    if as_json:
        say.values([_plan_values(plan, clauses) for plan, clauses in explained])
    else:
        for plan, clauses in explained:
            click.echo(f"{plan.name}: {plan.outline.title}")
            for line in (line for clause in clauses for line in _lines(clause)):
                click.echo(line)
        for call in () if wanted else matter.uncalled:
            paper = f"{call.paper.title} ({call.paper.id}, {name(call.subject)})"
            click.echo(f"{SIGNS[call.state]} {paper}: {call.because}")
    say.leave(matter.problems)


def _lines(clause: "Explanation") -> Iterator[str]:
    choice = clause.choice
    yield f"{SIGNS[choice.state]} {choice.clause.title} ({choice.clause.id}): {choice.state}"
    if choice.because:
        yield f"    {choice.because}."
    for reason in clause.reasons:
        yield f"    {reason.fact}: {reason.because}. {'; '.join(reason.law)}".rstrip()
    yield f"    law: {'; '.join(choice.clause.authority)}"
    for turn in clause.turned_by:
        yield f"    would turn if {turn}"


def _plan_values(plan: "Plan", clauses: "tuple[Explanation, ...]") -> dict[str, Any]:
    from assembler.selection import name

    return {
        "name": plan.name,
        "title": plan.outline.title,
        "subject": name(plan.subject),
        "document": plan.document,
        "clauses": [
            {
                "id": clause.choice.clause.id,
                "title": clause.choice.clause.title,
                "state": clause.choice.state,
                "because": clause.choice.because,
                "facts": [vars(reason) for reason in clause.reasons],
                "authority": clause.choice.clause.authority,
                "turned_by": clause.turned_by,
            }
            for clause in clauses
        ],
    }
