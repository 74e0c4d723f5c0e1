"""Lint what hangs on something else: facts, references, blanks, lists, editions."""

from collections.abc import Iterator
from itertools import combinations

from assembler.library.body import blanks, references
from assembler.library.clause import Clause, Library
from assembler.library.places import file, part_ids, place, placed
from assembler.library.vocabulary import Vocabulary, fact, item_name, near
from assembler.library.worlds import world
from assembler.problem import Problem

UNNUMBERED = ("definition", "passage", "signature")
"""Kinds of clause that bear no number for a reference to give."""


def facts_exist(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that each fact a clause or a requirement names is one."""
    named = [(file(c), "when", c.when) for c in library.clauses.values()]
    named += [(f"requirement {r.id}", "called_for", r.called_for or ()) for r in library.requirements.values()]
    for where, entry, literals in named:
        for literal in literals:
            if fact(literal) not in vocabulary.facts:
                fix = near(fact(literal), vocabulary.facts, "name a fact, or add it to the facts.")
                yield Problem(where, f"`{entry}` names `{fact(literal)}`, which is not a fact.", fix)


def conditions_can_hold(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require of each `when` that some case satisfies it."""
    impossible = vocabulary.impossible()
    for clause in library.clauses.values():
        if clause.when and world(clause.when, impossible) is None:
            what = f"no case can have {' and '.join(clause.when)} together."
            yield Problem(file(clause), what, "make it two clauses, or mend `when`.")


def references_resolve(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that each reference names an article, or a numbered clause of the same document."""
    for outline in library.outlines.values():
        standing = {clause.id: clause for _, clause in placed(library, outline)}
        for clause in standing.values():
            for target in references(clause.body):
                if target in part_ids(outline):
                    continue
                if target not in standing:
                    fix = near(target, frozenset(standing) | part_ids(outline), "refer to a clause of the outline.")
                    yield Problem(place(clause), f"`{target}` does not stand in {outline.title}.", fix)
                elif standing[target].kind in UNNUMBERED:
                    what = f"`{target}` has no number: it is a {standing[target].kind}."
                    yield Problem(place(clause), what, "refer to a section, an article or a schedule.")


def references_are_implied(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that a clause refers only to clauses that are in whenever it is."""
    for clause in library.clauses.values():
        for target in references(clause.body):
            missing = set(library.clauses[target].when) - set(clause.when) if target in library.clauses else set()
            if missing:
                what = f"it refers to `{target}`, which may be out: {', '.join(sorted(missing))} need not hold."
                yield Problem(place(clause), what, "refer to the article, or add the facts to `when`.")


def blanks_are_known(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that each blank is one that can be filled, or a field of the item that is repeated."""
    for clause in library.clauses.values():
        known = vocabulary.blanks | _fields(clause, vocabulary)
        for blank in blanks(clause.body):
            if blank not in known:
                fix = near(blank, known, "name a blank; an item's fields need `each` or `rows`.")
                yield Problem(place(clause), f"`{blank}` is not a blank.", fix)


def _fields(clause: Clause, vocabulary: Vocabulary) -> frozenset[str]:
    lists = [name for name in (clause.each, clause.rows) if name]
    return frozenset(f"{item_name(name)}.{field}" for name in lists for field in vocabulary.lists.get(name, ()))


def lists_are_known(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that each list a clause repeats for is one."""
    for clause in library.clauses.values():
        for name in (clause.each, clause.rows):
            if name and name not in vocabulary.lists:
                fix = near(name, frozenset(vocabulary.lists), "name a list.")
                yield Problem(file(clause), f"`{name}` is not a list.", fix)


def editions_do_not_overlap(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that of two definitions of one term only one is in force on any day."""
    defined = [clause for clause in library.clauses.values() if clause.term]
    for one, other in combinations(defined, 2):
        if one.term == other.term and one.in_force.overlaps(other.in_force):
            what = f"{file(one)} defines {one.term} too, for some of the same days."
            yield Problem(file(other), what, "end one before the other begins, with `in_force`.")
