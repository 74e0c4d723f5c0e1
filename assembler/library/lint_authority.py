"""Lint what a clause rests on: citations, and the requirements it says it discharges."""

import re
from collections.abc import Iterator

from assembler.library.clause import Library, Outline
from assembler.library.places import file, placed
from assembler.library.vocabulary import Vocabulary, near
from assembler.problem import Problem

PARAGRAPHS = r"(\([A-Za-z0-9]+\))*(-\([A-Za-z0-9]+\))?"
CITATIONS = (
    re.compile(rf"\d+ USC \d+[A-Z]*(-\d+)?{PARAGRAPHS}"),
    re.compile(rf"\d+ CFR \d+\.\d+[A-Z]*(\([a-z]\))?(-\d+[A-Z]?)?{PARAGRAPHS}"),
    re.compile(r"\d+ FR \d+"),
    re.compile(r"T\.D\. \d+(, \d+ FR \d+)?"),
    re.compile(r"Rev\. (Rul|Proc)\. \d{2,4}-\d+"),
    re.compile(rf"Pub\. L\. \d+-\d+, section \d+{PARAGRAPHS}"),
    re.compile(rf"Uniform ([A-Z][a-z]+ |and |of )+(Act|Code) section \d+{PARAGRAPHS}"),
    re.compile(r"drafting practice"),
)
FORM = "write `26 USC 2056A(a)(1)(A)`, `26 CFR 20.2056A-2(c)` or, where no law asks for it, `drafting practice`."


def authority_is_cited(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that each clause cites what it rests on, in a form that a search finds."""
    for clause in library.clauses.values():
        if not clause.authority:
            yield Problem(file(clause), "`authority` is empty.", FORM)
        for citation in clause.authority:
            if not any(form.fullmatch(citation) for form in CITATIONS):
                yield Problem(file(clause), f"`{citation}` is not in the form of a citation.", FORM)


def discharges_exist(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that each requirement a clause discharges is in the catalogue."""
    for clause in library.clauses.values():
        for claimed in clause.discharges:
            if claimed not in library.requirements:
                fix = near(claimed, frozenset(library.requirements), "name a requirement of the catalogue.")
                yield Problem(file(clause), f"`{claimed}` is not a requirement.", fix)


def _proved(library: Library) -> list[Outline]:
    """List the documents that have to carry what the law requires; the firm's working papers need not."""
    return [outline for outline in library.outlines.values() if not outline.is_working_paper]


def requirements_have_a_clause(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that each requirement of a document is discharged by some clause of it."""
    for outline in _proved(library):
        claimed = {claim for _, clause in placed(library, outline) for claim in clause.discharges}
        for requirement in library.requirements.values():
            if outline.id in requirement.documents and requirement.id not in claimed:
                what = f"no clause of {outline.title} discharges it."
                fix = "name it under `discharges` of the clause whose words meet it."
                yield Problem(f"requirement {requirement.id}", what, fix, requirement.cite)


def requirements_have_probes(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that each requirement of a document says when it is called for, and has probes."""
    proved = {outline.id for outline in _proved(library)}
    for requirement in library.requirements.values():
        if proved & set(requirement.documents):
            if requirement.called_for is None:
                yield Problem(f"requirement {requirement.id}", "`called_for` is not given.", "name facts, or write [].")
            if not requirement.probes:
                fix = "list the persons, numbers, days and measures its text contains."
                yield Problem(f"requirement {requirement.id}", "it has no probes.", fix, requirement.cite)
