"""Lint the words: defined terms, the words we do not write, and the words that stand outside the clauses."""

import re
from collections.abc import Iterator

from assembler.library.body import plural, prose, terms_used
from assembler.library.clause import Clause, Library
from assembler.library.vocabulary import Vocabulary, suggestion
from assembler.problem import Problem

NAMES = frozenset({
    "U.S.", "CFR", "Schedule A", "Schedule M", "Example", "Information Statement", "Certification Statement",
    "Agreement To Pay Section 2056A Estate Tax", "Agreement To Roll Over Annuity Payments",
    "Procedure and Administration Regulations",
    "Advisory Group", "Advisory Group Managers",
    "American", "Article", "Articles", "Assistant Commissioner", "Columbia", "Commissioner",
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

FORBIDDEN = (
    (r"and/or", "write \"or\", or \"either or both\": a court cannot read it."),
    (r"hereinafter|herein|hereof|hereto|hereunder|hereby|thereof|therein|thereto|witnesseth|aforesaid",
     "name the Section, the Agreement or the thing."),
    (r"said (?!to\b)(?=[a-z])", "write \"the\"."),
    (r"(?<=\bthe )same(?= (shall|is|are|may)\b)", "repeat the noun."),
    (r"shall be responsible (to|for)", "give the duty: \"shall\" and the verb."),
    (r"shall mean", "write \"means\": a definition is not a duty."),
    (r"is (hereby )?(entitled and|authorized and) (directed|empowered)", "choose: shall, or may."),
    (r"give, devise and bequeath|null and void|each and every|any and all|sole and absolute",
     "one word says it."),
    (r"notwithstanding anything to the contrary", "say what gives way to what."),
    (r"in the event that|in the event of", "write \"if\"."),
    (r"prior to", "write \"before\"."),
    (r"provided,? (however|further)", "write \"except that\", or a new sentence."),
    (r"20\.2056A-\d+T", "cite the final regulation, 20.2056A-2."),
    (r"(?<!\w)(above|below)(?=[,.;)]| (mentioned|described|referred))", "give the number, with a reference."),
    (r"(?<!\w)(he|she|his|her|hers|him|himself|herself)(?!\w)", "repeat the role, such as \"the Spouse\"."),
    (r"best efforts|endeavou?r to", "say what is to be done and by when."),
)
"""What we do not write, and what to write instead."""

REFUSED = tuple((re.compile(rf"(?<!\w)(?:{words})", re.IGNORECASE), fix) for words, fix in FORBIDDEN)


def definitions_begin_with_their_term(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that a definition's first words are its term, bold and in quotation marks."""
    for clause in library.clauses.values():
        if clause.term and not re.match(rf'\*\*["“]{re.escape(clause.term)}["”]\*\*', clause.body):
            fix = f'begin **"{clause.term}"** means ...'
            yield Problem(clause.where, "the words do not begin with the term.", fix)


def terms_are_used(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that a term is defined only if a clause other than its definition uses it."""
    terms = tuple(clause.term for clause in library.clauses.values() if clause.term)
    used: dict[str, set[str]] = {term: set() for term in terms}
    spoken = (clause for said in library.spoken.values() for clause in said.values())
    for clause in (*library.clauses.values(), *spoken):
        for term in terms_used(clause.body, terms):
            used[term].add(clause.id)
    for clause in library.clauses.values():
        if clause.term and not used[clause.term] - {clause.id}:
            yield Problem(clause.file, f"no other clause uses the term {clause.term}.", "remove the definition.")


def capitalised_phrases_are_terms(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that whatever is capitalised within a sentence is a defined term or a proper name."""
    known = _known(library)
    for clause in library.clauses.values():
        for line, phrase in undefined(clause, known):
            fix = "define it, write it small, or add it to the proper names of the lint."
            yield Problem(f"{clause.file}:{line}", f"{phrase} is capitalised and not defined.", fix)


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


READ = frozenset({"asks", "synonyms"})
"""The files of words in which others' texts are read, and which print none."""


def words_are_ours(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that no clause, and no text beside the clauses, has a word that hides who does what or says nothing."""
    for clause in library.clauses.values():
        text = "" if clause.prescribed else prose(clause.body)
        for found, fix in _refused(text):
            line = clause.line + text[: found.start()].count("\n")
            yield Problem(f"{clause.file}:{line}", f"it says \"{found[0].strip()}\".", fix)
    printed = (entries for name, entries in library.words.items() if name not in READ)
    for entry in (entry for entries in printed for entry in entries.values()):
        for found, fix in _refused("\n".join(entry.unfilled)):
            yield Problem(entry.where, f"it says \"{found[0].strip()}\".", fix)


def _refused(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Find each word that we do not write, with what to write instead."""
    for pattern, fix in REFUSED:
        yield from ((found, fix) for found in pattern.finditer(text))


def words_are_printed(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require of each entry of words that the engine prints it, and of each value in it that the engine gives it."""
    for name, printed in vocabulary.words.items():
        for identity, entry in library.words.get(name, {}).items():
            if identity not in printed:
                fix = suggestion(identity, frozenset(printed), "remove the entry.")
                yield Problem(entry.where, f"nothing prints `{identity}`.", fix)
            for value in sorted(entry.values - printed.get(identity, entry.values)):
                fix = suggestion(value, printed[identity], "leave it out.")
                yield Problem(entry.where, f"`{identity}` is not given a value `{value}`.", fix)


def words_are_written(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that each entry of words that the engine prints is there."""
    for name, printed in vocabulary.words.items():
        for identity in sorted(printed.keys() - library.words.get(name, {}).keys()):
            yield Problem(f"clauses/words/{name}.yaml", f"there is no entry `{identity}`.", "write its words.")
