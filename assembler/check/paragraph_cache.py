"""Parse a part so that a paragraph is parsed and read only once, in however many documents it is met.

Most paragraphs of most documents are the same. A part is cut after each paragraph; those that are known are replaced
by an empty element before the rest is parsed, and the events of the others are kept for the next time.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from lxml.etree import _Element

from assembler.check import markup as m
from assembler.check.xml_events import BLOCKS, EventReader, Events, KnownParagraphs

MAX_PARAGRAPHS = 4096
"""A cache with more paragraphs than this is emptied."""
MAX_BYTES = 16 * 1024
"""A longer paragraph is not cached."""

_HEAD = re.compile(
    rb"""(?:<\?xml version=["']1\.0["'](?: encoding=["'](?i:utf-8)["'])?(?: standalone=["']\w+["'])?\?>\s*)?"""
    rb"""(<\w[^<>]*>)"""
)
"""The XML declaration, if any, and the tag of the root, which declares the prefixes of all."""

_MARKS = re.compile(rb"(?:<w:(?:bookmark|commentRange)(?:Start|End) [^<>]*/>)*")
_PARAGRAPH_END = b"</w:p>"
_KNOWN = m.KNOWN.encode()
_EMPTY, _OPEN, _CLOSE = b"<%s/>" % _KNOWN, b"<%s>" % _KNOWN, b"%s</%s>" % (_PARAGRAPH_END, _KNOWN)
_CONTAINERS = BLOCKS | {m.SDT, m.SDT_CONTENT}

_Cache = dict[bytes, Events]
"""The events of paragraphs by their XML, each without its last tag."""


class ParsedPart(NamedTuple):
    """The tree of a part, and the events of the paragraphs that were taken out of it."""

    root: _Element
    known: KnownParagraphs


class _Gap(NamedTuple):
    """A place in the XML where paragraphs stood: a new one, or known ones in a row with their events."""

    new: bytes
    paragraphs: list[Events]


def parse_part(data: bytes, hidden: frozenset[str]) -> ParsedPart | str:
    """Parse a part without its known paragraphs, or say why it cannot be parsed.

    A part that is not written plainly, such as one with text boxes or with prefixes declared on the way, is parsed
    whole; so is one that is broken, to say what is wrong with it.

    hidden: the character styles whose text Word does not show.
    """
    head = _HEAD.match(data)
    if head is not None:
        cache = _cache(head[1], hidden)
        rest, gaps = _take_out(data, cache)
        if _is_plain(rest, head, gaps) and not isinstance(root := m.parse(rest), str):
            elements = list(root.iter(m.KNOWN))
            if _are_in_blocks(elements):
                return ParsedPart(root, dict(_read_new(elements, gaps, cache, hidden)))
    tree = m.parse(data)
    return tree if isinstance(tree, str) else ParsedPart(tree, {})


@lru_cache(maxsize=16)
def _cache(root_tag: bytes, hidden: frozenset[str]) -> _Cache:
    """Give the cache for a root's prefixes and the hidden styles, on both of which a paragraph's meaning depends."""
    return {}


def _take_out(data: bytes, cache: _Cache) -> tuple[bytes, list[_Gap]]:
    """Replace the known paragraphs by one empty element a row, and put each new one into an element."""
    rest: list[bytes] = []
    gaps: list[_Gap] = []
    row: list[Events] | None = None
    *pieces, tail = data.split(_PARAGRAPH_END)
    for piece in pieces:
        before, events = b"", cache.get(piece)
        if events is None:
            before, paragraph = _split_before_paragraph(piece)
            events = cache.get(paragraph) if before else None
        if events is None:
            row = None
            gaps.append(_Gap(paragraph, []))
            rest += before, _OPEN, paragraph, _CLOSE
            continue
        if before or row is None:
            row = []
            gaps.append(_Gap(b"", row))
            rest += before, _EMPTY
        row.append(events)
    rest.append(tail)
    return b"".join(rest), gaps


def _split_before_paragraph(piece: bytes) -> tuple[bytes, bytes]:
    """Split a piece of XML where its paragraph begins; marks of ranges go with it if nothing else stands before it."""
    begin = max(piece.rfind(b"<w:p>"), piece.rfind(b"<w:p "), 0)
    return (b"", piece) if _MARKS.fullmatch(piece, 0, begin) else (piece[:begin], piece[begin:])


def _is_plain(rest: bytes, head: re.Match[bytes], gaps: Sequence[_Gap]) -> bool:
    """Tell whether the XML has no comments or CDATA sections, no prefixes but the root's, and no element like ours.

    Then what is well-formed between two tags is so anywhere under such a root, and the part is well-formed if what is
    left of it is.
    """
    return (
        b"<!" not in rest
        and rest.find(b"<?", head.end()) < 0
        and rest.find(b"xmlns", head.end()) < 0
        and b"xmlns=" not in head[1]
        and rest.count(b"<" + _KNOWN) == len(gaps)
    )


def _are_in_blocks(elements: Sequence[_Element]) -> bool:
    """Tell whether paragraphs stand in nothing but the body, tables and the like, where each means the same."""
    seen: set[_Element] = set()
    for element in elements:
        above = element.getparent()
        while above is not None and above not in seen:
            if above.tag not in _CONTAINERS:
                return False
            seen.add(above)
            above = above.getparent()
    return True


def _read_new(
    elements: Sequence[_Element], gaps: Sequence[_Gap], cache: _Cache, hidden: frozenset[str]
) -> list[tuple[_Element, list[Events]]]:
    """Read the new paragraphs, cache them, and empty their elements as well."""
    if len(cache) > MAX_PARAGRAPHS:
        cache.clear()
    reader = EventReader(hidden, {})
    known = []
    for element, gap in zip(elements, gaps, strict=True):
        if gap.new:
            events = reader.read(element)
            if reader.text_boxes or reader.cells:
                reader = EventReader(hidden, {})  # a paragraph that holds others is read where it stands
                continue
            if len(gap.new) <= MAX_BYTES:
                cache[gap.new] = events
            gap.paragraphs.append(events)
            del element[:]
        known.append((element, gap.paragraphs))
    return known
