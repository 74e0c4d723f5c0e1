"""Prove the table of contents: each heading in its range, in order, with its number, linked to its place."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assembler.check import markup as m
from assembler.check.document import Document, short
from assembler.check.field_codes import Instruction
from assembler.check.numbering import Numbering
from assembler.check.paragraph_numbers import Number, label
from assembler.check.part_text import Field
from assembler.problem import Problem

_UPDATE = "write the document again, or update the contents in Word."
_PAGE = re.compile(r"\t\s*[0-9ivxlc]+\s*$")
_BRACKETS = re.compile(r"\[\d+: |^\[|\]$")
_HEADING = re.compile(r"heading ([1-9])")


_Lines = dict[int, str]
"""The entries, or the headings, by the paragraphs in which they stand."""


def prove_contents(document: Document) -> list[Problem]:
    """Report entries that differ from the headings, and links that lead elsewhere."""
    problems: list[Problem] = []
    for field in document.body.fields:
        order = field.order
        if order.kind == "TOC" and order.switches.keys().isdisjoint("ac") and field.result is not None:
            entries = _entries(document, field)
            headings = _headings(document, order)
            problems += _compared(document, entries, headings)
            problems += _links(document, entries, headings, "h" in order.switches)
    return problems


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """Leave out what an undecided clause's bracket adds to its heading, and how blanks are made."""
    return _BRACKETS.sub("", " ".join(text.split())).strip()


@lru_cache(maxsize=4096)
def _without_page(line: str) -> str:
    return _PAGE.sub("", line)


def _entries(document: Document, toc: Field) -> _Lines:
    """Give the entries without their page numbers."""
    body = document.body
    pages = {body.paragraph(f.begin): f.begin for f in body.fields if f.order.kind == "PAGEREF"}
    entries = {}
    for i in body.touched(toc.result or toc.begin, toc.end):
        text = body.text[body.begins[i] : pages[i]] if i in pages else _without_page(body.lines[i])
        if text.strip():
            entries[i] = _plain(text)
    return entries


def _headings(document: Document, order: Instruction) -> _Lines:
    """Give the headings that Word would list, as it would list them."""
    body = document.body
    listed = range(len(body.begins))
    if "b" in order.switches:
        bookmark = document.bookmarks.get(order.switches["b"])
        listed = body.touched(bookmark.begin, bookmark.end) if bookmark else range(0)
    levels = {style: _level(document, order, style, None) for style in set(body.styles)}
    is_heading = [levels[style] is not None for style in body.styles]
    for i, own in body.own.items():
        is_heading[i] = _level(document, order, body.styles[i], own.outline) is not None
    made = document.in_contents
    return {
        i: _numbered(document.numbers[i], document.numbering, text)
        for i in listed
        if is_heading[i] and i not in made and (text := _plain(body.lines[i]))
    }


def _numbered(number: Number | None, numbering: Numbering, text: str) -> str:
    return f"{_plain(label(number, numbering))} {text}" if number else text


def _range(order: Instruction) -> tuple[int, int]:
    found = re.fullmatch(r"([1-9])-([1-9])", order.switches.get("o", ""))
    return (int(found[1]), int(found[2])) if found else (1, 9)


def _level(document: Document, order: Instruction, style_id: str | None, outline: str | None) -> int | None:
    """Give a paragraph's level in the contents: by a named style, a built-in heading, or its outline level."""
    style = document.styles.by_id.get(document.styles.of_paragraph(style_id) or "")
    lowest, highest = _range(order)
    if style is not None and (level := _named(order).get(style.name)) is not None:
        return level
    if "o" in order.switches and style is not None and (found := _HEADING.fullmatch(style.name)):
        return int(found[1]) if lowest <= int(found[1]) <= highest else None
    if "u" in order.switches:
        said = (outline, *(ancestor.outline for ancestor in document.styles.chain(style_id)))
        outline_level = m.whole(next((level for level in said if level is not None), None))
        return outline_level + 1 if outline_level is not None and lowest <= outline_level + 1 <= highest else None
    return None


def _named(order: Instruction) -> dict[str, int]:
    r"""Read ``\t "Style,1,Other style,2"``; some countries' Word writes semicolons."""
    words = [word.strip() for word in re.split("[,;]", order.switches.get("t", ""))]
    return {
        name.casefold(): level
        for name, number in zip(words[::2], words[1::2], strict=False)
        if (level := m.whole(number)) is not None
    }


def _compared(document: Document, entries: _Lines, headings: _Lines) -> Iterator[Problem]:
    listed, wanted = list(entries.values()), list(headings.values())
    if listed == wanted:
        return
    for i, text in headings.items():
        if text not in listed:
            what = f"the heading “{short(text)}” is not in the contents."
            yield Problem(document.place(document.body, document.body.begins[i]), what, _UPDATE)
    for text in listed:
        if text not in wanted:
            what = f"the contents list “{short(text)}”, and no heading reads so."
            yield Problem(f"{document.where}: contents", what, _UPDATE)
    if sorted(listed) == sorted(wanted):
        yield Problem(f"{document.where}: contents", "the contents are not in the order of the headings.", _UPDATE)
    elif set(listed) == set(wanted):
        yield Problem(f"{document.where}: contents", "the contents list a heading more often than it stands.", _UPDATE)


def _links(document: Document, entries: _Lines, headings: _Lines, linked: bool) -> Iterator[Problem]:
    body = document.body
    anchors = {body.paragraph(at): anchor for anchor, at in body.links}
    for field in body.fields:
        if field.order.kind == "HYPERLINK" and "l" in field.order.switches:
            anchors.setdefault(body.paragraph(field.begin), field.order.switches["l"])
    for i, text in entries.items():
        anchor = anchors.get(i)
        target = document.bookmarks.get(anchor) if anchor is not None else None
        found = headings.get(body.paragraph(target.begin)) if target is not None else None
        if found == text:
            continue
        where = f"{document.where}: contents, “{short(text)}”"
        if found is not None:
            yield Problem(where, f"the entry leads to “{short(found)}”.", _UPDATE)
        elif target is not None:
            yield Problem(where, f"the entry leads to {anchor}, which is at no heading.", _UPDATE)
        elif anchor is None and linked:
            yield Problem(where, "the entry leads nowhere.", _UPDATE)
