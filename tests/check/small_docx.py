"""A small agreement in WordprocessingML, whole and right, for tests to break one place at a time."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from assembler.check import Expected

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"

SPOUSE = "María José Ferreira d'Ávila"
BANK = "Müller & Søn Bank, N.A."


@dataclass(frozen=True)
class Requirement:
    id: str
    cite: str
    says: str
    probes: tuple[str, ...]


def run(text: str, look: str = "") -> str:
    text = text.replace("&", "&amp;")
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(style: str, *inside: str, more: str = "") -> str:
    words = "".join(piece if piece.startswith("<") else run(piece) for piece in inside)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{words}</w:p>'


def mark(number: int, name: str, inside: str) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inside}<w:bookmarkEnd w:id="{number}"/>'


def char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(instruction: str, result: str) -> str:
    words = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return char("begin") + words + char("separate") + run(result) + char("end")


def simple(instruction: str, result: str) -> str:
    return f'<w:fldSimple w:instr=" {instruction} ">{run(result)}</w:fldSimple>'


def entry(level: int, anchor: str, number: str, title: str, page: str, begin: str = "", end: str = "") -> str:
    tab = "<w:r><w:tab/></w:r>"
    label = f"{run(number)}{tab}" if number else ""
    inside = label + run(title) + tab + field(f"PAGEREF {anchor} \\h", page)
    link = f'<w:hyperlink w:anchor="{anchor}" w:history="1">{inside}</w:hyperlink>'
    return p(f"TOC{level}", *([begin] if begin else []), link, *([end] if end else []))


TOC_BEGIN = (
    char("begin")
    + '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\t "Schedule Heading,1" </w:instrText></w:r>'
    + char("separate")
)
POINT = run("[1: the address of the Spouse]", '<w:highlight w:val="yellow"/>')


def contents(*entries: str, instruction: str = 'TOC \\o "1-1" \\u') -> str:
    """Write a table of contents: each entry as it is given, between the beginning and the end of a field."""
    begin = TOC_BEGIN.replace('TOC \\o "1-2" \\h \\z \\t "Schedule Heading,1"', instruction)
    lines = [p("TOC1", begin if not n else "<w:r/>", inside) for n, inside in enumerate(entries)]
    return "".join(lines) + p("BodyText", char("end"))


def cell(text: str) -> str:
    return f"<w:tc>{p('TableText', text) if text else p('TableText')}</w:tc>"


def row(*texts: str) -> str:
    return f"<w:tr>{''.join(map(cell, texts))}</w:tr>"


BODY = "\n".join(
    (
        p("Title", "Qualified Domestic Trust Agreement"),
        entry(1, "_Ref_article_definitions", "Article 1", "Definitions", "2", begin=TOC_BEGIN),
        entry(2, "_Ref_definitions", "1.1", "Terms", "2"),
        entry(1, "_Ref_article_qdot", "Article 2", "Qualified Domestic Trust Requirements", "3"),
        entry(2, "_Ref_right_to_withhold", "2.1", "Right to withhold", "3"),
        entry(2, "_Ref_us_trustee", "2.2", "U.S. Trustee", "4"),
        entry(1, "_Ref_schedule_property", "Schedule A", "Property", "5", end=char("end")),
        mark(1, "_C_parties_spouse", p("Passage", f"{SPOUSE}, of ", POINT, ", is the Spouse.")),
        mark(2, "_C_recital_plan", p("Recital", "The parties make this Agreement.")),
        p("Heading1", mark(10, "_Ref_article_definitions", run("Definitions"))),
        mark(
            3,
            "_C_definitions",
            p("Heading2", mark(11, "_Ref_definitions", run("Terms")))
            + p("BodyText", "In this Agreement, terms have these meanings."),
        ),
        p("Heading1", mark(12, "_Ref_article_qdot", run("Qualified Domestic Trust Requirements"))),
        mark(
            4,
            "_C_right_to_withhold",
            p("Heading2", mark(13, "_Ref_right_to_withhold", run("Right to withhold")))
            + p(
                "BodyText",
                '<w:commentRangeStart w:id="0"/>',
                "No distribution of Principal may be made unless the U.S. Trustee ",
                "has the right to withhold the tax, ",
                "except as Section ",
                simple("REF _Ref_us_trustee \\r \\h", "2.2"),
                " and ",
                field("REF _Ref_schedule_property \\r \\h", "Schedule A"),
                " provide, and in this order:",
                '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
            )
            + p("ListNumber", "first, from cash; and")
            + p(
                "ListNumber",
                mark(20, "_Ref_item", run("then, as paragraph ")),
                simple("REF _Ref_sub \\w \\h", "2.1(b)(ii)"),
                " says:",
            )
            + p("ListNumber2", "from bonds; and")
            + p("ListNumber2", mark(21, "_Ref_sub", run("from land, of which at most 35 percent is foreign."))),
        ),
        mark(
            5,
            "_C_us_trustee",
            p("Heading2", mark(14, "_Ref_us_trustee", run("U.S. Trustee")))
            + p(
                "BodyText",
                f"{BANK} is the first U.S. Trustee, under the clause “",
                field("REF _Ref_right_to_withhold \\h", "Right to withhold"),
                "” and paragraph ",
                simple("REF _Ref_sub \\r \\h", "2.1(b)(ii)"),
                ".",
            )
            + p("SignatureLine", "By: ", "<w:r><w:tab/></w:r>"),
        ),
        mark(
            6,
            "_C_schedule_property",
            p("ScheduleHeading", mark(15, "_Ref_schedule_property", run("Property")))
            + f"<w:tbl><w:tblPr><w:tblStyle w:val=\"ScheduleTable\"/></w:tblPr>{row('Asset', 'Value')}"
            + f"{row('Quinta da Fonte, Colares', '$663,100.00')}{row('Cash', '')}</w:tbl>",
        ),
        "<w:p/>",
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/>'
        '<w:footerReference w:type="default" r:id="rId5"/></w:sectPr>',
    )
)  # fmt: skip


ARTICLE = (
    p("Heading1", mark(90, "_Ref_one", run("Security")))
    + p("Heading2", mark(91, "_Ref_two", run("Bond")))
    + p("ListNumber", mark(92, "_Ref_three", run("terms;")))
    + p("ListNumber2", mark(93, "_Ref_four", run("days;")))
)
"""An article of four levels, for a document of its own."""


def style(id_: str, name: str, inside: str = "", based_on: str = "Normal", kind: str = "paragraph") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    default = ' w:default="1"' if id_ == "Normal" else ""
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{id_}"><w:name w:val="{name}"/>{base}'
        f"<w:pPr>{inside}</w:pPr></w:style>"
    )


def numbered(num_id: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>'


STYLES = f"<w:styles {W}>" + "".join(
    (
        style("Normal", "Normal", based_on=""),
        style("BodyText", "Body Text"), style("Title", "Title"), style("Passage", "Passage"),
        style("Heading1", "heading 1", '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>'),
        style("Heading2", "heading 2", numbered(1, 1) + '<w:outlineLvl w:val="1"/>'),
        style("ListNumber", "List Number", numbered(1, 2)),
        style("ListNumber2", "List Number 2", numbered(1, 3), based_on="ListNumber"),
        style("Recital", "Recital", numbered(2, 0)),
        style("ScheduleHeading", "Schedule Heading", numbered(3, 0) + '<w:outlineLvl w:val="0"/>'),
        style("TOC1", "toc 1"), style("TOC2", "toc 2"), style("TableText", "Table Text"),
        style("SignatureLine", "Signature Line"), style("Header", "header"), style("Footer", "footer"),
        style("CommentText", "annotation text"),
        style("ScheduleTable", "Schedule Table", based_on="", kind="table"),
    )
) + "</w:styles>"  # fmt: skip


def level(number: int, format_: str, text: str, style_id: str = "", more: str = "") -> str:
    link = f'<w:pStyle w:val="{style_id}"/>' if style_id else ""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{format_}"/>{more}{link}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def scheme(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(number: int, abstract: int, inside: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{inside}</w:num>'


def numbering(*parts: str) -> str:
    return f"<w:numbering {W}>{''.join(parts)}</w:numbering>"


NUMBERING = numbering(
    scheme(
        0,
        level(0, "decimal", "Article %1", "Heading1"),
        level(1, "decimal", "%1.%2", "Heading2"),
        level(2, "lowerLetter", "(%3)", "ListNumber"),
        level(3, "lowerRoman", "(%4)", "ListNumber2"),
    ),
    scheme(1, level(0, "upperLetter", "%1.", "Recital")),
    scheme(2, level(0, "upperLetter", "Schedule %1", "ScheduleHeading")),
    num(1, 0), num(2, 1), num(3, 2),
)  # fmt: skip


def document(body: str) -> str:
    return f"<w:document {W} {R}><w:body>{body}</w:body></w:document>"


def relationships(*arrows: tuple[str, str, str]) -> str:
    inside = "".join(f'<Relationship Id="{i}" Type="{KIND}/{kind}" Target="{target}"/>' for i, kind, target in arrows)
    return f'<Relationships xmlns="{RELS}">{inside}</Relationships>'


PARTS: Mapping[str, str] = {
    "[Content_Types].xml": f'<Types xmlns="{TYPES}">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WML}.{kind}+xml"/>'
        for name, kind in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("numbering", "numbering"),
            ("header1", "header"),
            ("footer1", "footer"),
            ("comments", "comments"),
        )
    )
    + "</Types>",
    "_rels/.rels": relationships(("rId1", "officeDocument", "word/document.xml")),
    "word/_rels/document.xml.rels": relationships(
        ("rId1", "styles", "styles.xml"),
        ("rId2", "numbering", "numbering.xml"),
        ("rId3", "comments", "comments.xml"),
        ("rId4", "header", "header1.xml"),
        ("rId5", "footer", "footer1.xml"),
    ),
    "word/document.xml": document(BODY),
    "word/styles.xml": STYLES,
    "word/numbering.xml": NUMBERING,
    "word/header1.xml": f"<w:hdr {W} {R}>{p('Header', 'Qualified Domestic Trust Agreement')}</w:hdr>",
    "word/footer1.xml": f"<w:ftr {W} {R}>{p('Footer', 'Page ', field('PAGE', '1'))}</w:ftr>",
    "word/comments.xml": f'<w:comments {W}><w:comment w:id="0">{p("CommentText", "Required by the Code.")}</w:comment>'
    "</w:comments>",
}
"""Every part of the agreement by name."""

EXPECTED = Expected(
    clauses={
        "parties-spouse": f"{SPOUSE}, of [1: the address of the Spouse], is the Spouse.",
        "recital-plan": "The parties make this Agreement.",
        "definitions": "Terms\nIn this Agreement, terms have these meanings.",
        "right-to-withhold": "Right to withhold\nNo distribution of Principal may be made unless the U.S. Trustee"
        " has the right to withhold the tax, except as Section 2.2 and Schedule A provide, and in this order:"
        "\nfirst, from cash; and\nthen, as paragraph 2.1(b)(ii) says:"
        "\nfrom bonds; and\nfrom land, of which at most 35 percent is foreign.",
        "us-trustee": f"U.S. Trustee\n{BANK} is the first U.S. Trustee, under the clause “Right to withhold” and"
        " paragraph 2.1(b)(ii).\nBy:",
        "schedule-property": "Property\nAsset\nValue\nQuinta da Fonte, Colares\n$663,100.00\nCash\n",
    },
    requirements=(
        Requirement(
            "us-trustee-withholding",
            "26 USC 2056A(a)(1)(B)",
            "the U.S. Trustee has the right to withhold",
            ("right to withhold", "u.s. trustee | domestic trustee"),
        ),
        Requirement("foreign-limit", "26 CFR 20.2056A-2(d)(1)(ii)", "at most 35 percent is foreign", ("35 percent",)),
    ),
    discharged_by={"us-trustee-withholding": ("right-to-withhold",), "foreign-limit": ("right-to-withhold",)},
    names=(SPOUSE, BANK),
    open_points=1,
)  # fmt: skip
"""What the agreement should be."""


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Zip some parts into a package."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def package(**changed: str) -> bytes:
    """Zip the agreement with some parts of ``word/`` written otherwise."""
    return zipped({**PARTS, **{f"word/{name}.xml": text for name, text in changed.items()}})


def of_body(body: str, styles: str = STYLES, lists: str = NUMBERING) -> bytes:
    """Zip a document with this body."""
    comment = p("Passage", '<w:r><w:commentReference w:id="0"/></w:r>')
    return package(document=document(body + comment), styles=styles, numbering=lists)


def broken(part: str, old: str, new: str, times: int = 1) -> bytes:
    """Zip the agreement with one place of one part changed."""
    text = PARTS[part]
    assert old in text, f"{old!r} is not in {part}"
    return zipped({**PARTS, part: text.replace(old, new, times)})
