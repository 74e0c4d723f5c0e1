"""Find each clause of the paper that was sent in the one that came back: by its words first, by its marks second."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from assembler.revision.alignment import Step, align, shared
from assembler.revision.lines import Line

LEAST_ALIKE = 0.4
LEAST_MARKED = 0.15
"""Of two paragraphs that are marked as the same clause, so much less has to be shared."""
LEAST_TAKEN = 0.6
LEAST_TO_MOVE = 6
"""A shorter line is found again elsewhere by chance."""


@dataclass
class Assignment:
    """What became of each clause.

    lines: the lines that each clause has now, in their order; one that is missing has none.
    moved: the clauses that stand in another place.
    added: lines that belong to no clause, each with the clause it follows.
    """

    lines: dict[str, list[Line]]
    moved: frozenset[str] = frozenset()
    added: list[tuple[str, Line]] = field(default_factory=list)


def assign(sent: Sequence[Line], found: Sequence[Line]) -> Assignment:
    """Assign the lines of a paper to the clauses of the one that was sent."""
    steps = _steps(sent, found)
    assigned = {j: sent[i].clause for step in steps for i, j in zip(step.old, step.new, strict=False)}
    assignment = Assignment({line.clause: [] for line in sent}, _moved(steps, sent))
    for j, line in enumerate(found):
        if j in assigned:
            assignment.lines[assigned[j]].append(line)
    missing = _missing(sent, assignment)
    for j in (j for j in range(len(found)) if j not in assigned):
        above = _nearest(assigned, range(j - 1, -1, -1))
        below = _nearest(assigned, range(j + 1, len(found)))
        clause = _belongs(found[j], above, below, missing)
        if clause is None:
            assignment.added.append((above or "", found[j]))
            continue
        assigned[j] = clause
        missing[clause] -= found[j].counts
        assignment.lines[clause].append(found[j])
    for lines in assignment.lines.values():
        lines.sort(key=lambda line: line.paragraph)
    return assignment


def _steps(sent: Sequence[Line], found: Sequence[Line]) -> list[Step]:
    def similar(i: int, j: int) -> float:
        ours, theirs = sent[i], found[j]
        both = ours.counts.total() + theirs.counts.total()
        part = 2 * shared(ours.counts, theirs.counts) / both if both else 0.0
        least = LEAST_MARKED if ours.clause and ours.clause == theirs.clause else LEAST_ALIKE
        return part if part >= least else 0.0

    def can_move(i: int) -> bool:
        return sent[i].counts.total() >= LEAST_TO_MOVE

    ours, theirs = ([line.passage.tokens for line in lines] for lines in (sent, found))
    return align(ours, theirs, similar, can_move)


def _moved(steps: Sequence[Step], sent: Sequence[Line]) -> frozenset[str]:
    """Name the clauses of which every line of some length moved."""
    moved = {i for step in steps if step.kind == "moved from" for i in step.old}
    long = [i for i, line in enumerate(sent) if line.clause and line.counts.total() >= LEAST_TO_MOVE]
    stayed = {sent[i].clause for i in long if i not in moved}
    return frozenset({sent[i].clause for i in long if i in moved} - stayed)


def _missing(sent: Sequence[Line], assignment: Assignment) -> dict[str, Counter[Hashable]]:
    """Count the words that each clause had and does not have any more."""
    missing: dict[str, Counter[Hashable]] = {clause: Counter() for clause in assignment.lines}
    for line in sent:
        missing[line.clause] += line.counts
    for clause, lines in assignment.lines.items():
        for line in lines:
            missing[clause] -= line.counts
    return missing


def _nearest(assigned: dict[int, str], places: Sequence[int]) -> str | None:
    return next((assigned[j] for j in places if j in assigned), None)


def _belongs(
    line: Line, above: str | None, below: str | None, missing: dict[str, Counter[Hashable]]
) -> str | None:
    """Say to which clause a line belongs that is not one of those that were sent."""
    if above is not None and above == below:
        return above
    beside = [clause for clause in (above, below) if clause]
    marked = [clause for clause in beside if clause == line.clause]
    total = max(line.counts.total(), 1)
    taken = [clause for clause in beside if shared(missing[clause], line.counts) >= LEAST_TAKEN * total]
    return next(iter([*taken, *marked]), None)
