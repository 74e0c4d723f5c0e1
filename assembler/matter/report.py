"""The report of a draft: documents, clauses with reasons, figures, last days, defaults, open points, problems."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from assembler.findings.figure import SubjectFigure
from assembler.library.clause import Words
from assembler.library.satisfiability import fact
from assembler.matter.calendar import CalendarEntry
from assembler.matter.papers import Elsewhere, Gap, KeptBack
from assembler.problem import Caution, Problem
from assembler.selection import Choice, Plan, name
from assembler.terms import edition

if TYPE_CHECKING:
    from assembler.matter.drafting import Drafted, Outcome

LINES = ",\n"

REPORTS = ("report.json", "report.md")
"""The names of the two files: one for machines, one for a person."""


def reports(outcome: "Outcome") -> dict[str, bytes]:
    """Write both reports, by name."""
    values = report_values(outcome)
    words = outcome.matter.engine.library.words["legends"]["report"]
    written = (_as_json(values), "\n".join(_as_markdown(values, words)))
    return {name: text.encode() for name, text in zip(REPORTS, written, strict=True)}


def report_values(outcome: "Outcome") -> dict[str, Any]:
    """Gather the report as plain values; every value a person gave stands as text."""
    matter = outcome.matter
    return {
        "documents": [_document(drafted) for drafted in outcome.documents],
        "open_points": [vars(point) for point in outcome.open_points],
        "kept_back": [_kept_back(one) for one in outcome.beside.kept_back],
        "gaps": [gap_values(gap) for gap in outcome.beside.gaps],
        "elsewhere": [_elsewhere(one) for one in outcome.beside.elsewhere],
        "overrides": list(matter.engine.overrides if outcome.documents else ()),
        "template_words": list(matter.engine.template_words if outcome.documents else ()),
        "figures": [figure_values(one) for one in matter.figures.figures],
        "deadlines": [deadline_values(one) for one in matter.deadlines.dates],
        "defaults": [
            {"path": one.path, "value": str(one.value), "because": one.because} for one in matter.reading.defaults
        ],
        "cautions": problem_values(matter.cautions),
        "problems": problem_values(outcome.problems),
    }


def problem_values(found: Sequence[Problem | Caution]) -> list[dict[str, str]]:
    """Write problems or cautions as plain values."""
    return [problem._asdict() for problem in found]


def _document(drafted: "Drafted") -> dict[str, Any]:
    plan, rendered = drafted.plan, drafted.rendered
    return {
        "file": drafted.filename,
        "document": plan.document,
        "title": plan.outline.title,
        "subject": name(plan.subject),
        "paper_date": plan.paper_date.isoformat(),
        "edition": edition(plan.paper_date),
        "checked": not drafted.problems,
        "requirements": [requirement.id for requirement in plan.requirements],
        "clauses": [_clause(plan, identity, choice) for identity, choice in plan.choices.items()],
        "open_points": [vars(point) for point in rendered.points] if rendered else [],
    }


def _clause(plan: Plan, identity: str, choice: Choice) -> dict[str, Any]:
    """Write one clause; one that hangs on nothing has no reason."""
    return {
        "id": identity,
        "title": choice.clause.title,
        "state": choice.state,
        "because": choice.because or {name: _because(plan, name) for name in choice.facts},
        "authority": list(choice.clause.authority),
        "reviewed": choice.clause.reviewed.isoformat(),
    }


def _because(plan: Plan, name: str) -> str:
    return plan.subject.fact(fact(name)).because


def gap_values(gap: Gap) -> dict[str, Any]:
    """Write what may be wanting in the set as plain values."""
    told = {"told_by": gap.told_by, "says": gap.says} if gap.told_by else {}
    whose = {"papers": list(gap.papers), "subject": name(gap.subject)}
    return {**whose, "because": gap.because, **told, "question": vars(gap.question)}


def _kept_back(one: KeptBack) -> dict[str, Any]:
    return {"file": f"{one.plan.name}.docx", "title": one.plan.outline.title, "refusals": problem_values(one.refusals)}


def _elsewhere(one: Elsewhere) -> dict[str, Any]:
    paper, subject = one.paper, name(one.subject)
    told_by = list(one.told_by)
    return {"paper": paper.id, "title": paper.title, "subject": subject, "remedy": paper.remedy, "told_by": told_by}


def figure_values(one: SubjectFigure) -> dict[str, Any]:
    """Write a figure with its arithmetic as plain values."""
    figure = one.figure
    return {
        "name": figure.name,
        "subject": one.subject,
        "value": _plain(figure.value),
        "unit": figure.unit,
        "steps": [{"text": step.text, "value": _plain(step.value), "law": step.law} for step in figure.steps],
        "authority": list(figure.law),
    }


def _plain(value: Decimal | int | date | str) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def deadline_values(one: CalendarEntry) -> dict[str, Any]:
    """Write the chief things of a deadline as plain values."""
    return {
        "name": one.name,
        "subject": one.subject,
        "date": one.deadline.date.isoformat(),
        "who": one.who,
        "what": one.what,
        "authority": list(one.deadline.law),
    }


def _as_json(values: Mapping[str, Sequence[Any]]) -> str:
    """Write a line for each entry of a list; JSON that is indented takes ten times as long."""
    write = json.JSONEncoder(ensure_ascii=False).encode
    lists = (f'"{name}": [\n{LINES.join(map(write, entries))}\n]' for name, entries in values.items())
    return f"{{\n{LINES.join(lists)}\n}}\n"


def _as_markdown(values: Mapping[str, Any], words: Words) -> Iterator[str]:
    none = words.text("none")
    yield from (f"# {words.text('title')}", "")
    yield from _open_lines(values["open_points"], words)
    for document in values["documents"]:
        yield from _document_lines(document, words)
    yield from _papers_lines(values, words)
    if values["overrides"]:
        yield from _section(words.text("overrides"), values["overrides"], none)
    if values["template_words"]:
        yield from _section(words.text("template_words"), values["template_words"], none)
    yield from _figure_lines(values["figures"], words)
    dates = (f"{one['date']}: {one['name']} ({one['subject']}); {one['who']}" for one in values["deadlines"])
    yield from _section(words.text("deadlines"), dates, none)
    taken = (f"{one['path']}: {one['value']}, as {one['because']}" for one in values["defaults"])
    yield from _section(words.text("defaults"), taken, none)
    for told in ("cautions", "problems"):
        yield from _section(words.text(told), (f"{one['where']}: {one['what']}" for one in values[told]), none)


def _section(title: str, entries: Iterator[str] | Sequence[str], none: str) -> Iterator[str]:
    listed = [f"- {entry}" for entry in entries]
    yield from (f"## {title}", "", *(listed or [none]), "")


def _open_lines(points: Sequence[Mapping[str, Any]], words: Words) -> Iterator[str]:
    """Give a table of what is open: who can answer it, which question it is, and how much hangs on it."""
    yield from (f"## {words.text('open_points')}", "")
    if not points:
        yield from (words.text("none"), "")
        return
    heads = [words.text(name) for name in OPEN_POINT]
    yield from (_row(heads), _row(["---"] * len(heads)))
    yield from (_row([_plain_text(point[name]) for name in OPEN_POINT]) for point in points)
    yield ""


OPEN_POINT = ("who", "what", "where", "clauses", "papers", "figures", "dates", "law")
"""What the report says of an open point, in order."""


def _plain_text(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _papers_lines(values: Mapping[str, Any], words: Words) -> Iterator[str]:
    """Tell of the papers that are not drafted: kept back by a refusal, wanting, or made elsewhere."""
    none = words.text("none")
    gaps = (
        f"{', '.join(gap['papers'])} ({gap['subject']}): {gap['because']}; {gap['question']['path']}, "
        f"{gap['question']['what']} ({gap['question']['who']})"
        for gap in values["gaps"]
    )
    elsewhere = (f"{one['title']} ({one['subject']}): {one['remedy']}" for one in values["elsewhere"])
    if values["kept_back"]:
        refused = (f"{one['file']}: {one['refusals'][0]['what']}" for one in values["kept_back"])
        yield from _section(words.text("kept_back"), refused, none)
    yield from _section(words.text("gaps"), gaps, none)
    yield from _section(words.text("elsewhere"), elsewhere, none)


def _document_lines(document: Mapping[str, Any], words: Words) -> Iterator[str]:
    points = [f"{p['number']}. {p['what']} ({p['where']}; {p['who']})" for p in document["open_points"]]
    yield from (f"## {document['file']}", "")
    yield words.text(
        "document",
        document=document["title"],
        paper_date=document["paper_date"],
        edition=document["edition"],
        state=words.text("checked" if document["checked"] else "unchecked"),
    )
    yield from ("", f"### {words.text('open_points')}", "", *(points or [words.text("none")]), "")
    yield from (f"### {words.text('clauses')}", "", "| Clause | State | Why | Authority |", "| --- | --- | --- | --- |")
    yield from (_clause_line(clause, words) for clause in document["clauses"])
    yield ""


def _clause_line(clause: Mapping[str, Any], words: Words) -> str:
    because = clause["because"] or words.text("always")
    why = because if isinstance(because, str) else "; ".join(f"{name}: {text}" for name, text in because.items())
    cells = (clause["title"], clause["state"], why, "; ".join(clause["authority"]))
    return _row(cells)


def _figure_lines(figures: Sequence[Mapping[str, Any]], words: Words) -> Iterator[str]:
    if figures:
        yield from (f"## {words.text('figures')}", "")
    for figure in figures:
        yield from (f"### {figure['name']} ({figure['subject']}): {figure['value']} {figure['unit']}", "")
        yield from (f"- {step['text']}: {step['value']} ({step['law']})" for step in figure["steps"])
        yield ""
