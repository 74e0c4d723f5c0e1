"""See where the cross-references of a paper lead, whether they are still fields or have become plain words."""

from collections.abc import Iterator, Mapping, Sequence

from assembler.check.document import Document
from assembler.check.numbering import label, label_in_context
from assembler.revision.lines import Line, Reference


class Targets:
    """Where references lead: to the clause of the paragraph that has the bookmark or the number.

    clauses: the clause of each paragraph, of those that are in one.
    """

    def __init__(self, document: Document, clauses: Mapping[int, str]) -> None:
        self._document, self._clauses = document, clauses
        self._numbered = dict(reversed(list(_numbered(document))))

    def clause(self, reference: Reference) -> str | None:
        """Give the clause that a reference leads to; None where it leads to none, or nowhere."""
        if reference.target:
            bookmark = self._document.bookmarks.get(reference.target)
            return None if bookmark is None else self._clauses.get(self._document.body.paragraph(bookmark.begin))
        shown = reference.shown
        paragraph = self._numbered.get(shown, self._numbered.get(shown.removeprefix("Section ")))
        return None if paragraph is None else self._clauses.get(paragraph)


def _numbered(document: Document) -> Iterator[tuple[str, int]]:
    """Give the number of each paragraph as a reference shows it: without the period that ends it."""
    for paragraph, number in enumerate(document.numbers):
        if number is not None:
            for written in (label(number, document.numbering), label_in_context(number, document.numbering)):
                yield written.strip().rstrip("."), paragraph


def moved_references(
    then: Sequence[Line], now: Sequence[Line], base: Targets, targets: Targets
) -> Iterator[tuple[Reference, Reference, str]]:
    """Find references that lead to another clause than they did, with the clause they led to.

    Where references came or went, the words differ, and are told as such.
    """
    before, after = ([one for line in lines for one in line.references] for lines in (then, now))
    for old, new in zip(before, after, strict=False) if len(before) == len(after) else ():
        was, is_ = base.clause(old), targets.clause(new)
        if was is not None and is_ is not None and was != is_:
            yield old, new, was
