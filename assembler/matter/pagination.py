"""Convert papers to PDF, and number the pages of their contents from it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assembler import composition
from assembler.composition import Entry
from assembler.matter.drafting import Drafted, Outcome, draft
from assembler.matter.engine import Engine
from assembler.matter.rendering import Manner
from assembler.problem import Problem
from assembler.word.libreoffice import bookmark_pages, destination, lacking, to_pdf
from assembler.word.page_numbers import first_number

ATTEMPTS = 3
"""How often a document is drafted anew until its contents and its pages agree; numbers may move a page break once."""


def paginate(outcome: Outcome, manner: Manner) -> Outcome:
    """Convert each document to PDF, drafted again with the page of every heading where it has contents.

    All are converted together, and then those together whose contents were numbered. What keeps a PDF from being
    made is a problem, and takes nothing from a document that passed its check.
    """
    missing = lacking() if outcome.documents else ()
    if missing:
        return replace(outcome, of_case=outcome.of_case + missing)
    settled: dict[str, Drafted] = {}
    failed: list[Problem] = []
    pending = [document for document in outcome.documents if document.rendered]
    for _ in range(ATTEMPTS):
        pdfs, problems = to_pdf({one.name: one.rendered.package for one in pending if one.rendered})
        failed += problems
        tried = [(one, _numbered(one, pdfs[one.name], outcome, manner)) for one in pending if one.name in pdfs]
        settled |= {one.name: replace(one, pdf=pdfs[one.name]) for one, again in tried if again is None}
        pending = [again for _, again in tried if again is not None]
        if not pending:
            break
    failed += [_unsettled(one.name) for one in pending]
    documents = tuple(settled.get(one.name, one) for one in outcome.documents)
    return replace(outcome, documents=documents, of_case=(*outcome.of_case, *failed))


def _numbered(document: Drafted, pdf: bytes, outcome: Outcome, manner: Manner) -> Drafted | None:
    """Draft a document again with the pages of its PDF, or give None where it shows them already."""
    if document.rendered is None:
        return None
    found = _pages(document, pdf)
    matter: Engine = outcome.matter.engine
    merged = outcome.matter.merged(document.plan, outcome.lists)
    again = draft(document.plan, matter, manner, merged, found)
    is_new = again.rendered is not None and again.rendered.package != document.rendered.package
    return again if is_new else None


def _pages(document: Drafted, pdf: bytes) -> Mapping[str, int]:
    if document.rendered is None:
        return {}
    places, count = bookmark_pages(pdf)
    text = next(iter(document.rendered.expected.clauses), "")
    mark = composition.clause_bookmark(text)
    try:
        number = first_number(document.rendered.package, mark)
    except ValueError:
        return {}
    before = places.get(destination(mark), 1) - number if number is not None else 0
    return pages(places, count, before, document.rendered.entries)


def _unsettled(name: str) -> Problem:
    what = "the pages move as often as the contents are numbered, so that no number would be right."
    return Problem(name, what, "open the document in Word and update its contents there.")


def pages(places: Mapping[str, int], count: int, before: int, entries: Sequence[Entry]) -> Mapping[str, int]:
    """Give the page of each entry, and the last one; where one has no place in the PDF, no number at all.

    ``before`` are the pages before the text, which do not count with it.
    """
    found = {entry.identity: places.get(destination(composition.bookmark(entry.identity))) for entry in entries}
    numbers = {identity: page - before for identity, page in found.items() if page is not None}
    return {**numbers, composition.LAST_PAGE: count - before} if len(numbers) == len(entries) else {}
