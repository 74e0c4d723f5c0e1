"""Words of another script that look like Latin ones."""

from collections.abc import Iterator

from assembler.casefile import foreign_word, located_texts
from assembler.findings.subject import Subject
from assembler.problem import Caution


def cautions(whole: Subject) -> Iterator[Caution]:
    """Caution of a word among Latin ones that is written in Greek, Cyrillic, Armenian or mathematical letters."""
    for path, text in located_texts(whole.case):
        word = foreign_word(text)
        if word:
            what = f"`{word}` looks like a word in Latin letters, and is not written in them."
            yield Caution(path, what, "type it again in Latin letters, unless it is meant so.")
