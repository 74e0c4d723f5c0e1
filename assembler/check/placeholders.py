"""Prove that nothing is left over: tags, blanks, placeholders, stray points and spaces."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assembler.check.document import Document
from assembler.check.part_text import PartText
from assembler.problem import Problem

_POUR = "fill the place it stands for, or take it out."
_WORDS = "put the words right in the clause or in the answer."

_LEFTOVERS: tuple[tuple[str, str, str, str], ...] = (
    ("{{", r"\{\{", "a template's {{ is left over", _POUR),
    ("}}", r"\}\}", "a template's }} is left over", _POUR),
    ("{%", r"\{%", "a template's {% is left over", _POUR),
    ("%}", r"%\}", "a template's %} is left over", _POUR),
    ("{#", r"\{#", "a template's {# is left over", _POUR),
    ("None", r"None\b(?! of\b)", "an empty value was written as None", _POUR),
    ("Undefined", r"Undefined\b", "an empty value was written as Undefined", _POUR),
    ("[TBD", r"\[TBD", "[TBD is left over", _POUR),
    ("___", r"___+", "a blank is left to fill in by hand", _POUR),
    ("orem", r"\b[Ll]orem\b", "filler text is left over", _POUR),
    ("Error!", r"Error! \w", "a reference is lost (“Error!”)", "write the document again."),
    ("  ", r"  ", "two spaces stand together", _WORDS),
    (" ,", r" ,", "a space stands before a comma", _WORDS),
    ("..", r"\.\.(?<!\.\.\.)(?!\.)", "two full stops stand together", _WORDS),
)
"""A sign that is quick to look for, what it has to be to count, what to say, and what to do."""

_SIGNS = tuple(sign for sign, *_ in _LEFTOVERS)


def prove_nothing_left(document: Document) -> list[Problem]:
    """Report leftovers in every part, and empty paragraphs in the clauses of the main one."""
    problems = [*_empty(document)]
    for part in document.parts:
        if any(map(_is_suspect, part.lines)):
            problems += _left(document, part)
        problems += _brackets(document, part)
    return problems


@lru_cache(maxsize=2048)
def _is_suspect(line: str) -> bool:
    return any(map(line.__contains__, _SIGNS)) and any(re.search(pattern, line) for _, pattern, _, _ in _LEFTOVERS)


def _left(document: Document, part: PartText) -> Iterator[Problem]:
    for _, pattern, what, fix in _LEFTOVERS:
        for found in re.finditer(pattern, part.text):
            begin, end = part.span(part.paragraph(found.start()))
            around = part.text[max(found.start() - 20, begin) : min(found.end() + 20, end)].strip()
            yield Problem(document.place(part, found.start()), f"{what}: “{around}”.", fix)


def _empty(document: Document) -> Iterator[Problem]:
    """Find paragraphs without a word in a clause; a cell may be empty, and a ruled line holds a tab."""
    body = document.body
    for at, i, line in zip(body.begins, range(len(body.begins)), body.lines, strict=False):
        if line.strip(" \u00a0") or i in body.in_cell:
            continue
        if any(mark.begin <= at < mark.end for _, mark in document.clauses):
            yield Problem(document.place(body, at), "a paragraph of it is empty.", _POUR)


def _brackets(document: Document, part: PartText) -> Iterator[Problem]:
    """Match square brackets over the part: an undecided clause opens in one paragraph and closes in another."""
    if "[" not in part.text and "]" not in part.text:
        return
    made = document.in_contents if part is document.body else frozenset()
    open_: list[int] = []
    for found in re.finditer(r"[\[\]]", part.text):
        at = found.start()
        if part.paragraph(at) in made:
            continue
        if found[0] == "[":
            open_.append(at)
        elif open_:
            open_.pop()
        else:
            yield Problem(document.place(part, at), "a square bracket closes that was not opened.", _WORDS)
    for at in open_:
        yield Problem(document.place(part, at), "a square bracket opens and is not closed.", _WORDS)
