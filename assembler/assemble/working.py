"""The lists of a case's working papers: its figures with their steps, its dates, what is unconfirmed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from assembler import wording
from assembler.facts.finding import Facts, Finding
from assembler.problem import Problem
from assembler.selection import Plan

if TYPE_CHECKING:
    from assembler.dates import SubjectDate
    from assembler.figures import SubjectFigure

FACTS = {
    "has_figures": "The case has a figure that can be computed.",
    "has_dates": "The case has a date that can be computed.",
    "has_unconfirmed_figures": "A figure of the case rests on a published value that is not confirmed.",
}
"""Facts of a case that only its working papers ask for."""

INDEX = "cover-index"

LISTS = {
    "figures": frozenset({"name", "subject", "value", "law", "steps"}),
    "figure.steps": frozenset({"text", "value", "law"}),
    "deadlines": frozenset({"date", "weekday", "name", "who", "what", "why", "rolls", "law"}),
    "notes": frozenset({"text"}),
    "papers": frozenset({"number", "title", "subject", "signed_by", "due", "file"}),
}
"""The lists that a working paper may repeat over, with the blanks of their items."""


Lists = Mapping[str, Sequence[Mapping[str, object]]]
"""Lists by name, each of items whose blanks are filled."""


@dataclass(frozen=True)
class Working:
    """What the figures and the dates of a case come to, and the lists of them that papers repeat over."""

    lists: Lists
    problems: tuple[Problem, ...]
    figures: tuple["SubjectFigure", ...] = ()
    dates: tuple["SubjectDate", ...] = ()


NOTHING = Working({}, ())
"""The working of a case of which no figure and no date is asked."""


def work(found: Facts) -> tuple[Facts, Working]:
    """Compute a case's figures and dates, and tell its facts whether there are any."""
    from assembler import dates, figures  # heavy, and not needed for an instrument

    computed, dated = figures.compute(found.case, found), dates.find(found.case, found)
    lists: Lists = {
        "figures": [_figure(one) for one in computed.figures],
        "deadlines": [_deadline(one) for one in dated.dates],
        "notes": [{"text": note} for note in computed.notes],
    }
    said = zip(FACTS.items(), ("figures", "deadlines", "notes"), strict=True)
    findings = {name: Finding(bool(lists[of]), meaning.rstrip(".").lower()) for (name, meaning), of in said}
    whole = replace(found.whole, findings=MappingProxyType({**found.whole.findings, **findings}))
    problems = computed.problems + dated.problems
    return replace(found, whole=whole), Working(lists, problems, tuple(computed.figures), tuple(dated.dates))


def _figure(one: "SubjectFigure") -> dict[str, object]:
    figure = one.figure
    steps = [{"text": step.text, "value": wording.shown(step.value), "law": step.law} for step in figure.steps]
    return {
        "name": figure.name.replace("_", " ").capitalize(),
        "subject": one.subject,
        "value": wording.figure(figure.value, figure.unit),
        "law": "; ".join(figure.law),
        "steps": steps,
    }


def _deadline(one: "SubjectDate") -> dict[str, object]:
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


def papers(plans: Sequence[Plan]) -> Lists:
    """List a case's papers for its index: what each is, of what, who signs it, when it is due, and its file."""
    listed = [plan for plan in plans if plan.document != INDEX]
    return {"papers": [_paper(number, plan) for number, plan in enumerate(listed, 1)]}


def _paper(number: int, plan: Plan) -> dict[str, object]:
    outline = plan.outline
    return {
        "number": str(number),
        "title": outline.title,
        "subject": plan.subject,
        "signed_by": outline.signed_by,
        "due": outline.due,
        "file": f"{plan.name}.docx",
    }
