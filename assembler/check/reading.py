"""Read one part from its first element to its last, once, and note what the proofs need."""

from collections.abc import Callable

from lxml.etree import _Element

from assembler.check import markup as m
from assembler.check.prose import Prose, shown
from assembler.check.story import Fault, Field, Link, Mark, Story

_BLOCKS = frozenset(
    (m.BODY, m.TC, m.TR, m.TBL, m.HEADER, m.FOOTER, m.COMMENT, m.FOOTNOTE, m.ENDNOTE, m.TEXT_BOX, m.DOCUMENT)
)


def read(part: str, root: _Element, hidden: frozenset[str]) -> list[Story]:
    """Read a part, then each text box in it as a story of its own.

    hidden: the character styles whose text Word does not show.
    """
    stories = []
    roots = [root]
    while roots:
        reader = _Reader(roots.pop(0), hidden)
        stories.append(reader.story(part))
        roots += reader.boxes
    return stories


class _Reader(Prose):
    """One walk over one part, with what it does at the ends of ranges."""

    def __init__(self, root: _Element, hidden: frozenset[str]) -> None:
        super().__init__(root, hidden)
        self.starts: list[Mark] = []
        self.ends: list[Mark] = []
        self.links: list[Link] = []
        self.comments: dict[str, list[Mark]] = {m.COMMENT_START: [], m.COMMENT_END: [], m.COMMENT_REFERENCE: []}
        self.relations: list[tuple[str, int]] = []
        self.revisions: list[tuple[str, int]] = []

    def story(self, part: str) -> Story:
        handlers = self._handlers()
        skip = self.skip
        for element in self.root.iter(*handlers):
            if skip and element in skip:
                continue
            handlers[element.tag](element)
        self.fields.close()
        for begin, style in zip(self.begins, self.styles, strict=True):
            if style is not None:
                self.named_styles.setdefault(("paragraph", style), begin)
        return Story(
            part, "".join(self.pieces) + "\n", self.begins, self.styles, self.own, self.in_cell,
            self.starts, self.ends, self.fields.fields, self.links, self.inks,
            self.comments[m.COMMENT_START], self.comments[m.COMMENT_END], self.comments[m.COMMENT_REFERENCE],
            self.named_styles, self.relations, self.revisions, [*self.faults, *self.fields.faults],
        )  # fmt: skip

    def _handlers(self) -> dict[str, Callable[[_Element], None]]:
        handlers: dict[str, Callable[[_Element], None]] = {
            m.T: self._text, m.P: self._paragraph, m.P_STYLE: self._paragraph_style, m.R_STYLE: self._run_style,
            m.TBL_STYLE: self._table_style, m.NUM_ID: self._own, m.ILVL: self._own, m.OUTLINE: self._own,
            m.VANISH: self._vanish, m.HIGHLIGHT: self._highlight, m.TAB: self._tab, m.PTAB: self._tab,
            m.BREAK: self._break, m.CR: self._break, m.NO_BREAK_HYPHEN: self._hyphen, m.SYM: self._symbol,
            m.TC: self._cell, m.TEXT_BOX: self._box, m.FALLBACK: self._pass_over, m.FLD_CHAR: self._field_char,
            m.FLD_SIMPLE: self._simple_field, m.INSTR: self._instruction, m.HYPERLINK: self._hyperlink,
            m.BOOKMARK_START: self._bookmark_start, m.BOOKMARK_END: self._bookmark_end,
            m.COMMENT_START: self._comment, m.COMMENT_END: self._comment, m.COMMENT_REFERENCE: self._comment,
            m.INS: self._revision, m.DEL: self._deletion, m.MOVE_FROM: self._deletion, m.MOVE_TO: self._revision,
        }  # fmt: skip
        handlers |= dict.fromkeys(m.CARRIERS, self._carrier)
        handlers |= dict.fromkeys(m.CHANGES, self._change)
        return handlers

    # Ranges

    def _at(self, element: _Element) -> int:
        """Give the offset of an element; between paragraphs it is where the next one will begin."""
        parent = element.getparent()
        while parent is not None:
            tag = parent.tag
            if tag == m.P:
                return self.length
            if tag in _BLOCKS:
                break
            parent = parent.getparent()
        return self.length + 1 if self.begins else 0

    def _bookmark_start(self, element: _Element) -> None:
        self.starts.append(Mark(element.get(m.ID, ""), element.get(m.ATTR_NAME, ""), self._at(element)))

    def _bookmark_end(self, element: _Element) -> None:
        self.ends.append(Mark(element.get(m.ID, ""), "", self._at(element)))

    def _comment(self, element: _Element) -> None:
        self.comments[element.tag].append(Mark(element.get(m.ID, ""), "", self._at(element)))

    def _hyperlink(self, element: _Element) -> None:
        anchor = element.get(m.ANCHOR)
        if anchor is not None and element.get(m.RELATION_ATTRIBUTES[0]) is None:
            self.links.append(Link(anchor, self.length))
        else:
            self._carrier(element)

    def _carrier(self, element: _Element) -> None:
        for attribute in m.RELATION_ATTRIBUTES:
            relation = element.get(attribute)
            if relation:
                self.relations.append((relation, self.length))

    # Fields

    def _field_char(self, element: _Element) -> None:
        self.fields.char(element.get(m.FLD_TYPE), self.length, self.cell)

    def _instruction(self, element: _Element) -> None:
        self.fields.instruct(element.text or "", self.length)

    def _simple_field(self, element: _Element) -> None:
        width = sum(len(shown(text)) for text in element.iter(m.T))
        instruction = element.get(m.ATTR_INSTR, "").strip()
        self.fields.add(Field(instruction, self.length, self.length, self.length + width))

    # Revisions

    def _revision(self, element: _Element) -> None:
        self.revisions.append((element.get(m.ID, ""), self.length))

    def _change(self, element: _Element) -> None:
        self._revision(element)
        self._pass_over(element)

    def _deletion(self, element: _Element) -> None:
        self._revision(element)
        for text in element.iter(m.T):
            self.skip.add(text)
            if element.tag == m.DEL:
                what = f"“{text.text or ''}” is deleted, but stands as text that is not."
                self.faults.append(Fault(self.length, what, "write deleted text as w:delText."))
