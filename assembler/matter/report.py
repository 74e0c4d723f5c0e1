"""The report of a draft: documents, edition, clauses with reasons, figures, open points, problems."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assembler.matter.drafting import Drafted, Outcome
from assembler.problem import Problem
from assembler.selection import Choice, Plan, name
from assembler.terms import edition

LINES = ",\n"

REPORTS = ("report.json", "report.md")
"""The names of the two files: one for machines, one for a person."""


def reports(outcome: Outcome) -> dict[str, bytes]:
    """Write both reports, by name."""
    values = report(outcome)
    written = (_as_json(values), _as_markdown(values))
    return {name: text.encode() for name, text in zip(REPORTS, written, strict=True)}


def report(outcome: Outcome) -> dict[str, Any]:
    """Gather the report as plain values; every value a person gave stands as text."""
    return {
        "documents": [_document(drafted) for drafted in outcome.documents],
        "overrides": list(outcome.matter.engine.overrides if outcome.documents else ()),
        "figures": list(_figures(outcome)),
        "problems": problems(outcome.problems),
    }


def problems(found: Sequence[Problem]) -> list[dict[str, str]]:
    """Write problems as plain values."""
    return [problem._asdict() for problem in found]


def _document(drafted: Drafted) -> dict[str, Any]:
    plan, rendered = drafted.plan, drafted.rendered
    return {
        "file": drafted.filename,
        "document": plan.document,
        "subject": name(plan.subject),
        "paper_date": plan.paper_date.isoformat(),
        "edition": edition(plan.paper_date),
        "checked": not drafted.problems,
        "requirements": [requirement.id for requirement in plan.requirements],
        "clauses": [_clause(plan, identity, choice) for identity, choice in plan.choices.items()],
        "open_points": [vars(point) for point in rendered.points] if rendered else [],
    }


def _clause(plan: Plan, identity: str, choice: Choice) -> dict[str, Any]:
    findings = {name: plan.subject.fact(name.removeprefix("not ")).because for name in choice.facts}
    return {
        "id": identity,
        "title": choice.clause.title,
        "state": choice.state,
        "because": choice.because or findings or "the agreement always has it",
        "authority": list(choice.clause.authority),
        "reviewed": choice.clause.reviewed.isoformat(),
    }


def _figures(outcome: Outcome) -> Iterator[dict[str, Any]]:
    for one in outcome.matter.figures.figures if outcome.documents else ():
        figure = one.figure
        yield {
            "name": figure.name,
            "subject": one.subject,
            "value": str(figure.value),
            "unit": figure.unit,
            "steps": [{"text": s.text, "value": str(s.value), "law": s.law} for s in figure.steps],
            "authority": list(figure.law),
        }


def _as_json(values: Mapping[str, Sequence[Any]]) -> str:
    """Write a line for each entry of a list; JSON that is indented takes ten times as long."""
    write = json.JSONEncoder(ensure_ascii=False).encode
    lists = (f'"{name}": [\n{LINES.join(map(write, entries))}\n]' for name, entries in values.items())
    return f"{{\n{LINES.join(lists)}\n}}\n"


def _as_markdown(values: Mapping[str, Any]) -> str:
    lines = ["# Drafting report", ""]
    for document in values["documents"]:
        lines += _document_lines(document)
    if values["overrides"]:
        lines += ["## The firm's own", "", *(f"- {line}" for line in values["overrides"]), ""]
    lines += _figure_lines(values["figures"])
    lines += ["## Problems", "", *([f"- {p['where']}: {p['what']}" for p in values["problems"]] or ["None."]), ""]
    return "\n".join(lines)


def _document_lines(document: Mapping[str, Any]) -> list[str]:
    state = "checked" if document["checked"] else "NOT CHECKED: see the problems"
    points = [f"{p['number']}. {p['what']} ({p['where']}; {p['who']})" for p in document["open_points"]]
    return [
        f"## {document['file']}",
        "",
        f"{document['document']} of {document['paper_date']}, {document['edition']} edition; {state}.",
        "",
        "### Open points",
        "",
        *(points or ["None."]),
        "",
        "### Clauses",
        "",
        "| Clause | State | Why | Authority |",
        "| --- | --- | --- | --- |",
        *(_clause_line(clause) for clause in document["clauses"]),
        "",
    ]


def _clause_line(clause: Mapping[str, Any]) -> str:
    because = clause["because"]
    why = because if isinstance(because, str) else "; ".join(f"{name}: {text}" for name, text in because.items())
    cells = (clause["title"], clause["state"], why, "; ".join(clause["authority"]))
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _figure_lines(figures: Sequence[Mapping[str, Any]]) -> list[str]:
    lines = ["## Figures", ""] if figures else []
    for figure in figures:
        lines += [f"### {figure['name']} ({figure['subject']}): {figure['value']} {figure['unit']}", ""]
        lines += [f"- {step['text']}: {step['value']} ({step['law']})" for step in figure["steps"]]
        lines += [""]
    return lines
