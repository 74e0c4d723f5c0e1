"""Reads a document as a person compares it: paragraph by paragraph, with style and number, and its bookmarks."""

from typing import NamedTuple

from assembler.check.document import Document, read_document
from assembler.check.numbering import label_in_context
from assembler.check.revisions import View


class Seen(NamedTuple):
    """What is seen of a document: style, number and words of each paragraph, and the names of its bookmarks."""

    paragraphs: list[tuple[str, str, str]]
    bookmarks: list[str]


def read(data: bytes, view: View = View.ACCEPTED) -> Document:
    document, _ = read_document(data, "paper.docx", view)
    assert document is not None
    return document


def seen(data: bytes, view: View = View.ACCEPTED) -> Seen:
    """See a document without its contents, and without what its fields happen to show."""
    document = read(data, view)
    body = document.body
    shown = {at for field in body.fields if field.result is not None for at in range(field.result, field.end)}
    paragraphs = []
    for i, (begin, line) in enumerate(zip(body.begins, body.lines, strict=True)):
        if i in document.in_contents:
            continue
        words = "".join(letter for at, letter in enumerate(line, begin) if at not in shown)
        number, style = document.numbers[i], document.styles.by_id.get(body.styles[i] or "")
        label = label_in_context(number, document.numbering) if number else ""
        paragraphs.append((style.name if style else "", label, words))
    return Seen(paragraphs, sorted(document.bookmarks))
