"""Prove the table of contents: each heading in its range, in order, with its number, linked to its place."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from assembler.check import markup as m
from assembler.check.counting import label
from assembler.check.document import Document, short
from assembler.check.instruction import Instruction, instruction
from assembler.check.story import Field
from assembler.problem import Problem

_UPDATE = "write the document again, or update the contents in Word."
_PAGE = re.compile(r"\t\s*[0-9ivxlc]+\s*$")
_BRACKETS = re.compile(r"\[\d+: |^\[|\]$")
_HEADING = re.compile(r"heading ([1-9])")


class _Entry(NamedTuple):
    paragraph: int
    text: str


def prove_contents(document: Document) -> list[Problem]:
    """Report entries that differ from the headings, and links that lead elsewhere."""
    problems: list[Problem] = []
    for field in document.body.fields:
        order = instruction(field.instruction)
        if order.kind == "TOC" and not {"a", "c"} & order.switches.keys() and field.result is not None:
            entries = _entries(document, field)
            headings = _headings(document, field, order)
            problems += _compared(document, entries, headings)
            problems += _links(document, entries, headings, "h" in order.switches)
    return problems


def in_contents(document: Document) -> frozenset[int]:
    """Give the paragraphs that a table of contents made, which repeat text of elsewhere."""
    return frozenset(
        paragraph
        for field in document.body.fields
        if field.result is not None and field.instruction[:3].upper() == "TOC"
        for paragraph in document.body.touched(field.result, field.end)
    )


def _plain(text: str) -> str:
    """Leave out what an undecided clause's bracket adds to its heading, and how blanks are made."""
    return _BRACKETS.sub("", " ".join(text.split())).strip()


def _entries(document: Document, toc: Field) -> list[_Entry]:
    """Give the entries without their page numbers."""
    body = document.body
    pages = {body.paragraph(f.begin): f.begin for f in body.fields if f.instruction[:7].upper() == "PAGEREF"}
    entries = []
    for paragraph in body.touched(toc.result or toc.begin, toc.end):
        begin, end = body.span(paragraph)
        text = body.text[begin : pages[paragraph]] if paragraph in pages else _PAGE.sub("", body.text[begin:end])
        if text.strip():
            entries.append(_Entry(paragraph, _plain(text)))
    return entries


def _headings(document: Document, toc: Field, order: Instruction) -> list[_Entry]:
    """Give the headings that Word would list, as it would list them."""
    body = document.body
    listed = body.touched(0, len(body.text))
    if "b" in order.switches:
        bookmark = document.bookmarks.get(order.switches["b"])
        listed = body.touched(bookmark.begin, bookmark.end) if bookmark else range(0)
    made = in_contents(document)
    levels = _levels(document, order)
    headings = []
    for i in listed:
        style = body.styles[i]
        level = _level(document, order, style, body.own[i].outline) if i in body.own else levels[style]
        if level is None or i in made or not (text := _plain(body.words(i))):
            continue
        number = document.numbers[i]
        headings.append(_Entry(i, f"{_plain(label(number, document.numbering))} {text}" if number else text))
    return headings


def _levels(document: Document, order: Instruction) -> dict[str | None, int | None]:
    """Give the level in the contents of every style that the document uses."""
    return {style: _level(document, order, style, None) for style in set(document.body.styles)}


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


def _compared(document: Document, entries: list[_Entry], headings: list[_Entry]) -> Iterator[Problem]:
    listed, wanted = [e.text for e in entries], [h.text for h in headings]
    if listed == wanted:
        return
    for heading in headings:
        if heading.text not in listed:
            what = f"the heading “{short(heading.text)}” is not in the contents."
            yield Problem(document.place(document.body, document.body.begins[heading.paragraph]), what, _UPDATE)
    for entry in entries:
        if entry.text not in wanted:
            what = f"the contents list “{short(entry.text)}”, and no heading reads so."
            yield Problem(f"{document.where}: contents", what, _UPDATE)
    if sorted(listed) == sorted(wanted):
        yield Problem(f"{document.where}: contents", "the contents are not in the order of the headings.", _UPDATE)
    elif set(listed) == set(wanted):
        yield Problem(f"{document.where}: contents", "the contents list a heading more often than it stands.", _UPDATE)


def _links(document: Document, entries: list[_Entry], headings: list[_Entry], linked: bool) -> Iterator[Problem]:
    anchors = {document.body.paragraph(link.at): link.anchor for link in document.body.links}
    for field in document.body.fields:
        order = instruction(field.instruction)
        if order.kind == "HYPERLINK" and "l" in order.switches:
            anchors.setdefault(document.body.paragraph(field.begin), order.switches["l"])
    places = {heading.paragraph: heading.text for heading in headings}
    for entry in entries:
        anchor = anchors.get(entry.paragraph)
        where = f"{document.where}: contents, “{short(entry.text)}”"
        if anchor is None:
            if linked:
                yield Problem(where, "the entry leads nowhere.", _UPDATE)
        elif anchor in document.bookmarks:
            found = places.get(document.body.paragraph(document.bookmarks[anchor].begin))
            if found is not None and found != entry.text:
                yield Problem(where, f"the entry leads to “{short(found)}”.", _UPDATE)
            elif found is None:
                yield Problem(where, f"the entry leads to {anchor}, which is at no heading.", _UPDATE)
