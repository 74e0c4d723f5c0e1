"""A document as it was read: its parts, its stories, its numbers, its bookmarks."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from assembler.check import markup as m
from assembler.check.numbering import Number, Numbering, number_paragraphs, read_numbering
from assembler.check.package import Parts, check_parts, main_part, open_package, relationships
from assembler.check.paragraph_cache import parse_part
from assembler.check.revisions import Revision, View, in_view
from assembler.check.story import Story
from assembler.check.styles import Styles, read_styles
from assembler.check.xml_events import read_stories
from assembler.problem import Problem

CLAUSE_PREFIX = "_C_"
_WITH_STORIES = frozenset(("header", "footer", "footnotes", "endnotes", "comments"))


class Bookmark(NamedTuple):
    """A named range of the main story."""

    name: str
    begin: int
    end: int


class Document(NamedTuple):
    """All that the checks look at.

    where: what to call the document in a problem.
    stories: the main one first, then text boxes, headers, footers, notes, comments.
    numbers: the number of each paragraph of the main story, if it has one.
    clauses: the bookmarks of the clauses by what follows the prefix in their names, in the order in which they begin.
    comments: the ids of the comments, and how often each is given.
    in_contents: the paragraphs of the tables of contents, which repeat text from elsewhere.
    revised: who changed each paragraph of the main story with changes tracked; empty where nobody did.
    revision_faults: what is wrong with how tracked changes are written, by part.
    """

    parts: Parts
    where: str
    styles: Styles
    numbering: Numbering
    stories: Sequence[Story]
    numbers: Sequence[Number | None]
    bookmarks: Mapping[str, Bookmark]
    clauses: Mapping[str, Bookmark]
    comments: Mapping[str, int]
    in_contents: frozenset[int]
    revised: Sequence[frozenset[Revision]] = ()
    revision_faults: Sequence[tuple[str, str, str]] = ()

    @property
    def body(self) -> Story:
        """Give the main story."""
        return self.stories[0]

    def place(self, story: Story, at: int) -> str:
        """Say where an offset is: in which clause, or else at which words."""
        if story is not self.body:
            return f"{self.where}: {story.part}"
        for clause, bookmark in self.clauses.items():
            if bookmark.begin <= at < bookmark.end:
                return f"{self.where}: clause {clause.replace('_', '-')}"
        paragraph = story.paragraph(at)
        if paragraph >= 0:
            begin, end = story.span(paragraph)
            if text := story.text[begin:end].strip():
                return f"{self.where}: at “{shorten(text)}”"
        return f"{self.where}: paragraph {paragraph + 1}"


def shorten(text: str, width: int = 60) -> str:
    """Cut a text to its first words."""
    text = " ".join(text.split())
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"


def read_document(data: bytes, where: str, view: View = View.ACCEPTED) -> tuple[Document | None, list[Problem]]:
    """Read a document in a view and check its package; give None for what cannot be read.

    where: what to call the document in a problem.
    """
    parts, problems = open_package(data, where)
    if parts is None:
        return None, problems
    document = _read_parts(parts, where, view)
    if isinstance(document, Problem):
        return None, [*problems, *check_parts(parts, where, (main_part(parts),)), document]
    return document, [*problems, *check_parts(parts, where, {story.part for story in document.stories})]


def _read_parts(parts: Parts, where: str, view: View) -> Document | Problem:
    main = main_part(parts)
    related = relationships(parts, main)
    targets = {relationship.type: relationship.target for relationship in related}
    styles_data, numbering_data = parts.get(targets.get("styles", "")), parts.get(targets.get("numbering", ""))
    styles, numbering = read_styles(styles_data), read_numbering(numbering_data, styles_data)
    viewed = in_view(parts.get(main, b""), view)
    part = parse_part(viewed.data, styles.hidden) if main in parts else "it is not there"
    if isinstance(part, str):
        return Problem(f"{where}: {main}", f"the document cannot be read ({part}).", "write the document again.")
    if part.root.tag != m.DOCUMENT or part.root.find(m.BODY) is None:
        return Problem(f"{where}: {main}", "this is no Word document of the usual kind.", "save it as .docx.")
    stories = read_stories(main, part.root, styles.hidden, part.known)
    comments: Mapping[str, int] = {}
    faults = [(main, *fault) for fault in viewed.faults]
    for name in dict.fromkeys(target for _, type_, target, _ in related if type_ in _WITH_STORIES):
        other = in_view(parts.get(name, b""), view)
        others, ids = _read_part(name, other.data, styles)
        stories += others
        faults += ((name, *fault) for fault in other.faults)
        comments = ids if name == targets.get("comments") else comments
    body = stories[0]
    numbers, bookmarks = number_paragraphs(body, styles, numbering), _bookmarks(body)
    clauses = _clauses(bookmarks)
    return Document(
        parts, where, styles, numbering, stories, numbers, bookmarks, clauses, comments, _in_contents(body),
        viewed.revised, faults,
    )  # fmt: skip


@lru_cache(maxsize=32)
def _read_part(name: str, data: bytes, styles: Styles) -> tuple[list[Story], Mapping[str, int]]:
    """Read the stories of a part other than the main one, and the ids of its comments; a broken one has none."""
    part = parse_part(data, styles.hidden)
    if isinstance(part, str):
        return [], {}
    ids = Counter(comment.get(m.ID, "") for comment in part.root.iter(m.COMMENT))
    return read_stories(name, part.root, styles.hidden, part.known), ids


def _bookmarks(body: Story) -> dict[str, Bookmark]:
    """Pair the first start of each name with the first end of its id."""
    ends = dict(reversed(body.bookmark_ends))
    bookmarks: dict[str, Bookmark] = {}
    for (id_, name), at in body.bookmark_starts:
        if id_ in ends and name not in bookmarks:
            bookmarks[name] = Bookmark(name, at, ends[id_])
    return bookmarks


def _clauses(bookmarks: Mapping[str, Bookmark]) -> dict[str, Bookmark]:
    named = ((name, bookmark) for name, bookmark in bookmarks.items() if name.startswith(CLAUSE_PREFIX))
    return {name.removeprefix(CLAUSE_PREFIX): bookmark for name, bookmark in named}


def _in_contents(body: Story) -> frozenset[int]:
    return frozenset(
        paragraph
        for field in body.fields
        if field.instruction.kind == "TOC" and field.result is not None
        for paragraph in body.paragraphs(field.result, field.end)
    )
