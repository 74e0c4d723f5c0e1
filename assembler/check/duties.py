"""Prove that the text does what the law requires of it, and names the persons of the case as given."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from assembler.check.clauses import mark_of
from assembler.check.document import Document
from assembler.check.expected import Expected, Requirement
from assembler.check.matching import folded, has_words, holds
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
