"""Read a paragraph as tokens: words, blanks, signs, fields and objects, each with what it says and how it looks."""

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from assembler.check import markup as m
from assembler.check.fields import parse_instruction

_WORD = re.compile(r"[^\W_]+(?:[’'.,][^\W_]+)*|\s+|[^\w\s]|_+")
_SIGNS = {m.TAB: "\t", m.PTAB: "\t", m.BREAK: "\v", m.CR: "\v", m.NO_BREAK_HYPHEN: "\u2011"}
_PASSED_OVER = frozenset(
    f"{m.W}{name}" for name in ("proofErr", "lastRenderedPageBreak", "softHyphen", "annotationRef", "noProof")
)
_SEEN_THROUGH = frozenset(f"{m.W}{name}" for name in ("smartTag", "customXml", "dir", "bdo"))
_MARKS = frozenset(m.RANGE_MARKS) | {
    f"{m.W}{name}" for name in ("permStart", "permEnd")
}
_SEEN_LOOKS = tuple(
    f"{m.W}{name}" for name in ("rStyle", "b", "i", "u", "strike", "dstrike", "vanish", "caps", "smallCaps",
                                "vertAlign", "highlight")
)  # fmt: skip
"""The formats of words that mean something to a reader; a font or its size does not."""
COUNTED = frozenset(("REF", "PAGEREF", "NOTEREF", "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "SEQ", "STYLEREF"))
"""Fields that Word works out: where they lead is compared, and not what they happen to show."""
_RELATED = re.compile(rf"^{re.escape(m.RELATIONSHIP_ID.removesuffix('id'))}")
_OF_PLACE = frozenset(("id", "docPr", "rsid", "paraId", "textId"))


@dataclass(frozen=True, eq=False)
class Control:
    """A content control around words of a paragraph, and how many tokens stand in it."""

    element: _Element
    tokens: list["Token"] = field(default_factory=list)


class Clause(NamedTuple):
    """A clause by the name of its bookmark, and whether both documents have it."""

    name: str
    is_common: bool


class Token(NamedTuple):
    """One unit of comparison.

    key: what it says, which is equal where two tokens say the same.
    look: the formats that mean something to a reader.
    text: its words; of an object or a field, None.
    nodes: the elements of an object or a field, as they stand.
    properties: the formats of its run, if it has any.
    control: the content control it stands in, if any.
    is_in_run: whether it is written within a run.
    is_link: whether its one node is a hyperlink, outside of which no change may stand.
    """

    key: Hashable
    look: tuple[str, ...] = ()
    text: str | None = None
    nodes: tuple[_Element, ...] = ()
    properties: _Element | None = None
    control: Control | None = None
    is_in_run: bool = False
    is_link: bool = False


@dataclass(eq=False)
class Words:
    """The tokens of a paragraph, and the marks that stand before each of them by its index."""

    tokens: list[Token]
    marks: dict[int, list[_Element]]

    @property
    def keys(self) -> tuple[Hashable, ...]:
        """What the paragraph says."""
        return tuple(token.key for token in self.tokens)

    def add(self, token: Token) -> None:
        """Add a token, to its content control as well."""
        self.tokens.append(token)
        if token.control is not None:
            token.control.tokens.append(token)

    def add_mark(self, element: _Element) -> None:
        """Add a mark before the token that comes next."""
        self.marks.setdefault(len(self.tokens), []).append(element)


class Reader:
    """Reads the paragraphs of one document.

    targets: what an object's relationship leads to, by its id; the same picture is the same in two documents.
    notes: the text of each footnote and endnote by kind and id.
    styles: the name of each style by its id, as ids differ from program to program.
    clauses: the clause that a paragraph or table stands in.
    """

    def __init__(
        self, targets: dict[str, str], notes: dict[tuple[str, str], str], styles: dict[str, str]
    ) -> None:
        self._targets, self._notes, self._styles = targets, notes, styles
        self.clauses: dict[_Element, Clause] = {}

    def read(self, paragraph: _Element) -> Words:
        """Read a paragraph that has no tracked changes."""
        words = Words([], {})
        self._children([one for one in paragraph if one.tag != m.P_PR], words, None)
        return words

    def style(self, id_: str | None) -> str:
        """Give the name of a style, or of one that has no name its id."""
        return self._styles.get(id_ or "", id_ or "")

    def _children(self, children: Sequence[_Element], words: Words, control: Control | None) -> None:
        at = 0
        while at < len(children):
            element = children[at]
            end = _field_end(children, at)
            if end is not None:
                words.add(self._field(tuple(children[at:end]), control))
                at = end
                continue
            self._child(element, words, control)
            at += 1

    def _child(self, element: _Element, words: Words, control: Control | None) -> None:
        tag = element.tag
        if tag == m.R:
            self._run(element, words, control)
        elif tag in _MARKS:
            words.add_mark(element)
        elif tag == m.FLD_SIMPLE:
            words.add(self._field((element,), control))
        elif tag == m.HYPERLINK:
            where = element.get(m.ANCHOR) or self._targets.get(element.get(m.RELATIONSHIP_ID, ""), "")
            inside = Words([], {})
            self._children(list(element), inside, None)
            words.add(Token(("link", where, inside.keys), nodes=(element,), is_link=True))
        elif tag == m.SDT:
            content = element.find(m.SDT_CONTENT)
            control = Control(element)
            self._children(list(content) if content is not None else [], words, control)
        elif tag in _SEEN_THROUGH:
            self._children(list(element), words, control)
        elif tag not in _PASSED_OVER and isinstance(tag, str):
            words.add(Token(("object", self._canonical(element)), nodes=(element,), control=control))

    def _run(self, run: _Element, words: Words, control: Control | None) -> None:
        properties = run.find(m.R_PR)
        look = self._look(properties)
        if any(run.find(tag) is not None for tag in (m.FLD_CHAR, m.INSTR, m.COMMENT_REFERENCE)):
            words.add_mark(run)  # of a field that spans paragraphs, or of a comment
            return
        for element in run:
            for token in self._of_run(element, properties, look, control):
                words.add(token)

    def _of_run(
        self, element: _Element, properties: _Element | None, look: tuple[str, ...], control: Control | None
    ) -> Iterator[Token]:
        tag = element.tag
        if tag == m.T:
            for word in _WORD.findall(_text(element)):
                yield Token(m.plain_blanks(word), look, word, (), properties, control, is_in_run=True)
        elif tag in _SIGNS:
            sign = _SIGNS[tag]
            key = ("page",) if element.get(m.TYPE) == "page" else sign
            yield Token(key, look, sign, (element,), properties, control, is_in_run=True)
        elif tag != m.R_PR and tag not in _PASSED_OVER and isinstance(tag, str):
            yield Token(self._object(element), look, None, (element,), properties, control, is_in_run=True)

    def _object(self, element: _Element) -> Hashable:
        kind = etree.QName(element).localname
        if kind in ("footnoteReference", "endnoteReference"):
            return kind, self._notes.get((kind.removesuffix("Reference"), element.get(m.ID, "")), "")
        return "object", self._canonical(element)

    def _look(self, properties: _Element | None) -> tuple[str, ...]:
        if properties is None:
            return ()
        seen = (one for one in properties if one.tag in _SEEN_LOOKS)
        return tuple(sorted(f"{one.tag}={self._value(one)}" for one in seen if m.is_on(one)))

    def _value(self, look: _Element) -> str:
        value = look.get(m.VAL, "1")
        return self.style(value) if look.tag == m.R_STYLE else {"true": "1", "on": "1"}.get(value, value)

    def _field(self, nodes: tuple[_Element, ...], control: Control | None) -> Token:
        written = "".join(one.text or "" for node in nodes for one in node.iter(m.INSTR))
        instruction = nodes[0].get(m.ATTR_INSTR) or written
        parsed = parse_instruction(instruction.strip())
        shown = "".join(one.text or "" for node in nodes for one in node.iter(m.T))
        says = "" if parsed.kind in COUNTED else " ".join(shown.split())
        return Token(("field", parsed.kind, parsed.arguments, says), nodes=nodes, control=control)

    def _canonical(self, element: _Element) -> str:
        """Write an object without what differs from place to place, and with what it leads to."""
        pieces = []
        for one in element.iter(etree.Element):
            attributes = (
                (name, self._targets.get(str(value), "") if _RELATED.match(str(name)) else value)
                for name, value in sorted(one.attrib.items())
                if etree.QName(name).localname not in _OF_PLACE and "rsid" not in str(name)
            )
            pieces.append(f"{one.tag}{list(attributes)}{(one.text or '').strip()}")
        return "".join(pieces)


def _text(text: _Element) -> str:
    words = text.text or ""
    return words if text.get(m.SPACE) == "preserve" else words.strip(" \t\n\r")


def _field_end(children: Sequence[_Element], begin: int) -> int | None:
    """Give the index after the field that begins with a child, if it ends among its siblings."""
    depth = 0
    for at in range(begin, len(children)):
        for character in children[at].iter(m.FLD_CHAR) if children[at].tag in (m.R, m.HYPERLINK) else ():
            depth += {"begin": 1, "end": -1}.get(character.get(m.FLD_TYPE, ""), 0)
        if at == begin and depth < 1:
            return None
        if depth == 0:
            return at + 1
    return None
