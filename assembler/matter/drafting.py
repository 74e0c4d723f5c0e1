"""Draft one document and prove it; it earns its name by passing the check."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from assembler import check, word
from assembler.matter.engine import Engine
from assembler.matter.manner import Manner
from assembler.matter.open_questions import OpenQuestion, open_questions
from assembler.matter.papers import NONE, Papers
from assembler.matter.rendering import UNKNOWN, Layout, Rendered, render
from assembler.merge import Merge, OpenPoint, Row
from assembler.problem import Problem
from assembler.selection import Plan

if TYPE_CHECKING:
    from assembler.matter.matter import Matter

Lists: TypeAlias = Mapping[str, Sequence[Row]]
"""What the papers of the whole case repeat over: the papers themselves, and the deadlines."""


@dataclass(frozen=True)
class Drafted:
    """One document: what was planned, what was rendered, and what the check says of it."""

    plan: Plan
    rendered: Rendered | None
    problems: tuple[Problem, ...]
    pdf: bytes | None = None

    @property
    def name(self) -> str:
        """The name of the document's file, without what shows its kind."""
        return self.plan.name

    @property
    def filename(self) -> str:
        """The name it has earned: its own when the check is satisfied, *x.unchecked.docx* until then."""
        return f"{self.name}.unchecked.docx" if self.problems else f"{self.name}.docx"


@dataclass(frozen=True)
class Outcome:
    """What became of a case: its documents, or why there are none.

    ``of_case`` are problems of the case as a whole, and ``lists`` what its own papers repeat over. ``beside`` tells of
    the papers that are not drafted.
    """

    matter: "Matter"
    documents: tuple[Drafted, ...]
    of_case: tuple[Problem, ...]
    lists: Lists = field(default_factory=dict)
    beside: Papers = NONE

    @property
    def open_points(self) -> tuple[OpenQuestion, ...]:
        """Every answer that these documents lack, once, with what hangs on it."""
        of_set = [("", gap.question) for gap in self.beside.gaps]
        drawn = [(one.name, one.rendered.points) for one in self.documents if one.rendered]
        met = [(name, OpenPoint(point.what, point.who, point.path)) for name, points in drawn for point in points]
        return open_questions(self.matter, [one.plan for one in self.documents], (*of_set, *met))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem: of the case, then of each document."""
        return (*self.of_case, *(problem for document in self.documents for problem in document.problems))


def draft(plan: Plan, engine: Engine, manner: Manner, merged: Merge, layout: Layout = UNKNOWN) -> Drafted:
    """Render one document with the fields of its subject and what is known of its pages, and prove it."""
    rendered = unproved(plan, engine, manner, merged, layout)
    if not isinstance(rendered, Rendered):
        return Drafted(plan, None, rendered)
    problems = check.check(rendered.package, rendered.expected, plan.name)
    return Drafted(plan, rendered, problems + (_open(rendered, plan.name) if manner.is_final else ()))


def unproved(
    plan: Plan, engine: Engine, manner: Manner, merged: Merge, layout: Layout = UNKNOWN
) -> Rendered | tuple[Problem, ...]:
    """Render one document, or say why its template cannot be filled."""
    document, problems = engine.document(plan.document)
    if document is None:
        return problems
    try:
        return render(plan, document, merged, manner, engine.library, layout)
    except word.TagError as fault:
        return (_unfilled(engine.template(plan.outline.template), fault),)


def _unfilled(template: Path, fault: word.TagError) -> Problem:
    fix = "correct the tag in Word; the template beside ours shows the tags there are."
    return Problem(str(template), f"a tag of the template cannot be filled ({fault}).", fix)


def _open(rendered: Rendered, name: str) -> tuple[Problem, ...]:
    """Refuse a final paper while anything is open in it."""
    return tuple(
        Problem(f"{name}: {point.where}", f"still open: {point.what}.", f"answer {point.path} ({point.who}).")
        for point in rendered.points
    )
