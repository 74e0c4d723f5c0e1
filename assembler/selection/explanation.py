"""Say of every clause why it is in or out, by which law, and which answer would turn it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from assembler.findings import Findings, Subject, find
from assembler.library.satisfiability import fact
from assembler.selection.counterfactual import alternatives
from assembler.selection.plan import Choice, Plan
from assembler.selection.select import conjunction, holds


@dataclass(frozen=True)
class Reason:
    """One condition of a clause, and how it stands."""

    fact: str
    value: bool | None
    because: str
    law: tuple[str, ...]


class Turn(NamedTuple):
    """An answer that would turn a clause: the path of its question, and what would be otherwise."""

    path: str
    change: str

    def __str__(self) -> str:
        return f"{self.path}: {self.change}"


@dataclass(frozen=True)
class Explanation:
    """One clause: in, out or undecided; its reasons; and the answers that would turn it."""

    choice: Choice
    reasons: tuple[Reason, ...]
    turned_by: tuple[Turn, ...]


Tried: TypeAlias = dict[tuple[Subject, str], tuple[tuple[str, Findings], ...]]
"""What was found when one answer was changed: by the case as a whole and the path, each with the change in words."""


def explain(plan: Plan, tried: Tried | None = None) -> tuple[Explanation, ...]:
    """Explain every clause of a plan, in document order.

    What would turn a clause is found by answering otherwise: each answer its conditions rest on is
    changed alone and the facts found anew. Plans that are given the same ``tried`` find them once.
    """
    turns = _turns(plan, {} if tried is None else tried)
    return tuple(
        Explanation(choice, tuple(_reason(plan, name) for name in choice.facts), tuple(turns[identity]))
        for identity, choice in plan.choices.items()
    )


def _reason(plan: Plan, name: str) -> Reason:
    finding = plan.subject.fact(fact(name))
    return Reason(name, holds(name, plan.subject), finding.because, finding.law)


def _turns(plan: Plan, tried: Tried) -> Mapping[str, list[Turn]]:
    """Map each clause to the changed answers that would turn it."""
    turns: defaultdict[str, list[Turn]] = defaultdict(list)
    conditional = {identity: choice for identity, choice in plan.choices.items() if choice.facts and not choice.because}
    names = {fact(name) for choice in conditional.values() for name in choice.facts}
    for path in dict.fromkeys(path for name in sorted(names) for path in plan.subject.fact(name).rests_on):
        key = plan.subject.whole, path
        if key not in tried:
            tried[key] = tuple((words, find(other)) for words, other in alternatives(plan.subject.case, path))
        for words, found in tried[key]:
            turned = _turned(found, plan)
            for identity, choice in conditional.items():
                if conjunction(choice.facts, turned) is not choice.value:
                    turns[identity].append(Turn(path, words))
    return turns


def _turned(found: Findings, plan: Plan) -> Subject:
    return next((one for one in found.of(plan.subject.kind) if one.where == plan.subject.where), found.whole)
