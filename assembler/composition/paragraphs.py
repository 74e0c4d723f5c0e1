"""Write a clause's blocks as WordprocessingML in named styles, with its placeholders as Jinja expressions."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import TypeAlias

from markupsafe import escape

from assembler.composition.blocks import PLACEHOLDER, Block, Line, Placeholder, Run, Stop, parse_line
from assembler.composition.fields import field
from assembler.composition.unbroken import unbroken
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

HELD = {"signature", "table", "picture"}
"""The blocks that stay with the words before them."""

Draw: TypeAlias = Callable[[Block], str]
"""Writes the place of a picture."""

TOGETHER = ("lines", "head")
"""The blocks of an address, and of the head of a letter or a memorandum."""

LABEL = re.compile(r"([A-Za-z][A-Za-z ]*:) ?")
"""What stands before each line of a head: *To:*, *Re:*."""

LABELLED = '<w:tabs><w:tab w:val="left" w:pos="1080"/></w:tabs>', '<w:ind w:left="1080" w:hanging="1080"/>'
"""The place of the words after a label, also of those that go over the line."""

KEEP, FREE = "<w:keepNext/>", '<w:keepNext w:val="0"/>'
FROM_MARGIN = '<w:ind w:left="0" w:right="0" w:firstLine="0"/>'
"""That a paragraph has the whole width of the text, whatever its style: as a picture needs."""

NEW_PAGE = "<w:pageBreakBefore/>"
TAB = "<w:r><w:tab/></w:r>"
RULE = '<w:r><w:t xml:space="preserve"> </w:t></w:r><w:r><w:tab/></w:r>'
"""The line on which a person signs: the style's tab, with its leader."""

SPACE_ABOVE = '<w:spacing w:before="160"/>'
TO_SIGN, CLOSE_BELOW, AFTER_BLOCK = 'w:before="400"', 'w:before="0"', 'w:after="160"'
"""The space for a hand above a line without words, none above a name below a line, and that after the block."""

RIGHT = '<w:jc w:val="right"/>'
HYPHEN = re.compile(r"(?<=\dA)-(?=\d)|(?<=706)-(?=[A-Z])")
"""The hyphens of *20.2056A-2* and *706-QDT*."""

UNBROKEN = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'

FIRST_ROW = '<w:tblLook w:val="0020" w:firstRow="1"/>'
"""That the first row heads the others, for styles and for who listens to a table."""

TABLE_WIDTH = 9360
"""The width of a table's grid, in twentieths of a point, before it is laid out on the paper there is."""

WHOLE = 5000
"""The width of the text, in fiftieths of a percent, whatever the paper and the margins."""

NARROW, MARGINS, LETTER = 8000, 226, 95
"""The narrowest text that tables are made for, a cell's margins, a letter of a heading; in twentieths of a point."""


def bookmark(identity: str) -> str:
    """Name the place a reference points at."""
    return f"_Ref_{identity.replace('-', '_')}"


def clause_bookmark(identity: str) -> str:
    """Name the stretch of the document that is one clause."""
    return f"_C_{identity.replace('-', '_')}"


def literal(words: str) -> str:
    """Make words safe to stand in Jinja source that makes XML; a citation does not break at its hyphen."""
    return HYPHEN.sub(UNBROKEN, str(escape(unbroken(words))).replace("{", "{{ '{' }}"))


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
    kind: str,
    title: str,
    identity: str,
    number: int,
    blocks: Sequence[Block],
    each: str | None,
    rows: str | None,
    draw: Draw,
) -> str:
    """Write one clause, as Jinja source.

    ``number`` is the bookmark id of its heading, and ``draw`` writes the place of a picture. ``before`` and ``after``
    hold what a bracket or a comment adds at either end.
    """
    head, *styles = STYLES[kind]
    first = paragraph(head, _line(parse_line(title))) if each else heading(head, title, identity, number)
    parts = [*([first] if head else []), *_paragraphs(kind, styles, blocks, rows, identity, title, draw)]
    parts[0] = breakable(_opened(parts[0], _once("first", each, _mark("before", identity))), identity, each)
    # a table's last row repeats, so a mark that belongs there once stands before the table instead
    last = max(-2, -len(parts)) if blocks[-1].kind == "table" else -1
    parts[last] = _closed(parts[last], _once("last", each, _mark("after", identity)))
    if blocks[-1].kind != "table":
        parts[-1] = _held(parts[-1], _is_held(identity, each, is_chain=begins_signed(kind, blocks)))
    text = "".join(parts)
    if each:
        text = f"{{% for {item_name(each)} in {each} %}}{text}{{% endfor %}}"
    return text


def clause_range(identity: str, number: int, text: str) -> str:
    """Put a clause between its bookmarks; ``number`` is their id."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{clause_bookmark(identity)}"/>'
    return f'{start}{text}<w:bookmarkEnd w:id="{number}"/>'


def on_new_page(clause: str) -> str:
    """Begin a clause that has been written on a new page."""
    return clause.replace("</w:pPr>", f"{NEW_PAGE}</w:pPr>", 1)


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


def begins_signed(kind: str, blocks: Sequence[Block]) -> bool:
    """Tell whether a clause's first words are those of a signature, which must not part from what it signs."""
    return not STYLES[kind][0] and blocks[0].kind == "signature"


def _held(part: str, condition: str) -> str:
    """Keep a paragraph with the next where a condition holds, besides where it is kept anyway."""
    if FREE in part:
        return part.replace(FREE, f"{{% if not ({condition}) %}}{FREE}{{% endif %}}")
    if KEEP in part:
        return part
    style, rest = part.split("/>", 1)
    return f"{style}/>{{% if {condition} %}}{KEEP}{{% endif %}}{rest}"


def breakable(part: str, identity: str, each: str | None = None) -> str:
    """Let a clause or a part begin on a new page, for a program that would not keep it together."""
    properties, rest = part.split("</w:pPr>", 1)
    condition = f"'{identity}' in broken" + (" and loop.first" if each else "")
    mark = f"{{% if {condition} %}}{NEW_PAGE}{{% endif %}}"
    head, keep, tail = properties.partition(KEEP)
    if not keep:
        head, end, tail = properties.partition("/>")
        keep = end
    return f"{head}{keep}{mark}{tail}</w:pPr>{rest}"


def _is_held(identity: str, each: str | None, *, is_chain: bool) -> str:
    """Say when a clause's end stays with what follows: where that, or its own next repetition, is a signature."""
    is_last = f"'{identity}' in held"
    if not each:
        return is_last
    return f"not loop.last or {is_last}" if is_chain else f"loop.last and {is_last}"


def _paragraphs(
    kind: str, styles: Sequence[str], blocks: Sequence[Block], rows: str | None, identity: str, title: str, draw: Draw
) -> Iterator[str]:
    text, item, subitem = styles
    style_of = {"text": "", "item": item, "subitem": subitem}
    above = ""
    for block, following in zip_longest(blocks, blocks[1:]):
        if block.kind == "table":
            yield _table(block, rows, identity, title)
        elif block.kind == "signature":
            yield from _signature(block)
        elif block.kind == "picture":
            yield paragraph(text, draw(block), FROM_MARGIN)
        elif block.kind in TOGETHER:
            yield from _together(text, block)
        else:
            style = style_of[block.kind] or text
            yield paragraph(style, _line(block.lines[0]), _keep(kind, block, following) + above)
            text = FOLLOWING.get(text, text)
        above = "" if block.kind in style_of else SPACE_ABOVE


def _keep(kind: str, block: Block, following: Block | None) -> str:
    """Keep a lead-in with its list or table, a bold line with what it heads, and what is signed with its signatures."""
    last = block.lines[0][-1].pieces[-1]
    leads_in = isinstance(last, str) and last.endswith(":")
    heads = all(run.bold for run in block.lines[0])
    is_held = following is not None and following.kind in HELD
    return KEEP if leads_in or heads or is_held or kind == "signature" else ""


def _signature(block: Block) -> Iterator[str]:
    """Write the lines of a signature; a name or an office stands close below the line before it."""
    for number, line in enumerate(block.lines, 1):
        is_last, ruled = number == len(block.lines), _is_ruled(line)
        spaces = [TO_SIGN] if not line else [CLOSE_BELOW] if number > 1 and not ruled else []
        spaces += [AFTER_BLOCK] if is_last else []
        spacing = f"<w:spacing {' '.join(spaces)}/>" if spaces else ""
        yield paragraph("SignatureLine", _line(line) + (RULE if ruled else ""), (FREE if is_last else "") + spacing)


def _together(style: str, block: Block) -> Iterator[str]:
    """Write lines close below one another: an address, or a head, whose labels have a column of their own."""
    tabs, indent = LABELLED if block.kind == "head" else ("", "")
    for number, line in enumerate(block.lines, 1):
        is_last = number == len(block.lines)
        above, below = "" if number == 1 else ' w:before="0"', "" if is_last else ' w:after="0"'
        spacing = f"<w:spacing{above}{below}/>" if above or below else ""
        content = _labelled(line) if block.kind == "head" else _line(line)
        yield paragraph(style, content, f"{'' if is_last else KEEP}{tabs}{spacing}{indent}")


def _labelled(line: Line) -> str:
    """Write a line of a head with its label in a column of its own; one without a label stands under the words."""
    run_ = line[0]
    words = run_.pieces[0] if isinstance(run_.pieces[0], str) else ""
    label = LABEL.match(words)
    if label is None:
        return TAB + _line(line)
    after = words[label.end() :]
    rest = Run((after, *run_.pieces[1:]) if after else run_.pieces[1:])
    return _run(Run((label[1],), bold=True)) + TAB + _run(rest)


def _is_ruled(line: Line) -> bool:
    """Tell whether a signature line is one to sign or fill in: without words, or with words that end with a colon."""
    last = line[-1].pieces[-1] if line else ":"
    return isinstance(last, str) and last.endswith(":")


def _table(block: Block, rows: str | None, identity: str, title: str) -> str:
    widths = _widths(block)
    grid = "".join(f'<w:gridCol w:w="{TABLE_WIDTH * width // WHOLE}"/>' for width in widths)
    head = _row(block.lines, "TableHeading", block, "<w:cantSplit/><w:tblHeader/>")
    row = _row(block.row, "TableText", block, "<w:cantSplit/>", _kept_row(identity, rows)) if block.row else ""
    if rows:
        row = f"{{% for {item_name(rows)} in {rows} %}}{row}{{% endfor %}}"
    width = f'<w:tblW w:w="{WHOLE}" w:type="pct"/>'
    look = f'<w:tblStyle w:val="ScheduleTable"/>{width}{FIRST_ROW}{_caption(title)}'
    return f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{row}</w:tbl>"


def _caption(title: str) -> str:
    """Name a table for who cannot see it, by the title of its clause."""
    words = literal(PLACEHOLDER.sub("", title)).replace(UNBROKEN, "-").replace('"', "&quot;").strip()
    return f'<w:tblCaption w:val="{words}"/>'


def _kept_row(identity: str, rows: str | None) -> str:
    """Keep the last row, which may be a total, with the row before; and with a signature that follows."""
    is_held = f"'{identity}' in held"
    condition = f"loop.revindex == 2 or (loop.last and {is_held})" if rows else is_held
    return f"{{% if {condition} %}}{KEEP}{{% endif %}}"


def _widths(block: Block) -> list[int]:
    """Share the width among a table's columns, so that no word of a heading breaks on narrow paper."""
    least = [(MARGINS + LETTER * max(map(len, _heading_words(line)), default=0)) / NARROW for line in block.lines]
    shares = [max(share / sum(block.widths), need) for share, need in zip(block.widths, least, strict=True)]
    spare = sum(shares) - sum(least)
    taken = (sum(shares) - 1) / spare if spare else 0
    return [int(WHOLE * (share - taken * (share - need))) for share, need in zip(shares, least, strict=True)]


def _heading_words(line: Line) -> list[str]:
    return " ".join(piece for run in line for piece in run.pieces if isinstance(piece, str)).split()


def _row(cells: Sequence[Line], style: str, block: Block, properties: str, keep: str = "") -> str:
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="pct"/></w:tcPr>'
        f'{paragraph(style, _line(cell), keep + (RIGHT if is_right else ""))}</w:tc>'
        for cell, width, is_right in zip(cells, _widths(block), block.right, strict=True)
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
            out.append(_reference(piece.reference) if piece.reference else run(expression(piece), look))
            text = ""
        else:
            text += expression(piece)
    return "".join(out) + (run(text, look) if text else "")


def expression(placeholder: Placeholder) -> str:
    """Write a placeholder as Jinja does."""
    return f"{{{{ {_value(placeholder)} }}}}"


def _value(placeholder: Placeholder) -> str:
    """Name a field; one of an item by its key, which the sandbox looks up ten times as fast as an attribute."""
    item, dot, field = placeholder.field.partition(".")
    return f"{item}['{field}']" if dot else item


def _reference(identity: str) -> str:
    return field(f"REF {bookmark(identity)} \\r \\h", run(f"{{{{ number['{identity}'] }}}}"))
