"""Rendered pages, and what none may look like: begun by a signature, ended by a heading, a total alone."""

import re
import subprocess
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from lxml import etree

RULE = re.compile("_{6}")
"""The leader on which a person signs."""

TOTAL = re.compile(r"(Total|Sum|The ?total|The ?sum|All ?together)(?=[ \d$]|[A-Zo]|$)")
HEADER, FOOTER = 0.075, 0.085
"""The part of a page's height that the header, and the footer, has to itself."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = (f"{W}t", f"{W}noBreakHyphen")
SAME_LINE = 6
"""How far apart pieces of one line may stand; a line is about three times as high."""


class Line(NamedTuple):
    """A line of a page, and whether all of it is bold."""

    words: str
    is_bold: bool


def pages(pdf: Path) -> list[list[Line]]:
    """Read each page of a PDF as its lines, without header and footer."""
    command = ["pdftohtml", "-xml", "-i", "-stdout", str(pdf)]
    xml = subprocess.run(command, capture_output=True, check=True).stdout
    root = etree.fromstring(xml, etree.XMLParser(recover=True))
    return [list(_lines(page)) for page in root.iter("page")]


def _lines(page: etree._Element) -> Iterator[Line]:
    height = int(page.get("height", "0"))
    texts = [(int(text.get("top", "0")), text) for text in page.iter("text")]
    inside = [(top, text) for top, text in texts if HEADER * height < top < (1 - FOOTER) * height and _words(text)]
    rows: list[tuple[int, list[etree._Element]]] = []
    for top, text in sorted(inside, key=lambda one: one[0]):
        if rows and top - rows[-1][0] < SAME_LINE:
            rows[-1][1].append(text)
        else:
            rows.append((top, [text]))
    for _, row in rows:
        row.sort(key=lambda text: int(text.get("left", "0")))
        yield Line(" ".join(map(_words, row)), all(_is_bold(text) for text in row))


def _words(text: etree._Element) -> str:
    return "".join(map(str, text.itertext())).strip()


def _is_bold(text: etree._Element) -> bool:
    return "".join(str(words) for bold in text.iter("b") for words in bold.itertext()).strip() == _words(text)


class Fault(NamedTuple):
    """What is parted on a page from what belongs to it, and the last line before the parting."""

    page: int
    what: str
    before: str


class Texts(NamedTuple):
    """The texts of a document without blanks.

    ``all`` are those of its paragraphs, ``kept`` of those that it keeps on one page with the next, and ``totals`` the
    cells of each last row of a table that is a total.
    """

    all: Sequence[str]
    kept: Sequence[str] = ()
    totals: Sequence[Sequence[str]] = ()


def faults(document: Sequence[Sequence[Line]], texts: Texts) -> list[Fault]:
    """Say what is parted from what belongs to it, page by page."""
    found: list[Fault] = []
    before = ""
    for number, page in enumerate(document, 1):
        if page:
            found += [Fault(number, what, before) for what in _begun_wrong(page, texts.totals)]
            before = page[-1].words
            found += [Fault(number, what, before) for what in _ended_wrong(page[-1], texts.all)]
    return found


def _begun_wrong(page: Sequence[Line], totals: Sequence[Sequence[str]]) -> Iterator[str]:
    if RULE.search(page[0].words):
        yield f"begins with a signature: {page[0].words[:40]}"
    plain = next((line.words for line in page if not line.is_bold), "")
    if TOTAL.match(plain) and any(all(cell in _close(plain) for cell in total[:2]) for total in totals):
        yield f"begins with a total: {plain}"


def _ended_wrong(last: Line, paragraphs: Sequence[str]) -> Iterator[str]:
    if last.is_bold:
        yield f"ends with a heading: {last.words}"
    elif last.words.endswith(":") and _ends_one(last.words, paragraphs):
        yield f"ends with a lead-in: {last.words}"


def _ends_one(words: str, paragraphs: Sequence[str]) -> bool:
    """Tell whether a line is the end of a paragraph, and not one that goes on on the next page."""
    line = _close(words)
    return any(text and (text.endswith(line) or line.endswith(text)) for text in paragraphs)


def texts(docx: Path) -> Texts:
    """Read the texts of a document."""
    with zipfile.ZipFile(docx) as package:
        body, styles = (etree.fromstring(package.read(f"word/{name}.xml")) for name in ("document", "styles"))
    keeping = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style") if _keeps(style, False)}
    read = [(_text(one), _keeps(one, _style(one) in keeping)) for one in body.iter(f"{W}p")]
    last_rows = (rows[-1] for table in body.iter(f"{W}tbl") if (rows := table.findall(f"{W}tr")))
    cells = ([_text(cell) for cell in row.findall(f"{W}tc")] for row in last_rows)
    totals = [row for row in cells if TOTAL.match(row[0])]
    return Texts([text for text, _ in read], [text for text, is_held in read if is_held], totals)


def _text(paragraph: etree._Element) -> str:
    return "".join(_close(text.text or "") if text.tag == f"{W}t" else "-" for text in paragraph.iter(*TEXT))


def _keeps(element: etree._Element, inherited: bool) -> bool:
    own = element.find(f"{W}pPr/{W}keepNext")
    return inherited if own is None else own.get(f"{W}val", "1") not in ("0", "false")


def _style(paragraph: etree._Element) -> str | None:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return None if style is None else style.get(f"{W}val")


def is_kept(fault: Fault, kept: Sequence[str]) -> bool:
    """Tell whether the document keeps together what a program has parted: it knows better, and Word does."""
    return _ends_one(fault.before, kept)


def _close(words: str) -> str:
    return "".join(words.split()).replace("\u2011", "-").rstrip("_")
