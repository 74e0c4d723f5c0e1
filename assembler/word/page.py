"""Fit a template's tabs and tables to the width of its text, whatever the paper and the margins."""

import re

from lxml import etree

from assembler.word.levels import StyleLevel
from assembler.word.markup import named, number, value, w

LETTER, INCH = 12240, 1440
"""What a page measures that says nothing: in twentieths of a point."""

WIDTHS = ("gridCol", "tcW", "tblW")


def text_width(document: etree._Element) -> int:
    """Give the width of the text in the last section, which is that of the document's text; in twentieths of a point.

    Columns beside each other count as one.
    """
    section = next((one for one in reversed(list(named(document, "sectPr")))), None)
    size = section.find(w("pgSz")) if section is not None else None
    margins = section.find(w("pgMar")) if section is not None else None
    page = number(size.get(w("w")), LETTER) if size is not None else LETTER
    if margins is None:
        return page - 2 * INCH
    left, right, gutter = (number(margins.get(w(side)), other) for side, other in SIDES)
    return max(page - left - right - gutter, INCH)


LETTER_WIDTH, GAP = 110, 120
"""About what a letter or figure of the contents takes, and what stays free after a number."""

SIDES = (("left", INCH), ("right", INCH), ("gutter", 0))


def fit(root: etree._Element, width: int) -> None:
    """Bring tabs that lie beyond the margin to it, and tables that are wider than the text to its width."""
    for tab in named(root, "tab"):
        if number(tab.get(w("pos"))) > width and tab.get(w("val")) != "clear":
            tab.set(w("pos"), str(width))
    for table in named(root, "tbl"):
        if not any(True for _ in table.iterancestors(w("tbl"))):
            _fit_table(table, width)


def _fit_table(table: etree._Element, width: int) -> None:
    columns = [number(one.get(w("w"))) for one in table.findall(f"{w('tblGrid')}/{w('gridCol')}")]
    wide = sum(columns)
    if wide <= width or value(table, "tblPr", "tblpPr") is not None:
        return
    for element in named(table, *WIDTHS):
        if element.get(w("type"), "dxa") == "dxa" and element.get(w("w")) is not None:
            element.set(w("w"), str(number(element.get(w("w"))) * width // wide))


def fit_contents(styles: etree._Element, sections: StyleLevel | None) -> None:
    """Let the titles of sections in the contents begin where their numbers leave room, as *Section 5.01* must have.

    The dots before the pages would stand between the two otherwise.
    """
    style = next((one for one in named(styles, "style") if one.get(w("styleId")) == "TOC2"), None)
    tabs = style.findall(f"{w('pPr')}/{w('tabs')}/{w('tab')}") if style is not None else []
    first = next((tab for tab in tabs if tab.get(w("val")) in {"left", "start"}), None)
    if style is None or first is None or sections is None:
        return
    letters = len(re.sub("%[1-9]", "00", sections.levels[sections.depth].text))
    indent = style.find(f"{w('pPr')}/{w('ind')}")
    begins = number(indent.get(w("left")) or indent.get(w("start"))) if indent is not None else 0
    first.set(w("pos"), str(max(number(first.get(w("pos"))), begins + letters * LETTER_WIDTH + GAP)))
