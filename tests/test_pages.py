"""The gate over rendered pages: it sees each thing that must not be, and what is a program's fault and not ours."""

import shutil
import subprocess
from pathlib import Path

import pytest
from docx import Document
from pages import Line, Texts, faults, is_kept, pages, texts

CONVERTERS = ("soffice", "pdftohtml")
FILED = [Line("The executor signs this statement.", False), Line("Executor: ____________", False)]


def said(*document: list[Line], texts: Texts | None = None) -> list[str]:
    """Say what is parted in a document; where nothing else is said, each of its lines is a paragraph."""
    each = Texts(["".join(line.words.split()) for page in document for line in page])
    found = faults(document, texts or each)
    return [f"{fault.page} {fault.what.partition(':')[0]}" for fault in found]


def test_a_page_may_end_where_its_words_end() -> None:
    assert said([Line("Schedule", True), Line("Words.", False)], FILED) == []


def test_a_signature_stands_below_the_words_it_signs() -> None:
    assert said([Line("Words.", False)], FILED[1:]) == ["2 begins with a signature"]


def test_a_heading_stands_above_what_it_heads() -> None:
    assert said([Line("Words.", False), Line("5.1 Security", True)], FILED) == ["1 ends with a heading"]


def test_a_lead_in_stands_above_what_it_leads_to() -> None:
    assert said([Line("The causes are:", False)], FILED) == ["1 ends with a lead-in"]


def test_a_line_in_the_middle_of_a_paragraph_leads_to_nothing_else() -> None:
    assert said([Line("as follows:", False)], FILED, texts=Texts(["Itisasfollows:firstthis."])) == []


@pytest.mark.parametrize("row", [["Total", "$5"], ["The sum of all values", "7"], ["The total", "3"]])
def test_a_total_stands_below_what_it_adds(row: list[str], tmp_path: Path) -> None:
    document = Document()
    for cells in (["Step", "Value"], ["One", "$5"], row):
        table = document.tables[0] if document.tables else document.add_table(0, 2)
        for cell, words in zip(table.add_row().cells, cells, strict=True):
            cell.text = words
    document.save(str(tmp_path / "table.docx"))
    page = [Line("Step Value", True), Line(" ".join(row), False)]

    found = texts(tmp_path / "table.docx")
    assert found.totals == [["".join(words.split()) for words in row]]
    assert said([Line("One $5", False)], page, texts=found) == ["2 begins with a total"]
    assert said([Line("The total amount is $72,000.", False)], texts=found) == []
    assert said([Line("Total $6", False)], texts=Texts([])) == []


def test_what_the_document_keeps_together_is_told_from_what_it_does_not(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("He signs\u00a0this:").paragraph_format.keep_with_next = True
    document.add_paragraph("Words.").paragraph_format.keep_with_next = False
    document.add_heading("A heading")
    document.save(str(tmp_path / "kept.docx"))

    found = texts(tmp_path / "kept.docx")
    assert found.all == ["Hesignsthis:", "Words.", "Aheading"]
    assert found.kept == ["Hesignsthis:", "Aheading"]
    (fault,) = faults([[Line("1.1 A heading", True)]], found)
    assert is_kept(fault, found.kept)
    (fault,) = faults([[Line("Words.", False)], FILED[1:]], found)
    assert not is_kept(fault, found.kept)


@pytest.mark.skipif(not all(map(shutil.which, CONVERTERS)), reason="LibreOffice or poppler is not installed here")
def test_the_pages_of_a_pdf_are_read_without_header_and_footer(tmp_path: Path) -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Running head:"
    document.sections[0].footer.paragraphs[0].text = "Page 1:"
    document.add_paragraph("Words that are signed.")
    document.add_paragraph("Executor: ________________").paragraph_format.page_break_before = True
    document.add_paragraph().add_run("A heading").bold = True
    document.save(str(tmp_path / "planted.docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "planted.docx"]
    subprocess.run(command, check=True, capture_output=True, cwd=tmp_path)

    assert said(*pages(tmp_path / "planted.pdf")) == ["2 begins with a signature", "2 ends with a heading"]
