"""Lint defined terms: each is used, and whatever is capitalised as one is one."""

import re
from collections.abc import Iterator

from assembler.library.body import prose
from assembler.library.clause import Clause, Library
from assembler.library.places import file, place
from assembler.library.terms import plural, terms_used
from assembler.library.vocabulary import Vocabulary
from assembler.problem import Problem

NAMES = frozenset({
    "U.S.", "CFR", "Schedule A", "Schedule M", "Example", "Information Statement", "Certification Statement",
    "Agreement To Pay Section 2056A Estate Tax", "Agreement To Roll Over Annuity Payments",
    "Procedure and Administration Regulations",
    "Advisory Group", "American", "Article", "Articles", "Assistant Commissioner", "Columbia", "Commissioner",
    "Congress", "Department of the Treasury", "District of Columbia", "English", "Estate Tax Advisory Group",
    "Federal Deposit Insurance Corporation", "Form", "Internal Revenue Bulletin", "Internal Revenue Code",
    "International Chamber of Commerce", "Publication", "Recital", "Recitals", "Schedule", "Schedules",
    "Secretary of the Treasury", "Section", "Sections", "Treasury", "Treasury Regulations",
    "Uniform Customs and Practice",
    "January", "February", "March", "April", "May", "June",
    "Sunday", "Saturday", "July", "August", "September", "October", "November", "December",
})
"""Proper names and words of reference, which are capitalised and defined nowhere."""

WORD = r"(?<![\w&.-])(?:[A-Z][\w&.’'-]*\w|[A-Z]\b)"
RUN = re.compile(rf"(?:{WORD})(?: (?:of |and |the |for )?(?:{WORD}))*")
BEGINS = re.compile(r"(?:^|(?<!\.[A-Z])[.:;?!]\W*|\n\s*|[\"“”(]\s*)$")
PLAIN = frozenset({"signature", "form-title"})
"""Kinds of clause that are names and labels, not prose."""

MASK = "▪"
NEAR = 12  # characters before a word that tell whether it begins a sentence


def definitions_begin_with_their_term(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that a definition's first words are its term, bold and in quotation marks."""
    for clause in library.clauses.values():
        if clause.term and not re.match(rf'\*\*["“]{re.escape(clause.term)}["”]\*\*', clause.body):
            fix = f'begin **"{clause.term}"** means ...'
            yield Problem(place(clause), "the words do not begin with the term.", fix)


def terms_are_used(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that a term is defined only if a clause other than its definition uses it."""
    terms = tuple(clause.term for clause in library.clauses.values() if clause.term)
    used: dict[str, set[str]] = {term: set() for term in terms}
    for clause in library.clauses.values():
        for term in terms_used(clause.body, terms):
            used[term].add(clause.id)
    for clause in library.clauses.values():
        if clause.term and not used[clause.term] - {clause.id}:
            yield Problem(file(clause), f"no other clause uses the term {clause.term}.", "remove the definition.")


def capitalised_phrases_are_terms(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that whatever is capitalised within a sentence is a defined term or a proper name."""
    known = _known(library)
    for clause in library.clauses.values():
        for line, phrase in undefined(clause, known):
            fix = "define it, write it small, or add it to the proper names of the lint."
            yield Problem(f"{file(clause)}:{line}", f"{phrase} is capitalised and not defined.", fix)


def _known(library: Library) -> re.Pattern[str]:
    terms = {clause.term for clause in library.clauses.values() if clause.term}
    forms = NAMES | {form for term in terms for form in (term, plural(term))}
    longest = sorted(forms, key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(form)}(?!\w)" for form in longest))


def undefined(clause: Clause, known: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """Give each capitalised phrase that is not known, with its line; the first word of a sentence is exempt."""
    text = "" if clause.kind in PLAIN or clause.prescribed else known.sub(MASK, prose(clause.body))
    for run in RUN.finditer(text):
        phrase = run[0]
        if BEGINS.search(text[max(0, run.start() - NEAR) : run.start()]):
            phrase = phrase.partition(" ")[2]
        phrase = re.sub(r"^(of|and|the|for) ", "", phrase)
        if phrase and phrase[0].isupper():
            yield clause.line + text[: run.start()].count("\n"), phrase
