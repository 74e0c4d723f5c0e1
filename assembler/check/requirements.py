"""Prove that the text does what the law requires of it, and names the persons of the case as given."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from assembler.check.clauses import mark_of
from assembler.check.document import Document
from assembler.check.expected import Expected, Requirement
from assembler.problem import Problem


def prove_requirements(document: Document, texts: Mapping[str, str], expected: Expected) -> list[Problem]:
    """Report every requirement that no clause in the file discharges, or only in part."""
    problems: list[Problem] = []
    for requirement in expected.requirements:
        said = {clause: texts.get(mark_of(clause), "") for clause in expected.discharged_by.get(requirement.id, ())}
        said = {clause: folded(text) for clause, text in said.items() if text and not text.isspace()}
        if said:
            problems += _unproved(document, requirement, said)
        else:
            what = f"no clause discharges {requirement.id}: {requirement.says}"
            problems.append(Problem(document.where, what, _claim(requirement.id), requirement.cite))
    return problems


def _claim(requirement: str) -> str:
    return f"add a clause that discharges {requirement}, or correct the facts."


def _unproved(document: Document, requirement: Requirement, said: Mapping[str, str]) -> Iterator[Problem]:
    """Look for the probes clause by clause, so that none is pieced together of two."""
    for probe in requirement.probes:
        if not any(holds(text, probe) for text in said.values()):
            where = f"{document.where}: clause {', '.join(said)}"
            what = f"{requirement.id} is claimed, but “{probe}” is not in the text."
            yield Problem(where, what, f"say it in the clause: {requirement.says}", requirement.cite)


def prove_names(document: Document, names: Sequence[str]) -> list[Problem]:
    """Report names that do not appear code point for code point."""
    text = document.body.text
    problems = []
    for name in dict.fromkeys(names):
        if not name.strip() or has_words(text, name):
            continue
        likeness = _likeness(name)
        if likeness and likeness in _likeness(text):
            what = f"the name “{name}” appears only changed."
        else:
            what = f"the name “{name}” does not appear."
        problems.append(Problem(document.where, what, "write the name exactly as the case gives it."))
    return problems


def _likeness(text: str) -> str:
    """Give the letters of a text without marks, case or spacing."""
    letters = (c for c in unicodedata.normalize("NFKD", text) if c.isalnum())
    return "".join(letters).casefold()


_FOLDED = (
    ("‘", "'"), ("’", "'"), ("“", '"'), ("”", '"'), ("‐", "-"), ("\u2011", "-"), ("–", "-"), ("—", "-"), ("\u00ad", "")
)  # fmt: skip


@lru_cache(maxsize=1024)
def folded(text: str) -> str:
    """Level case, spacing, quotes and dashes."""
    text = text.casefold()
    for sign, plain in _FOLDED:
        text = text.replace(sign, plain)
    return " ".join(text.split())


@lru_cache(maxsize=2048)
def holds(text: str, probe: str) -> bool:
    """Tell whether a folded text holds one of a probe's alternatives, which `` | `` parts."""
    return any(has_words(text, folded(alternative)) for alternative in probe.split(" | ") if alternative.strip())


def has_words(text: str, words: str) -> bool:
    """Tell whether the words stand in the text and are not part of longer words or numbers."""
    at = text.find(words)
    while at >= 0:
        if _is_whole(text, at, at + len(words)):
            return True
        at = text.find(words, at + 1)
    return False


def _is_whole(text: str, begin: int, end: int) -> bool:
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
