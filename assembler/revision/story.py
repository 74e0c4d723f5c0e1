"""Put the changes of one story onto the new text: paragraphs, rows of tables and content controls, in their places."""

from collections.abc import Collection, Iterator, Sequence
from copy import deepcopy
from itertools import chain

from lxml import etree
from lxml.etree import _Element

from assembler.check import markup as m
from assembler.revision.alignment import Step, opcodes
from assembler.revision.blocks import END, Block, blocks, cells
from assembler.revision.pen import DELETED, GOING, INSERTED, MOVED_FROM, MOVED_TO, SAME, Pen, Piece
from assembler.revision.steps import steps
from assembler.revision.words import Reader, Token

STATUS = {"deleted": DELETED, "inserted": INSERTED, "moved from": MOVED_FROM, "moved to": MOVED_TO}
LEAST_SHARED = 0.25
"""Where less of two texts is the same than this, one is shown as gone and the other as come, whole."""
_RANGES = (m.MOVE_RANGES[:2], m.MOVE_RANGES[2:])


class StoryRedline:
    """Rewrites the new text of a story so that it shows what changed.

    bookmarks: the ids of the old document's bookmarks that the new one does not have, with an id to give them.
    """

    def __init__(self, old: Reader, new: Reader, pen: Pen, bookmarks: dict[str, str]) -> None:
        self._old, self._new, self._pen, self._bookmarks = old, new, pen, bookmarks
        self._moves: dict[tuple[int, int], int] = {}
        self._closed: dict[int, list[_Element]] = {}
        self._moved = 0

    def compare(self, old: _Element, new: _Element) -> None:
        """Rewrite a place of the new text, such as its body or a table cell, against the old one."""
        before, end = blocks(old, self._old)
        after, rest = blocks(new, self._new)
        moves = self._moves
        self._moves = {}
        out = list(chain.from_iterable(self._step(step, before, after) for step in steps(before, after)))
        self._moves = moves
        for element in list(new):
            new.remove(element)
        new.extend([*self._apart(out), *self._marks(end), *rest])

    def _step(self, step: Step, old: Sequence[Block], new: Sequence[Block]) -> Iterator[_Element]:
        ours, theirs = [old[i] for i in step.old], [new[j] for j in step.new]
        if step.kind in ("deleted", "moved from"):
            yield from self._marks(ours[0].before)
            yield from self._moving(step, self._whole(ours[0].element, STATUS[step.kind], self._old))
            yield from self._marks(ours[0].after)
            return
        is_pair = step.kind in ("same", "changed")
        if is_pair:
            yield from self._changed(ours, theirs, is_same=step.kind == "same")
        else:
            yield from theirs[0].before
            yield from self._moving(step, self._whole(theirs[0].element, STATUS[step.kind], self._new))
        yield from theirs[-1].after
        if is_pair:
            yield from self._marks(ours[-1].after)

    def _moving(self, step: Step, content: Sequence[_Element]) -> Iterator[_Element]:
        """Name a move by the same name where it was and where it is."""
        if not step.kind.startswith("moved"):
            yield from content
            return
        pair = step.old[0], step.new[0]
        if pair not in self._moves:
            self._moved += 1
            self._moves[pair] = self._moved
        begin, end = _RANGES[step.kind == "moved to"]
        start = self._pen.change(begin, name=f"move{self._moves[pair]}")
        yield from (start, *content, etree.Element(end, {m.ID: start.get(m.ID, "")}))

    def _changed(self, ours: Sequence[Block], theirs: Sequence[Block], *, is_same: bool) -> Iterator[_Element]:
        old, new = ours[0], theirs[0]
        if old.is_paragraph:
            looks_same = len(ours) == len(theirs) == 1 and old.look == new.look and _looks(old) == _looks(new)
            if is_same and looks_same:
                yield from (*self._marks(old.before), *new.before, new.element)
                return
            if not all(one.tag == m.BOOKMARK_START for one in new.before):
                yield from new.before
                new.before = []
            yield from self._paragraphs(ours, theirs)
            return
        yield from (*self._marks(old.before), *new.before)
        if old.tag == m.TBL:
            self._rows(old, new)
        else:
            self._inside(old.element, new.element)
        yield new.element

    def _inside(self, old: _Element, new: _Element) -> None:
        before, after = old.find(m.SDT_CONTENT), new.find(m.SDT_CONTENT)
        if before is not None and after is not None:
            self.compare(before, after)

    # Tables

    def _apart(self, content: Sequence[_Element]) -> Iterator[_Element]:
        """Keep tables that stand side by side from becoming one, by a paragraph that came and went at once."""
        former: _Element | None = None
        for element in content:
            if former is not None and former.tag == element.tag == m.TBL:
                paragraph = etree.Element(m.P)
                look = etree.SubElement(etree.SubElement(paragraph, m.P_PR), m.R_PR)
                look.extend((self._pen.change(INSERTED), self._pen.change(DELETED)))
                yield paragraph
            former = element
            yield element

    def _rows(self, old: Block, new: Block) -> None:
        before, after = old.parts[0], new.parts[0]
        gone: list[_Element] = []
        for step in steps(before, after):
            if step.kind == "deleted":
                gone += self._whole(before[step.old[0]].element, DELETED, self._old)
                continue
            row = after[step.new[0]].element
            _put(row, gone)
            gone = []
            if step.kind == "inserted":
                _replace(row, self._whole(row, INSERTED, self._new))
            else:
                self._cells(before[step.old[0]], after[step.new[0]])
        new.element.extend(gone)

    def _cells(self, old: Block, new: Block) -> None:
        pairs = zip(cells(old.element), cells(new.element), strict=True)
        if old.key != new.key or _looks_within(old) != _looks_within(new):
            for before, after in list(pairs):
                self.compare(before, after)

    def _whole(self, element: _Element, status: str, reader: Reader) -> list[_Element]:
        """Write a block of which all came or went."""
        if element.tag == m.P:
            block = Block(element, reader)
            marks = self._old_marks([block]) if status in GOING else _marks_of([block])
            pieces: list[Piece | _Element] = []
            for token in block.stream:
                pieces += marks.get(id(token), ())
                pieces += (Piece(status, token),) if token.key != END else ()
            return [self._pen.paragraph(element.find(m.P_PR), status, pieces)]
        if element.tag == m.SDT and status in GOING:
            content = element.findall(f"{m.SDT_CONTENT}/*")
            return [one for inside in content for one in self._whole(inside, status, reader)]
        if element.tag not in (m.TBL, m.TR, m.TC, m.SDT, m.SDT_CONTENT):
            if status in GOING:
                return list(self._marks([element])) if element.tag in _MARKS else [self._pen.adopt(element)]
            return [self._pen.copy(element, status)]
        shell = self._pen.copy(element, status)
        shell[:] = []
        if element.tag == m.TR and element.find(m.TR_PR) is None:
            shell.append(etree.Element(m.TR_PR))
        for inside in element:
            shell.extend(self._whole(inside, status, reader))
        if element.tag == m.TR and (properties := shell.find(m.TR_PR)) is not None:
            properties.append(self._pen.change(status))
        return [shell]

    # Paragraphs

    def _paragraphs(self, ours: Sequence[Block], theirs: Sequence[Block]) -> Iterator[_Element]:
        """Write some paragraphs that became others; the mark of the last stays."""
        for some in (ours, theirs):
            _take_in_marks(some)
        *before, last = chain.from_iterable(block.stream for block in ours)
        *after, end = chain.from_iterable(block.stream for block in theirs)
        is_apart = ours[-1].is_of_other_clause(theirs[-1])
        compared = list(_replaced(before, after, is_apart=True) if is_apart else _compared(before, after))
        if compared and before and compared[-1][0] != SAME:
            # what goes closes its ranges before what comes in its place
            closing = ours[-1].words.marks.pop(len(ours[-1].words.tokens), [])
            self._closed[id(before[-1])] = [*closing, *ours[-1].after]
            ours[-1].after = []
        marks = {**self._old_marks(ours), **_marks_of(theirs)}
        pieces: list[Piece | _Element] = []
        olds, news = iter(ours), iter(theirs)
        old, new = next(olds), next(news)
        for status, token, former in (*compared, (SAME, end, last)):
            pieces += marks.get(id(token), ())
            if token.key != END:
                pieces.append(Piece(status, token, former))
                pieces += self._marks(self._closed.pop(id(token), ()))
                continue
            block = old if status == DELETED else new
            look = _former_look(old, new) if status == SAME else None
            yield self._pen.paragraph(block.element.find(m.P_PR), status, pieces, look)
            pieces = []
            if status != INSERTED:
                old = next(olds, old)
            if status != DELETED:
                new = next(news, new)

    def _old_marks(self, some: Sequence[Block]) -> dict[int, list[_Element]]:
        return {token: list(self._marks(marks)) for token, marks in _marks_of(some).items()}

    def _marks(self, marks: Collection[_Element]) -> Iterator[_Element]:
        """Give the old document's bookmarks that the new one has no more."""
        for mark in marks:
            id_ = mark.get(m.ID, "")
            if mark.tag in (m.BOOKMARK_START, m.BOOKMARK_END) and id_ in self._bookmarks:
                copy = deepcopy(mark)
                copy.tail = None
                copy.set(m.ID, self._bookmarks[id_])
                yield copy


_MARKS = frozenset(m.RANGE_MARKS)


def _looks(block: Block) -> list[tuple[str, ...]]:
    return [token.look for token in block.words.tokens]


def _looks_within(row: Block) -> list[object]:
    return [
        (inside.look, _looks(inside)) if inside.is_paragraph else None for part in row.parts for inside in part
    ]


def _take_in_marks(some: Sequence[Block]) -> None:
    """Put what stands between paragraphs that are compared as one into these."""
    for block in some[:-1]:
        block.words.marks.setdefault(len(block.words.tokens), []).extend(block.after)
    for block in some:
        block.words.marks[0] = [*block.before, *block.words.marks.get(0, ())]


def _marks_of(some: Sequence[Block]) -> dict[int, list[_Element]]:
    """Give the marks of ranges by the token before which they stand."""
    return {id(block.stream[at]): marks for block in some for at, marks in block.words.marks.items()}


def _former_look(old: Block, new: Block) -> _Element | None:
    """Give what the properties of a paragraph were, if its look is another now."""
    if old.look == new.look:
        return None
    properties = old.element.find(m.P_PR)
    return properties if properties is not None else etree.Element(m.P_PR)


def _compared(old: Sequence[Token], new: Sequence[Token]) -> Iterator[tuple[str, Token, Token | None]]:
    """Compare two texts word by word; blanks between changes belong to these."""
    found = [*opcodes([token.key for token in old], [token.key for token in new])]
    same = sum(b - a for kind, a, b, _, _ in found if kind == "equal")
    if same < LEAST_SHARED * max(len(old), len(new)):
        found = [("delete", 0, len(old), 0, 0), ("insert", len(old), len(old), 0, len(new))]
    gone: list[Token] = []
    come: list[Token] = []
    for at, (kind, a, b, c, d) in enumerate(found):
        is_between = (gone or come) and at + 1 < len(found) and all(_is_blank(token) for token in old[a:b])
        if kind == "equal" and not is_between:
            yield from _replaced(gone, come)
            gone, come = [], []
            yield from ((SAME, new[c + k], old[a + k]) for k in range(b - a))
        else:
            gone += old[a:b]
            come += new[c:d]
    yield from _replaced(gone, come)


def _is_blank(token: Token) -> bool:
    return isinstance(token.key, str) and token.key.isspace()


def _replaced(
    gone: Sequence[Token], come: Sequence[Token], *, is_apart: bool = False
) -> Iterator[tuple[str, Token, Token | None]]:
    """Give what went and what came; the same words stay, unless they are to be kept apart."""
    if gone and not is_apart and [token.key for token in gone] == [token.key for token in come]:
        yield from ((SAME, new, old) for old, new in zip(gone, come, strict=True))
        return
    yield from ((DELETED, token, None) for token in gone)
    yield from ((INSERTED, token, None) for token in come)


def _replace(element: _Element, others: Sequence[_Element]) -> None:
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = others


def _put(row: _Element, gone: Sequence[_Element]) -> None:
    """Put rows that went before one that is there."""
    for one in gone:
        row.addprevious(one)
