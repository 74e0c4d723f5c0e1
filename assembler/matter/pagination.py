"""Convert papers to PDF, and number the pages of their contents from it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from assembler import composition
from assembler.composition import Entry
from assembler.library.clause import Part
from assembler.library.document_order import part_id
from assembler.matter.drafting import Drafted, Outcome, draft, unproved
from assembler.matter.manner import Manner
from assembler.matter.page_breaks import parted
from assembler.matter.rendering import UNKNOWN, Layout, Rendered
from assembler.problem import Problem
from assembler.word.libreoffice import bookmark_pages, destination, edge_lines, lacking, to_pdf
from assembler.word.page_numbers import first_number

ATTEMPTS = 4
"""How often a document is converted until its contents and its pages agree; numbers may move a page break once."""


@dataclass(frozen=True)
class _Paged:
    """A document on its way to a PDF: as it is drafted, and as it is converted, with the layout that both show."""

    drafted: Drafted
    converted: Rendered
    layout: Layout = UNKNOWN

    @property
    def name(self) -> str:
        return self.drafted.name


def paginate(outcome: Outcome, manner: Manner, tell: Callable[[int, int], object] = lambda *_: None) -> Outcome:
    """Convert each document to PDF, drafted again with the page of every heading where it has contents.

    All are converted together, and then those together whose pages moved. What keeps a PDF from being made is a
    problem, and takes nothing from a document that passed its check. ``tell`` is called again and again meanwhile,
    with how many there are to convert and how many are converted; those whose pages moved come anew.
    """
    missing = lacking() if outcome.documents else ()
    if missing:
        return replace(outcome, of_case=outcome.of_case + missing)
    settled: dict[str, Drafted] = {}
    failed: list[Problem] = []
    rendered = ((one, _for_pdf(one, outcome, manner, UNKNOWN)) for one in outcome.documents if one.rendered)
    pending = [_Paged(one, converted) for one, converted in rendered if converted]
    for _ in range(ATTEMPTS):
        packages = {one.name: one.converted.package for one in pending}
        pdfs, problems = to_pdf(packages, partial(tell, len(pending)))
        failed += problems
        tried = [(one, _again(one, pdfs[one.name], outcome, manner)) for one in pending if one.name in pdfs]
        settled |= {one.name: replace(one.drafted, pdf=pdfs[one.name]) for one, again in tried if again is None}
        pending = [again for _, again in tried if again is not None]
        if not pending:
            break
    failed += [_unsettled(one.name) for one in pending]
    documents = tuple(settled.get(one.name, one) for one in outcome.documents)
    return replace(outcome, documents=documents, of_case=(*outcome.of_case, *failed))


def _again(paged: _Paged, pdf: bytes, outcome: Outcome, manner: Manner) -> _Paged | None:
    """Draft a document again as the pages of its PDF are, or give None where it shows them already.

    Only what is converted begins a clause on a new page that LibreOffice would part; Word keeps it together.
    """
    plan, rendered = paged.drafted.plan, paged.converted
    places, count = bookmark_pages(pdf)
    begins = {i: page for i in rendered.expected.clauses if (page := _page_of(i, places))}
    titles = {identity: plan.choices[identity].clause.title for identity in begins}
    headed = {clause: part_id(part) for part in plan.outline.parts if part.title for clause in _first(part, begins)}
    found = parted(edge_lines(pdf), begins, titles)
    broken = paged.layout.broken | {headed.get(clause, clause) for clause in found}
    layout = Layout(_pages(rendered, places, count), broken)
    converted = _for_pdf(paged.drafted, outcome, manner, layout)
    if converted is None or converted.package == rendered.package:
        return None
    merged = outcome.matter.merged(plan, outcome.lists)
    return _Paged(draft(plan, outcome.matter.engine, manner, merged, Layout(layout.pages)), converted, layout)


def _for_pdf(drafted: Drafted, outcome: Outcome, manner: Manner, layout: Layout) -> Rendered | None:
    """Render a document as it is converted: LibreOffice would not highlight what can be filled in."""
    manner = replace(manner, is_fillable=False)
    merged = outcome.matter.merged(drafted.plan, outcome.lists)
    rendered = unproved(drafted.plan, outcome.matter.engine, manner, merged, layout)
    return rendered if isinstance(rendered, Rendered) else None


def _first(part: Part, drafted: Collection[str]) -> list[str]:
    """Give the first clause of a part, which its heading does not part from."""
    return [clause for clause in part.clauses if clause in drafted][:1]


def _page_of(identity: str, places: Mapping[str, int]) -> int | None:
    """Give the page on which a clause begins; LibreOffice loses a bookmark that begins right after a table."""
    marks = composition.clause_bookmark(identity), composition.bookmark(identity)
    return next((places[mark] for mark in map(destination, marks) if mark in places), None)


def _pages(rendered: Rendered, places: Mapping[str, int], count: int) -> Mapping[str, int]:
    mark = composition.clause_bookmark(next(iter(rendered.expected.clauses), ""))
    try:
        number = first_number(rendered.package, mark)
    except ValueError:
        return {}
    before = places.get(destination(mark), 1) - number if number is not None else 0
    return pages(places, count, before, rendered.entries)


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
