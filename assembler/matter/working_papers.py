"""The lists of a case's working papers: its figures with their steps, its last days, its notes, its papers."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from assembler import wording
from assembler.findings import Findings
from assembler.findings.deadline import SubjectDate
from assembler.findings.figure import SubjectFigure
from assembler.selection import Plan, name

INDEX = "cover-index"

Row: TypeAlias = Mapping[str, object]
Lists: TypeAlias = Mapping[str, Sequence[Row]]

LISTS = {
    "figures": frozenset({"name", "subject", "value", "law", "steps"}),
    "figure.steps": frozenset({"text", "value", "law"}),
    "deadlines": frozenset({"date", "weekday", "name", "who", "what", "why", "rolls", "law"}),
    "notes": frozenset({"text"}),
    "papers": frozenset({"number", "title", "subject", "signed_by", "due", "file"}),
}
"""Every list of a working paper that a clause may repeat over, with the blanks of its rows."""


class WorkingLists(Mapping[str, Sequence[Row]]):
    """The lists of a case, each made when a paper first repeats over it."""

    def __init__(self, findings: Findings, papers: Sequence[Row]) -> None:
        self._make: Mapping[str, Callable[[], Sequence[Row]]] = {
            "figures": lambda: [_figure(one) for one in findings.figures.figures],
            "deadlines": lambda: [_deadline(one) for one in findings.calendar.dates],
            "notes": lambda: [{"text": note} for note in findings.figures.notes],
            "papers": lambda: papers,
        }
        self._made: dict[str, Sequence[Row]] = {}

    def __getitem__(self, name: str) -> Sequence[Row]:
        if name not in self._made:
            self._made[name] = self._make[name]()
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._make)

    def __len__(self) -> int:
        return len(self._make)


def _figure(one: SubjectFigure) -> Row:
    figure = one.figure
    steps = [{"text": step.text, "value": wording.shown(step.value), "law": step.law} for step in figure.steps]
    return {
        "name": figure.name.replace("_", " ").capitalize(),
        "subject": one.subject,
        "value": wording.figure(figure.value, figure.unit),
        "law": "; ".join(figure.law),
        "steps": steps,
    }


def _deadline(one: SubjectDate) -> Row:
    deadline = one.deadline
    reasons = "; ".join(step.text for step in deadline.steps)
    return {
        "date": wording.day(deadline.date),
        "weekday": wording.weekday(deadline.date),
        "name": f"{deadline.name} ({one.subject})",
        "who": deadline.who,
        "what": wording.sentence(deadline.what),
        "why": " ".join(wording.sentence(words) for words in (reasons, *deadline.notes)),
        "rolls": "rolls to the next business day" if deadline.rolls else "does not roll",
        "law": "; ".join(deadline.law),
    }


def papers(plans: Sequence[Plan]) -> Sequence[Row]:
    """List a case's papers for its index: what each is, of what, who signs it, when it is due, and its file."""
    listed = [plan for plan in plans if plan.document != INDEX]
    return [_paper(number, plan) for number, plan in enumerate(listed, 1)]


def _paper(number: int, plan: Plan) -> Row:
    outline = plan.outline
    return {
        "number": str(number),
        "title": outline.title,
        "subject": name(plan.subject),
        "signed_by": outline.signed_by,
        "due": outline.due,
        "file": f"{plan.name}.docx",
    }
