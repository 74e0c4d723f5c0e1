"""Prove the clause library with the names that facts and blanks give it."""

from assembler import blanks, facts
from assembler.assemble import working
from assembler.blanks import items
from assembler.library.clause import Library
from assembler.library.coverage import Coverage, coverage
from assembler.library.lint import NEEDED, lint
from assembler.library.vocabulary import Vocabulary
from assembler.problem import Problem

VOCABULARY = Vocabulary(
    facts=frozenset(facts.NAMES) | facts.ITEM_NAMES.keys() | working.FACTS.keys(),
    fields=blanks.NAMES | items.ITEM_NAMES,
    lists={**blanks.LISTS, **items.ITEM_LISTS, **working.LISTS},
    groups=facts.GROUPS + facts.ITEM_GROUPS,
    never=facts.NEVER + facts.ITEM_NEVER,
)
"""The facts a condition may name, the blanks and lists a body may use."""


def lint_library(library: Library) -> tuple[Problem, ...]:
    """Give everything that is wrong with a library."""
    return lint(library, VOCABULARY)


def unpourable(library: Library) -> tuple[Problem, ...]:
    """Give what no case could be poured into: a fact, a blank, a list or a reference that means nothing."""
    return lint(library, VOCABULARY, NEEDED)


def library_coverage(library: Library, document: str) -> Coverage:
    """Show which clauses of a document discharge which requirement; an unknown document raises KeyError."""
    return coverage(library, document, VOCABULARY)
