"""``qdot explain``: of each clause of a case's papers, why it is in or out, and which answer would turn it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assembler.cli import say

if TYPE_CHECKING:
    from assembler.casefile.shape import Case
    from assembler.matter import Matter
    from assembler.selection import Call, Plan
    from assembler.selection.explanation import Explanation

SIGNS = {"in": "+", "out": "-", "undecided": "?"}

CHANGES = {"true": "yes", "false": "no", "left out": "none", "given": "any", "empty": "none"}
"""How another answer is called; all but these are called as they are."""


@dataclass(frozen=True)
class _Wanted:
    """Which clauses to tell of: one by its id, or those of one state, or all."""

    clause: str | None
    state: str | None

    def has(self, one: "Explanation") -> bool:
        """Tell whether a clause is among them."""
        choice = one.choice
        return self.clause in (None, choice.clause.id) and self.state in (None, choice.state)

    def has_call(self, call: "Call") -> bool:
        """Tell whether a paper that is not called for, or not decided, is among them."""
        return self.clause is None and self.state in (None, call.state)


@click.command()
@say.CASE
@say.DOCUMENT
@click.option("--clause", metavar="ID", help="Tell of this clause alone.")
@click.option("--in", "state", flag_value="in", help="Tell of the clauses that stand in their papers.")
@click.option("--out", "state", flag_value="out", help="Tell of those that do not, and of papers not called for.")
@click.option("--undecided", "state", flag_value="undecided", help="Tell of what an open answer keeps undecided.")
@say.FIRM
@say.JSON
def explain(
    case: Path, document: str | None, clause: str | None, state: str | None, firm: Path | None, as_json: bool
) -> None:
    """Say of every clause of CASE's documents why it is in or out, by which law, and what would turn it."""
    from assembler.matter import Engine, Matter

    engine = Engine(firm)
    documents = say.documents([document] if document else [], engine.library.outlines)
    if clause is not None and clause not in engine.library.clauses:
        raise click.BadParameter(f"there is no clause '{clause}'; see `qdot library list`.")
    matter, wanted = Matter.open(case, engine), _Wanted(clause, state)
    told = [(plan, found) for plan, every in matter.explain(*documents) if (found := list(filter(wanted.has, every)))]
    say.problems(matter.problems)
    if as_json:
        say.values([_plan_values(plan, clauses) for plan, clauses in told])
    elif matter.is_read:
        calls = [] if documents else [call for call in matter.uncalled if wanted.has_call(call)]
        for line in _all_lines(matter, told, calls) or [_nothing(wanted)] * matter.is_read:
            click.echo(line)
    say.leave(matter.problems)


def _all_lines(
    matter: "Matter", told: Sequence[tuple["Plan", Sequence["Explanation"]]], calls: Sequence["Call"]
) -> list[str]:
    from assembler.selection import name

    lines = []
    for plan, clauses in told:
        lines.append(f"{plan.name}: {plan.outline.title}")
        lines += (line for clause in clauses for line in _lines(clause, matter.case))
    for call in calls:
        paper = f"{call.paper.title} ({call.paper.id}, {name(call.subject)})"
        lines.append(f"{SIGNS[call.state]} {paper}: {call.because}")
    return lines


def _nothing(wanted: _Wanted) -> str:
    what = f"the clause {wanted.clause}" if wanted.clause else "a clause"
    return f"No paper of the case has {what}{f' that is {wanted.state}' if wanted.state else ''}."


def _lines(clause: "Explanation", case: "Case") -> Iterator[str]:
    from assembler.casefile.open_points import label

    choice = clause.choice
    yield f"{SIGNS[choice.state]} {choice.clause.title} ({choice.clause.id}): {choice.state}"
    if choice.because:
        yield f"    {choice.because}."
    for reason in clause.reasons:
        yield f"    {reason.because}. {'; '.join(reason.law)} [{reason.fact}]".replace(".  [", ". [")
    yield f"    law: {'; '.join(choice.clause.authority)}"
    for path, turns in groupby(clause.turned_by, lambda turn: turn.path):
        answers = ", or ".join(CHANGES.get(turn.change, turn.change) for turn in turns)
        yield f"    would turn with another answer to {path}, {label(case, path)}: {answers}"


def _plan_values(plan: "Plan", clauses: Sequence["Explanation"]) -> dict[str, Any]:
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
                "turned_by": [str(turn) for turn in clause.turned_by],
            }
            for clause in clauses
        ],
    }
