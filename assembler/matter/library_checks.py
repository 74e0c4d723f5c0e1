"""Prove the clause library with the names that findings and fields give it."""

from datetime import date

from assembler import merge
from assembler.casefile import paths
from assembler.findings import calendar_words, topics
from assembler.findings.vocabulary import families, never
from assembler.library.clause import Library
from assembler.library.coverage import Coverage, coverage
from assembler.library.lint import NEEDED, lint
from assembler.library.vocabulary import Vocabulary
from assembler.matter.calendar import DEADLINES
from assembler.matter.index import ELSEWHERE, GAPS, PAPERS, SPOUSE_PAPERS
from assembler.matter.pictures import PICTURES
from assembler.matter.questionnaire import ASKING
from assembler.problem import Problem


def _is_a_day(path: str) -> bool:
    question = paths.question(path)
    return question is not None and question.type is date


VOCABULARY = Vocabulary(
    facts=frozenset(fact.name for topic in topics.EVERY for fact in topic.facts),
    fields=merge.FIELDS | PICTURES,
    lists={
        **merge.LISTS,
        **{"papers": PAPERS, "spouse_papers": SPOUSE_PAPERS, "gaps": GAPS, "elsewhere": ELSEWHERE},
        "deadlines": DEADLINES,
        **ASKING,
    },
    words=calendar_words.WORDS,
    groups=families(fact for topic in topics.EVERY for fact in topic.facts),
    never=never(topics.EVERY) + topics.NEVER_BOTH,
    pictures=PICTURES,
    days=frozenset(path.replace("[0]", "") for path in paths.question_paths() if _is_a_day(path)),
)
"""The facts a condition may name, the fields and lists a body may use, the words that the calendar prints."""


def lint_library(library: Library) -> tuple[Problem, ...]:
    """Give everything that is wrong with a library."""
    return lint(library, VOCABULARY)


def unfillable(library: Library) -> tuple[Problem, ...]:
    """Give what no case could be rendered into: a fact, a field, a list or a reference that means nothing."""
    return lint(library, VOCABULARY, NEEDED)


def library_coverage(library: Library, document: str) -> Coverage:
    """Show which clauses of a document discharge which requirement; an unknown document raises KeyError."""
    return coverage(library, document, VOCABULARY)
