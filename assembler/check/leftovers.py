"""Prove that nothing is left over: tags, blanks, placeholders, stray points and spaces."""

import re
from collections.abc import Iterator

from assembler.check.contents import in_contents
from assembler.check.document import Document
from assembler.check.story import Story
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

_EMPTY = re.compile(r"\n[ \u00a0]*(?=\n)")


def prove_nothing_left(document: Document) -> list[Problem]:
    """Report leftovers in every story, and empty paragraphs in the clauses of the main one."""
    problems = [*_empty(document)]
    for story in document.stories:
        made = in_contents(document) if story is document.body else frozenset()
        problems += _left(document, story)
        problems += _brackets(document, story, made)
    return problems


def _left(document: Document, story: Story) -> Iterator[Problem]:
    for sign, pattern, what, fix in _LEFTOVERS:
        # most first signs are rare, and one sign is looked for ten times as fast as two
        if sign[0] not in story.text or sign not in story.text:
            continue
        for found in re.finditer(pattern, story.text):
            begin, end = story.span(story.paragraph(found.start()))
            around = story.text[max(found.start() - 20, begin) : min(found.end() + 20, end)].strip()
            yield Problem(document.place(story, found.start()), f"{what}: “{around}”.", fix)


def _empty(document: Document) -> Iterator[Problem]:
    """Find paragraphs without a word in a clause; a cell may be empty, and a ruled line holds a tab."""
    body = document.body
    # the line feed put before the text makes an empty first paragraph like any other
    for found in _EMPTY.finditer("\n" + body.text):
        at = found.start()
        if body.paragraph(at) in body.in_cell:
            continue
        if any(mark.begin <= at < mark.end for _, mark in document.clauses):
            yield Problem(document.place(body, at), "a paragraph of it is empty.", _POUR)


def _brackets(document: Document, story: Story, made: frozenset[int]) -> Iterator[Problem]:
    """Match square brackets over the story: an undecided clause opens in one paragraph and closes in another."""
    open_: list[int] = []
    if "[" not in story.text and "]" not in story.text:
        return
    for found in re.finditer(r"[\[\]]", story.text):
        at = found.start()
        if story.paragraph(at) in made:
            continue
        if found[0] == "[":
            open_.append(at)
        elif open_:
            open_.pop()
        else:
            yield Problem(document.place(story, at), "a square bracket closes that was not opened.", _WORDS)
    for at in open_:
        yield Problem(document.place(story, at), "a square bracket opens and is not closed.", _WORDS)
