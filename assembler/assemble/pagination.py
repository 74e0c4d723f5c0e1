"""Number the pages of the contents from a PDF, and give the PDF with them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assembler.assemble.pouring import Manner
from assembler.assemble.road import Drafted, Outcome, draft
from assembler.assemble.workshop import Workshop
from assembler.casefile.shape import Case
from assembler.composition import Entry
from assembler.word.libreoffice import heading_pages, to_pdf


def paginate(outcome: Outcome, workshop: Workshop, manner: Manner) -> Outcome:
    """Draft each document again with the page of every heading in its contents, and convert it to PDF."""
    if outcome.facts is None:
        return outcome
    case = outcome.facts.case
    documents = tuple(_paginated(document, case, workshop, manner) for document in outcome.documents)
    return replace(outcome, documents=documents, problems=tuple(p for d in documents for p in d.problems))


def _paginated(document: Drafted, case: Case, workshop: Workshop, manner: Manner) -> Drafted:
    if document.poured is None:
        return document
    pdf, problems = to_pdf(document.poured.package, document.filename)
    if pdf is None:
        return replace(document, problems=document.problems + problems)
    numbered = draft(document.plan, case, workshop, manner, pages(heading_pages(pdf), document.poured.entries))
    if numbered.poured is None:
        return numbered
    final, problems = to_pdf(numbered.poured.package, document.filename)
    return replace(numbered, pdf=final, problems=numbered.problems + problems)


def pages(headings: Sequence[tuple[str, int]], entries: Sequence[Entry]) -> Mapping[str, int]:
    """Match the headings of a PDF with the contents; where they do not agree in full, give no number at all."""
    if len(headings) != len(entries):
        return {}
    pairs = list(zip(headings, entries, strict=True))
    if not all(title.endswith(entry.title) for (title, _), entry in pairs):
        return {}
    return {entry.identity: page for (_, page), entry in pairs}
