"""The finished document as it was read: its parts, its text, its numbers, its bookmarks."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lxml.etree import _Element

from assembler.check import markup as m
from assembler.check.counting import Number, count
from assembler.check.numbering import Numbering, numbering_of
from assembler.check.package import Package
from assembler.check.parsing import parse, root_or_none
from assembler.check.reading import read
from assembler.check.relations import main_part, relations
from assembler.check.story import Mark, Story
from assembler.check.styles import Styles, styles_of
from assembler.problem import Problem

CLAUSE = "_C_"
_STORIES = frozenset(("header", "footer", "footnotes", "endnotes", "comments"))


class Bookmark(NamedTuple):
    """A named range of the main story."""

    name: str
    begin: int
    end: int


class Document(NamedTuple):
    """All that the proofs look at; stories: the main one first, then text boxes, headers, notes, comments."""

    package: Package
    where: str
    main: str
    styles: Styles
    numbering: Numbering
    stories: Sequence[Story]
    numbers: Sequence[Number | None]
    bookmarks: Mapping[str, Bookmark]
    clauses: Sequence[tuple[str, Bookmark]]
    comments: _Element | None

    @property
    def body(self) -> Story:
        """Give the main story."""
        return self.stories[0]

    def place(self, story: Story, at: int) -> str:
        """Say where an offset stands: its clause, or else the first words of its paragraph."""
        if story is not self.body:
            return f"{self.where}: {story.part}"
        for clause, bookmark in self.clauses:
            if bookmark.begin <= at < bookmark.end:
                return f"{self.where}: clause {clause.replace('_', '-')}"
        paragraph = story.paragraph(at)
        if paragraph >= 0 and (text := story.words(paragraph).strip()):
            return f"{self.where}: at “{short(text)}”"
        return f"{self.where}: paragraph {paragraph + 1}"


def short(text: str, width: int = 60) -> str:
    """Cut a text to its first words."""
    text = " ".join(text.split())
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"


def read_document(package: Package, where: str) -> Document | Problem:
    """Read the main part and every story beside it; a problem where there is nothing to read."""
    main = main_part(package)
    data = package.parts.get(main)
    root = parse(data) if data is not None else "it is not there"
    if isinstance(root, str):
        return Problem(f"{where}: {main}", f"the document cannot be read ({root}).", "write the document again.")
    if root.tag != m.DOCUMENT or root.find(m.BODY) is None:
        return Problem(f"{where}: {main}", "this is no Word document of the usual kind.", "save it as .docx.")
    beside = {r.kind: package.parts.get(r.target) for r in relations(package, main)}
    styles = styles_of(beside.get("styles"))
    numbering = numbering_of(beside.get("numbering"), beside.get("styles"))
    stories = read(main, root, styles.hidden)
    stories += _stories_beside(package, main, styles)
    numbers = count(stories[0], styles, numbering)
    bookmarks = _bookmarks(stories[0])
    clauses = [(name[len(CLAUSE) :], mark) for name, mark in bookmarks.items() if name.startswith(CLAUSE)]
    comments = root_or_none(beside.get("comments"))
    return Document(package, where, main, styles, numbering, stories, numbers, bookmarks, clauses, comments)


def _stories_beside(package: Package, main: str, styles: Styles) -> list[Story]:
    stories: list[Story] = []
    for part in dict.fromkeys(r.target for r in relations(package, main) if r.kind in _STORIES):
        root = root_or_none(package.parts.get(part))
        if root is not None:
            stories += read(part, root, styles.hidden)
    return stories


def _bookmarks(body: Story) -> dict[str, Bookmark]:
    """Pair the first start of each name with the first end of its id."""
    ends: dict[str, Mark] = {}
    for end in body.ends:
        ends.setdefault(end.id, end)
    bookmarks: dict[str, Bookmark] = {}
    for start in body.starts:
        if start.id in ends and start.name not in bookmarks:
            bookmarks[start.name] = Bookmark(start.name, start.at, ends[start.id].at)
    return bookmarks
