"""The finished document as it was read: its parts, its text, its numbers, its bookmarks."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from assembler.check import markup as m
from assembler.check.numbering import Numbering, numbering_of
from assembler.check.package import Package
from assembler.check.paragraph_cache import cut
from assembler.check.paragraph_numbers import Number, count
from assembler.check.part_text import PartText
from assembler.check.relationships import main_part, relations
from assembler.check.styles import Styles, styles_of
from assembler.check.xml_events import read
from assembler.problem import Problem

CLAUSE = "_C_"
_WITH_TEXT = frozenset(("header", "footer", "footnotes", "endnotes", "comments"))


class Bookmark(NamedTuple):
    """A named range of the main part."""

    name: str
    begin: int
    end: int


class Document(NamedTuple):
    """All that the proofs look at.

    parts: the main one first, then text boxes, headers, notes, comments.
    clauses: the marks of the clauses, in the order in which they begin.
    comments: the ids of the comments, and how often each is given.
    in_contents: the paragraphs that a table of contents made, which repeat text of elsewhere.
    """

    package: Package
    where: str
    main: str
    styles: Styles
    numbering: Numbering
    parts: Sequence[PartText]
    numbers: Sequence[Number | None]
    bookmarks: Mapping[str, Bookmark]
    clauses: Sequence[tuple[str, Bookmark]]
    comments: Mapping[str, int]
    in_contents: frozenset[int]

    @property
    def body(self) -> PartText:
        """Give the main part."""
        return self.parts[0]

    def place(self, part: PartText, at: int) -> str:
        """Say where an offset stands: its clause, or else the first words of its paragraph."""
        if part is not self.body:
            return f"{self.where}: {part.name}"
        for clause, bookmark in self.clauses:
            if bookmark.begin <= at < bookmark.end:
                return f"{self.where}: clause {clause.replace('_', '-')}"
        paragraph = part.paragraph(at)
        if paragraph >= 0 and (text := part.words(paragraph).strip()):
            return f"{self.where}: at “{short(text)}”"
        return f"{self.where}: paragraph {paragraph + 1}"


def short(text: str, width: int = 60) -> str:
    """Cut a text to its first words."""
    text = " ".join(text.split())
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"


def read_document(package: Package, where: str) -> Document | Problem:
    """Read the main part and every part beside it; a problem where there is nothing to read."""
    main = main_part(package)
    arrows = relations(package, main)
    parts, targets = package.parts, {arrow.kind: arrow.target for arrow in arrows}
    styles_data, numbering_data = parts.get(targets.get("styles", "")), parts.get(targets.get("numbering", ""))
    styles = styles_of(styles_data)
    numbering = numbering_of(numbering_data, styles_data)
    part = cut(parts[main], styles.hidden) if main in parts else "it is not there"
    if isinstance(part, str):
        return Problem(f"{where}: {main}", f"the document cannot be read ({part}).", "write the document again.")
    if part.root.tag != m.DOCUMENT or part.root.find(m.BODY) is None:
        return Problem(f"{where}: {main}", "this is no Word document of the usual kind.", "save it as .docx.")
    texts = read(main, part.root, styles.hidden, part.known)
    comments: Mapping[str, int] = {}
    for name in dict.fromkeys(arrow.target for arrow in arrows if arrow.kind in _WITH_TEXT):
        beside, ids = _beside(name, parts.get(name, b""), styles)
        texts += beside
        comments = ids if name == targets.get("comments") else comments
    bookmarks = _bookmarks(texts[0])
    clauses = [(name[len(CLAUSE) :], mark) for name, mark in bookmarks.items() if name.startswith(CLAUSE)]
    numbers = count(texts[0], styles, numbering)
    made = _in_contents(texts[0])
    return Document(package, where, main, styles, numbering, texts, numbers, bookmarks, clauses, comments, made)


@lru_cache(maxsize=32)
def _beside(name: str, data: bytes, styles: Styles) -> tuple[list[PartText], Mapping[str, int]]:
    """Read a part beside the main one, and the ids of its comments; a broken one has no part."""
    part = cut(data, styles.hidden)
    if isinstance(part, str):
        return [], {}
    ids = Counter(comment.get(m.ID, "") for comment in part.root.iter(m.COMMENT))
    return read(name, part.root, styles.hidden, part.known), ids


def _bookmarks(body: PartText) -> dict[str, Bookmark]:
    """Pair the first start of each name with the first end of its id."""
    ends = dict(reversed(body.ends))
    bookmarks: dict[str, Bookmark] = {}
    for (id_, name), at in body.starts:
        if id_ in ends and name not in bookmarks:
            bookmarks[name] = Bookmark(name, at, ends[id_])
    return bookmarks


def _in_contents(body: PartText) -> frozenset[int]:
    return frozenset(
        paragraph
        for field in body.fields
        if field.order.kind == "TOC" and field.result is not None
        for paragraph in body.touched(field.result, field.end)
    )
