"""Proofread the text: nothing left of the template, no blank to fill in, no doubled space, no unpaired bracket."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assembler.check.document import Document
from assembler.check.story import Story
from assembler.problem import Problem

_FILL = "fill the place it stands for, or take it out."
_CORRECT = "put the words right in the clause or in the answer."

_SLIPS: tuple[tuple[str, str, str, str], ...] = (
    ("{{", r"\{\{", "a template's {{ is left over", _FILL),
    ("}}", r"\}\}", "a template's }} is left over", _FILL),
    ("{%", r"\{%", "a template's {% is left over", _FILL),
    ("%}", r"%\}", "a template's %} is left over", _FILL),
    ("{#", r"\{#", "a template's {# is left over", _FILL),
    ("None", r"None\b(?! of\b)", "an empty value was written as None", _FILL),
    ("Undefined", r"Undefined\b", "an empty value was written as Undefined", _FILL),
    ("[TBD", r"\[TBD", "[TBD is left over", _FILL),
    ("___", r"___+", "a blank is left to fill in by hand", _FILL),
    ("orem", r"\b[Ll]orem\b", "filler text is left over", _FILL),
    ("Error!", r"Error! \w", "a reference is lost (“Error!”)", "write the document again."),
    ("  ", r"  ", "two spaces stand together", _CORRECT),
    (" ,", r" ,", "a space stands before a comma", _CORRECT),
    ("..", r"\.\.(?<!\.\.\.)(?!\.)", "two full stops stand together", _CORRECT),
)
"""What is quick to look for, the pattern it must have to count, what is wrong, and what to do."""

_HINTS = tuple(hint for hint, *_ in _SLIPS)


def proofread(document: Document) -> list[Problem]:
    """Report slips and unpaired brackets in every story, and empty paragraphs in the clauses."""
    problems = [*_empty_paragraphs(document)]
    for story in document.stories:
        if any(map(has_slip, story.lines)):
            problems += _slips(document, story)
        problems += _unpaired_brackets(document, story)
    return problems


@lru_cache(maxsize=2048)
def has_slip(line: str) -> bool:
    """Tell whether a line has a slip of the kinds that are looked for."""
    return any(map(line.__contains__, _HINTS)) and any(re.search(pattern, line) for _, pattern, _, _ in _SLIPS)


def _slips(document: Document, story: Story) -> Iterator[Problem]:
    for _, pattern, what, fix in _SLIPS:
        for found in re.finditer(pattern, story.text):
            begin, end = story.span(story.paragraph(found.start()))
            around = story.text[max(found.start() - 20, begin) : min(found.end() + 20, end)].strip()
            yield Problem(document.place(story, found.start()), f"{what}: “{around}”.", fix)


def _empty_paragraphs(document: Document) -> Iterator[Problem]:
    """Find paragraphs without a word in a clause; a table cell may be empty, and a ruled line holds a tab."""
    body = document.body
    for i, (at, line) in enumerate(zip(body.begins, body.lines, strict=False)):
        if line.strip(" \u00a0") or i in body.in_cell:
            continue
        if any(clause.begin <= at < clause.end for clause in document.clauses.values()):
            yield Problem(document.place(body, at), "a paragraph of it is empty.", _FILL)


def _unpaired_brackets(document: Document, story: Story) -> Iterator[Problem]:
    """Match brackets over the whole story: an undecided clause opens in one paragraph and closes in another."""
    if "[" not in story.text and "]" not in story.text:
        return
    repeated = document.in_contents if story is document.body else frozenset()
    unclosed: list[int] = []
    for bracket in re.finditer(r"[\[\]]", story.text):
        at = bracket.start()
        if story.paragraph(at) in repeated:
            continue
        if bracket[0] == "[":
            unclosed.append(at)
        elif unclosed:
            unclosed.pop()
        else:
            yield Problem(document.place(story, at), "a square bracket closes that was not opened.", _CORRECT)
    for at in unclosed:
        yield Problem(document.place(story, at), "a square bracket opens and is not closed.", _CORRECT)
