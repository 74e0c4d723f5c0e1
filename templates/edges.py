"""Headers, footers and sections of our templates: what stands at the edges of a page, and where pages count anew."""

from copy import deepcopy
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

HEADER = "{{ document_title }} · {{ subject_line }}"
FOOTER = "{{ footer_legend }}"
LAST_PAGE = "_Last_page"
"""The bookmark at the end of the text, whose page is how many pages the text has."""

UNSEEN = (
    f'<w:p {nsdecls("w")}><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    '<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
)
"""A paragraph too small to be seen, which carries the end of a section, or of the text."""


def edges(section: Any, above: str, below: str, total: str = "NUMPAGES", cached: str = "1") -> None:
    """Write a section's header, and its footer with the page and, by the field ``total``, how many there are."""
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    _say(section.header, above)
    _say(section.footer, f"{below}\t" if total else below)
    if total:
        _count(section.footer.paragraphs[0], total, cached)


def first_page(section: Any, below: str) -> None:
    """Leave the first page's header empty; its footer is that of the others."""
    section.different_first_page_header_footer = True
    section.first_page_header.is_linked_to_previous = False
    section.first_page_footer.is_linked_to_previous = False
    _say(section.first_page_header, "")
    _say(section.first_page_footer, f"{below}\t")
    _count(section.first_page_footer.paragraphs[0], "NUMPAGES", "1")


def end_section(document: Any, form: str = "") -> Any:
    """End a section here and begin the next on a new page; one with a ``form`` of numbers counts from 1."""
    last = document.element.body.sectPr
    ended = deepcopy(last)
    paragraph = parse_xml(UNSEEN)
    paragraph.pPr.append(ended)
    last.addprevious(paragraph)
    for reference in [*last.findall(qn("w:headerReference")), *last.findall(qn("w:footerReference"))]:
        last.remove(reference)
    for numbers in last.findall(qn("w:pgNumType")):
        last.remove(numbers)
    if form:
        margins = last.find(qn("w:pgMar"))
        margins.addnext(parse_xml(f'<w:pgNumType {nsdecls("w")} w:fmt="{form}" w:start="1"/>'))
    return document.sections[-1]


def mark_last_page(document: Any) -> None:
    """Set the bookmark of the last page about a blank at the end of the text: LibreOffice loses one without words."""
    paragraph = parse_xml(UNSEEN)
    for element in (
        f'<w:bookmarkStart {nsdecls("w")} w:id="9000" w:name="{LAST_PAGE}"/>',
        f'<w:r {nsdecls("w")}><w:t xml:space="preserve"> </w:t></w:r>',
        f'<w:bookmarkEnd {nsdecls("w")} w:id="9000"/>',
    ):
        paragraph.append(parse_xml(element))
    document.element.body.sectPr.addprevious(paragraph)


def _say(edge: Any, words: str) -> None:
    paragraph = edge.paragraphs[0]
    paragraph.style = "Header" if edge._element.tag == qn("w:hdr") else "Footer"
    if words:
        paragraph.add_run(words)


def _count(footer: Any, total: str, cached: str) -> None:
    footer.add_run("Page ")
    _field(footer, "PAGE", "1")
    if total != "PAGE":
        footer.add_run(" of ")
        _field(footer, total, cached)


def _field(paragraph: Any, instruction: str, cached: str) -> None:
    for part in (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{cached}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{part}</w:r>"))
