"""Examine a template once, before anything is drafted with it: what it may not hold, and what it says itself."""

import re
from collections.abc import Iterator, Mapping

from lxml.etree import _Element

from assembler.check import markup as m
from assembler.check.package import Parts, main_part, relationships
from assembler.check.xml_events import read_stories
from assembler.problem import Problem

FIELDS = frozenset((
    "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "REF", "PAGEREF", "NOTEREF", "STYLEREF", "SEQ", "TOC", "FILENAME",
    "HYPERLINK",
))  # fmt: skip
"""The fields a template may have: what they show follows from the document, not from another file, a day or a macro."""

LEAST_SIZE = 8
"""Words of fewer half-points are too small to read."""

_CODE_PARTS = re.compile(
    r"vba|activeX|embeddings/|customUI|afchunk|\.(?:bin|exe|js|vbs|ole|html?|mht|rtf|docx?)$", re.IGNORECASE
)
_WEB = ("http:", "https:", "mailto:")
_WHOLE_TAG = re.compile(r"\{\{p .*?\}\}|\{%p .*?%\}")

_STRANGE: Mapping[str, tuple[str, str]] = {
    f"{m.W}{name}": told
    for names, told in (
        ("vanish specVanish", ("words are hidden", "show or delete them in Word.")),
        ("strike dstrike", ("words are struck", "delete them in Word.")),
    )
    for name in names.split()
}


def examine(parts: Parts, where: str) -> tuple[Problem, ...]:
    """Say what of a template is refused: code, links that are none, hidden words, and fields that fetch.

    parts: what is left of it once it is cleaned. where: what to call the template in a problem.
    """
    found = [*_parts(parts, where), *_relations(parts, where)]
    for name, root in _trees(parts):
        found += (Problem(f"{where}: {name}", f"{what}.", fix) for what, fix in _strange(root))
        found += _fields(name, root, where)
    return tuple(dict.fromkeys(found))


def own_words(parts: Parts) -> tuple[str, ...]:
    """List what a template says itself, paragraph by paragraph with the part it stands in; tags as they stand."""
    said = []
    for name, root in _trees(parts):
        if name.startswith("word/") and root.tag in _STORIES:
            lines = (line for story in read_stories(name, root, frozenset()) for line in story.lines)
            said += [f"{name}: {line}" for words in lines if (line := " ".join(words.split()))]
    return tuple(said)


_STORIES = frozenset((m.DOCUMENT, m.HEADER, m.FOOTER, m.FOOTNOTES, m.ENDNOTES, m.COMMENTS))


def _trees(parts: Parts) -> Iterator[tuple[str, _Element]]:
    for name, part in parts.items():
        if name.endswith(".xml") and (root := m.parse_or_none(part)) is not None:
            yield name, root


def _parts(parts: Parts, where: str) -> Iterator[Problem]:
    for name in parts:
        if _CODE_PARTS.search(name) and not name.endswith(".rels"):
            yield Problem(f"{where}: {name}", "the template carries code or another file.", "save it without in Word.")


def _relations(parts: Parts, where: str) -> Iterator[Problem]:
    sources = {"", main_part(parts), *(name for name in parts if not name.endswith(".rels"))}
    for source in sorted(sources):
        for one in relationships(parts, source):
            if one.is_external and not one.target.casefold().startswith(_WEB):
                what = f"it has a link to what is no web page and no mail address ({one.target})."
                yield Problem(f"{where}: {source or 'the package'}", what, "remove the link in Word.")


def _strange(root: _Element) -> Iterator[tuple[str, str]]:
    for element in root.iter(*_STRANGE):
        if m.is_on(element) and not _is_idle(element):
            yield _STRANGE[str(element.tag)]
    for element in root.iter(f"{m.W}color", f"{m.W}sz"):
        if _is_idle(element):
            continue
        value = (element.get(m.VAL) or "").upper()
        if element.tag == f"{m.W}color" and value == "FFFFFF":
            yield "words are white", "give them a colour that can be read."
        elif element.tag == f"{m.W}sz" and (m.whole_number(value) or LEAST_SIZE) < LEAST_SIZE:
            yield "words are too small to read", "give them at least four points."
    for paragraph in root.iter(m.P):
        above = paragraph.getparent()
        if above is not None and above.tag in (m.R, m.T, m.P):
            yield "a paragraph stands within another", "put its tag in a paragraph of its own, as {{p body }} is."
        if _loses_words(paragraph):
            yield "words beside a tag that takes its whole paragraph would be lost", "give each a paragraph of its own."


def _loses_words(paragraph: _Element) -> bool:
    text = "".join(text.text or "" for text in paragraph.iter(m.T)).strip()
    return _WHOLE_TAG.search(text) is not None and _WHOLE_TAG.fullmatch(text) is None


def _is_idle(element: _Element) -> bool:
    """Tell whether a look is a mark's, a table style's, or that of one of the web forms that Word keeps hidden."""
    if _is_mark(element):
        return True
    style = next(element.iterancestors(m.STYLE), None)
    if style is None:
        return False
    return style.get(m.TYPE) == "table" or (m.value(style, m.NAME) or "").casefold().startswith(("z-", "html"))


def _is_mark(element: _Element) -> bool:
    """Tell whether a look is that of a paragraph's mark, which is no word."""
    above = element.getparent()
    return above is not None and above.tag == m.R_PR and (up := above.getparent()) is not None and up.tag == m.P_PR


def _fields(name: str, root: _Element, where: str) -> Iterator[Problem]:
    for story in read_stories(name, root, frozenset()) if root.tag in _STORIES else ():
        for field in story.fields:
            kind = field.instruction.kind
            if kind not in FIELDS or (kind == "HYPERLINK" and field.instruction.arguments):
                what = f"the field {kind or 'without a name'} is none that a template may have."
                fix = f"put the words, or one of our tags, in its place; or use one of {', '.join(sorted(FIELDS))}."
                yield Problem(f"{where}: {name}", what, fix)
