"""Turn elements into events: what each of them adds to the text of its part."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lxml.etree import _Element

from assembler.check import markup as m
from assembler.check import text_builder as t
from assembler.check.field_codes import instruction
from assembler.check.part_text import BookmarkStart, OwnNumbering, PartText
from assembler.check.text_builder import Event, TextBuilder

Events = Sequence[Event]

BLOCKS = frozenset(
    (m.BODY, m.TC, m.TR, m.TBL, m.HEADER, m.FOOTER, m.COMMENTS, m.COMMENT, m.FOOTNOTES, m.FOOTNOTE, m.ENDNOTES,
     m.ENDNOTE, m.DOCUMENT)
)  # fmt: skip
"""What a paragraph stands in, a text box aside."""

_BLANK = frozenset(" \t\n\r")
_COMMENTS = {
    m.COMMENT_START: t.COMMENT_START, m.COMMENT_END: t.COMMENT_END, m.COMMENT_REFERENCE: t.COMMENT_REFERENCE,
}  # fmt: skip
_SIGNS = {m.BREAK: "\v", m.CR: "\v", m.NO_BREAK_HYPHEN: "\u2011", m.SYM: "\ufffd"}


def shown(text: _Element) -> str:
    """Give the text of a ``w:t`` as Word shows it: outer blanks only where they are preserved."""
    words = text.text
    if not words:
        return ""
    if (words[0] in _BLANK or words[-1] in _BLANK) and text.get(m.SPACE) != "preserve":
        words = words.strip(" \t\n\r")
    return words.replace("\n", " ") if "\n" in words else words


def is_between(element: _Element) -> bool:
    """Tell whether an element stands between paragraphs rather than in one."""
    for above in element.iterancestors():
        if above.tag == m.P:
            return False
        if above.tag in BLOCKS or above.tag == m.TEXT_BOX:
            break
    return True


class Reader:
    """Reads the trees of one part, each from its first element to its last.

    hidden: the character styles whose text Word does not show.
    known: elements that stand for paragraphs read before, and the events of these.
    boxes, cells: the text boxes met, each a text of its own, and the table cells, numbered.
    """

    def __init__(self, hidden: frozenset[str], known: Mapping[_Element, Sequence[Events]]) -> None:
        self.hidden = hidden
        self.known = known
        self.boxes: list[_Element] = []
        self.cells: dict[_Element, int] = {}
        self._skip: set[_Element] = set()

    def over(self, root: _Element) -> Events:
        """Give the events of what is in an element."""
        self.events: list[Event] = []
        self._paragraph: int | None = None
        self._inside: int | None = None
        self._run: _Element | None = None
        self._look: str | None = None
        skip, handler = self._skip, _HANDLERS.get
        for element in root.iterdescendants():
            take = handler(element.tag)
            if take is not None and (not skip or element not in skip):
                take(self, element)
        return self.events

    def _do(self, act: Callable[[TextBuilder, Any], None] | None, what: Any) -> None:
        self.events.append((act, what, 0))

    def _meet(self, kind: int, what: Any, ahead: bool = False) -> None:
        self.events.append((kind, what, int(ahead)))

    # Blocks

    def _begin_paragraph(self, element: _Element) -> None:
        self._enter_cell(element)
        self._paragraph = len(self.events)
        self._do(TextBuilder.paragraph, (None, None))

    def _remembered(self, element: _Element) -> None:
        """Take the steps of paragraphs read before."""
        steps = self.known.get(element)
        if steps is not None:
            self._enter_cell(element)
            self._paragraph = None
            self._do(TextBuilder.paragraphs, steps)

    def _enter_cell(self, element: _Element) -> None:
        if not self.cells:
            return
        cell = next((self.cells[above] for above in element.iterancestors() if above in self.cells), None)
        if cell != self._inside:
            self._inside = cell
            self._do(TextBuilder.cell, cell)

    def _cell(self, element: _Element) -> None:
        self.cells[element] = len(self.cells)
        if not any(inside.tag == m.P or inside in self.known for inside in element.iter(m.P, m.KNOWN)):
            self._fault("a table cell holds no paragraph.", "write the cell again.")

    def _box(self, element: _Element) -> None:
        self.boxes.append(element)
        self._pass_over(element)

    def _pass_over(self, element: _Element) -> None:
        self._skip.update(element.iter())

    def _fault(self, what: str, fix: str) -> None:
        self._meet(t.FAULT, (what, fix))

    # Properties

    def _paragraph_property(self, element: _Element) -> None:
        """Take the style of a paragraph, or what it says of its own numbering or outline level."""
        if self._paragraph is None or is_between(element):
            if element.tag == m.P_STYLE:  # Word overlooks it here, yet it should be defined
                self._meet(t.NAMED_STYLE, ("paragraph", element.get(m.VAL, "")))
            return
        style, own = self.events[self._paragraph][1]
        value = element.get(m.VAL)
        if element.tag == m.P_STYLE:
            style = value
        elif element.tag == m.NUM_ID:
            own = (own or OwnNumbering())._replace(num_id=value)
        elif element.tag == m.ILVL:
            own = (own or OwnNumbering())._replace(level=value)
        else:
            own = (own or OwnNumbering())._replace(outline=value)
        self.events[self._paragraph] = TextBuilder.paragraph, (style, own), 0

    def _table_style(self, element: _Element) -> None:
        self._meet(t.NAMED_STYLE, ("table", element.get(m.VAL, "")))

    def _run_style(self, element: _Element) -> None:
        style = element.get(m.VAL, "")
        self._meet(t.NAMED_STYLE, ("character", style))
        self._mark(element, None if style in self.hidden else style)

    def _vanish(self, element: _Element) -> None:
        if m.is_on(element):
            self._mark(element, None)

    def _highlight(self, element: _Element) -> None:
        if element.get(m.VAL) != "none":
            self._mark(element, "")

    def _mark(self, element: _Element, mark: str | None) -> None:
        """Note that a run is hidden (None), highlighted (the empty text) or in a style; not a paragraph's mark."""
        properties = element.getparent()
        run = properties.getparent() if properties is not None else None
        if run is None or run.tag != m.R or (run is self._run and self._look is None):
            return
        self._run, self._look = run, mark

    # Text

    def _text(self, element: _Element) -> None:
        if self._run is not None and element.getparent() is not self._run:
            self._run = None
        if self._run is None:
            self._say(shown(element))
        elif self._look is not None:
            self._do(TextBuilder.styled_run, (shown(element), self._look))

    def _tab(self, element: _Element) -> None:
        """Take a tab; one outside a run is a tab stop."""
        parent = element.getparent()
        if parent is not None and parent.tag == m.R:
            self._say("\t")

    def _sign(self, element: _Element) -> None:
        self._say(_SIGNS[element.tag])

    def _say(self, words: str) -> None:
        if self.events and self.events[-1][0] is None:
            words = self.events.pop()[1] + words
        if words:
            self._do(None, words)

    # Ranges

    def _bookmark_start(self, element: _Element) -> None:
        start = BookmarkStart(element.get(m.ID, ""), element.get(m.ATTR_NAME, ""))
        self._meet(t.BOOKMARK_START, start, is_between(element))

    def _bookmark_end(self, element: _Element) -> None:
        self._meet(t.BOOKMARK_END, element.get(m.ID, ""), is_between(element))

    def _comment(self, element: _Element) -> None:
        self._meet(_COMMENTS[element.tag], element.get(m.ID, ""), is_between(element))

    def _hyperlink(self, element: _Element) -> None:
        anchor = element.get(m.ANCHOR)
        if anchor is not None and element.get(m.RELATION_ATTRIBUTES[0]) is None:
            self._meet(t.LINK, anchor)
        else:
            self._carrier(element)

    def _carrier(self, element: _Element) -> None:
        for relation in filter(None, (element.get(attribute) for attribute in m.RELATION_ATTRIBUTES)):
            self._meet(t.RELATION, relation)

    # Fields

    def _field_char(self, element: _Element) -> None:
        self._do(TextBuilder.field_char, element.get(m.FLD_TYPE))

    def _instruction(self, element: _Element) -> None:
        self._do(TextBuilder.instruction, element.text or "")

    def _simple_field(self, element: _Element) -> None:
        width = sum(len(shown(text)) for text in element.iter(m.T))
        order = instruction(element.get(m.ATTR_INSTR, "").strip())
        self._do(TextBuilder.simple_field, (order, width))

    # Revisions

    def _revision(self, element: _Element) -> None:
        self._meet(t.REVISION, element.get(m.ID, ""))

    def _change(self, element: _Element) -> None:
        self._revision(element)
        self._pass_over(element)

    def _deletion(self, element: _Element) -> None:
        self._revision(element)
        for text in element.iter(m.T):
            self._skip.add(text)
            if element.tag == m.DEL:
                what = f"“{text.text or ''}” is deleted, but stands as text that is not."
                self._fault(what, "write deleted text as w:delText.")


_HANDLERS: Mapping[str, Callable[[Reader, _Element], None]] = {
    m.T: Reader._text, m.P: Reader._begin_paragraph, m.P_STYLE: Reader._paragraph_property,
    m.NUM_ID: Reader._paragraph_property,
    m.ILVL: Reader._paragraph_property, m.OUTLINE: Reader._paragraph_property, m.R_STYLE: Reader._run_style,
    m.TBL_STYLE: Reader._table_style, m.VANISH: Reader._vanish, m.HIGHLIGHT: Reader._highlight, m.TAB: Reader._tab,
    m.PTAB: Reader._tab,
    m.BREAK: Reader._sign, m.CR: Reader._sign, m.NO_BREAK_HYPHEN: Reader._sign, m.SYM: Reader._sign,
    m.TC: Reader._cell, m.TEXT_BOX: Reader._box, m.FALLBACK: Reader._pass_over, m.FLD_CHAR: Reader._field_char,
    m.FLD_SIMPLE: Reader._simple_field, m.INSTR: Reader._instruction, m.HYPERLINK: Reader._hyperlink,
    m.BOOKMARK_START: Reader._bookmark_start, m.BOOKMARK_END: Reader._bookmark_end,
    **dict.fromkeys(_COMMENTS, Reader._comment),
    m.INS: Reader._revision, m.DEL: Reader._deletion, m.MOVE_FROM: Reader._deletion, m.MOVE_TO: Reader._revision,
    **dict.fromkeys(m.CARRIERS, Reader._carrier), **dict.fromkeys(m.CHANGES, Reader._change),
    m.KNOWN: Reader._remembered,
}  # fmt: skip


_NOTHING: Mapping[_Element, Sequence[Events]] = {}


def read(
    part: str, root: _Element, hidden: frozenset[str], known: Mapping[_Element, Sequence[Events]] = _NOTHING
) -> list[PartText]:
    """Read a part, then each text box in it as a part of its own.

    hidden: the character styles whose text Word does not show.
    known: elements that stand for paragraphs read before, and their events.
    """
    parts = []
    roots = [root]
    while roots:
        reader, builder = Reader(hidden, known), TextBuilder()
        builder.take(reader.over(roots.pop(0)))
        parts.append(builder.part_text(part))
        roots += reader.boxes
    return parts
