"""Lint a library: every rule is a small function from the library and the names it may use to problems."""

from collections.abc import Callable, Iterator

from assembler.library import lint_authority, lint_conditions, lint_outlines, lint_terms, lint_words
from assembler.library.clause import Library
from assembler.library.vocabulary import Vocabulary
from assembler.problem import Problem

Rule = Callable[[Library, Vocabulary], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    lint_conditions.facts_exist,
    lint_conditions.conditions_can_hold,
    lint_conditions.references_resolve,
    lint_conditions.references_are_implied,
    lint_conditions.blanks_are_known,
    lint_conditions.lists_are_known,
    lint_conditions.editions_do_not_overlap,
    lint_authority.authority_is_cited,
    lint_authority.discharges_exist,
    lint_authority.requirements_have_a_clause,
    lint_authority.requirements_have_probes,
    lint_outlines.ids_are_short,
    lint_outlines.clauses_are_in_an_outline,
    lint_outlines.clauses_stand_once,
    lint_outlines.clauses_fit_their_part,
    lint_terms.definitions_begin_with_their_term,
    lint_terms.terms_are_used,
    lint_terms.capitalised_phrases_are_terms,
    lint_words.words_are_ours,
    lint_words.words_are_printed,
    lint_words.words_are_written,
)


def lint(library: Library, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """Give everything that is wrong with a library: what its reading found, then what each rule does."""
    found = (problem for rule in RULES for problem in rule(library, vocabulary))
    return (*library.problems, *found)
