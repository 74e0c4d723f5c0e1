"""The look that all our templates share: page, styles, numbering, header and footer."""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Inches, Length, Pt
from edges import FOOTER, HEADER, edges
from lxml import etree
from styles import SHARED, SIZE, TEXT_FACE, Sheet, Style

EAST_ASIAN, ARABIC = "SimSun", "Times New Roman"
LEADING = 1.045
"""How far lines stand apart, measured by what the face asks for: with Times New Roman 120 percent of its size."""

PAGE_WIDTH = 8.5
RULES = "".join(
    f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="auto"/>'
    for side, size in (("top", 6), ("bottom", 6), ("insideH", 2))
)
STOCK = ("thumbnail", "customXml", "stylesWithEffects", "jpeg", "docProps/app.xml")
FIXED = (1980, 1, 1, 0, 0, 0)
EDITED = re.compile(rb' w:rsid\w*="[^"]*"|<w:rsid [^>]*/>')
"""The marks by which Word tells who edited what and when."""

KEPT = {*SHARED, "Normal", "Default Paragraph Font", "Normal Table", "No List", "Table Grid", "Strong", "Emphasis"}
"""Of the stock file's styles, those we use or Word wants."""

WORDS_OWN = {
    "toc 1": "TOC1",
    "toc 2": "TOC2",
    "annotation text": "CommentText",
    "annotation reference": "CommentReference",
    "Hyperlink": "Hyperlink",
}

NEXT = {
    "Heading 1": "Heading 2",
    "Heading 2": "Body Text",
    "Definition": "Definition",
    "Part Heading": "Passage",
    "Schedule Heading": "Passage",
    "Signature Heading": "Passage",
    "Group Heading": "Passage",
    "Topic Heading": "Passage",
    "Title": "Subtitle",
    "Agreement Title": "Passage",
    "TOC Heading": "toc 1",
    "Paper Title": "Paper Line",
    "Form Title": "Form Text",
    "Table Heading": "Table Text",
}
"""What Enter gives after a paragraph of each style; after any other, another of its kind."""

OUTLINE = {"Heading 1": 0, "Heading 2": 1, "Part Heading": 0, "Schedule Heading": 0}

INDENTED = ("Topic Item", "Signature Item")
"""The items that stand in as far as the running text of their sheet."""

# One abstract list for each independent numbering; levels: (format, text, style, indent, hanging, suffix)
LISTS: tuple[tuple[tuple[str, str, str, int, int, str], ...], ...] = (
    (
        ("decimal", "Article %1.", "Heading 1", 0, 0, "space"),
        ("decimal", "%1.%2", "Heading 2", 720, 720, "tab"),
        ("lowerLetter", "(%3)", "List Number", 1224, 504, "tab"),
        ("lowerRoman", "(%4)", "List Number 2", 1728, 504, "tab"),
    ),
    (
        ("none", "", "Definition", 720, 0, "nothing"),
        ("lowerLetter", "(%2)", "Definition Item", 1224, 504, "tab"),
        ("lowerRoman", "(%3)", "Definition Item 2", 1728, 504, "tab"),
    ),
    (
        ("upperLetter", "%1.", "Recital", 720, 720, "tab"),
        ("lowerRoman", "(%2)", "Recital Item", 1224, 504, "tab"),
    ),
    (
        ("upperLetter", "Schedule %1.", "Schedule Heading", 0, 0, "space"),
        ("lowerLetter", "(%2)", "Schedule Item", 504, 504, "tab"),
    ),
    (
        ("none", "", "Signature Heading", 0, 0, "nothing"),
        ("lowerLetter", "(%2)", "Signature Item", 504, 504, "tab"),
    ),
    (
        ("none", "", "Topic Heading", 0, 0, "nothing"),
        ("lowerLetter", "(%2)", "Topic Item", 504, 504, "tab"),
    ),
    (
        ("none", "", "Form Text", 0, 0, "nothing"),
        ("decimal", "%2.", "Form Item", 504, 504, "tab"),
    ),
)


def new_document(sheet: Sheet, header: str = HEADER, footer: str = FOOTER, total: str = "NUMPAGES") -> Any:
    """Begin a template: the page, the styles, the numbering, header and footer, properties."""
    document = Document()
    _page(document, sheet)
    _styles(document, sheet)
    _lists(document, sheet)
    edges(document.sections[0], header, footer, total)
    _properties(document)
    _settings(document)
    return document


def save(document: Any, out: Path) -> None:
    """Write a template; the same script always makes the same bytes."""
    stream = io.BytesIO()
    document.save(stream)
    out.write_bytes(_repacked(stream.getvalue()))


def _page(document: Any, sheet: Sheet) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Inches(PAGE_WIDTH), Inches(11)
    section.left_margin, section.right_margin = Inches(sheet.left), Inches(sheet.right)
    section.top_margin, section.bottom_margin = Inches(0.9), Inches(0.875)
    section.header_distance = section.footer_distance = Inches(0.5)
    section.different_first_page_header_footer = False


def _styles(document: Any, sheet: Sheet) -> None:
    for name in [style.name for style in document.styles if style.name not in KEPT]:
        document.styles[name].delete()
    for link in document.styles.element.findall(f".//{qn('w:link')}"):
        link.getparent().remove(link)  # the character styles they name are gone
    normal = document.styles["Normal"]
    _fonts(normal.element.get_or_add_rPr())
    normal.font.size = Pt(SIZE)
    normal.paragraph_format.line_spacing = LEADING
    normal.paragraph_format.widow_control = True
    _document_language(document)
    for name, style in {**SHARED, **sheet.styles}.items():
        _paragraph_style(document, name, style)
    for name, other in NEXT.items():
        document.styles[name].next_paragraph_style = document.styles[other]
    document.styles["Title"].paragraph_format.page_break_before = True
    _tabs(document, PAGE_WIDTH - sheet.left - sheet.right, sheet.indent)
    _character_style(document, "annotation reference", size=Pt(8))
    _character_style(document, "Hyperlink")
    _table_style(document)


def _tabs(document: Any, width: float, indent: float) -> None:
    """Set the tabs: of section numbers, of the line on which a person signs, of pages at the right margin."""
    right, dots, line = WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS, WD_TAB_LEADER.LINES
    for name, at, *kind in (
        ("Heading 2", 0.5),
        ("toc 1", width, right, dots),
        ("toc 2", 0.8),
        ("toc 2", width, right, dots),
        ("Signature Line", indent + 4.5, WD_TAB_ALIGNMENT.LEFT, line),
        ("Header", width, right),
        ("Footer", width, right),
    ):
        document.styles[name].paragraph_format.tab_stops.add_tab_stop(Inches(at), *kind)


def _document_language(document: Any) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for child in list(defaults):
        if child.tag in {qn("w:lang"), qn("w:rFonts")}:
            defaults.remove(child)
    defaults.insert(0, _font_element(TEXT_FACE))
    defaults.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'))


def _font_element(face: str) -> Any:
    faces = f'w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{EAST_ASIAN}" w:cs="{ARABIC}"'
    return parse_xml(f"<w:rFonts {nsdecls('w')} {faces}/>")


def _fonts(properties: Any, face: str = TEXT_FACE) -> None:
    for child in properties.findall(qn("w:rFonts")):
        properties.remove(child)
    properties.insert(0, _font_element(face))


def _paragraph_style(document: Any, name: str, look: Style) -> None:
    styles = document.styles
    style = _style(styles, name, WD_STYLE_TYPE.PARAGRAPH)
    for properties in (style.element.find(qn("w:rPr")), style.element.find(qn("w:pPr"))):
        if properties is not None:
            style.element.remove(properties)
    style.base_style = styles[look.base]
    style.hidden, style.quick_style = False, True
    if look.face != TEXT_FACE:
        _fonts(style.element.get_or_add_rPr(), look.face)
    if look.size != SIZE:
        style.font.size = Pt(look.size)
    style.font.bold, style.font.italic = look.is_bold or None, look.is_italic or None
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.left_indent = Inches(look.left) if look.left else None
    form.keep_with_next = look.is_kept or None
    form.alignment = WD_ALIGN_PARAGRAPH.CENTER if look.is_centered else None
    if name in OUTLINE:
        _outline_level(style, OUTLINE[name])


def _style(styles: Any, name: str, kind: Any) -> Any:
    """Find a style, or add it: under Word's own id where the name is one of Word's own."""
    if name in [style.name for style in styles]:
        return styles[name]
    style = styles.add_style(name, kind, builtin=name in WORDS_OWN)
    style.element.set(qn("w:styleId"), WORDS_OWN.get(name, name.replace(" ", "")))
    return style


def _outline_level(style: Any, level: int) -> None:
    style.element.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{level}"/>'))


def _character_style(document: Any, name: str, size: Length | None = None) -> None:
    style = _style(document.styles, name, WD_STYLE_TYPE.CHARACTER)
    if size is not None:
        style.font.size = size


def _table_style(document: Any) -> None:
    """Rule a table above, below and thinly between its rows; space parts its columns."""
    style = document.styles.add_style("Schedule Table", WD_STYLE_TYPE.TABLE)
    style.base_style = document.styles["Normal Table"]
    style.element.append(parse_xml(f"<w:tblPr {nsdecls('w')}><w:tblBorders>{RULES}</w:tblBorders></w:tblPr>"))
    below = '<w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:tcBorders></w:tcPr>'
    style.element.append(parse_xml(f'<w:tblStylePr {nsdecls("w")} w:type="firstRow">{below}</w:tblStylePr>'))


def _lists(document: Any, sheet: Sheet) -> None:
    """Replace the stock numbering by ours, and link each level to its style both ways."""
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    for number, levels in enumerate(LISTS, 1):
        named = tuple((form, text.replace("Article", sheet.article), *more) for form, text, *more in levels)
        numbering.append(_abstract(document, number, named, round(sheet.indent * 1440)))
    for number, levels in enumerate(LISTS, 1):
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
        )
        for depth, (_, _, name, *_rest) in enumerate(levels):
            _link(document.styles[name], number, depth)


def _abstract(document: Any, number: int, levels: Sequence[Sequence[Any]], indent: int) -> Any:
    rows = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:pStyle w:val="{document.styles[name].style_id}"/><w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left + indent * (name in INDENTED)}" w:hanging="{hanging}"/>'
        "</w:pPr></w:lvl>"
        for depth, (form, text, name, left, hanging, suffix) in enumerate(levels)
    )
    return parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:nsid w:val="{number:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="{number + 100:08X}"/>{rows}</w:abstractNum>'
    )


def _link(style: Any, number: int, depth: int) -> None:
    properties = style.element.get_or_add_pPr()
    level = f'<w:ilvl w:val="{depth}"/>' if depth else ""
    properties._insert_numPr(parse_xml(f'<w:numPr {nsdecls("w")}>{level}<w:numId w:val="{number}"/></w:numPr>'))


def _properties(document: Any) -> None:
    core = document.core_properties
    core.author, core.title, core.comments, core.keywords = "", "", "", ""
    core.last_modified_by, core.revision, core.language = "", 1, "en-US"
    core.created = core.modified = datetime(2026, 1, 1)


def _settings(document: Any) -> None:
    """Open in Word's current mode, not in the compatibility mode of the stock file."""
    settings = document.settings.element
    for old in settings.findall(qn("w:rsids")):
        settings.remove(old)
    for old in settings.findall(qn("w:compat")):
        place = settings.index(old)
        settings.remove(old)
        mode = 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"'
        settings.insert(place, parse_xml(f"<w:compat {nsdecls('w')}><w:compatSetting {mode}/></w:compat>"))


def _repacked(package: bytes) -> bytes:
    """Pack the parts again with fixed dates, so that the same script makes the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in parts.namelist():
            if any(word in name for word in STOCK):
                continue
            info = zipfile.ZipInfo(name, FIXED)
            info.compress_type, info.external_attr, info.create_system = zipfile.ZIP_DEFLATED, 0o600 << 16, 3
            packed.writestr(info, _cleaned(name, parts.read(name)))
    return out.getvalue()


def _cleaned(name: str, part: bytes) -> bytes:
    """Drop what the stock file says of parts we leave out."""
    if not name.endswith(".rels") and name != "[Content_Types].xml":
        return EDITED.sub(b"", part)
    root = parse_xml(part)
    for row in list(root):
        if any(word in str(value) for word in STOCK for value in row.attrib.values()):
            root.remove(row)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


OPEN_POINTS = (
    "Open points: each is numbered and highlighted where it stands. Type the answer over a highlighted point, here or "
    "in the text, and it stands wherever its number does."
)


def open_points(document: Any, sheet: Sheet) -> None:
    """Add the table that lists what the case does not state."""
    table = document.add_table(rows=4, cols=5)
    table.style = document.styles["Schedule Table"]
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    table._tbl.tblPr.append(parse_xml(f'<w:tblCaption {nsdecls("w")} w:val="Open points"/>'))
    rows = (
        ("No.", "What is missing", "Where", "Who supplies it", "Question and law"),
        ("{%tr for point in open_points %}", "", "", "", ""),
        ("{{ point.number }}", "{{ point.what }}", "{{ point.where }}", "{{ point.who }}", "{{ point.question }}"),
        ("{%tr endfor %}", "", "", "", ""),
    )
    spare = PAGE_WIDTH - sheet.left - sheet.right - 0.45
    widths = (0.45, spare * 0.34, spare * 0.16, spare * 0.15, spare * 0.35)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Inches(width)
    for number, texts in enumerate(rows):
        row = table.rows[number]
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.width = Inches(width)
            cell.paragraphs[0].style = document.styles["Table Heading" if number == 0 else "Table Text"]
            cell.paragraphs[0].add_run(text)
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
    head = table.rows[0]._tr.get_or_add_trPr()
    head.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
