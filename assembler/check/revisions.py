"""Read tracked changes: a part as it is when all are accepted, or as it was sent, when all are rejected.

A paragraph whose mark goes is joined to the next, and takes the look of that one (ECMA-376 Part 1, 17.13.5).
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from itertools import takewhile
from typing import NamedTuple

from lxml.etree import _Element

from assembler.check import markup as m


class View(Enum):
    """How tracked changes are read: all accepted, or all rejected."""

    ACCEPTED = "accepted"
    SENT = "sent"


class Revision(NamedTuple):
    """Who made a tracked change, and when; either may be left out of a file."""

    author: str
    date: str


_INSERTED, _DELETED = (m.INS, m.MOVE_TO, m.CELL_INS), (m.DEL, m.MOVE_FROM, m.CELL_DEL)
_GOES = {View.ACCEPTED: frozenset(_DELETED), View.SENT: frozenset(_INSERTED)}
_ALL = frozenset((*_INSERTED, *_DELETED, *m.CHANGES))
_SIGN = re.compile("|".join(f"<w:{tag.removeprefix(m.W)} " for tag in sorted(_ALL)).encode())
_OF_OTHERS = frozenset((m.INS, m.DEL, m.MOVE_FROM, m.MOVE_TO, m.R_PR, m.SECT_PR, m.HEADER_REF, m.FOOTER_REF))
"""What a record of former properties never holds, and what therefore stays when they come back."""


def are_in(data: bytes) -> bool:
    """Tell whether a part may have tracked changes; one that declares other prefixes than Word does has none."""
    return _SIGN.search(data) is not None


def faults(root: _Element) -> Iterator[tuple[str, str]]:
    """Say what is wrong with how the tracked changes of a part are written, and what to do."""
    changes = [one for one in root.iter(*_ALL) if one.tag not in (m.CELL_INS, m.CELL_DEL)]
    for id_, times in Counter(one.get(m.ID, "") for one in changes).items():
        if times > 1:
            yield f"two tracked changes have the id {id_}.", "write the document again."
    for text in (text for one in changes if one.tag == m.DEL for text in one.iter(m.T)):
        what = f"“{text.text or ''}” is deleted, but stands as text that is not."
        yield what, "write deleted text as w:delText."


def take(root: _Element, view: View) -> list[frozenset[Revision]]:
    """Take the tracked changes of a part in one view; give who changed each paragraph that is left, in order.

    A bookmark that held words and holds none any more goes, as it does in Word. Paragraphs of text boxes are left out
    of the list.
    """
    revised = {paragraph: _revisions(paragraph) for paragraph in root.iter(m.P)}
    held = _held(root)
    _properties(root, view)
    _rows(root, view, revised)
    marks = _paragraph_marks(root, view)
    _content(root, view)
    for paragraph in [one for one in root.iter(m.P) if one in marks]:
        _join(paragraph, revised)
    _emptied_bookmarks(root, held)
    return [revised.get(one, frozenset()) for one in root.iter(m.P) if not is_apart(one)]


def is_apart(paragraph: _Element) -> bool:
    """Tell whether a paragraph stands in a text box, or in what only other programs show."""
    return any(above.tag in (m.TEXT_BOX, m.FALLBACK) for above in paragraph.iterancestors())


def _revisions(paragraph: _Element) -> frozenset[Revision]:
    """Gather the changes in a paragraph, and that of the row it stands in."""
    row = next(paragraph.iterancestors(m.TR), None)
    properties = row.find(m.TR_PR) if row is not None else None
    changes = [*paragraph.iter(*_ALL), *(properties.iter(m.INS, m.DEL) if properties is not None else ())]
    return frozenset(Revision(one.get(m.AUTHOR, ""), one.get(m.DATE, "")) for one in changes)


def _properties(root: _Element, view: View) -> None:
    """Drop the former properties, or put them in the place of the present ones."""
    for change in list(root.iter(*m.CHANGES, m.NUMBERING_CHANGE)):
        properties = change.getparent()
        if properties is None:
            continue
        properties.remove(change)
        former = next(iter(change), None)
        if view is View.SENT and former is not None:
            stays = [one for one in properties if one.tag in _OF_OTHERS and one.tag != former.tag]
            references = [one for one in stays if one.tag in (m.HEADER_REF, m.FOOTER_REF)]
            properties[:] = [*references, *former, *(one for one in stays if one not in references)]


def _rows(root: _Element, view: View, revised: dict[_Element, frozenset[Revision]]) -> None:
    for row in list(root.iter(m.TR)):
        properties, table = row.find(m.TR_PR), row.getparent()
        changes = list(properties.iter(m.INS, m.DEL)) if properties is not None else []
        if any(one.tag in _GOES[view] for one in changes) and table is not None:
            after = next((one for one in _following(row) if one in revised), None)
            if after is not None:
                revised[after] |= frozenset().union(*(revised[one] for one in row.iter(m.P) if one in revised))
            table.remove(row)
            if table.find(m.TR) is None:
                _remove(table)
        for one in changes:
            _remove(one)


def _following(element: _Element) -> Iterator[_Element]:
    """Give the elements after one and what it holds, in the order of the part."""
    above: _Element | None = element
    while above is not None:
        for sibling in above.itersiblings():
            yield from sibling.iter(m.P)
        above = above.getparent()


def _paragraph_marks(root: _Element, view: View) -> frozenset[_Element]:
    """Give the paragraphs whose marks go, and take the changes off all marks."""
    goes = set()
    for look in root.iter(m.R_PR):
        properties = look.getparent()
        if properties is None or properties.tag != m.P_PR:
            continue
        for change in look.findall("*"):
            if change.tag in _ALL:
                look.remove(change)
                if change.tag in _GOES[view]:
                    goes.add(properties.getparent())
    return frozenset(one for one in goes if one is not None)


def _content(root: _Element, view: View) -> None:
    """Drop words that go, but for the marks between them, and take those that stay out of their changes."""
    for change in list(root.iter(*_INSERTED, *_DELETED)):
        parent = change.getparent()
        if parent is None:
            continue
        if change.tag in (m.CELL_INS, m.CELL_DEL):
            cell = next(change.iterancestors(m.TC), None)
            _remove(cell if cell is not None and change.tag in _GOES[view] else change)
            continue
        left = list(change) if change.tag not in _GOES[view] else list(_marks(change))
        at = parent.index(change)
        _remove(change)
        parent[at:at] = left
    for element in list(root.iter(*m.MOVE_RANGES)):
        _remove(element)
    for tag, plain in ((m.DEL_TEXT, m.T), (m.DEL_INSTR, m.INSTR)):
        for element in root.iter(tag):
            element.tag = plain


def _marks(change: _Element) -> Iterator[_Element]:
    for element in change.iter(*m.RANGE_MARKS, m.COMMENT_REFERENCE):
        run = element.getparent()
        yield run if element.tag == m.COMMENT_REFERENCE and run is not None else element


def _join(paragraph: _Element, revised: dict[_Element, frozenset[Revision]]) -> None:
    """Join a paragraph to the next, or take it out if it is empty; the last of its place stays, as Word keeps it."""
    parent = paragraph.getparent()
    after = next((one for one in paragraph.itersiblings() if one.tag in (m.P, m.TBL, m.SDT)), None)
    if parent is None or after is None:
        return
    content = [one for one in paragraph if one.tag != m.P_PR]
    following = next((one for one in after.iter(m.P)), None)
    if following is not None:
        revised[following] = revised.get(following, frozenset()) | revised.get(paragraph, frozenset())
    if all(one.tag in m.RANGE_MARKS for one in content):
        at = parent.index(paragraph)
        parent.remove(paragraph)
        parent[at:at] = content
    elif after.tag == m.P:
        between = list(takewhile(lambda one: one is not after, paragraph.itersiblings()))
        at = int(after.find(m.P_PR) is not None)
        after[at:at] = [*content, *between]
        parent.remove(paragraph)


def _held(root: _Element) -> Mapping[str, bool]:
    """Tell of each bookmark, by its id, whether it holds anything."""
    open_: dict[str, int] = {}
    held: dict[str, bool] = {}
    count = 0
    for element in root.iter(m.BOOKMARK_START, m.BOOKMARK_END, *m.CONTENT):
        id_ = element.get(m.ID, "")
        if element.tag == m.BOOKMARK_START:
            open_[id_] = count
        elif element.tag == m.BOOKMARK_END:
            held[id_] = count > open_.get(id_, count)
        else:
            count += 1
    return held


def _emptied_bookmarks(root: _Element, before: Mapping[str, bool]) -> None:
    after = _held(root)
    gone = {id_ for id_, held in before.items() if held and not after.get(id_)}
    for element in list(root.iter(m.BOOKMARK_START, m.BOOKMARK_END)):
        if element.get(m.ID, "") in gone:
            _remove(element)


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


class Viewed(NamedTuple):
    """A part in a view: its XML, who changed each of its paragraphs, and what is wrong with the changes.

    Nothing is told of paragraphs where nothing was changed in the whole part.
    """

    data: bytes
    revised: Sequence[frozenset[Revision]] = ()
    faults: tuple[tuple[str, str], ...] = ()


def in_view(data: bytes, view: View) -> Viewed:
    """Give a part in a view; one that has no tracked changes, or cannot be parsed, stays as it is."""
    root = m.parse_or_none(data) if are_in(data) else None
    if root is None:
        return Viewed(data)
    wrong = tuple(faults(root))
    revised = take(root, view)
    return Viewed(m.written(root), revised, wrong)
