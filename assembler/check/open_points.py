"""Check the open points: numbered, in brackets that close, highlighted, and as many as the case leaves open."""

import re
from collections.abc import Iterator

from assembler.check.document import Document
from assembler.problem import Problem

_POINT = re.compile(r"\[(\d+): ")


def check_open_points(document: Document) -> list[Problem]:
    """Report open points that a reader could overlook."""
    return [
        Problem(document.place(document.body, at), what, "write the open point again.")
        for at, number in _points(document)
        if (what := _fault(document, at, number))
    ]


def check_open_count(document: Document, expected: int) -> list[Problem]:
    """Report when the draft has other open points than the case: they are numbered from 1 without a gap."""
    numbers = sorted({number for _, number in _points(document)})
    if numbers == list(range(1, expected + 1)):
        return []
    shown = ", ".join(map(str, numbers)) or "none"
    what = f"the case leaves {expected} points open, and the draft shows these: {shown}."
    return [Problem(document.where, what, "write the document again from the case.")]


def _points(document: Document) -> Iterator[tuple[int, int]]:
    """Give the offset and the number of each open point, once where the contents repeat it."""
    body = document.body
    if "[" not in body.text:
        return
    for found in _POINT.finditer(body.text):
        if body.paragraph(found.start()) not in document.in_contents:
            yield found.start(), int(found[1])


def _fault(document: Document, at: int, number: int) -> str:
    text = document.body.text
    clause_end = next((clause.end for clause in document.clauses.values() if clause.begin == at), None)
    end = _end_of_bracket(text, at, clause_end or text.index("\n", at))
    if end is None:
        return f"open point {number} is not closed in its {'clause' if clause_end else 'paragraph'}."
    if _is_highlighted(document, at, end):
        return ""
    brackets = (at, text.index(" ", at)), (end - 1, end)
    if clause_end and all(_is_highlighted(document, *bracket) for bracket in brackets):
        return ""
    return f"open point {number} is not highlighted."


def _end_of_bracket(text: str, begin: int, limit: int) -> int | None:
    """Give the offset after the bracket that closes this one, or None where there is none before the limit.

    An undecided clause stands in one bracket, of which only the signs are highlighted; any other point closes in its
    paragraph.
    """
    depth = 0
    for i in range(begin, limit):
        depth += {"[": 1, "]": -1}.get(text[i], 0)
        if depth == 0:
            return i + 1
    return None


def _is_highlighted(document: Document, begin: int, end: int) -> bool:
    reached = begin
    for run in document.body.styled_runs:
        is_light = not run.style or run.style in document.styles.highlighted
        if is_light and run.begin <= reached < run.end:
            reached = run.end
    return reached >= end
