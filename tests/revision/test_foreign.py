"""What went from the old document is shown in the new one with all it needs: styles, lists, pictures, links, notes."""

import struct
import zipfile
import zlib
from io import BytesIO

import docx
from docx.document import Document as Paper
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from assembler.check.revisions import View
from assembler.revision import Redline, Source, redline
from revision.reading import seen

STAYS = "This paragraph stays as it is, in both of the documents."


def picture() -> BytesIO:
    """Make a picture of one point."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    points = zlib.compress(b"\0\xff\0\0")
    return BytesIO(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", points) + chunk(b"IEND", b""))


def saved(paper: Paper) -> bytes:
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def compared(old: bytes, new: bytes) -> bytes:
    """Compare two documents, and prove that both can be had again."""
    made = redline(Source(old, "old.docx"), Source(new, "new.docx"), "Ines Prado", "2026-11-02")
    assert isinstance(made, Redline), made
    assert seen(made.package).paragraphs == seen(new).paragraphs
    assert seen(made.package, View.SENT).paragraphs == seen(old).paragraphs
    return made.package


def names(data: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(data)) as parts:
        return parts.namelist()


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(data)) as parts:
        return parts.read(name).decode()


def plain() -> Paper:
    paper = docx.Document()
    paper.add_paragraph(STAYS)
    return paper


def test_a_style_that_only_the_old_has_comes_along() -> None:
    old = plain()
    old.styles.add_style("Whereas", WD_STYLE_TYPE.PARAGRAPH)
    old.add_paragraph("Whereas nobody ever writes so any more, and yet it stood here.", style="Whereas")
    old.add_paragraph("And so on.")
    new = plain()
    new.add_paragraph("And so on.")

    made = compared(saved(old), saved(new))

    assert 'w:val="Whereas"' in part(made, "word/styles.xml")


def test_a_picture_that_went_is_still_there_to_be_had_again() -> None:
    old = plain()
    old.add_paragraph("See the plan: ").add_run().add_picture(picture())
    old.add_paragraph("And so on.")
    new = plain()
    new.add_paragraph("And so on.")

    made = compared(saved(old), saved(new))

    assert [name for name in names(made) if name.startswith("word/media/")] != []
    assert 'r:embed="rIdOld' in part(made, "word/document.xml")


def test_a_link_that_went_leads_where_it_led() -> None:
    old, new = plain(), plain()
    paragraph = old.add_paragraph("The law is found at ")
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), old.part.relate_to("https://www.govinfo.gov/", RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run("govinfo")
    link.append(run._r)
    paragraph._p.append(link)
    for paper in (old, new):
        paper.add_paragraph("And so on.")

    made = compared(saved(old), saved(new))

    assert 'Target="https://www.govinfo.gov/" TargetMode="External"' in part(made, "word/_rels/document.xml.rels")


def test_a_list_that_went_counts_as_it_did() -> None:
    old, new = plain(), plain()
    for words in ("The first of three duties.", "The second of three duties.", "The third of three duties."):
        old.add_paragraph(words, style="List Number")
    for paper in (old, new):
        paper.add_paragraph("And so on.")

    made = compared(saved(old), saved(new))

    assert [label for _, label, _ in seen(made, View.SENT).paragraphs if label] == ["1.", "2.", "3."]


def test_tables_of_other_columns_are_shown_whole() -> None:
    old, new = plain(), plain()
    for paper, columns in ((old, 2), (new, 3)):
        table = paper.add_table(rows=2, cols=columns)
        for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
            cell.text = f"Cell {number} of {columns}"
        paper.add_paragraph("And so on.")

    compared(saved(old), saved(new))
