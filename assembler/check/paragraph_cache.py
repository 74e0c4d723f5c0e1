"""Cut a part after each paragraph, so that a paragraph is parsed and walked once, however often it is met."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from lxml.etree import _Element

from assembler.check import markup as m
from assembler.check.markup import parse
from assembler.check.xml_events import BLOCKS, Events, Reader

MOST_KNOWN = 4096
"""So many paragraphs under one root are remembered, before the remembering begins anew."""
MOST_BYTES = 16 * 1024
"""A longer paragraph is not remembered."""

_HEAD = re.compile(
    rb"""(?:<\?xml version=["']1\.0["'](?: encoding=["'](?i:utf-8)["'])?(?: standalone=["']\w+["'])?\?>\s*)?"""
    rb"""(<\w[^<>]*>)"""
)
"""The declaration, if any, and the tag of the root, which declares the prefixes of all."""

_MARKS = re.compile(rb"(?:<w:(?:bookmark|commentRange)(?:Start|End) [^<>]*/>)*")
_END = b"</w:p>"
_TAG = m.KNOWN.encode()
_PLACE, _OPEN, _CLOSE = b"<%s/>" % _TAG, b"<%s>" % _TAG, b"%s</%s>" % (_END, _TAG)
_AROUND = BLOCKS | {m.SDT, m.SDT_CONTENT}

_Known = dict[bytes, Events]
"""Paragraphs, each without its last tag, and their steps."""


class CutPart(NamedTuple):
    """A tree, and the steps of what was taken out of it, by the elements that stand there instead."""

    root: _Element
    known: Mapping[_Element, Sequence[Events]]


class _Place(NamedTuple):
    """Where paragraphs stood: a new one, or the steps of known ones."""

    new: bytes
    steps: list[Events]


def cut(data: bytes, hidden: frozenset[str]) -> CutPart | str:
    """Parse a part without its known paragraphs, or say in words why it cannot be parsed.

    What is not in the plainest form, such as a part with text boxes or with prefixes declared on the way, is
    parsed whole; so is one that is broken, to say what is wrong with it.
    """
    head = _HEAD.match(data)
    if head is not None:
        known = _known(head[1], hidden)
        left, places = _cut(data, known)
        if _is_plain(left, head, places) and not isinstance(root := parse(left), str):
            holders = list(root.iter(m.KNOWN))
            if _stand_free(holders):
                return CutPart(root, dict(_filled(holders, places, known, hidden)))
    tree = parse(data)
    return tree if isinstance(tree, str) else CutPart(tree, {})


@lru_cache(maxsize=16)
def _known(head: bytes, hidden: frozenset[str]) -> _Known:
    """Give what is remembered of the paragraphs under a root, which depends on its prefixes and on hidden styles."""
    return {}


def _cut(data: bytes, known: _Known) -> tuple[bytes, list[_Place]]:
    """Take the known paragraphs out, and mark off the others."""
    left: list[bytes] = []
    places: list[_Place] = []
    together: list[Events] | None = None
    *pieces, tail = data.split(_END)
    for piece in pieces:
        outside, steps = b"", known.get(piece)
        if steps is None:
            outside, inside = _parted(piece)
            steps = known.get(inside) if outside else None
        if steps is None:
            together = None
            places.append(_Place(inside, []))
            left += outside, _OPEN, inside, _CLOSE
            continue
        if outside or together is None:
            together = []
            places.append(_Place(b"", together))
            left += outside, _PLACE
        together.append(steps)
    left.append(tail)
    return b"".join(left), places


def _parted(piece: bytes) -> tuple[bytes, bytes]:
    """Part a piece where its paragraph begins; ends of ranges right before it go with it."""
    begin = max(piece.rfind(b"<w:p>"), piece.rfind(b"<w:p "), 0)
    return (b"", piece) if _MARKS.fullmatch(piece, 0, begin) else (piece[:begin], piece[begin:])


def _is_plain(left: bytes, head: re.Match[bytes], places: Sequence[_Place]) -> bool:
    """Tell whether every sign is what it seems: no comments or data sections, no prefixes but the root's.

    Then what is well-formed between its two marks is so anywhere under such a root, and the part is well-formed
    if what is left of it is.
    """
    return (
        b"<!" not in left
        and left.find(b"<?", head.end()) < 0
        and left.find(b"xmlns", head.end()) < 0
        and b"xmlns=" not in head[1]
        and left.count(b"<" + _TAG) == len(places)
    )


def _stand_free(holders: Sequence[_Element]) -> bool:
    """Tell whether paragraphs stand in nothing but the body, tables and the like, where each means the same."""
    seen: set[_Element] = set()
    for holder in holders:
        above = holder.getparent()
        while above is not None and above not in seen:
            if above.tag not in _AROUND:
                return False
            seen.add(above)
            above = above.getparent()
    return True


def _filled(
    holders: Sequence[_Element], places: Sequence[_Place], known: _Known, hidden: frozenset[str]
) -> list[tuple[_Element, list[Events]]]:
    """Walk the new paragraphs, remember them, and take them out as well."""
    if len(known) > MOST_KNOWN:
        known.clear()
    walk = Reader(hidden, {})
    filled = []
    for holder, place in zip(holders, places, strict=True):
        if place.new:
            steps = walk.over(holder)
            if walk.boxes or walk.cells:
                walk = Reader(hidden, {})  # a paragraph that holds others is walked where it stands
                continue
            if len(place.new) <= MOST_BYTES:
                known[place.new] = steps
            place.steps.append(steps)
            del holder[:]
        filled.append((holder, place.steps))
    return filled
