"""Prove the clause library with the names that facts and blanks give it."""

from assembler import blanks, merge
from assembler.blanks import items
from assembler.findings import topics
from assembler.findings.vocabulary import families, never
from assembler.library import lint_conditions
from assembler.library.clause import Library
from assembler.library.coverage import Coverage, coverage
from assembler.library.lint import lint
from assembler.library.vocabulary import Vocabulary
from assembler.matter.index import PAPERS
from assembler.problem import Problem

VOCABULARY = Vocabulary(
    facts=frozenset(fact.name for topic in topics.EVERY for fact in topic.facts),
    blanks=merge.FIELDS | blanks.NAMES | items.ITEM_NAMES,
    lists={**blanks.LISTS, **items.ITEM_LISTS, **merge.LISTS, "papers": PAPERS},
    groups=families(fact for topic in topics.EVERY for fact in topic.facts),
    never=never(topics.EVERY) + topics.OF_OTHER_KIND,
)
"""The facts a condition may name, the blanks and lists a body may use."""


def lint_library(library: Library) -> tuple[Problem, ...]:
    """Give everything that is wrong with a library."""
    return lint(library, VOCABULARY)


def unpourable(library: Library) -> tuple[Problem, ...]:
    """Give what no case could be rendered into: a fact, a blank, a list or a reference that means nothing."""
    rules = (
        lint_conditions.facts_exist,
        lint_conditions.blanks_are_known,
        lint_conditions.lists_are_known,
        lint_conditions.references_resolve,
        lint_conditions.references_are_implied,
    )
    return (*library.problems, *(problem for rule in rules for problem in rule(library, VOCABULARY)))


def library_coverage(library: Library, document: str) -> Coverage:
    """Show which clauses of a document discharge which requirement; an unknown document raises KeyError."""
    return coverage(library, document, VOCABULARY)
