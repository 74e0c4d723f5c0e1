"""Write a clause's blocks as WordprocessingML in named styles, with its placeholders as Jinja expressions."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from markupsafe import escape

from assembler.composition.blocks import Block, Line, Placeholder, Run, Stop, parse_line
from assembler.library.vocabulary import item_name

STYLES = {
    "section": ("Heading2", "BodyText", "ListNumber", "ListNumber2"),
    "definition": ("", "Definition", "DefinitionItem", "DefinitionItem2"),
    "recital": ("", "Recital", "RecitalItem", "RecitalItem"),
    "passage": ("", "Passage", "SignatureItem", "SignatureItem"),
    "schedule": ("ScheduleHeading", "Passage", "ScheduleItem", "ScheduleItem"),
    "topic": ("TopicHeading", "Passage", "TopicItem", "TopicItem"),
    "form": ("", "FormText", "FormItem", "FormItem"),
    "form-title": ("", "FormTitle", "FormItem", "FormItem"),
    "signature": ("SignatureHeading", "Passage", "SignatureItem", "SignatureItem"),
}
"""For each kind of clause: the styles of its heading, its text, its items and their items."""

FOLLOWING = {"Definition": "BodyText", "Recital": "BodyText"}
"""The style of a second paragraph, where the first one's is numbered or opens the entry."""

KEEP = "<w:keepNext/>"
RULE = '<w:r><w:t xml:space="preserve"> </w:t></w:r><w:r><w:tab/></w:r>'
"""The line on which a person signs: the style's tab, with its leader."""

LAST = '<w:keepNext w:val="0"/><w:spacing w:after="160"/>'
SPACE_ABOVE = '<w:spacing w:before="160"/>'
HYPHEN = re.compile(r"(?<=\dA)-(?=\d)|(?<=706)-(?=[A-Z])")
"""The hyphens of *20.2056A-2* and *706-QDT*."""

UNBROKEN = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'

SHORT = 300
"""The letters of a lead-in that fits on three lines."""

TABLE_WIDTH = 9360
"""The width of the text, in twentieths of a point."""


def bookmark(identity: str) -> str:
    """Name the place a reference points at."""
    return f"_Ref_{identity.replace('-', '_')}"


def clause_bookmark(identity: str) -> str:
    """Name the stretch of the document that is one clause."""
    return f"_C_{identity.replace('-', '_')}"


def literal(words: str) -> str:
    """Make words safe to stand in Jinja source that makes XML; a citation does not break at its hyphen."""
    return HYPHEN.sub(UNBROKEN, str(escape(words)).replace("{", "{{ '{' }}"))


def paragraph(style: str, content: str, more: str = "") -> str:
    """Write one paragraph in a named style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{content}</w:p>'


def run(text: str, properties: str = "") -> str:
    """Write one run of text that is already escaped or a Jinja expression."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def heading(style: str, title: str, identity: str, number: int) -> str:
    """Write a heading that a cross-reference and the contents can point at."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{bookmark(identity)}"/>'
    return paragraph(style, f'{start}{_line(parse_line(title))}<w:bookmarkEnd w:id="{number}"/>')


def clause_paragraphs(
    kind: str, title: str, identity: str, number: int, blocks: Sequence[Block], each: str | None, rows: str | None
) -> str:
    """Write one clause, as Jinja source.

    ``number`` is the bookmark id of its heading. ``before`` and ``after`` hold what a bracket or a comment adds at
    either end.
    """
    head, *styles = STYLES[kind]
    first = paragraph(head, _line(parse_line(title))) if each else heading(head, title, identity, number)
    parts = [*([first] if head else []), *_paragraphs(kind, styles, blocks, rows)]
    parts[0] = _opened(parts[0], _once("first", each, _mark("before", identity)))
    # a table's last row repeats, so a mark that belongs there once stands before the table instead
    last = max(-2, -len(parts)) if blocks[-1].kind == "table" else -1
    parts[last] = _closed(parts[last], _once("last", each, _mark("after", identity)))
    text = "".join(parts)
    if each:
        text = f"{{% for {item_name(each)} in {each} %}}{text}{{% endfor %}}"
    return text


def clause_range(identity: str, number: int, text: str) -> str:
    """Put a clause between its bookmarks; ``number`` is their id."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{clause_bookmark(identity)}"/>'
    return f'{start}{text}<w:bookmarkEnd w:id="{number}"/>'


def _mark(where: str, identity: str) -> str:
    """Print what a bracket or a comment adds, where there is any."""
    return f"{{% if '{identity}' in {where} %}}{{{{ {where}['{identity}'] }}}}{{% endif %}}"


def _once(which: str, each: str | None, mark: str) -> str:
    """Print a mark in the first or last repetition only."""
    return f"{{% if loop.{which} %}}{mark}{{% endif %}}" if each else mark


def _opened(part: str, mark: str) -> str:
    return part.replace("</w:pPr>", f"</w:pPr>{mark}", 1)


def _closed(part: str, mark: str) -> str:
    head, closing, tail = part.rpartition("</w:p>")
    return f"{head}{mark}{closing}{tail}"


def _paragraphs(kind: str, styles: Sequence[str], blocks: Sequence[Block], rows: str | None) -> Iterator[str]:
    text, item, subitem = styles
    style_of = {"text": "", "item": item, "subitem": subitem}
    above = ""
    for block, following in zip_longest(blocks, blocks[1:]):
        if block.kind == "table":
            yield _table(block, rows)
        elif block.kind == "signature":
            yield from _signature(block)
        else:
            style = style_of[block.kind] or text
            is_signed = following is not None and following.kind == "signature"
            yield paragraph(style, _line(block.lines[0]), _keep(kind, block, is_signed=is_signed) + above)
            text = FOLLOWING.get(text, text)
        above = "" if block.kind in style_of else SPACE_ABOVE


def _keep(kind: str, block: Block, *, is_signed: bool) -> str:
    """Keep a lead-in with its list, a bold line with what it heads, and what is signed with its signatures."""
    words = [piece for run in block.lines[0] for piece in run.pieces]
    leads_in = isinstance(words[-1], str) and words[-1].endswith(":")
    # a long lead-in would drag its whole paragraph over the page, and leave a gap
    is_short = sum(len(word) if isinstance(word, str) else 20 for word in words) < SHORT
    heads = all(run.bold for run in block.lines[0])
    return KEEP if (leads_in and is_short) or heads or kind == "signature" or is_signed else ""


def _signature(block: Block) -> Iterator[str]:
    for line in block.lines:
        last = line[-1].pieces[-1]
        is_ruled = isinstance(last, str) and last.endswith(":")
        content = _line(line) + (RULE if is_ruled else "")
        yield paragraph("SignatureLine", content, LAST if line is block.lines[-1] else "")


def _table(block: Block, rows: str | None) -> str:
    widths = [TABLE_WIDTH * share // sum(block.widths) for share in block.widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = _row(block.lines, "TableHeading", widths, "<w:cantSplit/><w:tblHeader/>")
    row = _row(block.row, "TableText", widths, "<w:cantSplit/>") if block.row else ""
    if rows:
        row = f"{{% for {item_name(rows)} in {rows} %}}{row}{{% endfor %}}"
    width = f'<w:tblW w:w="{TABLE_WIDTH}" w:type="dxa"/>'
    look = f'<w:tblStyle w:val="ScheduleTable"/>{width}<w:tblLayout w:type="fixed"/>'
    return f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{row}</w:tbl>"


def _row(cells: Sequence[Line], style: str, widths: Sequence[int], properties: str) -> str:
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph(style, _line(cell))}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def _line(line: Line) -> str:
    return "".join(_run(part) for part in line)


def _run(part: Run) -> str:
    look = ("<w:b/><w:bCs/>" if part.bold else "") + ("<w:i/><w:iCs/>" if part.italic else "")
    out, text = [], ""
    for piece in part.pieces:
        if isinstance(piece, str):
            text += literal(piece)
        elif isinstance(piece, Stop):
            text += f"{{{{ {_value(piece.placeholder)} | stop }}}}"
        elif piece.reference or look:
            # a field, or a value whose own runs must not inherit this look, stands in a run of its own
            out += [run(text, look)] if text else []
            out.append(_reference(piece.reference) if piece.reference else run(_expression(piece), look))
            text = ""
        else:
            text += _expression(piece)
    return "".join(out) + (run(text, look) if text else "")


def _expression(placeholder: Placeholder) -> str:
    return f"{{{{ {_value(placeholder)} }}}}"


def _value(placeholder: Placeholder) -> str:
    """Name a field; one of an item by its key, which the sandbox looks up ten times as fast as an attribute."""
    item, dot, field = placeholder.field.partition(".")
    return f"{item}['{field}']" if dot else item


def _reference(identity: str) -> str:
    cached = f"{{{{ number['{identity}'] }}}}"
    return f'<w:fldSimple w:instr=" REF {bookmark(identity)} \\r \\h ">{run(cached)}</w:fldSimple>'
