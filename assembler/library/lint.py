"""Lint a library: each rule is a function from the library, and the names it may use, to problems."""

from collections.abc import Callable, Iterator

from assembler.library import lint_asks, lint_companions, lint_documents, lint_names, lint_references, lint_words
from assembler.library.clause import Library
from assembler.library.vocabulary import Vocabulary
from assembler.problem import Problem

Rule = Callable[[Library, Vocabulary], Iterator[Problem]]

NEEDED: tuple[Rule, ...] = (
    lint_references.facts_exist,
    lint_references.fields_are_known,
    lint_names.names_are_given,
    lint_references.lists_are_known,
    lint_references.pictures_are_known,
    lint_references.references_resolve,
    lint_references.references_are_implied,
)
"""Rules without which no document can be drafted: a name that means nothing cannot be filled in."""

RULES: tuple[Rule, ...] = (
    *NEEDED,
    lint_references.conditions_can_hold,
    lint_references.editions_do_not_overlap,
    lint_references.authority_is_cited,
    lint_references.discharges_exist,
    lint_references.dependencies_exist,
    lint_documents.requirements_have_a_clause,
    lint_documents.requirements_have_probes,
    lint_asks.requirements_are_asked,
    lint_documents.ids_are_short,
    lint_documents.clauses_are_in_an_outline,
    lint_documents.clauses_stand_once,
    lint_documents.clauses_fit_their_part,
    lint_documents.days_are_questions,
    lint_documents.index_is_known,
    lint_names.names_are_its_own,
    lint_companions.companions_exist,
    lint_companions.companions_are_declared,
    lint_companions.undrafted_are_called_for_by_facts,
    lint_words.definitions_begin_with_their_term,
    lint_words.terms_are_used,
    lint_words.capitalised_phrases_are_terms,
    lint_words.words_are_ours,
    lint_words.words_are_printed,
    lint_words.words_are_written,
)


def lint(library: Library, vocabulary: Vocabulary, rules: tuple[Rule, ...] = RULES) -> tuple[Problem, ...]:
    """List everything that is wrong with a library: what reading it found, then what each rule finds."""
    found = (problem for rule in rules for problem in rule(library, vocabulary))
    return (*library.problems, *found)
