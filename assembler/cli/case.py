"""``qdot check`` and ``qdot explain``: what the law makes of a case, and of each clause."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assembler.cli import say

if TYPE_CHECKING:
    from assembler.assemble.inquiry import CaseCheck
    from assembler.selection import Plan
    from assembler.selection.explanation import Explanation

SIGNS = {"in": "+", "out": "-", "undecided": "?"}


@click.command()
@say.CASE
@say.JSON
def check(case: Path, as_json: bool) -> None:
    """Judge the facts of CASE alone: problems, and what is still open."""
    from assembler import assemble
    from assembler.assemble import inquiry

    found = inquiry.check_case(case, assemble.Workshop())
    say.problems(found.problems)
    if as_json:
        say.values(_case_values(found))
    else:
        for line in _case_lines(found):
            click.echo(line)
    say.leave(found.problems)


def _case_values(found: "CaseCheck") -> dict[str, Any]:
    from assembler.assemble import problem_values

    return {
        "problems": problem_values(found.problems),
        "open_points": [vars(point) for point in found.points],
        "facts": [
            {"trust": trust, "name": name, "value": finding.value, "because": finding.because, "law": finding.law}
            for trust, findings in found.findings.items()
            for name, finding in findings.items()
        ],
    }


def _case_lines(found: "CaseCheck") -> Iterator[str]:
    if not found.problems:
        yield f"{found.name}: no problem in the facts."
    for point in found.points:
        yield f"open: {point.path}: {point.what} ({point.who})"


@click.command()
@say.CASE
@click.argument("document", required=False)
@say.FIRM
@say.JSON
def explain(case: Path, document: str | None, firm: Path | None, as_json: bool) -> None:
    """Say of every clause of CASE's documents why it is in or out, by which law, and what would turn it."""
    from assembler import assemble
    from assembler.assemble import inquiry

    workshop = assemble.Workshop(firm)
    wanted = say.documents([document] if document else [], workshop.library.outlines)
    explained, problems = inquiry.explain_case(case, workshop, wanted)
    say.problems(problems)
    if as_json:
        say.values([_plan_values(plan, clauses) for plan, clauses in explained])
    else:
        for plan, clauses in explained:
            click.echo(f"{plan.subject}: {plan.outline.title}")
            for line in (line for clause in clauses for line in _lines(clause)):
                click.echo(line)
    say.leave(problems)


def _lines(clause: "Explanation") -> Iterator[str]:
    yield f"{SIGNS[clause.state]} {clause.choice.clause.title} ({clause.choice.clause.id}): {clause.state}"
    if clause.choice.because:
        yield f"    {clause.choice.because}."
    for reason in clause.reasons:
        yield f"    {reason.fact}: {reason.because}. {'; '.join(reason.law)}".rstrip()
    yield f"    law: {'; '.join(clause.choice.clause.authority)}"
    for turn in clause.turned_by:
        yield f"    would turn if {turn}"


def _plan_values(plan: "Plan", clauses: "tuple[Explanation, ...]") -> dict[str, Any]:
    return {
        "subject": plan.subject,
        "document": plan.document,
        "clauses": [
            {
                "id": clause.choice.clause.id,
                "title": clause.choice.clause.title,
                "state": clause.state,
                "because": clause.choice.because,
                "facts": [vars(reason) for reason in clause.reasons],
                "authority": clause.choice.clause.authority,
                "turned_by": clause.turned_by,
            }
            for clause in clauses
        ],
    }
