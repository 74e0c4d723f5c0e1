"""Prove that the clauses are those of the case, in order, word for word."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from assembler.check.document import Document
from assembler.check.expected import Expected
from assembler.problem import Problem

_HYPHEN = "\u2011"
_AGAIN = "write the document again from the case."


def clause_texts(document: Document) -> dict[str, str]:
    """Give the text of each clause by its mark, one line a paragraph, one line a table cell."""
    return {name: document.body.text[mark.begin : mark.end].removesuffix("\n") for name, mark in document.clauses}


def mark_of(clause: str) -> str:
    """Give a clause's id as its bookmark spells it."""
    return clause.replace("-", "_")


def prove_clauses(document: Document, texts: Mapping[str, str], expected: Expected) -> list[Problem]:
    """Report clauses that are missing, extra, misplaced, or read otherwise."""
    wanted = {mark_of(clause): clause for clause in expected.clauses}
    found = [name for name, _ in sorted(document.clauses, key=lambda clause: clause[1].begin)]
    problems = [*_different(document, texts, expected)]
    if found == list(wanted):
        return problems
    return [
        *_missing(document, texts, expected),
        *_extra(document, wanted),
        *_misplaced(document, found, wanted),
        *problems,
    ]


@lru_cache(maxsize=1024)
def levelled(text: str) -> tuple[str, ...]:
    """Give the lines of a text with blanks and hyphens levelled, without the empty ones."""
    text = text.replace(_HYPHEN, "-").replace("\u00ad", "")
    return tuple([line for words in text.split("\n") if (line := " ".join(words.split()))])


def _missing(document: Document, texts: Mapping[str, str], expected: Expected) -> Iterator[Problem]:
    for clause in expected.clauses:
        if mark_of(clause) not in texts:
            yield Problem(f"{document.where}: clause {clause}", "it is not in the document.", _AGAIN)


def _extra(document: Document, wanted: Collection[str]) -> Iterator[Problem]:
    for name, _ in document.clauses:
        if name not in wanted:
            where = f"{document.where}: clause {name.replace('_', '-')}"
            yield Problem(where, "it is in the document, and the case does not call for it.", _AGAIN)


def _misplaced(document: Document, found: Sequence[str], wanted: Mapping[str, str]) -> Iterator[Problem]:
    """Name the first clause that stands where another belongs."""
    there = [name for name in found if name in wanted]
    for stands, belongs in zip(there, (name for name in wanted if name in there), strict=True):
        if stands != belongs:
            where = f"{document.where}: clause {wanted[stands]}"
            yield Problem(where, f"it stands where {wanted[belongs]} belongs.", _AGAIN)
            return


def _different(document: Document, texts: Mapping[str, str], expected: Expected) -> Iterator[Problem]:
    for clause, text in expected.clauses.items():
        found = texts.get(mark_of(clause))
        # most texts are the same to the letter, or but for their hyphens
        if found is None or found == text or found.replace(_HYPHEN, "-") == text:
            continue
        ours, wanted = levelled(found), levelled(text)
        if ours != wanted:
            yield Problem(f"{document.where}: clause {clause}", difference(ours, wanted), _AGAIN)


def difference(found: Sequence[str], wanted: Sequence[str]) -> str:
    """Say in which line two texts first differ, and how, cut to the words around it."""
    for number, (ours, theirs) in enumerate(zip(found, wanted, strict=False), 1):
        if ours != theirs:
            at = next((i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), None)
            at = min(len(ours), len(theirs)) if at is None else at
            return f"line {number} reads “{_around(ours, at)}”, and should read “{_around(theirs, at)}”."
    if len(found) > len(wanted):
        return f"line {len(wanted) + 1} reads “{_around(found[len(wanted)], 0)}”, and should not be there."
    return f"line {len(found) + 1} is missing; it should read “{_around(wanted[len(found)], 0)}”."


def _around(line: str, at: int) -> str:
    begin, end = max(at - 25, 0), at + 35
    return f"{'…' if begin else ''}{line[begin:end]}{'…' if end < len(line) else ''}"
