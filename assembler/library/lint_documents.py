"""Lint documents: each clause stands once and in its place, and together they meet what the law requires."""

from collections import Counter
from collections.abc import Iterator

from assembler.library.clause import Library, Outline
from assembler.library.document_order import in_order
from assembler.library.satisfiability import satisfying
from assembler.library.vocabulary import Vocabulary, suggestion
from assembler.problem import Problem

LONGEST_ID = 34
"""Word gives a bookmark forty characters, and ours take six of them."""

KINDS = {
    "parties": ("passage",),
    "recitals": ("recital",),
    "article": ("section", "definition"),
    "signatures": ("signature", "passage"),
    "schedules": ("schedule", "passage"),
    "group": ("topic",),
    "form": ("form", "form-title"),
}
"""The kinds of clause that may stand in each part."""


def ids_are_short(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that an id fits into a Word bookmark."""
    for clause in library.clauses.values():
        if len(clause.id) > LONGEST_ID:
            what = f"the id has {len(clause.id)} characters."
            yield Problem(clause.file, what, f"shorten it to {LONGEST_ID}, with the file's name.")


def clauses_are_in_an_outline(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that no clause is an orphan; definitions stand wherever their term is used."""
    named = {identity for outline in library.outlines.values() for part in outline.parts for identity in part.clauses}
    for clause in library.clauses.values():
        if clause.kind != "definition" and clause.id not in named:
            yield Problem(clause.file, "no outline names it.", "put its id into a part of an outline, or remove it.")


def clauses_stand_once(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that no clause stands in two parts of an outline, or twice in one."""
    for outline in library.outlines.values():
        counted = Counter(identity for part in outline.parts for identity in part.clauses)
        for identity, times in counted.items():
            if times > 1:
                yield Problem(f"outline {outline.id}", f"`{identity}` stands {times} times.", "keep one.")


def clauses_fit_their_part(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that a recital stands among the recitals, a section in an article, and so on."""
    for outline in library.outlines.values():
        for part, clause in in_order(library, outline):
            if clause.kind not in KINDS[part.part]:
                what = f"a {clause.kind} does not stand in the part {part.part} of {outline.title}."
                yield Problem(clause.file, what, f"make it a {KINDS[part.part][0]}, or move it.")


def days_are_questions(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that what a document follows or precedes is a question that a date answers."""
    for outline in library.outlines.values():
        for answer in (*outline.follows, *outline.precedes):
            if answer not in vocabulary.days:
                fix = suggestion(answer, vocabulary.days, "write the keys of a question, such as trusts.events.drawn.")
                yield Problem(f"outline {outline.id}", f"`{answer}` is not a question that a date answers.", fix)


def index_is_known(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that the index can say who signs a document and by when: by fields, and by deadlines that have words."""
    deadlines = frozenset(library.words.get("deadlines", {}))
    for outline in library.outlines.values():
        for name, known in ((outline.signers, vocabulary.fields), (outline.deadlines, deadlines)):
            for one in (one for one in name if one not in known):
                what = f"`{one}` is neither a field nor a deadline."
                yield Problem(f"outline {outline.id}", what, suggestion(one, known, "name one that there is."))


def _proved(library: Library) -> list[Outline]:
    """List the documents that have to carry what the law requires; the firm's working papers need not."""
    return [outline for outline in library.outlines.values() if not outline.is_working_paper]


def requirements_have_a_clause(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that each requirement of a document, if a case that calls for it can, is discharged by some clause."""
    impossible = vocabulary.impossible()
    for outline in _proved(library):
        claimed = {claim for _, clause in in_order(library, outline) for claim in clause.discharges}
        for requirement in library.requirements.values():
            missing = outline.kind in requirement.documents and requirement.id not in claimed
            if missing and satisfying((*(requirement.called_for or ()), *outline.when), impossible) is not None:
                what = f"no clause of {outline.title} discharges it."
                fix = "name it under `discharges` of the clause whose words meet it."
                yield Problem(f"requirement {requirement.id}", what, fix, requirement.cite)


def requirements_have_probes(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that each requirement of a document says when it is called for, and has probes."""
    proved = {outline.kind for outline in _proved(library)}
    for requirement in library.requirements.values():
        if proved & set(requirement.documents):
            if requirement.called_for is None:
                yield Problem(f"requirement {requirement.id}", "`called_for` is not given.", "name facts, or write [].")
            if not requirement.probes:
                fix = "list the persons, numbers, days and measures its text contains."
                yield Problem(f"requirement {requirement.id}", "it has no probes.", fix, requirement.cite)
