"""Lint what clauses and requirements name: facts, clauses, fields, lists, requirements, authorities."""

import re
from collections.abc import Iterator
from itertools import combinations

from assembler.library.body import fields, pictures, references
from assembler.library.clause import Clause, Library
from assembler.library.document_order import in_order, part_ids
from assembler.library.names import NAMES
from assembler.library.satisfiability import TruthValues, fact, fits, satisfying
from assembler.library.vocabulary import Vocabulary, item_name, suggestion
from assembler.problem import Problem

UNNUMBERED = ("definition", "passage", "signature")
"""Kinds of clause that bear no number for a reference to give."""

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


def facts_exist(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that each fact a clause or a requirement names is one."""
    named = [(c.file, "when", c.when) for c in library.clauses.values()]
    named += [(f"requirement {r.id}", "called_for", r.called_for or ()) for r in library.requirements.values()]
    for where, entry, literals in named:
        for literal in literals:
            if fact(literal) not in vocabulary.facts:
                fix = suggestion(fact(literal), vocabulary.facts, "name a fact, or add it to the facts.")
                yield Problem(where, f"`{entry}` names `{fact(literal)}`, which is not a fact.", fix)


def conditions_can_hold(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require of each `when` that some case satisfies it."""
    impossible = vocabulary.impossible()
    cases: list[TruthValues] = []
    for clause in library.clauses.values():
        if not clause.when or any(fits(clause.when, case) for case in cases):
            continue
        case = satisfying(clause.when, impossible)
        if case is not None:
            cases.append(case)
        else:
            what = f"no case can have {' and '.join(clause.when)} together."
            yield Problem(clause.file, what, "make it two clauses, or mend `when`.")


def references_resolve(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that each reference names an article, or a numbered clause of the same document."""
    for outline in library.outlines.values():
        standing = {clause.id: clause for _, clause in in_order(library, outline)}
        parts = part_ids(outline)
        for clause in standing.values():
            for target in references(clause.body):
                if target in parts:
                    continue
                if target not in standing:
                    known = frozenset(standing) | parts
                    fix = suggestion(target, known, "refer to a clause of the outline.")
                    yield Problem(clause.where, f"`{target}` does not stand in {outline.title}.", fix)
                elif standing[target].kind in UNNUMBERED:
                    what = f"`{target}` has no number: it is a {standing[target].kind}."
                    yield Problem(clause.where, what, "refer to a section, an article or a schedule.")


def references_are_implied(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that a clause refers only to clauses that are in whenever it is."""
    for clause in library.clauses.values():
        for target in references(clause.body):
            missing = set(library.clauses[target].when) - set(clause.when) if target in library.clauses else set()
            if missing:
                what = f"it refers to `{target}`, which may be out: {', '.join(sorted(missing))} need not hold."
                yield Problem(clause.where, what, "refer to the article, or add the facts to `when`.")


def fields_are_known(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that each field is one that can be filled, or a field of the item that is repeated."""
    for clause in library.clauses.values():
        known = vocabulary.fields | NAMES.keys() | _item_fields(clause, vocabulary)
        for name in fields(clause.body):
            if name not in known:
                fix = suggestion(name, known, "name a field; an item's fields need `each` or `rows`.")
                yield Problem(clause.where, f"`{name}` is not a field.", fix)


def pictures_are_known(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that each picture is one that can be drawn, and stands in a topic."""
    for clause in library.clauses.values():
        for name in pictures(clause.body):
            if name not in vocabulary.pictures:
                fix = suggestion(name, vocabulary.pictures, "leave it out.")
                yield Problem(clause.where, f"`{name}` is not a picture.", fix)
            elif clause.kind != "topic":
                yield Problem(clause.where, f"the clause has a picture, and is a {clause.kind}.", "show it in a topic.")


def _item_fields(clause: Clause, vocabulary: Vocabulary) -> frozenset[str]:
    lists = [name for name in (clause.each, clause.rows) if name]
    return frozenset(f"{item_name(name)}.{field}" for name in lists for field in vocabulary.lists.get(name, ()))


def lists_are_known(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that each list a clause repeats for is one."""
    for clause in library.clauses.values():
        for name in (clause.each, clause.rows):
            if name and name not in vocabulary.lists:
                fix = suggestion(name, frozenset(vocabulary.lists), "name a list.")
                yield Problem(clause.file, f"`{name}` is not a list.", fix)


def editions_do_not_overlap(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that of two definitions of one term in an instrument only one is in force on any day."""
    told: set[tuple[str, str]] = set()
    for outline in library.outlines.values():
        defined = [clause for _, clause in in_order(library, outline) if clause.term]
        for one, other in combinations(defined, 2):
            overlap = one.term == other.term and one.in_force.overlaps(other.in_force)
            if overlap and (one.id, other.id) not in told:
                told.add((one.id, other.id))
                what = f"{one.file} defines {one.term} too, for some of the same days."
                fix = "end one before the other begins, with `in_force`, or list each in the outlines that need it."
                yield Problem(other.file, what, fix)


def authority_is_cited(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that each clause cites what it rests on, in a form that a search finds."""
    for clause in library.clauses.values():
        if not clause.authority:
            yield Problem(clause.file, "`authority` is empty.", FORM)
        for citation in clause.authority:
            if not any(form.fullmatch(citation) for form in CITATIONS):
                yield Problem(clause.file, f"`{citation}` is not in the form of a citation.", FORM)


def dependencies_exist(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that each requirement that another depends on is in the catalogue."""
    for requirement in library.requirements.values():
        for other in requirement.depends_on:
            if other not in library.requirements:
                fix = suggestion(other, frozenset(library.requirements), "name a requirement of the catalogue.")
                yield Problem(f"requirement {requirement.id}", f"`{other}` is not a requirement.", fix)


def discharges_exist(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that each requirement a clause discharges is in the catalogue."""
    for clause in library.clauses.values():
        for claimed in clause.discharges:
            if claimed not in library.requirements:
                fix = suggestion(claimed, frozenset(library.requirements), "name a requirement of the catalogue.")
                yield Problem(clause.file, f"`{claimed}` is not a requirement.", fix)
