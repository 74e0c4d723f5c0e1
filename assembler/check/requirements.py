"""Check that the text says what the law requires of it, and gives the names of the case letter by letter."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Protocol

from assembler.check.clauses import bookmarked
from assembler.check.document import Document
from assembler.check.markup import plain_blanks
from assembler.problem import Problem


class Requirement(Protocol):
    """What a check needs of a requirement of the catalogue."""

    @property
    def id(self) -> str:
        """Its name in the catalogue."""

    @property
    def cite(self) -> str:
        """The paragraph of law it comes from."""

    @property
    def says(self) -> str:
        """What the document has to say, in one sentence."""

    @property
    def probes(self) -> tuple[str, ...]:
        """Words that any text discharging it contains; alternatives stand between `` | ``."""


def check_requirements(
    document: Document,
    texts: Mapping[str, str],
    requirements: Iterable[Requirement],
    discharged_by: Mapping[str, Sequence[str]],
) -> list[Problem]:
    """Report every requirement that no clause of the document discharges, or only in part.

    texts: what the clauses of the document say, by id as bookmarked.
    discharged_by: the clauses that claim to discharge each requirement.
    """
    problems: list[Problem] = []
    for requirement in requirements:
        claiming = {clause: texts.get(bookmarked(clause), "") for clause in discharged_by.get(requirement.id, ())}
        claiming = {clause: plain(text) for clause, text in claiming.items() if text and not text.isspace()}
        if claiming:
            problems += _missing_words(document, requirement, claiming)
        else:
            what = f"no clause discharges {requirement.id}: {requirement.says}"
            fix = f"add a clause that discharges {requirement.id}, or correct the facts."
            problems.append(Problem(document.where, what, fix, requirement.cite))
    return problems


def _missing_words(document: Document, requirement: Requirement, claiming: Mapping[str, str]) -> Iterator[Problem]:
    """Look for each probe clause by clause, so that none is pieced together of two."""
    for probe in requirement.probes:
        if not any(answers_probe(text, probe) for text in claiming.values()):
            where = f"{document.where}: clause {', '.join(claiming)}"
            what = f"{requirement.id} is claimed, but “{probe}” is not in the text."
            yield Problem(where, what, f"say it in the clause: {requirement.says}", requirement.cite)


def check_names(document: Document, names: Iterable[str]) -> list[Problem]:
    """Report names that do not appear letter by letter, whether changed or not at all."""
    text = document.body.text
    problems = []
    for name in dict.fromkeys(names):
        if not name.strip() or _has_words(text, plain_blanks(name)):
            continue
        letters = _bare_letters(name)
        if letters and letters in _bare_letters(text):
            what = f"the name “{name}” appears only changed."
        else:
            what = f"the name “{name}” does not appear."
        problems.append(Problem(document.where, what, "write the name exactly as the case gives it."))
    return problems


def _bare_letters(text: str) -> str:
    """Give the letters and digits of a text without accents, case or spacing."""
    letters = (c for c in unicodedata.normalize("NFKD", text) if c.isalnum())
    return "".join(letters).casefold()


_PLAIN = (
    ("‘", "'"), ("’", "'"), ("“", '"'), ("”", '"'), ("‐", "-"), ("\u2011", "-"), ("–", "-"), ("—", "-"), ("\u00ad", "")
)  # fmt: skip


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """Give a text in lower case, with plain quotes and dashes and single spaces."""
    text = text.casefold()
    for character, replacement in _PLAIN:
        text = text.replace(character, replacement)
    return " ".join(text.split())


@lru_cache(maxsize=2048)
def answers_probe(text: str, probe: str) -> bool:
    """Tell whether a plain text has the words of a probe, or one of its alternatives."""
    return any(_has_words(text, plain(words)) for words in probe.split(" | ") if words.strip())


def _has_words(text: str, words: str) -> bool:
    """Tell whether words are in a text and are not part of longer words or numbers."""
    at = text.find(words)
    while at >= 0:
        if _are_whole(text, at, at + len(words)):
            return True
        at = text.find(words, at + 1)
    return False


def _are_whole(text: str, begin: int, end: int) -> bool:
    before, after = text[:begin][-2:], text[end : end + 3]
    first, last = text[begin], text[end - 1]
    if first.isalnum() and before[-1:].isalnum():
        return False
    if last.isalnum() and after[:1].isalnum():
        return False
    if first.isdigit() and before[-1:] in (",", ".") and before[:1].isdigit():
        return False
    # $2,000,000 is in $2,000,000.00 and not in $2,000,000.50; 2,000 is not in 2,000,000
    continues = after[:1] in (",", ".") and after[1:2].isdigit() and after != ".00"
    return not (last.isdigit() and continues)
