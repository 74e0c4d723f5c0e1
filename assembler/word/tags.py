"""Read the tags of a template as docxtpl does, and find those that it would lose text over."""

import re

from lxml import etree

from assembler.word.markup import named, w, words
from assembler.word.source_package import Unusable

BODY = "{{ body }}"
PLACES = ("body", "contents", "signatures", "schedules")
"""The tags in whose place paragraphs stand."""

PLACE = re.compile(r"\{\{\s*p?\s*(body|contents|signatures|schedules)\s*\}\}")
RENDERED_PLACE = re.compile(r"\{\{\s*(body|contents|signatures|schedules)\s*\}\}")
PARAGRAPH_TAG = re.compile(r"\{[{%]\s*p\s")
MARKUP = re.compile(r"<[^>]+>")


def refuse_unclosed(xml: str) -> None:
    """Raise `Unusable` for a paragraph that opens a tag and does not close it: docxtpl would lose what follows."""
    for paragraph in xml.split("</w:p>"):
        text = MARKUP.sub("", paragraph)
        if any(text.count(opening) != text.count(closing) for opening, closing in (("{{", "}}"), ("{%", "%}"))):
            fix = "close each tag in the paragraph that opens it, as {{ trust_name }} is."
            raise Unusable(f"a tag is not closed in “{text.strip()[:60]}”", fix)


def settle_places(document: etree._Element) -> None:
    """Give the text and the contents a paragraph each to stand in, however their tags are written.

    Raises `Unusable` where one has no place, two, or one within a line or a cell.
    """
    found: dict[str, int] = dict.fromkeys(PLACES, 0)
    for paragraph in list(named(document, "p")):
        text = words(paragraph)
        for match in PLACE.finditer(text):
            _refuse_place(paragraph, text, match)
            found[match[1]] += 1
            _say(paragraph, f"{{{{p {match[1]} }}}}")
        if PARAGRAPH_TAG.search(text):
            _keep_section(paragraph)
    if not found["body"]:
        fix = "write {{p body }} in a paragraph of its own where the text of the document belongs."
        raise Unusable("the template has no place for the document's text", fix)
    if twice := next((name for name, times in found.items() if times > 1), None):
        raise Unusable(f"the template has {{{{p {twice} }}}} more than once", "leave it in one place.")


def _refuse_place(paragraph: etree._Element, text: str, match: re.Match[str]) -> None:
    tag = f"{{{{p {match[1]} }}}}"
    if text.strip() != match[0]:
        fix = f"write {tag} in a paragraph of its own."
        raise Unusable(f"words stand beside {match[0]}, in whose place whole paragraphs come", fix)
    inside = {etree.QName(one).localname for one in paragraph.iterancestors()}
    if inside & {"tc", "txbxContent"}:
        raise Unusable(f"{match[0]} stands in a table or a text box", f"move {tag} out of it.")


def _say(paragraph: etree._Element, text: str) -> None:
    for child in list(paragraph):
        if child.tag != w("pPr"):
            paragraph.remove(child)
    run = etree.SubElement(etree.SubElement(paragraph, w("r")), w("t"))
    run.text = text


def _keep_section(paragraph: etree._Element) -> None:
    """Move the end of a section out of a paragraph that a tag takes the place of."""
    section = paragraph.find(f"{w('pPr')}/{w('sectPr')}")
    if section is not None:
        new = etree.Element(w("p"))
        etree.SubElement(new, w("pPr")).append(section)
        paragraph.addnext(new)


def as_jinja(xml: str) -> str:
    """Join the tags that Word split over several runs; ``{{p x }}`` takes the place of its whole paragraph."""
    from docxtpl import DocxTemplate  # a slow import, not needed once a template is compiled

    return RENDERED_PLACE.sub(r"{{ \1 }}", str(DocxTemplate("").patch_xml(xml)))
