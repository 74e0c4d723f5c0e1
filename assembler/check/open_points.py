"""Prove the open points: numbered brackets, whole, highlighted, and as many as the case leaves open."""

import re
from collections.abc import Iterator

from assembler.check.document import Document
from assembler.problem import Problem

_POINT = re.compile(r"\[(\d+): ")


def prove_open_points(document: Document) -> list[Problem]:
    """Report open points that a reader could overlook."""
    return [
        Problem(document.place(document.body, at), what, "write the open point again.")
        for at, number in _points(document)
        if (what := _fault(document, at, number))
    ]


def prove_open_count(document: Document, expected: int) -> list[Problem]:
    """Report when the draft has other open points than the case: they are numbered from 1 without a gap."""
    numbers = sorted({number for _, number in _points(document)})
    if numbers == list(range(1, expected + 1)):
        return []
    shown = ", ".join(map(str, numbers)) or "none"
    what = f"the case leaves {expected} points open, and the draft shows these: {shown}."
    return [Problem(document.where, what, "write the document again from the case.")]


def _points(document: Document) -> Iterator[tuple[int, int]]:
    body = document.body
    if "[" not in body.text:
        return
    for found in _POINT.finditer(body.text):
        if body.paragraph(found.start()) not in document.in_contents:
            yield found.start(), int(found[1])


def _fault(document: Document, at: int, number: int) -> str:
    text = document.body.text
    clause_end = next((mark.end for _, mark in document.clauses if mark.begin == at), None)
    end = _closing(text, at, clause_end or text.index("\n", at))
    if end is None:
        return f"open point {number} is not closed in its {'clause' if clause_end else 'paragraph'}."
    signs = (at, text.index(" ", at)), (end - 1, end)
    if _highlighted(document, at, end) or (clause_end and all(_highlighted(document, *sign) for sign in signs)):
        return ""
    return f"open point {number} is not highlighted."


def _closing(text: str, begin: int, limit: int) -> int | None:
    """Give the offset after the bracket that closes this one, or None where there is none before the limit.

    A clause that cannot be decided on stands in one bracket, whose signs alone are highlighted; any other
    point closes in its paragraph.
    """
    depth = 0
    for i in range(begin, limit):
        depth += {"[": 1, "]": -1}.get(text[i], 0)
        if depth == 0:
            return i + 1
    return None


def _highlighted(document: Document, begin: int, end: int) -> bool:
    reached = begin
    for ink in document.body.styled_runs:
        is_light = not ink.style or ink.style in document.styles.highlighted
        if is_light and ink.begin <= reached < ink.end:
            reached = ink.end
    return reached >= end
