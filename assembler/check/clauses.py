"""Check that the clauses are those of the case, in order, word for word."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from assembler.check.document import Document
from assembler.problem import Problem

_HYPHEN = "\u2011"
_REWRITE = "write the document again from the case."


def bookmarked(clause: str) -> str:
    """Give the id of a clause as its bookmark spells it."""
    return clause.replace("-", "_")


def clause_texts(document: Document) -> dict[str, str]:
    """Give the text of each clause by its id as bookmarked, one line for a paragraph or a table cell."""
    text = document.body.text
    return {clause: text[mark.begin : mark.end].removesuffix("\n") for clause, mark in document.clauses.items()}


def check_clauses(document: Document, texts: Mapping[str, str], expected: Mapping[str, str]) -> list[Problem]:
    """Report clauses that are missing, extra, misplaced, or that read otherwise.

    texts: what the clauses of the document say, by id as bookmarked.
    expected: what they should say, by id.
    """
    ids = {bookmarked(clause): clause for clause in expected}
    found = sorted(document.clauses, key=lambda clause: document.clauses[clause].begin)
    different = [*_different(document, texts, expected)]
    if found == list(ids):
        return different
    return [
        *_missing(document, texts, expected),
        *_extra(document, ids),
        *_misplaced(document, found, ids),
        *different,
    ]


def _missing(document: Document, texts: Mapping[str, str], expected: Mapping[str, str]) -> Iterator[Problem]:
    for clause in expected:
        if bookmarked(clause) not in texts:
            yield Problem(f"{document.where}: clause {clause}", "it is not in the document.", _REWRITE)


def _extra(document: Document, ids: Collection[str]) -> Iterator[Problem]:
    for clause in document.clauses:
        if clause not in ids:
            where = f"{document.where}: clause {clause.replace('_', '-')}"
            yield Problem(where, "it is in the document, and the case does not call for it.", _REWRITE)


def _misplaced(document: Document, found: Sequence[str], ids: Mapping[str, str]) -> Iterator[Problem]:
    """Name the first clause that stands where another belongs."""
    there = [clause for clause in found if clause in ids]
    for stands, belongs in zip(there, (clause for clause in ids if clause in there), strict=True):
        if stands != belongs:
            where = f"{document.where}: clause {ids[stands]}"
            yield Problem(where, f"it stands where {ids[belongs]} belongs.", _REWRITE)
            return


def _different(document: Document, texts: Mapping[str, str], expected: Mapping[str, str]) -> Iterator[Problem]:
    for clause, text in expected.items():
        found = texts.get(bookmarked(clause))
        # most texts are the same to the letter, or but for their hyphens
        if found is None or found == text or found.replace(_HYPHEN, "-") == text:
            continue
        lines, expected_lines = _plain_lines(found), _plain_lines(text)
        if lines != expected_lines:
            yield Problem(f"{document.where}: clause {clause}", difference(lines, expected_lines), _REWRITE)


@lru_cache(maxsize=1024)
def _plain_lines(text: str) -> tuple[str, ...]:
    """Give the lines of a text that are not empty, with one kind of blank and one of hyphen."""
    text = text.replace(_HYPHEN, "-").replace("\u00ad", "")
    return tuple([line for words in text.split("\n") if (line := " ".join(words.split()))])


def difference(found: Sequence[str], expected: Sequence[str]) -> str:
    """Say in which line two texts first differ, and how, cut to the words around it."""
    for number, (ours, theirs) in enumerate(zip(found, expected, strict=False), 1):
        if ours != theirs:
            at = next((i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), None)
            at = min(len(ours), len(theirs)) if at is None else at
            return f"line {number} reads “{_around(ours, at)}”, and should read “{_around(theirs, at)}”."
    if len(found) > len(expected):
        return f"line {len(expected) + 1} reads “{_around(found[len(expected)], 0)}”, and should not be there."
    return f"line {len(found) + 1} is missing; it should read “{_around(expected[len(found)], 0)}”."


def _around(line: str, at: int) -> str:
    begin, end = max(at - 25, 0), at + 35
    return f"{'…' if begin else ''}{line[begin:end]}{'…' if end < len(line) else ''}"
