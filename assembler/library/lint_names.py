"""Lint the names of instruments: an outline gives those that its clauses use, and no clause says another's."""

from collections.abc import Iterator

from assembler.library.body import fields, prose
from assembler.library.clause import Library
from assembler.library.document_order import in_order
from assembler.library.names import NAMES, foreign
from assembler.library.vocabulary import Vocabulary
from assembler.problem import Problem


def names_are_given(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that an outline gives each name that a clause of it uses."""
    for outline in library.outlines.values():
        for _, clause in in_order(library, outline):
            for name in (name for name in fields(clause.body) if name in NAMES):
                what = f"it gives no `{name}`, and {clause.id} uses it."
                yield Problem(f"outline {outline.id}", what, f"add it under `names`: {NAMES[name]}.")


def names_are_its_own(library: Library, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Require that no sentence of an instrument speaks of another instrument's name, parts or maker as its own."""
    for outline in (outline for outline in library.outlines.values() if outline.names):
        others = foreign(outline.names, library.outlines)
        if others is None:
            continue
        for _, clause in in_order(library, outline):
            text = "" if clause.prescribed else prose(clause.body)
            for found in others.finditer(text):
                line = clause.line + text[: found.start()].count("\n")
                what = f"it says “{found[0]}” in {outline.title}, which calls itself otherwise."
                fix = "write the name as a field, such as `this {{ instrument }}`."
                yield Problem(f"{clause.file}:{line}", what, fix)
