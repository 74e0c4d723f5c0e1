"""``qdot audit`` reads what anybody wrote, says where it looked, and refuses in clear words what it cannot read."""

import io
import json
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from command_line import qdot
from pypdf import PdfWriter

TRUST = Path(__file__).parents[1] / "revision" / "audit" / "ordinary-trust.txt"
WITHHOLD = (
    "No distribution of principal may be made unless the U.S. Trustee has",
    "the right to withhold from it the tax imposed by section 2056A.",
)


def pdf(*pages: Sequence[str]) -> bytes:
    """Write a PDF with some lines on each page."""
    numbers = range(4, 4 + 2 * len(pages), 2)
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{n} 0 R' for n in numbers)}] >>".encode(),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    }
    for number, lines in zip(numbers, pages, strict=True):
        shown = "".join(f"({line}) Tj T* " for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 72 700 Td {shown}ET".encode()
        objects[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {number + 1} 0 R >>"
        ).encode()
        objects[number + 1] = b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream)
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    for number, written in objects.items():
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, written))
    out.write(b"trailer\n<< /Root 1 0 R /Size %d >>\n%%%%EOF\n" % (len(objects) + 1))
    return out.getvalue()


def encrypted() -> bytes:
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(612, 792)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def test_it_tells_each_requirement_and_that_none_is_said_to_be_met() -> None:
    told = qdot("audit", TRUST, "--dated", "1994-03-01")

    assert told.exit_code == 0
    assert "A U.S. Trustee at all times: Not found" in told.stdout
    assert "November 20, 1995" in told.stdout
    assert told.stdout.endswith("no line says that a requirement is met.\n")


def test_a_pdf_is_quoted_with_its_page_and_its_section_without_its_footer(tmp_path: Path) -> None:
    kept = (f"The {animal} that I leave are fed by the trustees." for animal in ("dogs", "horses", "hens", "bees"))
    others = [(line, "Trust of June 3, 1999") for line in kept]
    file = tmp_path / "trust.pdf"
    file.write_bytes(pdf(*others, ("4.2 Tax on principal", *WITHHOLD, "Trust of June 3, 1999")))

    told = json.loads(qdot("audit", file, "--json").stdout)

    (one,) = (one for one in told["requirements"] if one["requirement"] == "us-trustee-withholding")
    first = one["places"][one["shown"]]
    assert (first["page"], first["section"], first["quote"]) == (5, "4.2 Tax on principal", " ".join(WITHHOLD))
    assert "a right to withhold" in first["seen"]
    assert one["lacks"] == "withholding"


def test_a_word_document_of_anybody_is_quoted_with_its_heading(tmp_path: Path) -> None:
    paper = docx.Document()
    paper.add_heading("Withholding", 1)
    paper.add_paragraph(" ".join(WITHHOLD))
    paper.add_paragraph("The trustees may keep a boat, and a place to moor it, for the use of my children.")
    file = tmp_path / "will.docx"
    paper.save(str(file))

    told = json.loads(qdot("audit", file, "--json").stdout)

    (one,) = (one for one in told["requirements"] if one["requirement"] == "us-trustee-withholding")
    first = one["places"][one["shown"]]
    assert (first["page"], first["section"]) == (None, "Withholding")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("scan.pdf", pdf((), ()), "no text to speak of"),
        ("locked.pdf", encrypted(), "it is encrypted"),
        ("broken.pdf", b"%PDF-1.7\nnothing", "the PDF cannot be read"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "before 2007"),
        ("photo.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(600), "this is not a text, a Word document or a PDF"),
        ("sheet.xlsx", b"PK\x03\x04 and no more", "this is not a Word document"),
        ("empty.txt", b"", "no text to speak of"),
    ],
)
def test_what_cannot_be_read_is_refused_in_clear_words(name: str, data: bytes, said: str, tmp_path: Path) -> None:
    file, out = tmp_path / name, tmp_path / "report.docx"
    file.write_bytes(data)

    told = qdot("audit", file, "-o", out)

    assert told.exit_code == 1
    assert said in told.stderr
    assert not out.exists()


def test_a_report_that_is_there_is_not_overwritten_unless_one_says_so(tmp_path: Path) -> None:
    out = tmp_path / "report.docx"
    out.write_bytes(b"mine")

    told = qdot("audit", TRUST, "-o", out)

    assert (told.exit_code, out.read_bytes()) == (1, b"mine")
    assert "the file is there already" in told.stderr
    assert qdot("audit", TRUST, "-o", out, "--force").exit_code == 0
    assert docx.Document(str(out)).paragraphs[0].text == "Where this instrument speaks of what a QDOT needs"
