"""Write tracked changes: runs inserted or deleted, paragraphs whose mark came or went, properties that were others."""

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from itertools import groupby
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from assembler.check import markup as m
from assembler.revision.words import Control, Token

SAME, INSERTED, DELETED, MOVED_FROM, MOVED_TO = "", m.INS, m.DEL, m.MOVE_FROM, m.MOVE_TO
"""What becomes of words: nothing, or the element that says what."""

GOING = frozenset((DELETED, MOVED_FROM))
_RELATIVE = frozenset(m.RANGE_MARKS)
_LAST = (m.SECT_PR, f"{m.W}pPrChange")


class Piece(NamedTuple):
    """A token with what becomes of it, and the token it was if it stays."""

    status: str
    token: Token
    former: Token | None = None


class Pen:
    """Writes changes in one name and of one day, each with an id of its own.

    fresh: gives an id that nothing has. adopt: copies an element of the old document so that it may stand in the new.
    date: as ISO writes it; a change without one has none.
    """

    def __init__(
        self, author: str, date: str, fresh: Callable[[], int], adopt: Callable[[_Element], _Element]
    ) -> None:
        self._author, self._date, self._fresh, self.adopt = author, date, fresh, adopt
        self.counts = dict.fromkeys((INSERTED, DELETED, MOVED_TO), 0)

    def change(self, tag: str, **more: str) -> _Element:
        """Begin a change."""
        attributes = {m.ID: str(self._fresh()), m.AUTHOR: self._author}
        if self._date:
            attributes[m.DATE] = f"{self._date}T00:00:00Z"
        return etree.Element(tag, attributes | {f"{m.W}{name}": value for name, value in more.items()})

    def copy(self, element: _Element, status: str) -> _Element:
        """Copy an element, of the old document where it goes."""
        if status in GOING:
            return self.adopt(element)
        copy = deepcopy(element)
        copy.tail = None
        return copy

    # Paragraphs

    def paragraph(
        self,
        properties: _Element | None,
        status: str,
        content: Sequence[Piece | _Element],
        former: _Element | None = None,
    ) -> _Element:
        """Write a paragraph.

        properties: those it has, or had. status: what becomes of its mark. former: what its properties were before, if
        that is to be tracked; an empty element where it had none.
        """
        paragraph = etree.Element(m.P)
        own = self.copy(properties, status) if properties is not None else etree.Element(m.P_PR)
        if status in GOING:
            _drop(own, m.SECT_PR)
        if status:
            look = own.find(m.R_PR)
            if look is None:
                look = etree.Element(m.R_PR)
                own.insert(_place(own), look)
            look.insert(0, self.change(status))
        if former is not None:
            change = self.change(f"{m.W}pPrChange")
            change.append(self.adopt(former))
            _drop(change[0], m.R_PR, m.SECT_PR, f"{m.W}pPrChange")
            own.append(change)
        if len(own):
            paragraph.append(own)
        paragraph.extend(self.content(content))
        return paragraph

    def content(self, pieces: Sequence[Piece | _Element]) -> Iterator[_Element]:
        """Write the pieces of a paragraph; marks among them stand as they are."""
        for is_piece, stretch in groupby(pieces, lambda one: isinstance(one, Piece)):
            if not is_piece:
                yield from (one for one in stretch if not isinstance(one, Piece))
                continue
            words = [one for one in stretch if isinstance(one, Piece)]
            for (status, is_link), same in groupby(words, lambda one: (one.status, one.token.is_link)):
                some = list(same)
                if is_link:
                    yield from (self._link(one) for one in some)
                else:
                    yield from self._changed(status, list(self._controls(some)))

    def _changed(self, status: str, content: Sequence[_Element]) -> Sequence[_Element]:
        """Put what is to be changed into the element that says so."""
        if not status or not content:
            return content
        self.counts[status] = self.counts.get(status, 0) + 1
        change = self.change(status)
        change.extend(content)
        if status == DELETED:
            _as_deleted(change)
        return (change,)

    def _link(self, piece: Piece) -> _Element:
        """Write a hyperlink, which stands outside of changes."""
        link = self.copy(piece.token.nodes[0], piece.status)
        if piece.status:
            content = [part for one in link for part in _plain_field(one)]
            for one in list(link):
                link.remove(one)
            link.extend(self._changed(piece.status, [one for one in content if one.tag not in _RELATIVE]))
        return link

    def _controls(self, pieces: Sequence[Piece]) -> Iterator[_Element]:
        """Write runs, in their content control where all of it stays or comes."""
        for control, same in groupby(pieces, lambda one: one.token.control):
            some = list(same)
            content = list(self._runs(some))
            if control is None or some[0].status in GOING or len(some) != len(control.tokens):
                yield from content
            else:
                yield _with_content(control, content)

    def _runs(self, pieces: Sequence[Piece]) -> Iterator[_Element]:
        for (is_in_run, _, _), same in groupby(pieces, _run_key):
            some = list(same)
            if is_in_run:
                yield self._run(some)
            else:
                for piece in some:
                    nodes = (part for node in piece.token.nodes for part in self._nodes(node, piece.status))
                    yield from nodes

    def _nodes(self, node: _Element, status: str) -> Iterator[_Element]:
        copy = self.copy(node, status)
        return _plain_field(copy) if status else iter((copy,))

    def _run(self, pieces: Sequence[Piece]) -> _Element:
        run, first = etree.Element(m.R), pieces[0]
        look = self._look(first)
        if look is not None:
            run.append(look)
        words: _Element | None = None
        for piece in pieces:
            token = piece.token
            if token.nodes:
                run.append(self.copy(token.nodes[0], piece.status))
                words = None
            elif words is None:
                words = etree.SubElement(run, m.T, {m.SPACE: "preserve"})
                words.text = token.text
            else:
                words.text = f"{words.text}{token.text}"
        return run

    def _look(self, piece: Piece) -> _Element | None:
        properties = piece.token.properties
        look = self.copy(properties, piece.status) if properties is not None else None
        if piece.former is not None and piece.former.look != piece.token.look:
            look = look if look is not None else etree.Element(m.R_PR)
            change = self.change(f"{m.W}rPrChange")
            before = piece.former.properties
            change.append(self.adopt(before) if before is not None else etree.Element(m.R_PR))
            look.append(change)
        return look


def _run_key(piece: Piece) -> tuple[bool, bytes, object]:
    token, former = piece.token, piece.former
    look = etree.tostring(token.properties) if token.properties is not None else b""
    before = former.look if former is not None and former.look != token.look else None
    return token.is_in_run, look, before


def _with_content(control: Control, content: Sequence[_Element]) -> _Element:
    copy = deepcopy(control.element)
    copy.tail = None
    inside = copy.find(m.SDT_CONTENT)
    if inside is not None:
        for one in list(inside):
            inside.remove(one)
        inside.extend(content)
    return copy


def _plain_field(element: _Element) -> Iterator[_Element]:
    """Write a simple field as its characters: it may not stand in a change, where its result would be lost."""
    if element.tag != m.FLD_SIMPLE:
        yield element
        return
    yield _character("begin")
    instruction = etree.Element(m.R)
    written = etree.SubElement(instruction, m.INSTR, {m.SPACE: "preserve"})
    written.text = element.get(m.ATTR_INSTR)
    yield instruction
    yield _character("separate")
    yield from list(element)
    yield _character("end")


def _character(kind: str) -> _Element:
    run = etree.Element(m.R)
    etree.SubElement(run, m.FLD_CHAR, {m.FLD_TYPE: kind})
    return run


def _as_deleted(change: _Element) -> None:
    for run in change.iter(m.R):
        for one in run:
            one.tag = {m.T: m.DEL_TEXT, m.INSTR: m.DEL_INSTR}.get(str(one.tag), one.tag)


def _place(properties: _Element) -> int:
    """Give the index at which the look of a paragraph's mark stands among its properties."""
    return next((at for at, one in enumerate(properties) if one.tag in _LAST), len(properties))


def _drop(properties: _Element, *tags: str) -> None:
    for one in list(properties.iterchildren(*tags)):
        properties.remove(one)
