"""The paragraph styles of our templates: what all share, and how an instrument, a form and a working paper differ.

One text face, Times New Roman, for which LibreOffice has a face of the same widths; working papers have their headings
and tables in Arial, of which the same is true. A heading is told from what it heads by its size or its weight and by
the space above it, and from another heading by its size or its place; nothing is underlined.
"""

from collections.abc import Mapping
from typing import NamedTuple

TEXT_FACE, HEADING_FACE = "Times New Roman", "Arial"
SIZE = 11
"""The size of the text, where a style says no other."""


class Style(NamedTuple):
    """How a paragraph looks: its size and the space around it in points, its indent in inches."""

    base: str = "Normal"
    size: float = SIZE
    before: float = 0
    after: float = 0
    left: float = 0
    is_bold: bool = False
    is_italic: bool = False
    is_centered: bool = False
    is_kept: bool = False
    face: str = TEXT_FACE


ITEM = Style("Body Text", after=3)
HEADING = Style(size=14, before=20, after=8, is_centered=True, is_kept=True)

SHARED: Mapping[str, Style] = {
    "Body Text": Style(after=5, left=0.5),
    "Heading 1": HEADING._replace(after=4),
    "Heading 2": Style(before=8, after=2, is_bold=True, is_kept=True),
    "List Number": ITEM,
    "List Number 2": ITEM,
    "Definition": Style("Body Text", after=5),
    "Definition Item": ITEM,
    "Definition Item 2": ITEM,
    "Passage": Style(after=6),
    "Recital": Style("Body Text", after=6),
    "Recital Item": ITEM,
    "Part Heading": HEADING,
    "Schedule Heading": HEADING,
    "Schedule Item": ITEM,
    "Signature Heading": Style(before=14, after=4, is_bold=True, is_kept=True),
    "Signature Item": ITEM._replace(is_kept=True),
    "Signature Line": Style(before=8, is_kept=True),
    "Table Text": Style(size=10, before=3, after=3),
    "Table Heading": Style(size=10, before=3, after=3, is_bold=True, is_kept=True),
    "Title": Style(size=26, before=170, after=14, is_centered=True),
    "Agreement Title": Style(size=18, after=14, is_centered=True, is_kept=True),
    "Subtitle": Style(size=14, after=60, is_italic=True, is_centered=True),
    "Cover Text": Style(size=12, after=2, is_centered=True),
    "TOC Heading": HEADING._replace(before=0),
    "toc 1": Style(size=10, before=4, after=1),
    "toc 2": Style(size=10, left=0.3),
    "Paper Title": Style(size=20, after=6, is_kept=True, face=HEADING_FACE),
    "Paper Line": Style(size=9, after=3, face=HEADING_FACE),
    "Form Title": Style(size=14, after=14, is_bold=True, is_centered=True, is_kept=True),
    "Form Text": Style(after=6),
    "Form Item": Style("Form Text", after=4),
    "Group Heading": Style(size=14, before=20, after=6, is_kept=True, face=HEADING_FACE),
    "Topic Heading": Style(size=10, before=12, after=3, is_bold=True, is_kept=True, face=HEADING_FACE),
    "Topic Item": ITEM,
    "annotation text": Style(size=10),
    "Header": Style(size=9),
    "Footer": Style(size=9),
}


class Sheet(NamedTuple):
    """What one kind of paper looks like: its margins in inches, and the styles in which it differs.

    ``indent`` is how far its running text stands in from its headings and tables, in inches; ``article`` is what it
    calls its articles.
    """

    left: float
    right: float
    styles: Mapping[str, Style] = {}
    indent: float = 0
    article: str = "Article"


INSTRUMENT = Sheet(1.3, 1.3)
"""An instrument: articles in the middle, the numbers of sections beside the text, wide margins."""

_CLOSE = Style(size=10.5, after=4)
_CLOSE_ITEM = Style("Body Text", size=10.5, after=3)

RIDER = Sheet(1, 1, {
    "Body Text": _CLOSE._replace(left=0.5),
    "Heading 1": HEADING._replace(before=12, after=3),
    "Heading 2": Style(size=10.5, before=5, after=2, is_bold=True, is_kept=True),
    "List Number": _CLOSE_ITEM,
    "List Number 2": _CLOSE_ITEM,
    "Definition": Style("Body Text", size=10.5, after=4),
    "Definition Item": _CLOSE_ITEM,
    "Definition Item 2": _CLOSE_ITEM,
    "Passage": _CLOSE,
}, article="Part")  # fmt: skip
"""What is put into the firm's own instrument, and so set close: its articles are parts of an article there."""

FORM = Sheet(1.4, 1.4, {
    "Body Text": Style(size=12, after=5, left=0.5),
    "Topic Heading": Style(size=11, before=12, after=3, is_bold=True, is_kept=True, face=HEADING_FACE),
    "Form Text": Style(size=12, before=2, after=6),
    "Form Item": Style("Form Text", size=12, after=4),
    "Passage": Style(size=12, after=6),
    "Signature Line": Style(size=12, before=10, is_kept=True),
})  # fmt: skip
"""A paper that is filed: larger letters, a bold title in the middle, no numbers but those of its items."""

WORKING = Sheet(1, 1, {
    "Table Text": Style(size=9, before=3, after=3, face=HEADING_FACE),
    "Table Heading": Style(size=9, before=3, after=3, is_bold=True, is_kept=True, face=HEADING_FACE),
    "Header": Style(size=8, face=HEADING_FACE),
    "Footer": Style(size=8, face=HEADING_FACE),
    "Passage": Style(after=6, left=1.25),
    "Signature Line": Style(before=8, left=1.25, is_kept=True),
}, indent=1.25)  # fmt: skip
"""A working paper: headings in another face that hang out to the left of the text, tables of the full width."""
