"""Check the table of contents: every heading in its range, in order, with its number, linked to its place."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assembler.check import markup as m
from assembler.check.document import Document, shorten
from assembler.check.fields import Field, Instruction
from assembler.check.numbering import Number, Numbering, label
from assembler.problem import Problem

_UPDATE = "write the document again, or update the contents in Word."
_PAGE_NUMBER = re.compile(r"\t\s*[0-9ivxlc]+\s*$")
_BRACKETS = re.compile(r"\[\d+: |^\[|\]$")
_HEADING_STYLE = re.compile(r"heading ([1-9])")

_TextByParagraph = dict[int, str]
"""The entries of the contents, or the headings, by the paragraphs in which they stand."""


def check_contents(document: Document) -> list[Problem]:
    """Report entries that differ from the headings, and links that lead elsewhere."""
    problems: list[Problem] = []
    for field in document.body.fields:
        toc = field.instruction
        if toc.kind == "TOC" and toc.switches.keys().isdisjoint("ac") and field.result is not None:
            entries, headings = _entries(document, field), _headings(document, toc)
            problems += _differences(document, entries, headings)
            problems += _bad_links(document, entries, headings, "h" in toc.switches)
    return problems


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """Give a heading with single spaces, and without what the bracket of an undecided clause adds to it."""
    return _BRACKETS.sub("", " ".join(text.split())).strip()


@lru_cache(maxsize=4096)
def _without_page_number(line: str) -> str:
    return _PAGE_NUMBER.sub("", line)


def _entries(document: Document, toc: Field) -> _TextByParagraph:
    """Give the entries without their page numbers."""
    body = document.body
    pages = {body.paragraph(f.begin): f.begin for f in body.fields if f.instruction.kind == "PAGEREF"}
    entries = {}
    for i in body.paragraphs(toc.result or toc.begin, toc.end):
        text = body.text[body.begins[i] : pages[i]] if i in pages else _without_page_number(body.lines[i])
        if text.strip():
            entries[i] = _plain(text)
    return entries


def _headings(document: Document, toc: Instruction) -> _TextByParagraph:
    """Give the headings that Word would list, as it would list them."""
    body = document.body
    searched = range(len(body.begins))
    if "b" in toc.switches:
        bookmark = document.bookmarks.get(toc.switches["b"])
        searched = body.paragraphs(bookmark.begin, bookmark.end) if bookmark else range(0)
    levels = {style: _level(document, toc, style, None) for style in set(body.styles)}
    is_heading = [levels[style] is not None for style in body.styles]
    for i, formatting in body.direct_formatting.items():
        is_heading[i] = _level(document, toc, body.styles[i], formatting.outline) is not None
    return {
        i: _numbered(document.numbers[i], document.numbering, text)
        for i in searched
        if is_heading[i] and i not in document.in_contents and (text := _plain(body.lines[i]))
    }


def _numbered(number: Number | None, numbering: Numbering, text: str) -> str:
    return f"{_plain(label(number, numbering))} {text}" if number else text


def _level(document: Document, toc: Instruction, style_id: str | None, outline: str | None) -> int | None:
    """Give a paragraph's level in the contents: by a style they name, a built-in heading, or its outline level."""
    styles = document.styles
    style = styles.by_id.get(styles.of_paragraph(style_id) or "")
    lowest, highest = _level_range(toc)
    if style is not None and (level := _levels_of_styles(toc).get(style.name)) is not None:
        return level
    if "o" in toc.switches and style is not None and (heading := _HEADING_STYLE.fullmatch(style.name)):
        return int(heading[1]) if lowest <= int(heading[1]) <= highest else None
    if "u" in toc.switches:
        outlines = (outline, *(ancestor.outline for ancestor in styles.chain(style_id)))
        outline_level = m.whole_number(next((level for level in outlines if level is not None), None))
        return outline_level + 1 if outline_level is not None and lowest <= outline_level + 1 <= highest else None
    return None


def _level_range(toc: Instruction) -> tuple[int, int]:
    levels = re.fullmatch(r"([1-9])-([1-9])", toc.switches.get("o", ""))
    return (int(levels[1]), int(levels[2])) if levels else (1, 9)


def _levels_of_styles(toc: Instruction) -> dict[str, int]:
    r"""Read ``\t "Style,1,Other style,2"``; some countries' Word writes semicolons."""
    words = [word.strip() for word in re.split("[,;]", toc.switches.get("t", ""))]
    return {
        name.casefold(): level
        for name, number in zip(words[::2], words[1::2], strict=False)
        if (level := m.whole_number(number)) is not None
    }


def _differences(document: Document, entries: _TextByParagraph, headings: _TextByParagraph) -> Iterator[Problem]:
    listed, expected = list(entries.values()), list(headings.values())
    if listed == expected:
        return
    where = f"{document.where}: contents"
    for i, text in headings.items():
        if text not in listed:
            what = f"the heading “{shorten(text)}” is not in the contents."
            yield Problem(document.place(document.body, document.body.begins[i]), what, _UPDATE)
    for text in listed:
        if text not in expected:
            yield Problem(where, f"the contents list “{shorten(text)}”, and no heading reads so.", _UPDATE)
    if sorted(listed) == sorted(expected):
        yield Problem(where, "the contents are not in the order of the headings.", _UPDATE)
    elif set(listed) == set(expected):
        yield Problem(where, "the contents list a heading more often than it stands.", _UPDATE)


def _bad_links(
    document: Document, entries: _TextByParagraph, headings: _TextByParagraph, are_linked: bool
) -> Iterator[Problem]:
    links = _links(document)
    for i, text in entries.items():
        link = links.get(i)
        target = document.bookmarks.get(link) if link is not None else None
        heading = headings.get(document.body.paragraph(target.begin)) if target is not None else None
        if heading == text:
            continue
        where = f"{document.where}: contents, “{shorten(text)}”"
        if heading is not None:
            yield Problem(where, f"the entry leads to “{shorten(heading)}”.", _UPDATE)
        elif target is not None:
            yield Problem(where, f"the entry leads to {link}, which is at no heading.", _UPDATE)
        elif link is None and are_linked:
            yield Problem(where, "the entry leads nowhere.", _UPDATE)


def _links(document: Document) -> dict[int, str]:
    """Give the bookmark that each paragraph with a hyperlink leads to."""
    body = document.body
    links = {body.paragraph(at): bookmark for bookmark, at in body.links}
    for field in body.fields:
        if field.instruction.kind == "HYPERLINK" and "l" in field.instruction.switches:
            links.setdefault(body.paragraph(field.begin), field.instruction.switches["l"])
    return links
