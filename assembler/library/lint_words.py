"""Lint the words themselves: those of clauses against the way ours read, the others against what prints them."""

import re
from collections.abc import Iterator

from assembler.library.body import prose
from assembler.library.clause import Library
from assembler.library.places import file
from assembler.library.vocabulary import Vocabulary, near
from assembler.problem import Problem

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


def words_are_ours(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that no clause uses a word that hides who does what, or that no one needs."""
    for clause in library.clauses.values():
        text = "" if clause.prescribed else prose(clause.body)
        for pattern, fix in REFUSED:
            for found in pattern.finditer(text):
                line = clause.line + text[: found.start()].count("\n")
                yield Problem(f"{file(clause)}:{line}", f"it says \"{found[0].strip()}\".", fix)


def words_are_printed(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require of each entry of words that the engine prints it, and of each value in it that the engine gives it."""
    for name, printed in vocabulary.words.items():
        for identity, entry in library.words.get(name, {}).items():
            if identity not in printed:
                fix = near(identity, frozenset(printed), "remove the entry.")
                yield Problem(entry.where, f"nothing prints `{identity}`.", fix)
            for value in sorted(entry.values - printed.get(identity, entry.values)):
                fix = near(value, printed[identity], "leave it out.")
                yield Problem(entry.where, f"`{identity}` is not given a value `{value}`.", fix)


def words_are_written(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that each entry of words that the engine prints is there."""
    for name, printed in vocabulary.words.items():
        for identity in sorted(printed.keys() - library.words.get(name, {}).keys()):
            yield Problem(f"clauses/words/{name}.yaml", f"there is no entry `{identity}`.", "write its words.")
