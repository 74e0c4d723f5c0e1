"""Number the pages of the contents from a PDF, and give the PDF with them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assembler.composition import Entry
from assembler.matter.drafting import Drafted, Outcome, draft
from assembler.matter.engine import Engine
from assembler.matter.rendering import Manner
from assembler.merge import Merge
from assembler.problem import Problem
from assembler.word.libreoffice import heading_pages, lacking, to_pdf

ATTEMPTS = 3
"""How often a document is drafted anew until its contents and its pages agree; numbers may move a page break once."""


def paginate(outcome: Outcome, manner: Manner) -> Outcome:
    """Draft each document again with the page of every heading in its contents, and convert it to PDF.

    What keeps a PDF from being made is a problem, and takes nothing from a document that passed its check.
    """
    if not outcome.documents:
        return outcome
    missing = lacking()
    if missing:
        return replace(outcome, of_case=outcome.of_case + missing)
    engine = outcome.matter.engine
    tried = [
        _paginated(document, engine, manner, outcome.matter.merged(document.plan, outcome.lists))
        for document in outcome.documents
    ]
    of_pdf = tuple(problem for _, problems in tried for problem in problems)
    return replace(outcome, documents=tuple(document for document, _ in tried), of_case=outcome.of_case + of_pdf)


def _paginated(document: Drafted, engine: Engine, manner: Manner, merged: Merge) -> tuple[Drafted, tuple[Problem, ...]]:
    """Draft one document until the pages in its contents are those of its PDF; a number is never a guess."""
    shown: Mapping[str, int] = {}
    latest = document
    for _ in range(ATTEMPTS):
        if latest.rendered is None:
            return latest, ()
        pdf, problems = to_pdf(latest.rendered.package, document.name)
        if pdf is None:
            return document, problems
        found = pages(heading_pages(pdf), latest.rendered.entries)
        if found == shown:
            return replace(latest, pdf=pdf), ()
        shown, latest = found, draft(document.plan, engine, manner, merged, found)
    return document, (_unsettled(document.name),)


def _unsettled(name: str) -> Problem:
    what = "the pages move as often as the contents are numbered, so that no number would be right."
    return Problem(name, what, "open the document in Word and update its contents there.")


def pages(headings: Sequence[tuple[str, int]], entries: Sequence[Entry]) -> Mapping[str, int]:
    """Match the headings of a PDF with the contents; where they do not agree in full, give no number at all."""
    if len(headings) != len(entries):
        return {}
    pairs = list(zip(headings, entries, strict=True))
    if not all(title.endswith(entry.title) for (title, _), entry in pairs):
        return {}
    return {entry.identity: page for (_, page), entry in pairs}
