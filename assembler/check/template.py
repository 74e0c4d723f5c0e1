"""Examine a template once, before anything is drafted with it: what it may not hold, and what it says itself."""

import re
from collections.abc import Iterator, Mapping

from lxml.etree import _Element

from assembler.check import markup as m
from assembler.check.package import Parts, main_part, open_package, relationships
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
_WHOLE_TAG = re.compile(r"\{\{p .*?\}\}|\{%p .*?%\}")
_CODE_TYPES = re.compile(rb"macroEnabled|vbaProject|activeX|oleObject|template\.main", re.I)
_CODE_RELATIONS = frozenset((
    "attachedTemplate", "oleObject", "package", "control", "vbaProject", "wordVbaData", "aFChunk", "frame",
    "subDocument", "mailMergeSource", "mailMergeHeaderSource", "recipientData", "keyMapCustomizations", "transform",
))  # fmt: skip

_W = m.BODY.removesuffix("body")
_STRANGE: Mapping[str, tuple[str, str]] = {
    f"{_W}{name}": told
    for names, told in (
        ("vanish specVanish", ("words are hidden", "show or delete them in Word.")),
        ("strike dstrike", ("words are struck", "delete them in Word.")),
        ("altChunk subDoc", ("another file is drawn in", "paste its text into the template.")),
        ("object control", ("an embedded object or control stands here", "delete it in Word.")),
        ("mailMerge", ("the template is set up for a mail merge", "make it an ordinary document in Word.")),
        ("attachedTemplate", ("another template is attached", "detach it in Word.")),
        ("ins del moveFrom moveTo", ("changes are tracked", "accept or reject its changes in Word.")),
        ("dataBinding", ("a content control takes its words from elsewhere", "remove the control and keep its text.")),
    )
    for name in names.split()
} | dict.fromkeys(m.CHANGES, ("changes are tracked", "accept or reject its changes in Word."))


def examine(package: bytes, where: str) -> tuple[Problem, ...]:
    """Say what of a template is refused: code, other files, hidden words, fields that fetch, changes left behind.

    where: what to call the template in a problem.
    """
    parts, problems = open_package(package, where)
    return (*problems, *(refusals(parts, where) if parts is not None else ()))


def own_words(package: bytes) -> tuple[str, ...]:
    """List what a template says itself, paragraph by paragraph with the part it stands in; tags as they stand."""
    parts, _ = open_package(package, "")
    return words(parts) if parts is not None else ()


def refusals(parts: Parts, where: str) -> tuple[Problem, ...]:
    """Say the same of a template's parts."""
    found = [*_parts(parts, where), *_relations(parts, where)]
    for name, root in _trees(parts):
        found += (Problem(f"{where}: {name}", f"{what}.", fix) for what, fix in _strange(root))
        found += _fields(name, root, where)
    return tuple(dict.fromkeys(found))


def words(parts: Parts) -> tuple[str, ...]:
    """List the words of a template's parts."""
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
    if _CODE_TYPES.search(parts.get("[Content_Types].xml", b"")):
        yield Problem(where, "the template is of a kind that may carry macros.", "save it as a Word document (.docx).")


def _relations(parts: Parts, where: str) -> Iterator[Problem]:
    sources = {"", main_part(parts), *(name for name in parts if not name.endswith(".rels"))}
    for source in sorted(sources):
        for one in relationships(parts, source):
            is_link = one.type == "hyperlink" and one.target.startswith(("http:", "https:", "mailto:"))
            if one.type in _CODE_RELATIONS or (one.is_external and not is_link):
                what = f"it draws on something outside itself ({one.type})."
                yield Problem(f"{where}: {source or 'the package'}", what, "remove it in Word.")


def _strange(root: _Element) -> Iterator[tuple[str, str]]:
    for element in root.iter(*_STRANGE):
        if m.is_on(element) and not _is_mark(element) and not _is_idle(element):
            yield _STRANGE[str(element.tag)]
    for element in root.iter(f"{_W}color", f"{_W}sz"):
        if _is_idle(element):
            continue
        value = (element.get(m.VAL) or "").upper()
        if element.tag == f"{_W}color" and value == "FFFFFF":
            yield "words are white", "give them a colour that can be read."
        elif element.tag == f"{_W}sz" and (m.whole_number(value) or LEAST_SIZE) < LEAST_SIZE:
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
    """Tell whether a look belongs to a table style, or to one of the web forms that Word keeps hidden."""
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
                yield Problem(f"{where}: {name}", what, f"use only {', '.join(sorted(FIELDS))}.")
