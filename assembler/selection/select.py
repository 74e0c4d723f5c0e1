"""Choose the clauses of a document: by the facts, by the paper's date, and by the terms in use."""

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from assembler.findings import Finding, Findings, Kind, Subject, paper_day
from assembler.library.body import terms_used
from assembler.library.clause import Clause, Library, Outline
from assembler.library.document_order import members
from assembler.library.satisfiability import fact
from assembler.selection.plan import Choice, Plan
from assembler.selection.subject import as_of
from assembler.terms import every, opposite

UNUSED = "no clause of the document uses the term"


def plans(library: Library, findings: Findings, wanted: Collection[str] = ()) -> Iterator[Plan]:
    """Plan every document a case calls for, or of these the ones wanted with their packages.

    A document of which it cannot be decided whether the case calls for it is planned when it is wanted.
    """
    asked = _with_packages(library, findings, wanted) if wanted else library.outlines
    for document, outline in library.outlines.items():
        for subject in findings.of(Kind(outline.per)) if document in asked else ():
            called_for = conjunction(outline.when, subject)
            if called_for or (called_for is None and document in wanted):
                yield select(library, outline, as_of(subject, outline.dated, findings))


def _with_packages(library: Library, findings: Findings, wanted: Collection[str]) -> frozenset[str]:
    """Add to the documents wanted what goes with each; nothing goes with one that no subject may call for."""
    asked = set(wanted)
    for outline in (library.outlines[document] for document in wanted if document in library.outlines):
        if any(conjunction(outline.when, subject) is not False for subject in findings.of(Kind(outline.per))):
            asked.update(outline.package)
    return frozenset(asked)


def select(library: Library, outline: Outline, subject: Subject) -> Plan:
    """Choose the clauses of one document.

    A clause is in when all its facts hold and its words are in force on the paper's date; undecided
    when a fact is unknown and none is false. A definition is in when its term is used.
    """
    order = paper_day.Order(outline.follows, outline.precedes)
    found = paper_day.day_of(subject, outline.dated, order)
    day = _date(found, subject)
    choices = {c.id: _choice(c, subject, day) for part in outline.parts for c in members(part, library.of(outline))}
    asked = tuple(
        requirement
        for requirement in library.requirements.values()
        if outline.kind in requirement.documents
        and not outline.is_working_paper
        and requirement.called_for is not None
        and conjunction(requirement.called_for, subject) is not False
    )
    refusals = tuple(paper_day.refusals(subject, outline.title, outline.dated, order))
    return Plan(subject, outline, found, day, _with_terms(choices), asked, refusals)


def _date(found: Finding[date], subject: Subject) -> date:
    day = found.value or subject.case.as_of
    if day is None:
        raise ValueError("a case that was read has a date")
    return day


def conjunction(names: Iterable[str], subject: Subject) -> bool | None:
    """Tell whether all the named facts hold: no if one fails, else unknown if one is unknown."""
    return every(holds(name, subject) for name in names)


def holds(name: str, subject: Subject) -> bool | None:
    """Give the value of a fact, or of its opposite where the name begins with ``not``."""
    value = subject[fact(name)]
    return opposite(value) if name.startswith("not ") else value


def _choice(clause: Clause, subject: Subject, paper_date: date) -> Choice:
    if not clause.in_force.holds_on(paper_date):
        to = clause.in_force.to
        span = f"from {clause.in_force.from_}" + (f" to {to}" if to else "")
        return Choice(clause, False, clause.when, f"its words are in force {span}, and the paper is of {paper_date}")
    if clause.kind == "definition":
        return Choice(clause, False, clause.when, f"{UNUSED} {clause.term}")
    return Choice(clause, conjunction(clause.when, subject), clause.when)


def _with_terms(choices: Mapping[str, Choice]) -> dict[str, Choice]:
    """Take in each definition whose term a clause in the document uses, and the terms that definition uses."""
    out = dict(choices)
    by_term = {c.clause.term: c for c in choices.values() if c.clause.term and c.because.startswith(UNUSED)}
    terms = tuple(sorted(term for term in by_term if term))
    waiting = deque(choice.clause for choice in choices.values() if choice.value is not False)
    while waiting:
        user = waiting.popleft()
        for term in by_term.keys() & terms_used(user.body, terms):
            definition = by_term.pop(term)
            whose = f"the definition of {user.term}" if user.term else f"the clause {user.title}"
            out[definition.clause.id] = replace(definition, value=True, because=f"{whose} uses the term {term}")
            waiting.append(definition.clause)
    return out
