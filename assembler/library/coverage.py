"""Show which clause discharges which requirement, and whether one always does when it is called for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from assembler.library.body import holds, searchable, terms_used
from assembler.library.clause import Clause, Library, Requirement
from assembler.library.document_order import in_order
from assembler.library.satisfiability import TruthValues, fact, satisfying
from assembler.library.vocabulary import Vocabulary
from assembler.problem import Problem

Condition = tuple[tuple[str, ...], ...]
"""When a clause is in: when all the literals of any one of these sets hold."""


@dataclass(frozen=True)
class Coverage:
    """Which clauses of one document discharge which requirements, by id both ways, and what is not covered."""

    document: str
    by_requirement: Mapping[str, tuple[str, ...]]
    by_clause: Mapping[str, tuple[str, ...]]
    holes: tuple[Problem, ...]


def coverage(library: Library, document: str, vocabulary: Vocabulary) -> Coverage:
    """Prove that in every case that calls for a requirement its words are in the document.

    A requirement is a hole when in some case it is called for and every clause that discharges it is out, or
    every such clause in which a probe is found; and so on each day on which an edition of one of those
    clauses begins or has ended. Raises KeyError for an unknown document.
    """
    outline = library.outlines[document]
    clauses = tuple(clause for _, clause in in_order(library, outline))
    required = [r for r in library.requirements.values() if outline.kind in r.documents]
    claims = {r.id: tuple(c for c in clauses if r.id in c.discharges) for r in required}
    conditions = _conditions(clauses)
    impossible = vocabulary.impossible()
    # the firm's own working papers need carry none
    called = () if outline.is_working_paper else tuple(r for r in required if r.called_for is not None)
    return Coverage(
        document,
        MappingProxyType({identity: tuple(c.id for c in found) for identity, found in claims.items()}),
        MappingProxyType({c.id: tuple(d for d in c.discharges if d in claims) for c in clauses}),
        tuple(hole for r in called for hole in _holes(r, claims[r.id], conditions, impossible, outline.when)),
    )


def _conditions(clauses: Sequence[Clause]) -> Mapping[str, Condition]:
    """Say when each clause is in; a definition is in when a clause that uses its term is."""
    defined = {clause.term: clause for clause in clauses if clause.term}
    definitions = {clause.id for clause in defined.values()}
    conditions: dict[str, set[tuple[str, ...]]] = {c.id: set() if c.term else {c.when} for c in clauses}
    uses = {c.id: [defined[term].id for term in set(terms_used(c.body, tuple(defined)))] for c in clauses}
    waiting = [clause.id for clause in clauses if not clause.term]
    while waiting:
        user = waiting.pop()
        for used in definitions.intersection(uses[user]):
            fresh = conditions[user] - conditions[used]
            if fresh:
                conditions[used] |= fresh
                waiting.append(used)
    return {identity: tuple(sorted(found)) for identity, found in conditions.items()}


def _holes(
    requirement: Requirement,
    claims: Sequence[Clause],
    conditions: Mapping[str, Condition],
    impossible: Sequence[tuple[str, ...]],
    drafted_when: Sequence[str],
) -> Iterator[Problem]:
    """Find the days and the cases in which no clause discharges a requirement, or none has one of its probes."""

    def case_without(clauses: Sequence[Clause]) -> TruthValues | None:
        """Find a case that calls for the document and the requirement, and in which all these clauses are out."""
        forbidden = [together for c in clauses for together in conditions[c.id]]
        return satisfying((*(requirement.called_for or ()), *drafted_when), [*forbidden, *impossible])

    said = {clause.id: searchable(clause.body) for clause in claims}
    for day in _days(claims):
        standing = [clause for clause in claims if day is None or clause.in_force.holds_on(day)]
        case = case_without(standing)
        if case is not None:
            yield _hole(requirement, "no clause that discharges it is in", standing, case, day)
            continue
        for probe in requirement.probes:
            case = case_without([clause for clause in standing if holds(said[clause.id], probe)])
            if case is not None:
                yield _hole(requirement, f"nothing that discharges it says \"{probe}\"", standing, case, day)


def _days(claims: Sequence[Clause]) -> list[date | None]:
    """List the days on which another clause comes into force; None stands for any day when none ever does."""
    starts = {clause.in_force.from_ for clause in claims}
    ends = {clause.in_force.to + timedelta(days=1) for clause in claims if clause.in_force.to}
    return [*sorted(starts | ends)] or [None]


def _hole(
    requirement: Requirement, what: str, claims: Sequence[Clause], case: TruthValues, day: date | None
) -> Problem:
    """Say what is missing and in which case, told by the facts on which the clauses and the requirement depend."""
    literals = {literal for clause in claims for literal in clause.when} | {*(requirement.called_for or ())}
    named = sorted({fact(literal) for literal in literals} & case.keys())
    told = ", ".join(name if case[name] else f"not {name}" for name in named)
    since = f" on {day}" if day and day.year > 1988 else ""
    when = f" when {told}" if told else ""
    fix = "let the `when` of its clauses reach that case, or write the clause that does."
    return Problem(f"requirement {requirement.id}", f"{what}{since}{when}.", fix, requirement.cite)
