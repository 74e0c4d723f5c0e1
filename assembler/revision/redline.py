"""Compare two Word documents, and show what changed as Word's own tracked changes on the new one."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from lxml.etree import _Element

from assembler.check import markup as m
from assembler.check.document import CLAUSE_PREFIX, Document, read_document
from assembler.check.package import Parts, main_part, relationships
from assembler.check.revisions import View, in_view
from assembler.check.styles import read_styles
from assembler.problem import Problem
from assembler.revision.blocks import blocks, paragraphs
from assembler.revision.foreign import Foreign
from assembler.revision.pen import DELETED, INSERTED, MOVED_TO, Pen
from assembler.revision.received import refused
from assembler.revision.story import StoryRedline
from assembler.revision.words import Clause, Reader
from assembler.word import package

_NOTES = ("footnotes", "endnotes")


class Redline(NamedTuple):
    """The new document with its changes tracked, how many there are of each kind, and what is to be known of it."""

    package: bytes
    inserted: int
    deleted: int
    moved: int
    notes: tuple[str, ...]


class Source(NamedTuple):
    """A document to compare: its bytes, and what to call it."""

    data: bytes
    name: str


class _Side(NamedTuple):
    """One of the two documents: its parts with all changes accepted, and the trees of its stories."""

    name: str
    parts: dict[str, bytes]
    body: _Element
    reader: Reader
    had_changes: bool


def redline(old: Source, new: Source, author: str, dated: str = "") -> Redline | tuple[Problem, ...]:
    """Compare two documents as they are with all their changes accepted, or say why they cannot be compared.

    dated: the day of the changes as ISO writes it; without one they have none.
    """
    problems = [problem for one in (old, new) for problem in refused(one.data, one.name)]
    if problems:
        return tuple(problems)
    before, after = _side(old), _side(new)
    if not isinstance(before, _Side) or not isinstance(after, _Side):
        return tuple(problem for side in (before, after) if not isinstance(side, _Side) for problem in side)
    return _Comparison(before, after, author, dated).redline()


def _side(source: Source) -> _Side | tuple[Problem, ...]:
    document, problems = read_document(source.data, source.name)
    if document is None:
        return tuple(problems)
    parts = {name: in_view(part, View.ACCEPTED).data if name.endswith(".xml") else part
             for name, part in document.parts.items()}  # fmt: skip
    main = main_part(parts)
    root = m.parse_or_none(parts[main])
    body = root.find(m.BODY) if root is not None else None
    assert body is not None  # it was read above
    return _Side(source.name, parts, body, reader_of(document, main), parts != dict(document.parts))


def reader_of(document: Document, part: str) -> Reader:
    """Give what reads the paragraphs of a part of a document."""
    parts = document.parts
    related = {one.id: one for one in relationships(parts, part)}
    targets = {
        id_: one.target if one.is_external else sha256(parts.get(one.target, b"")).hexdigest()
        for id_, one in related.items()
    }
    styles = {id_: style.name for id_, style in document.styles.by_id.items()}
    return Reader(targets, dict(_note_texts(parts)), styles)


def _note_texts(parts: Parts) -> Iterator[tuple[tuple[str, str], str]]:
    for one in relationships(parts, main_part(parts)):
        root = m.parse_or_none(parts.get(one.target)) if one.type in _NOTES else None
        for note in root if root is not None else ():
            text = " ".join("".join(t.text or "" for t in note.iter(m.T)).split())
            yield (one.type.removesuffix("s"), note.get(m.ID, "")), text


class _Comparison:
    """One comparison, from two documents to the redline of the second."""

    def __init__(self, old: _Side, new: _Side, author: str, dated: str) -> None:
        self._old, self._new = old, new
        styles = (read_styles(_part(side.parts, "styles")) for side in (old, new))
        self._foreign = Foreign(old.parts, new.parts, *styles)
        self._pen = Pen(author, dated, self._foreign.fresh, self._foreign.adopt)
        self._notes: list[str] = []

    def redline(self) -> Redline:
        """Compare the stories of the two."""
        old, new = self._old, self._new
        for side in (old, new):
            if side.had_changes:
                self._notes.append(f"{side.name} has tracked changes: it is compared as if all were accepted")
        _note_clauses(old, new)
        bookmarks = self._bookmarks()
        StoryRedline(old.reader, new.reader, self._pen, bookmarks).compare(old.body, new.body)
        _keep_gone(new.body, frozenset(bookmarks.values()))
        self._write(main_part(new.parts), new.body)
        self._margins()
        self._comments()
        self._foreign.finish()
        counts = self._pen.counts
        made = package.add_parts(package.pack(new.parts), ())
        return Redline(made, counts[INSERTED], counts[DELETED], counts[MOVED_TO], tuple(self._notes))

    def _bookmarks(self) -> dict[str, str]:
        """Give each bookmark of the old document that the new one does not have an id that is free there."""
        there = {name.casefold() for name in _names(self._new.body)}
        ours = {one.get(m.ID, ""): one.get(m.ATTR_NAME, "") for one in self._old.body.iter(m.BOOKMARK_START)}
        return {id_: str(self._foreign.fresh()) for id_, name in ours.items() if name.casefold() not in there}

    def _write(self, name: str, element: _Element) -> None:
        self._new.parts[name] = m.written(element.getroottree().getroot())

    def _margins(self) -> None:
        """Compare headers and footers, each with that of the same place in the same section."""
        before, after = _headers(self._old), _headers(self._new)
        done: set[str] = set()
        for place, name in after.items():
            old = m.parse_or_none(self._old.parts.get(before.get(place, "")))
            new = m.parse_or_none(self._new.parts.get(name))
            if name in done or new is None:
                continue
            done.add(name)
            if old is None:
                if _says_anything(new, self._new.reader):
                    self._notes.append(f"{name}: the {place[1]} is new, and not marked")
                continue
            StoryRedline(self._old.reader, self._new.reader, self._pen, {}).compare(old, new)
            self._write(name, new)
        gone = [place for place in before if place not in after]
        self._notes += (f"the {kind} of section {section + 1} went, and is not marked" for section, kind, _ in gone)

    def _comments(self) -> None:
        counts = [_count(side.parts, "comments") for side in (self._old, self._new)]
        if any(counts):
            ours, theirs = counts
            shown = f"those shown are the {theirs} of {self._new.name} ({self._old.name} has {ours})"
            self._notes.append(f"comments are not compared: {shown}")
        if _sections(self._old.body) != _sections(self._new.body):
            self._notes.append(f"page layout is not compared: it is that of {self._new.name}")


def _part(parts: Parts, related: str) -> bytes | None:
    found = next((one.target for one in relationships(parts, main_part(parts)) if one.type == related), "")
    return parts.get(found)


def _count(parts: Parts, related: str) -> int:
    root = m.parse_or_none(_part(parts, related))
    return len(root) if root is not None else 0


def _sections(body: _Element) -> list[bytes]:
    sizes = (section.find(f"{m.W}{name}") for section in body.iter(m.SECT_PR) for name in ("pgSz", "pgMar", "cols"))
    return [repr(sorted(one.attrib.items())).encode() for one in sizes if one is not None]


def _headers(side: _Side) -> dict[tuple[int, str, str], str]:
    """Give the parts of headers and footers by their section, their kind and the pages they are for."""
    targets = {one.id: one.target for one in relationships(side.parts, main_part(side.parts))}
    return {
        (number, "header" if one.tag == m.HEADER_REF else "footer", one.get(m.TYPE, "")): target
        for number, section in enumerate(side.body.iter(m.SECT_PR))
        for one in section.iterchildren(m.HEADER_REF, m.FOOTER_REF)
        if (target := targets.get(one.get(m.RELATIONSHIP_ID, ""))) is not None
    }


def _says_anything(root: _Element, reader: Reader) -> bool:
    return any(block.counts for block in paragraphs(blocks(root, reader)[0]))


def _keep_gone(body: _Element, ids: frozenset[str]) -> None:
    """Keep an old bookmark only where all that it held went: a bookmark itself cannot be tracked."""
    marks: dict[str, list[tuple[_Element, int]]] = {}
    staying = 0
    for one in body.iter(m.BOOKMARK_START, m.BOOKMARK_END, m.T, m.TAB):
        if one.tag in (m.T, m.TAB):
            staying += not any(above.tag in (m.DEL, m.MOVE_FROM) for above in one.iterancestors())
        elif one.get(m.ID) in ids:
            marks.setdefault(one.get(m.ID, ""), []).append((one, staying))
    for some in marks.values():
        if len(some) != 2 or some[0][1] != some[1][1]:
            _remove([one for one, _ in some])


def _note_clauses(old: _Side, new: _Side) -> None:
    """Note in which clause each paragraph stands, of two documents that have clauses in common."""
    clauses = [{name for name in _names(side.body) if name.startswith(CLAUSE_PREFIX)} for side in (old, new)]
    common = clauses[0] & clauses[1]
    for side, of_side in zip((old, new), clauses if common else (), strict=False):
        within = _within(side.body, of_side)
        side.reader.clauses.update((one, Clause(name, name in common)) for one, name in within)


def _names(body: _Element) -> Iterator[str]:
    return (one.get(m.ATTR_NAME, "") for one in body.iter(m.BOOKMARK_START))


def _within(body: _Element, names: set[str]) -> Iterator[tuple[_Element, str]]:
    open_: dict[str, str] = {}
    for one in body.iter(m.BOOKMARK_START, m.BOOKMARK_END, m.P, m.TBL):
        name = one.get(m.ATTR_NAME, "")
        if one.tag == m.BOOKMARK_START and name in names:
            open_[one.get(m.ID, "")] = name
        elif one.tag == m.BOOKMARK_END:
            open_.pop(one.get(m.ID, ""), None)
        elif open_ and one.tag in (m.P, m.TBL):
            yield one, [*open_.values()][-1]


def _remove(some: Sequence[_Element]) -> None:
    for one in some:
        above = one.getparent()
        if above is not None:
            above.remove(one)
