"""What was chosen for one document, and why: the clauses and the requirements."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assembler.findings import Finding, Subject
from assembler.library.clause import Clause, Outline, Requirement
from assembler.problem import Problem
from assembler.selection.subject import name
from assembler.terms import FIRST, edition

STATES = {True: "in", False: "out", None: "undecided"}
"""What is chosen, in a word."""


@dataclass(frozen=True)
class Choice:
    """Whether a clause is in (True), out (False) or undecided (None), and the facts that say so.

    ``facts`` are the clause's own conditions; ``because`` is one sentence for a clause that hangs on
    something else: the paper's date, or the use of a defined term.
    """

    clause: Clause
    value: bool | None
    facts: tuple[str, ...] = ()
    because: str = ""

    @property
    def state(self) -> str:
        """In a word: in, out, or undecided."""
        return STATES[self.value]


@dataclass(frozen=True)
class Plan:
    """One document: every clause of its outline with the choice made on it.

    ``subject`` is what it is drafted for, as it stood on the paper's date. ``day`` is the day the paper has; while it
    is unknown, ``paper_date`` is that of the case's papers, and chooses the words.
    """

    subject: Subject
    outline: Outline
    day: Finding[date]
    paper_date: date
    choices: Mapping[str, Choice]
    requirements: tuple[Requirement, ...]
    refusals: tuple[Problem, ...] = ()

    @property
    def name(self) -> str:
        """The name of its file, without the ending."""
        return f"{name(self.subject)}-{self.document}"

    @property
    def document(self) -> str:
        """The id of the document."""
        return self.outline.id

    @property
    def due(self) -> str:
        """When it is due, in words, by the edition of the regulations that governs it."""
        is_first = edition(self.paper_date) == FIRST
        return (is_first and self.outline.due_1996) or self.outline.due

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the clauses that are in the document, undecided ones included, in its order."""
        return tuple(identity for identity, choice in self.choices.items() if choice.value is not False)
